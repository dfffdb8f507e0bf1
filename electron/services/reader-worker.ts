import { parentPort } from 'node:worker_threads';
import { FailureError } from '../../shared/contract/answer.ts';
import type { ImportedReport } from '../../shared/domain/report.ts';
import type { ReportFates, ReportHead } from '../storage/planned-report.ts';
import type { RowSink, StagedReport } from '../storage/staging.ts';
import { packBatch } from './packed-batch.ts';
import { readFiles } from './read-files.ts';
import {
  flagAt,
  mostOnTheirWay,
  type FromReader,
  type ReadTask,
  type SummedRow,
  type ToReader,
} from './reader-messages.ts';

const port = parentPort!;
const post = (message: FromReader): void => port.postMessage(message);

/** The one question that is open, if any. */
let answer: ((message: ToReader) => void) | undefined;

const ask = (question: FromReader): Promise<ToReader> =>
  new Promise(resolve => {
    answer = resolve;
    post(question);
  });

const waitMillis = 50;

/** Lets the writing thread catch up, so that rows do not pile up in memory. */
const waitForRoom = (flags: Int32Array): void => {
  for (;;) {
    const waiting = Atomics.load(flags, flagAt.onTheirWay);
    if (waiting < mostOnTheirWay || Atomics.load(flags, flagAt.cancelled) === 1) return;
    Atomics.wait(flags, flagAt.onTheirWay, waiting, waitMillis);
  }
};

/** A sink whose rows are written by the other thread. */
const createRemoteSink = (flags: Int32Array): RowSink => {
  let reports = 0;

  const report = (head: ReportHead): StagedReport => {
    reports += 1;
    const number = reports;
    const summed: SummedRow[] = [];
    post({ kind: 'report', report: number, head });
    return {
      add: batch => {
        waitForRoom(flags);
        Atomics.add(flags, flagAt.onTheirWay, 1);
        post({ kind: 'rows', report: number, batch: packBatch(batch) });
      },
      addAggregate: row => void summed.push(row),
      end: async (tail): Promise<ReportFates> => {
        const reply = await ask({ kind: 'end', report: number, tail, summed });
        if (reply.kind !== 'fates') throw new Error(`${reply.kind} is no answer to the end of a report`);
        return reply.fates;
      },
      abandon: () => post({ kind: 'abandon', report: number }),
    };
  };

  return { report, tell: problems => post({ kind: 'problems', problems }) };
};

const storedFrom = async (fileDigest: Buffer): Promise<readonly ImportedReport[]> => {
  const reply = await ask({ kind: 'of-file', fileDigest });
  return reply.kind === 'reports' ? reply.reports : [];
};

const progressMillis = 50;

const run = async ({ files, answers, templates, accounts, zones, flags }: ReadTask): Promise<void> => {
  let told = 0;
  const watch = {
    isCancelled: () => Atomics.load(flags, flagAt.cancelled) === 1,
    onProgress: (progress: Extract<FromReader, { kind: 'progress' }>['progress']) => {
      const at = performance.now();
      if (at - told < progressMillis) return;
      told = at;
      post({ kind: 'progress', progress });
    },
  };
  try {
    const readings = await readFiles(
      files,
      { answers, templates, accounts, zones, ofFile: storedFrom, watch },
      createRemoteSink(flags),
    );
    post({ kind: 'done', readings });
  } catch (error) {
    if (error instanceof FailureError) post({ kind: 'failed', failure: error.failure });
    else {
      const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
      post({ kind: 'broken', message, stack });
    }
  }
};

port.on('message', (message: ToReader) => {
  if (message.kind === 'task') void run(message.task);
  else answer?.(message);
});
