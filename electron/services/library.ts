import { Worker } from 'node:worker_threads';
import { FailureError } from '../../shared/contract/answer.ts';
import type { ParsedInput, ReplayOptions, ReportHistory } from '../../shared/contract/contract.ts';
import { addDays, isDay } from '../../shared/domain/day.ts';
import { localDay } from '../../shared/domain/local-day.ts';
import type { PendingMoney } from '../../shared/domain/pending.ts';
import type { EventFact, Reference } from '../../shared/domain/reference.ts';
import type { Replay } from '../../shared/domain/replay.ts';
import type { MetricBreak } from '../../shared/domain/series-notes.ts';
import type { Scenario } from '../../shared/domain/scenario.ts';
import { openSummaries } from '../../shared/learn/open-summaries.ts';
import { pendingMoney } from '../../shared/learn/pending-money.ts';
import type { Breakdown, StoredRows } from '../../shared/domain/stored-rows.ts';
import type { Database } from '../storage/database.ts';
import type { OpenBooks } from '../storage/open-rows.ts';
import {
  createAnswers,
  type LibraryAnswer,
  type LibraryQuery,
  type LibraryStudy,
} from './library-queries.ts';
import type { LibraryReply, LibraryThreadData } from './library-worker.ts';

const workerFile = new URL(
  import.meta.url.endsWith('.ts') ? './library-worker.ts' : './library-worker.js',
  import.meta.url,
);

interface Waiting {
  readonly resolve: (value: LibraryAnswer) => void;
  readonly reject: (error: Error) => void;
}

/** Asks a thread of its own, begun at first need: a search through a million rows takes seconds, and the window must answer meanwhile. */
const createThread = (workerData: LibraryThreadData) => {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let nextId = 1;
  const end = (error: Error): void => {
    worker = undefined;
    waiting.forEach(({ reject }) => reject(error));
    waiting.clear();
  };
  const settle = (reply: LibraryReply): void => {
    const asked = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (waiting.size === 0) worker?.unref();
    if ('failure' in reply) asked?.reject(new FailureError(reply.failure));
    else if ('error' in reply) asked?.reject(reply.error);
    else asked?.resolve(reply.value);
  };
  const hire = (): Worker => {
    if (worker) return worker;
    worker = new Worker(workerFile, { workerData });
    worker.on('message', settle);
    worker.on('error', end);
    return worker;
  };
  return {
    ask: (query: LibraryQuery | LibraryStudy): Promise<LibraryAnswer> =>
      new Promise((resolve, reject) => {
        const id = nextId++;
        const hired = hire();
        hired.ref();
        waiting.set(id, { resolve, reject });
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
        hired.postMessage({ id, query });
      }),
    close: async (): Promise<void> => {
      const hired = worker;
      worker = undefined;
      await hired?.terminate();
      end(new Error('The library was closed.'));
    },
  };
};

export interface LibraryParts {
  readonly database: Database;
  readonly reference: Reference;
  readonly now: () => Date;
}

const metricBreak = ({ from, text, breaks, provenance }: EventFact): readonly MetricBreak[] =>
  breaks && isDay(from) ? [{ ...breaks, on: from, text, provenance }] : [];

/** Everything that was shipped so long ago has been paid. */
const longestDays = 120;

/** What has been imported, as the Reports page looks at it. A database in memory, which no other thread can open, is asked in this one. */
export const createLibrary = ({ database, reference, now }: LibraryParts) => {
  const { terms, events } = reference;
  const start = () =>
    database.file === ':memory:' ? null : createThread({ file: database.file, reference });
  // A replay of a million orders takes seconds; the Reports page does not wait for it.
  const [queries, studies] = [start(), start()];
  const answerHere = createAnswers(database, reference);
  const ask = async (query: LibraryQuery): Promise<LibraryAnswer> =>
    queries ? queries.ask(query) : answerHere(query);
  const study = async (query: LibraryStudy): Promise<LibraryAnswer> =>
    studies ? studies.ask(query) : answerHere(query);
  return {
    history: async (input: ParsedInput<'report.history'>) =>
      (await ask({ kind: 'history', input })) as ReportHistory,
    rows: async (input: ParsedInput<'report.rows'>) => (await ask({ kind: 'rows', input })) as StoredRows,
    breakdown: async (input: ParsedInput<'report.breakdown'>) =>
      (await ask({ kind: 'breakdown', input })) as Breakdown,
    breaks: (): readonly MetricBreak[] => events.flatMap(metricBreak),
    pending: async ({ account }: ParsedInput<'report.pending'>): Promise<PendingMoney> => {
      const asOf = localDay(now());
      const input = { account, since: addDays(asOf, -longestDays) };
      const { open, lags, files, aggregates } = (await ask({ kind: 'open', input })) as OpenBooks;
      return pendingMoney({ open: [...open, ...openSummaries(aggregates, open)], lags, files, terms, asOf });
    },
    learn: async (input: Extract<LibraryStudy, { kind: 'learn' }>['input']) =>
      (await study({ kind: 'learn', input })) as Scenario,
    replayOptions: async () => (await study({ kind: 'replay-options' })) as ReplayOptions,
    replay: async (input: ParsedInput<'replay.run'>) => (await study({ kind: 'replay', input })) as Replay,
    close: async (): Promise<void> => {
      await Promise.all([queries?.close(), studies?.close()]);
    },
  };
};
