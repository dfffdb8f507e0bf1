import { parentPort, workerData } from 'node:worker_threads';
import { FailureError, type Failure } from '../../shared/contract/answer.ts';
import type { Reference } from '../../shared/domain/reference.ts';
import { openDatabase } from '../storage/database.ts';
import { storageFailure } from '../storage/storage-failure.ts';
import {
  createAnswers,
  type LibraryAnswer,
  type LibraryQuery,
  type LibraryStudy,
} from './library-queries.ts';

export interface LibraryThreadData {
  readonly file: string;
  readonly reference: Reference;
}

export type LibraryReply =
  | { readonly id: number; readonly value: LibraryAnswer }
  | { readonly id: number; readonly failure: Failure }
  | { readonly id: number; readonly error: Error };

const { file, reference } = workerData as LibraryThreadData;
const database = openDatabase(file, () => new Date());
const answerTo = createAnswers(database, reference);
const port = parentPort!;
const reply = (message: LibraryReply): void => port.postMessage(message);

port.on('message', ({ id, query }: { readonly id: number; readonly query: LibraryQuery | LibraryStudy }) => {
  try {
    // All pages of one answer are of the same moment, whatever is imported meanwhile.
    const answer = database.connection.transaction(() => answerTo(query));
    reply({ id, value: answer() });
  } catch (thrown) {
    const error = storageFailure(thrown, file);
    // A failure's words would be lost on the way if it travelled as an error.
    if (error instanceof FailureError) reply({ id, failure: error.failure });
    else reply({ id, error: error instanceof Error ? error : new Error(String(error)) });
  }
});
