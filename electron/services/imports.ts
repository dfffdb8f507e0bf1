import type { ReportHistory } from '../../shared/contract/contract.ts';
import type { Account } from '../../shared/domain/account.ts';
import type { Aggregate } from '../../shared/domain/aggregate.ts';
import type { MappingTemplate } from '../../shared/domain/column-mapping.ts';
import type { ImportOutcome, ImportPlan } from '../../shared/domain/import-plan.ts';
import type { ImportAnswers } from '../../shared/domain/import-question.ts';
import type { StoredOrder } from '../../shared/domain/order.ts';
import type { Program } from '../../shared/domain/program.ts';
import type { ImportedReport, Problem } from '../../shared/domain/report.ts';
import type { Database } from '../storage/database.ts';
import { createImportStore } from '../storage/import-store.ts';
import { createMappingStore } from '../storage/mapping-store.ts';
import { createImportThread } from './import-thread.ts';
import { createPlanner, type ProblemPage, type TakenImport } from './plan-imports.ts';
import type { ChosenFile, ImportProgress, Watch } from './read-files.ts';

export type { ChosenFile } from './read-files.ts';

export interface PreviewOptions {
  /** Answers to the questions of an earlier preview. */
  readonly answers?: ImportAnswers | undefined;
  /** Names the work in progress events and for `cancel`. */
  readonly run?: string | undefined;
  /** Only to be looked at: its token commits nothing. */
  readonly look?: boolean | undefined;
}

export interface Imports {
  /** Reads files and plans their import. Writes nothing to the library. Throws `cancelled`. */
  preview(files: readonly ChosenFile[], options?: PreviewOptions): Promise<ImportPlan>;
  /** Writes exactly the plan. Throws `plan-expired` when it is unknown or the library has changed since, and `cancelled`. */
  commit(token: string, options?: { readonly run?: string | undefined }): Promise<ImportOutcome>;
  /**
   * Plans and writes in one transaction, for callers with nobody to look at the plan (CLI, sample). With questions nothing is written and
   * `outcome` is null.
   */
  take(files: readonly ChosenFile[], options?: PreviewOptions): Promise<TakenImport>;
  /** Ends a preview or commit; what it began is taken back. */
  cancel(run: string): { readonly cancelled: boolean };
  /** What was wrong with the files of a plan, page by page. Throws `plan-expired`. */
  problems(token: string, page: ProblemPage): Promise<readonly Problem[]>;
  /** When nothing is being written or taken back: another write would hold its thread until then. */
  idle(): Promise<void>;
  list(): readonly ImportedReport[];
  history(account?: Account): ReportHistory;
  undo(importId: number): Promise<{ readonly removed: number }>;
  /** Streams stored orders for learning and replay, in an order that does not depend on when they were imported. */
  orders(filter?: { readonly program?: Program }): IterableIterator<StoredOrder>;
  /** Gives a network's first account a name; its rows stay the same. */
  nameAccount(network: string, name: string): { readonly named: number };
  /** What summed-up reports say (clicks, views, category totals): beside the orders, never added to them. */
  aggregates(): readonly Aggregate[];
  /** The person's mappings of other networks' reports. */
  mappings(): readonly MappingTemplate[];
  saveMapping(template: MappingTemplate): void;
  removeMapping(header: readonly string[]): { readonly removed: boolean };
  close(): Promise<void>;
}

export interface ImportParts {
  readonly database: Database;
  readonly now: () => Date;
  readonly onProgress?: (run: string, progress: ImportProgress) => void;
  /** False: read and write in the calling thread, as tests of a few rows do. */
  readonly thread?: boolean;
}

/** Which long steps are running, by their names. */
const createRuns = (onProgress: ImportParts['onProgress']) => {
  const running = new Map<string, { cancelled: boolean }>();
  return {
    watch: async <Value>(run: string | undefined, step: (watch: Watch) => Promise<Value>): Promise<Value> => {
      if (run === undefined) return step({});
      const state = { cancelled: false };
      running.set(run, state);
      try {
        return await step({
          isCancelled: () => state.cancelled,
          onProgress: progress => onProgress?.(run, progress),
        });
      } finally {
        if (running.get(run) === state) running.delete(run);
      }
    },
    cancel: (run: string): boolean => {
      const state = running.get(run);
      if (state) state.cancelled = true;
      return state !== undefined;
    },
  };
};

/**
 * Reads reports, plans what they would change, and writes a plan once the person agrees. Reading and writing run in a thread of their own
 * with their own connection; a database in memory, which no other thread can open, is served in this one.
 */
export const createImports = ({ database, now, onProgress, thread = true }: ImportParts): Imports => {
  const store = createImportStore(database);
  const mappings = createMappingStore(database);
  const isAlone = !thread || database.file === ':memory:';
  const planner = isAlone ? createPlanner(database) : createImportThread(database.file);
  const runs = createRuns(onProgress);
  const writing = new Set<Promise<unknown>>();
  const written = async <Value>(write: Promise<Value>): Promise<Value> => {
    writing.add(write);
    try {
      return await write;
    } finally {
      writing.delete(write);
    }
  };
  return {
    preview: (files, { answers = {}, run, look = false } = {}) =>
      runs.watch(run, watch => planner.preview(files, answers, { watch, look })),
    commit: (token, { run } = {}) =>
      written(runs.watch(run, watch => planner.commit(token, now().toISOString(), watch))),
    take: (files, { answers = {}, run } = {}) =>
      written(
        runs.watch(run, watch => planner.take(files, answers, { importedAt: now().toISOString(), watch })),
      ),
    cancel: run => ({ cancelled: runs.cancel(run) }),
    problems: (token, page) => planner.problems(token, page),
    list: () => store.list(),
    history: account => store.history(account),
    undo: async importId => ({ removed: await written(planner.undo(importId)) }),
    idle: async () => {
      await Promise.allSettled(writing);
      await planner.takenBack();
    },
    orders: filter => store.orders(filter ?? {}),
    nameAccount: (network, name) => ({ named: store.nameFirstAccount(network, name) }),
    aggregates: () => store.aggregates(),
    mappings: () => mappings.list(),
    saveMapping: template => mappings.save(template),
    removeMapping: header => ({ removed: mappings.remove(header) }),
    close: () => planner.close(),
  };
};
