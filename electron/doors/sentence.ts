import { FailureError } from '../../shared/contract/answer.ts';
import { failureSentence } from '../../shared/words/failure.ts';

/** What a terminal or an error box says about something thrown while a door was being opened. */
export const sentenceOf = (error: unknown): string => {
  if (error instanceof FailureError) return failureSentence(error.failure);
  return error instanceof Error ? error.message : String(error);
};
