import type { Failure } from '../../shared/contract/answer.ts';
import type { Answers, Input, RequestName } from '../../shared/contract/contract.ts';
import { bridge } from '../bridge/bridge.ts';

/** An answer that was a failure, as react-query wants it: thrown. */
export class AskError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.kind);
    this.name = 'AskError';
    this.failure = failure;
  }
}

/** Asks the app; throws `AskError` with the failure as data. */
export const ask = async <Name extends RequestName>(
  name: Name,
  input: Input<Name>,
): Promise<Answers[Name]> => {
  const answer = await bridge().ask(name, input);
  if (!answer.ok) throw new AskError(answer.failure);
  return answer.value;
};

/** The failure behind any thrown thing; what is no answer of the app is a bug of the page. */
export const failureOf = (error: unknown): Failure =>
  error instanceof AskError ? error.failure : { kind: 'bug', reference: `page: ${String(error)}` };
