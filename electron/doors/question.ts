import { FailureError } from '../../shared/contract/answer.ts';
import type { Answers, Input, RequestName } from '../../shared/contract/contract.ts';
import type { App } from '../app-types.ts';

/** Asks the app with types; throws the failure that a refusal carries. */
export const question = async <Name extends RequestName>(
  app: App,
  name: Name,
  input: Input<Name>,
): Promise<Answers[Name]> => {
  const answer = await app.ask(name, input);
  if (!answer.ok) throw new FailureError(answer.failure);
  return answer.value as Answers[Name];
};
