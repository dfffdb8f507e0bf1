import { type Failure, FailureError } from '../../shared/contract/answer.ts';
import type { Answers, Input, RequestName } from '../../shared/contract/contract.ts';
import { bridge } from '../bridge/bridge.ts';

/** Asks the app; an answer that was a failure is thrown, as react-query wants it. */
export const ask = async <Name extends RequestName>(
  name: Name,
  input: Input<Name>,
): Promise<Answers[Name]> => {
  const answer = await bridge().ask(name, input);
  if (!answer.ok) throw new FailureError(answer.failure);
  return answer.value;
};

/** The failure behind any thrown thing; what is no answer of the app is a bug of the page. */
export const failureOf = (error: unknown): Failure =>
  error instanceof FailureError ? error.failure : { kind: 'bug', reference: `page: ${String(error)}` };
