import { Worker } from 'node:worker_threads';
import { FailureError } from '../../shared/contract/answer.ts';
import type { ImportOutcome, ImportPlan } from '../../shared/domain/import-plan.ts';
import type { Problem } from '../../shared/domain/report.ts';
import { stepIs, type ImportReply, type ImportTask, type ImportThreadData } from './import-messages.ts';
import type { Planner, TakenImport } from './plan-imports.ts';
import type { Watch } from './read-files.ts';

const workerFile = new URL(
  import.meta.url.endsWith('.ts') ? './import-worker.ts' : './import-worker.js',
  import.meta.url,
);

const pollMillis = 20;

interface Waiting {
  readonly watch: Watch;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

const errorOf = (reply: Extract<ImportReply, { kind: 'failed' | 'broken' }>): Error => {
  if (reply.kind === 'failed') return new FailureError(reply.failure);
  const error = new Error(reply.message);
  error.stack = reply.stack;
  return error;
};

/** Plans and writes imports in a thread with its own connection to the database, started at first need. */
export const createImportThread = (file: string): Planner => {
  const waiting = new Map<number, Waiting>();
  const flags = new Set<Int32Array>();
  /** Steps whose asker has been told that they are cancelled, and which the thread is still taking back. */
  const leaving = new Map<number, PromiseWithResolvers<void>>();
  let worker: Worker | undefined;
  let nextId = 1;

  const left = (id: number): void => {
    leaving.get(id)?.resolve();
    leaving.delete(id);
  };

  const settle = (reply: Exclude<ImportReply, { kind: 'progress' }>): void => {
    const request = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (waiting.size === 0) worker?.unref();
    if (reply.kind === 'done') request?.resolve(reply.value);
    else request?.reject(errorOf(reply));
  };

  const end = (error: Error): void => {
    worker = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
    for (const id of leaving.keys()) left(id);
  };

  const hire = (): Worker => {
    if (worker) return worker;
    const workerData: ImportThreadData = { file };
    const hired = new Worker(workerFile, { workerData });
    hired.on('message', (reply: ImportReply) => {
      if (reply.kind === 'progress') waiting.get(reply.id)?.watch.onProgress?.(reply.progress);
      else {
        left(reply.id);
        settle(reply);
      }
    });
    hired.on('error', end);
    worker = hired;
    return hired;
  };

  const ask = async <Value>(task: ImportTask, watch: Watch = {}): Promise<Value> => {
    const cancelFlag = new Int32Array(new SharedArrayBuffer(4));
    const id = nextId++;
    const cancel = (): boolean =>
      Atomics.compareExchange(cancelFlag, 0, stepIs.running, stepIs.cancelled) === stepIs.running;
    const poll = setInterval(() => {
      // From here on the step cannot become final; what it did is taken back while the person goes on.
      if (watch.isCancelled?.() !== true || !cancel()) return;
      leaving.set(id, Promise.withResolvers());
      settle({ kind: 'failed', id, failure: { kind: 'cancelled' } });
    }, pollMillis);
    flags.add(cancelFlag);
    const hired = hire();
    hired.ref();
    try {
      return await new Promise<Value>((resolve, reject) => {
        waiting.set(id, { watch, resolve: resolve as (value: unknown) => void, reject });
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
        hired.postMessage({ id, task, cancelFlag });
      });
    } finally {
      clearInterval(poll);
      flags.delete(cancelFlag);
    }
  };

  return {
    preview: (files, answers, { watch, look }) =>
      ask<ImportPlan>({ kind: 'preview', files, answers, look }, watch),
    commit: (token, importedAt, watch) => ask<ImportOutcome>({ kind: 'commit', token, importedAt }, watch),
    take: (files, answers, { importedAt, watch }) =>
      ask<TakenImport>({ kind: 'take', files, answers, importedAt }, watch),
    problems: (token, page) => ask<readonly Problem[]>({ kind: 'problems', token, page }),
    undo: importId => ask<number>({ kind: 'undo', importId }),
    takenBack: async () => {
      await Promise.all([...leaving.values()].map(({ promise }) => promise));
    },
    close: async () => {
      if (!worker) return;
      // Nobody waits for what is under way any more; it is taken back like any cancelled step.
      for (const flag of flags) Atomics.compareExchange(flag, 0, stepIs.running, stepIs.cancelled);
      await ask({ kind: 'close' });
      await worker?.terminate();
      worker = undefined;
    },
  };
};
