import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from '../storage/database.ts';
import { answerQuery, type LibraryQuery } from './library-queries.ts';

const { file } = workerData as { readonly file: string };
const database = openDatabase(file, () => new Date());
const port = parentPort!;

port.on('message', ({ id, query }: { readonly id: number; readonly query: LibraryQuery }) => {
  try {
    port.postMessage({ id, value: answerQuery(database, query) });
  } catch (error) {
    port.postMessage({ id, error: error instanceof Error ? error : new Error(String(error)) });
  }
});
