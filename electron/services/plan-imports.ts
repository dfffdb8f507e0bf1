import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { FailureError } from '../../shared/contract/answer.ts';
import type { ImportOutcome, ImportPlan, ReportPlan } from '../../shared/domain/import-plan.ts';
import type { ImportAnswers } from '../../shared/domain/import-question.ts';
import { timeZoneSchema } from '../../shared/domain/time-zone.ts';
import type { Problem } from '../../shared/domain/report.ts';
import type { Database } from '../storage/database.ts';
import { createImportStore } from '../storage/import-store.ts';
import { createMappingStore } from '../storage/mapping-store.ts';
import { createSettingStore } from '../storage/setting-store.ts';
import type { RowSink, Staging } from '../storage/staging.ts';
import { storageFailure } from '../storage/storage-failure.ts';
import { cancelled } from './reading-meter.ts';
import { readFiles, type ChosenFile, type ReadFiles, type Watch } from './read-files.ts';

export interface TakeOptions {
  readonly importedAt: string;
  readonly watch: Watch;
}

export interface PreviewGiven {
  readonly watch: Watch;
  /** The plan is not kept. */
  readonly look: boolean;
}

/** `outcome` is null when the plan has questions. */
export interface TakenImport {
  readonly plan: ImportPlan;
  readonly outcome: ImportOutcome | null;
}

export interface ProblemPage {
  readonly offset: number;
  readonly limit: number;
}

/** The work of importing, in whichever thread it runs. */
export interface Planner {
  preview(files: readonly ChosenFile[], answers: ImportAnswers, given: PreviewGiven): Promise<ImportPlan>;
  commit(token: string, importedAt: string, watch: Watch): Promise<ImportOutcome>;
  /** Plans and writes in one go, unless something must be asked: then nothing is written. */
  take(files: readonly ChosenFile[], answers: ImportAnswers, given: TakeOptions): Promise<TakenImport>;
  /** Some of what was wrong with a plan's files. Throws `plan-expired` when the plan is unknown. */
  problems(token: string, page: ProblemPage): Promise<readonly Problem[]>;
  undo(importId: number): Promise<number>;
  /** When nothing of a cancelled step is left to be taken back. */
  takenBack(): Promise<void>;
  close(): Promise<void>;
}

const keptPlans = 3;

const totalOf = (plan: ImportPlan): Omit<ImportOutcome, 'importId'> => {
  const add = (count: (report: ReportPlan) => number): number =>
    plan.reports.reduce((total, report) => total + count(report), 0);
  return {
    new: add(report => report.new),
    changed: add(report => report.changed),
    same: add(report => report.same),
    refused: add(report => report.refused),
  };
};

/** The last moment at which a cancel ends a step. */
const finishOrCancel = ({ mayFinish, isCancelled }: Watch): void => {
  if (mayFinish?.() === false || isCancelled?.() === true) throw cancelled();
};

const zonesSchema = z.record(z.string(), timeZoneSchema).catch({});

/** The zones of the reports imported last, by kind and home: the next file of the kind is most likely in the same. */
const createZoneMemory = (database: Database) => {
  const settings = createSettingStore(database);
  const all = (): Readonly<Record<string, string>> => zonesSchema.parse(settings.get('report-zones') ?? {});
  return {
    all,
    remember: ({ reports }: ImportPlan): void => {
      const said = reports.flatMap(({ kind, zones }) =>
        zones ? [[`${kind} ${zones.home}`, zones.written] as const] : [],
      );
      if (said.length > 0) settings.set('report-zones', { ...all(), ...Object.fromEntries(said) });
    },
  };
};

/** Plans and writes imports over one connection, in the thread it is called in; `read` may read in another. */
export const createPlanner = (database: Database, read: ReadFiles = readFiles): Planner => {
  const store = createImportStore(database);
  const mappings = createMappingStore(database);
  const zones = createZoneMemory(database);
  const plans = new Map<string, { readonly plan: ImportPlan; readonly staging: Staging }>();

  const forget = (token: string): void => {
    plans.get(token)?.staging.discard();
    plans.delete(token);
  };
  const guarded = <Value>(work: () => Value): Value => {
    try {
      return work();
    } catch (error) {
      throw storageFailure(error, database.file);
    }
  };

  /** The last step of a write's transaction: what is remembered of a plan is kept with its rows or not at all. */
  const finish = (plan: ImportPlan, watch: Watch): void => {
    zones.remember(plan);
    finishOrCancel(watch);
  };

  /** Dropping a million staged rows takes a moment that nobody should wait for. */
  const afterAnswer = (work: () => void): void => {
    setImmediate(() => {
      if (database.connection.open) work();
    });
  };

  /** The plan's token is worth nothing until it is kept. */
  const collect = async (
    files: readonly ChosenFile[],
    given: { readonly answers: ImportAnswers; readonly watch: Watch },
    sink: RowSink,
  ): Promise<ImportPlan> => {
    const aids = {
      ...given,
      templates: mappings.list(),
      accounts: store.accounts(),
      zones: zones.all(),
      ofFile: (digest: Buffer) => store.ofFile(digest),
    };
    return { token: randomUUID(), ...(await read(files, aids, sink)) };
  };

  const preview: Planner['preview'] = async (files, answers, { watch, look }) => {
    const staging = guarded(() => store.stage());
    try {
      const plan = await collect(files, { answers, watch }, staging);
      if (look) {
        afterAnswer(() => staging.discard());
        return plan;
      }
      plans.set(plan.token, { plan, staging });
      for (const token of [...plans.keys()].slice(0, -keptPlans)) forget(token);
      return plan;
    } catch (error) {
      afterAnswer(() => staging.discard());
      throw storageFailure(error, database.file);
    }
  };

  const take: Planner['take'] = async (files, answers, { importedAt, watch }) => {
    const direct = guarded(() => store.direct(importedAt));
    try {
      const plan = await collect(files, { answers, watch }, direct);
      if ((plan.questions ?? []).length > 0) {
        direct.abandon();
        return { plan, outcome: null };
      }
      const importId = direct.finish(() => finish(plan, watch));
      return { plan, outcome: { importId, ...totalOf(plan) } };
    } catch (error) {
      direct.abandon();
      throw storageFailure(error, database.file);
    }
  };

  const commit: Planner['commit'] = async (token, importedAt, watch) => {
    const { onProgress, isCancelled } = watch;
    const planned = plans.get(token);
    if (!planned) throw new FailureError({ kind: 'plan-expired' });
    const hear = (rows: number, total: number): void => {
      if (isCancelled?.() === true) throw cancelled();
      onProgress?.({ done: rows, total, rows });
    };
    try {
      const importId = guarded(() =>
        planned.staging.commit(importedAt, { hear, beforeEnd: () => finish(planned.plan, watch) }),
      );
      afterAnswer(() => forget(token));
      return { importId, ...totalOf(planned.plan) };
    } catch (error) {
      // A full disk or a busy library can be mended, and then the same plan is agreed to again.
      const canRetry = error instanceof FailureError && error.failure.kind === 'storage';
      if (!canRetry) afterAnswer(() => forget(token));
      throw error;
    }
  };

  return {
    preview,
    commit,
    take,
    problems: async (token, { offset, limit }) => {
      const planned = plans.get(token);
      if (!planned) throw new FailureError({ kind: 'plan-expired' });
      return planned.staging.problems(offset, limit);
    },
    undo: async importId => guarded(() => store.undo(importId)),
    takenBack: async () => undefined,
    close: async () => [...plans.keys()].forEach(forget),
  };
};
