import { Worker } from 'node:worker_threads';
import { FailureError } from '../../shared/contract/answer.ts';
import { fileProblem } from '../importers/read-table/table.ts';
import { unpackBatch } from './packed-batch.ts';
import type { RowSink, StagedReport } from '../storage/staging.ts';
import { cancelled } from './reading-meter.ts';
import type { ChosenFile, ReadFiles, ReadingAids, Readings } from './read-files.ts';
import { flagAt, type FromReader, type SummedRow, type ToReader } from './reader-messages.ts';

const workerFile = new URL(
  import.meta.url.endsWith('.ts') ? './reader-worker.ts' : './reader-worker.js',
  import.meta.url,
);

/** A file that makes the reader need more than this is a bomb; the thread ends instead of the app. */
const resourceLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 48 };

const pollMillis = 20;

const outOfMemory = (error: Error): boolean => 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

/** Which of the files it was is lost with the thread. */
const tooLarge = (files: readonly ChosenFile[]): FailureError => {
  const names = files.map(({ name }) => name).join(', ');
  return new FailureError({ kind: 'import-refused', problems: [fileProblem('archive-too-large', names)] });
};

const takeSummed = (staged: StagedReport, summed: readonly SummedRow[]): void => {
  for (const { key, line, aggregate } of summed)
    staged.addAggregate({ key: Buffer.from(key), line, aggregate });
};

/** One reading: hears the reader's messages in order and writes their rows. */
const createHearing = (aids: ReadingAids, sink: RowSink, flags: Int32Array) => {
  const reports = new Map<number, StagedReport>();
  const reportOf = (number: number): StagedReport => reports.get(number)!;
  /** What to answer, or the end. */
  return async (message: FromReader): Promise<ToReader | Readings | undefined> => {
    switch (message.kind) {
      case 'report':
        reports.set(message.report, sink.report(message.head));
        return undefined;
      case 'rows':
        reportOf(message.report).add(unpackBatch(message.batch));
        Atomics.sub(flags, flagAt.onTheirWay, 1);
        Atomics.notify(flags, flagAt.onTheirWay);
        return undefined;
      case 'end': {
        takeSummed(reportOf(message.report), message.summed);
        const { fileDigest, contentDigest } = message.tail;
        const tail = {
          ...message.tail,
          fileDigest: Buffer.from(fileDigest),
          contentDigest: Buffer.from(contentDigest),
        };
        return { kind: 'fates', fates: await reportOf(message.report).end(tail) };
      }
      case 'abandon':
        reportOf(message.report).abandon();
        return undefined;
      case 'problems':
        sink.tell(message.problems);
        return undefined;
      case 'of-file':
        return { kind: 'reports', reports: await aids.ofFile(Buffer.from(message.fileDigest)) };
      case 'progress':
        aids.watch.onProgress?.(message.progress);
        return undefined;
      case 'done':
        return message.readings;
      case 'failed':
        throw new FailureError(message.failure);
      case 'broken':
        throw Object.assign(new Error(message.message), { stack: message.stack });
      default:
        return message satisfies never;
    }
  };
};

/**
 * Reads files in a thread of its own while the calling thread writes their rows: on two cores a large import takes as long as the slower
 * of the two, not their sum. A reading that ends badly takes its thread along.
 */
export const createReaderThread = (): { readonly read: ReadFiles; close(): Promise<void> } => {
  let worker: Worker | undefined;

  const fire = async (): Promise<void> => {
    const fired = worker;
    worker = undefined;
    await fired?.terminate();
  };

  const read: ReadFiles = (files, aids, sink) =>
    new Promise<Readings>((resolve, reject) => {
      const flags = new Int32Array(new SharedArrayBuffer(8));
      const hear = createHearing(aids, sink, flags);
      worker ??= new Worker(workerFile, { resourceLimits });
      const hired = worker;
      const post = (message: ToReader): void => {
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
        hired.postMessage(message);
      };
      let isOver = false;
      // A reader that is stuck in a file says nothing to be answered with a cancel.
      const poll = setInterval(() => {
        if (aids.watch.isCancelled?.() === true) fail(cancelled());
      }, pollMillis);
      const settle = (act: () => void): void => {
        isOver = true;
        clearInterval(poll);
        hired.off('message', onMessage);
        hired.off('error', fail);
        act();
      };
      const fail = (error: unknown): void =>
        settle(() => {
          Atomics.store(flags, flagAt.cancelled, 1);
          void fire();
          reject(error instanceof Error && outOfMemory(error) ? tooLarge(files) : error);
        });
      const handle = async (message: FromReader): Promise<void> => {
        if (isOver) return;
        try {
          const reply = await hear(message);
          if (reply === undefined) return;
          if ('kind' in reply) post(reply);
          else settle(() => resolve(reply));
        } catch (error) {
          if (!isOver) fail(error);
        }
      };
      // Messages are heard one after the other, each to its end.
      let line: Promise<void> = Promise.resolve();
      const onMessage = (message: FromReader): void => {
        line = line.then(() => handle(message));
      };
      hired.on('message', onMessage);
      hired.on('error', fail);
      const { answers, templates, accounts, zones } = aids;
      post({ kind: 'task', task: { files, answers, templates, accounts, zones, flags } });
    });

  return { read, close: fire };
};
