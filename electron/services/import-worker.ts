import { parentPort, workerData } from 'node:worker_threads';
import { FailureError } from '../../shared/contract/answer.ts';
import { openDatabase } from '../storage/database.ts';
import {
  stepIs,
  type ImportReply,
  type ImportRequest,
  type ImportTask,
  type ImportThreadData,
} from './import-messages.ts';
import { createReaderThread } from './reader-thread.ts';
import { createPlanner } from './plan-imports.ts';
import type { Watch } from './read-files.ts';

const { file } = workerData as ImportThreadData;
const database = openDatabase(file, () => new Date());
const reader = createReaderThread();
const planner = createPlanner(database, reader.read);
const port = parentPort!;

const reply = (message: ImportReply): void => port.postMessage(message);

const run = (task: ImportTask, watch: Watch): Promise<unknown> => {
  switch (task.kind) {
    case 'preview':
      return planner.preview(task.files, task.answers, { watch, look: task.look });
    case 'commit':
      return planner.commit(task.token, task.importedAt, watch);
    case 'take':
      return planner.take(task.files, task.answers, { importedAt: task.importedAt, watch });
    case 'problems':
      return planner.problems(task.token, task.page);
    case 'undo':
      return planner.undo(task.importId);
    case 'close':
      return Promise.all([planner.close(), reader.close()]).then(() => database.close());
    default:
      return task satisfies never;
  }
};

const progressMillis = 50;

const serve = async ({ id, task, cancelFlag }: ImportRequest): Promise<void> => {
  let told = 0;
  const watch: Watch = {
    isCancelled: () => Atomics.load(cancelFlag, 0) === stepIs.cancelled,
    mayFinish: () => Atomics.compareExchange(cancelFlag, 0, stepIs.running, stepIs.final) === stepIs.running,
    onProgress: progress => {
      const at = performance.now();
      if (at - told < progressMillis) return;
      told = at;
      reply({ kind: 'progress', id, progress });
    },
  };
  try {
    reply({ kind: 'done', id, value: await run(task, watch) });
  } catch (error) {
    if (error instanceof FailureError) reply({ kind: 'failed', id, failure: error.failure });
    else {
      const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
      reply({ kind: 'broken', id, message, stack });
    }
  }
};

// One after the other: two at once would stage into one connection's transactions.
let line: Promise<void> = Promise.resolve();
port.on('message', (request: ImportRequest) => {
  line = line.then(() => serve(request));
});
