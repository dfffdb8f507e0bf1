import { notifications } from '@mantine/notifications';
import { create } from 'zustand';
import type { ImportOutcome, ImportPlan } from '../../shared/domain/import-plan.ts';
import type { ImportAnswer, ImportAnswers } from '../../shared/domain/import-question.ts';
import type { OfferedFile } from '../../shared/contract/contract.ts';
import { ask, failureOf } from '../asking/ask.ts';
import { queryClient } from '../asking/query-client.ts';
import { bridge } from '../bridge/bridge.ts';
import { reportsWords } from '../words/reports-words.ts';

/** A plan with the files it was made of, so that answered questions can make a better one. */
export interface PlannedImport {
  readonly plan: ImportPlan;
  readonly files: readonly OfferedFile[];
  readonly answers: ImportAnswers;
}

/** Where an import stands. */
export type ImportStage =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly files: readonly string[] }
  | ({ readonly kind: 'plan' | 'asking' | 'writing' } & PlannedImport)
  | { readonly kind: 'done'; readonly plan: ImportPlan; readonly outcome: ImportOutcome }
  | { readonly kind: 'failed'; readonly error: unknown };

/** How far a long step is. */
export interface StepProgress {
  readonly run: string;
  readonly startedAt: number;
  readonly done: number;
  readonly total: number;
  readonly rows: number;
}

interface ImportFlow {
  readonly stage: ImportStage;
  /** Of the step under way; null between steps. */
  readonly progress: StepProgress | null;
  readonly read: (names: readonly string[], offer: () => Promise<readonly OfferedFile[]>) => Promise<void>;
  /** Plans the same files again with an answer to one question, or the same to several. */
  readonly answer: (
    planned: PlannedImport,
    questionIds: readonly string[],
    answer: ImportAnswer,
  ) => Promise<void>;
  readonly commit: (planned: PlannedImport) => Promise<void>;
  /** Ends the step under way; nothing of it remains. */
  readonly cancel: () => void;
  readonly reset: () => void;
}

/** Everything that was learned from reports may have changed. */
export const forgetReports = async (): Promise<void> => {
  await Promise.all(
    [
      'report.list',
      'report.history',
      'report.rows',
      'report.breakdown',
      'report.pending',
      'replay.options',
      'replay.run',
      'scenario.get',
    ].map(name => queryClient.invalidateQueries({ queryKey: [name] })),
  );
};

/** Tells the app that files will not be imported; it keeps them until it closes where that does not reach it. */
const drop = (files: readonly OfferedFile[]): void => {
  if (files.length === 0) return;
  void ask('report.release', { files: files.map(file => file.id) }).catch(() => undefined);
};

/** Files of a plan that nobody has agreed to. */
const waiting = (stage: ImportStage): readonly OfferedFile[] => (stage.kind === 'plan' ? stage.files : []);

/** A step whose files are dropped when it fails or is cancelled. */
const orDrop = async (files: readonly OfferedFile[], step: Promise<ImportStage>): Promise<ImportStage> => {
  try {
    return await step;
  } catch (error) {
    drop(files);
    throw error;
  }
};

const preview = async (
  run: string,
  files: readonly OfferedFile[],
  answers: ImportAnswers,
): Promise<ImportStage> => ({
  kind: 'plan',
  plan: await ask('report.preview', { files: files.map(file => file.id), answers, run }),
  files,
  answers,
});

/** Runs a step under a name of its own, with its progress in the store, and turns what goes wrong into a stage. */
const createSteps = (set: (change: Partial<ImportFlow>) => void) => {
  const take = async (step: (run: string) => Promise<ImportStage>): Promise<void> => {
    const run = crypto.randomUUID();
    const begun = { run, startedAt: performance.now(), done: 0, total: 0, rows: 0 };
    set({ progress: begun });
    const stop = bridge().listen(event => {
      if (event.kind !== 'progress' || event.run !== run) return;
      set({ progress: { ...begun, done: event.done, total: event.total, rows: event.rows ?? 0 } });
    });
    try {
      const stage = await step(run);
      set({ stage, progress: null });
    } catch (error) {
      const wasCancelled = failureOf(error).kind === 'cancelled';
      if (wasCancelled) notifications.show({ message: reportsWords.cancelled });
      set({ stage: wasCancelled ? { kind: 'idle' } : { kind: 'failed', error }, progress: null });
    } finally {
      stop();
    }
  };
  return take;
};

export const useImportFlow = create<ImportFlow>()((set, get) => {
  const take = createSteps(set);
  return {
    stage: { kind: 'idle' },
    progress: null,
    read: async (names, offer) => {
      drop(waiting(get().stage));
      set({ stage: { kind: 'reading', files: names } });
      await take(async run => {
        const files = await offer();
        return orDrop(files, preview(run, files, {}));
      });
    },
    answer: async ({ plan, files, answers }, questionIds, answer) => {
      set({ stage: { kind: 'asking', plan, files, answers } });
      const given = Object.fromEntries(questionIds.map(id => [id, answer]));
      await take(run => orDrop(files, preview(run, files, { ...answers, ...given })));
    },
    commit: async planned => {
      set({ stage: { ...planned, kind: 'writing' } });
      const { plan } = planned;
      const write = async (run: string): Promise<ImportStage> => ({
        kind: 'done',
        plan,
        outcome: await ask('report.commit', { token: plan.token, run }),
      });
      await take(run => orDrop(planned.files, write(run)));
      if (get().stage.kind === 'done') await forgetReports();
    },
    cancel: () => {
      const run = get().progress?.run;
      if (run !== undefined) void ask('report.cancel', { run });
    },
    reset: () => {
      drop(waiting(get().stage));
      set({ stage: { kind: 'idle' } });
    },
  };
});

/** Reads files that were dropped or picked in the page. */
export const readFiles = async (files: readonly File[]): Promise<void> => {
  if (files.length === 0) return;
  await useImportFlow.getState().read(
    files.map(file => file.name),
    () => bridge().offer(files),
  );
};
