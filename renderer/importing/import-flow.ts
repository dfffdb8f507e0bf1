import { notifications } from '@mantine/notifications';
import { create } from 'zustand';
import { FailureError } from '../../shared/contract/answer.ts';
import type { ImportOutcome, ImportPlan } from '../../shared/domain/import-plan.ts';
import type { ImportAnswer, ImportAnswers } from '../../shared/domain/import-question.ts';
import type { OfferedFile } from '../../shared/contract/contract.ts';
import { failureSentence } from '../../shared/words/failure.ts';
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
  /** `files`: of an import that can go on once what is in its way is gone. */
  | { readonly kind: 'failed'; readonly error: unknown; readonly files?: readonly OfferedFile[] };

/** How far a long step is. */
export interface StepProgress {
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
  /** Plans them again with several answers. */
  readonly answerAll: (planned: PlannedImport, given: ImportAnswers) => Promise<void>;
  readonly commit: (planned: PlannedImport) => Promise<void>;
  /** Asks anew for all that rests on the library; a plan that waits was made for the library as it was, and is made again. */
  readonly libraryChanged: () => Promise<void>;
  /** Ends the step under way; nothing of it remains. */
  readonly cancel: () => void;
  readonly reset: () => void;
}

/** Everything that was learned from reports may have changed. */
const forgetReports = async (): Promise<void> => {
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
const waiting = (stage: ImportStage): readonly OfferedFile[] =>
  stage.kind === 'plan' || stage.kind === 'failed' ? (stage.files ?? []) : [];

/** Files that are read together, with what has been answered about some of them. */
interface Pile {
  readonly names: readonly string[];
  readonly files: Promise<readonly OfferedFile[]>;
  readonly answers: ImportAnswers;
}

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

/** One step on its way, under a name of its own. */
interface Turn {
  readonly run: string;
  /** False once another step has begun. */
  readonly isCurrent: () => boolean;
  /** True once the person has had enough of it. */
  readonly isCancelled: () => boolean;
}

type Step = (turn: Turn) => Promise<ImportStage>;

/** Runs one step at a time with its progress in the store, and turns what goes wrong into a stage. A step that another has overtaken says nothing more. */
const createSteps = (set: (change: Partial<ImportFlow>) => void) => {
  let current: { readonly run: string; cancelled: boolean } | null = null;
  const cancel = (): void => {
    if (!current) return;
    current.cancelled = true;
    void ask('report.cancel', { run: current.run }).catch(() => undefined);
  };
  const take = async (step: Step): Promise<void> => {
    cancel();
    const mine = { run: crypto.randomUUID(), cancelled: false };
    current = mine;
    const { run } = mine;
    const isCurrent = (): boolean => current === mine;
    const begun = { startedAt: performance.now(), done: 0, total: 0, rows: 0 };
    set({ progress: begun });
    const stop = bridge().listen(event => {
      if (event.kind !== 'progress' || event.run !== run || !isCurrent()) return;
      set({ progress: { ...begun, done: event.done, total: event.total, rows: event.rows ?? 0 } });
    });
    try {
      const stage = await step({ run, isCurrent, isCancelled: () => mine.cancelled });
      if (isCurrent()) set({ stage, progress: null });
    } catch (error) {
      if (!isCurrent()) return;
      const wasCancelled = failureOf(error).kind === 'cancelled';
      if (wasCancelled) notifications.show({ message: reportsWords.cancelled });
      set({ stage: wasCancelled ? { kind: 'idle' } : { kind: 'failed', error }, progress: null });
    } finally {
      stop();
      if (isCurrent()) current = null;
    }
  };
  return { take, cancel };
};

/**
 * A step whose files are dropped when it fails or is cancelled, unless a newer step reads them, or they can be read once the sample is
 * gone. The app knows of nothing to cancel before it is asked: while files are still handed over, that is seen here.
 */
const orDrop =
  (files: readonly OfferedFile[], step: (run: string) => Promise<ImportStage>): Step =>
  async ({ run, isCurrent, isCancelled }) => {
    try {
      if (isCancelled()) throw new FailureError({ kind: 'cancelled' });
      return await step(run);
    } catch (error) {
      if (failureOf(error).kind === 'sample-in-library') return { kind: 'failed', error, files };
      if (isCurrent()) drop(files);
      throw error;
    }
  };

/** What new files join: those that are being read, or that wait for the person's word. */
const pileAt = (stage: ImportStage, reading: Pile | null): Pile | null => {
  if (stage.kind === 'reading') return reading;
  if (stage.kind !== 'plan' && stage.kind !== 'asking') return null;
  const { files, answers } = stage;
  return { names: files.map(({ name }) => name), files: Promise.resolve(files), answers };
};

export const useImportFlow = create<ImportFlow>()((set, get) => {
  const { take, cancel } = createSteps(set);
  let reading: Pile | null = null;
  return {
    stage: { kind: 'idle' },
    progress: null,
    read: async (names, offer) => {
      const { stage } = get();
      if (stage.kind === 'writing') {
        notifications.show({ message: reportsWords.stillWriting });
        return;
      }
      const before = pileAt(stage, reading);
      if (stage.kind === 'failed') drop(waiting(stage));
      const pile: Pile = {
        names: [...(before?.names ?? []), ...names],
        files: Promise.all([before?.files ?? [], offer()]).then(parts => parts.flat()),
        answers: before?.answers ?? {},
      };
      reading = pile;
      set({ stage: { kind: 'reading', files: pile.names } });
      await take(async turn => {
        const files = await pile.files.catch((error: unknown) => {
          if (stage.kind !== 'plan') throw error;
          notifications.show({ color: 'red', message: failureSentence(failureOf(error)) });
          return null;
        });
        // What was answered before stays good when nothing could join it.
        if (files === null) return stage;
        return orDrop(files, run => preview(run, files, pile.answers))(turn);
      });
    },
    answer: (planned, questionIds, answer) =>
      get().answerAll(planned, Object.fromEntries(questionIds.map(id => [id, answer]))),
    answerAll: async ({ plan, files, answers }, given) => {
      set({ stage: { kind: 'asking', plan, files, answers } });
      await take(orDrop(files, run => preview(run, files, { ...answers, ...given })));
    },
    commit: async planned => {
      set({ stage: { ...planned, kind: 'writing' } });
      const { plan } = planned;
      const write = async (run: string): Promise<ImportStage> => ({
        kind: 'done',
        plan,
        outcome: await ask('report.commit', { token: plan.token, run }),
      });
      await take(orDrop(planned.files, write));
      if (get().stage.kind === 'done') await forgetReports();
    },
    libraryChanged: async () => {
      const { stage, answerAll } = get();
      const again = stage.kind === 'plan' || stage.kind === 'asking' ? answerAll(stage, {}) : undefined;
      await Promise.all([again, forgetReports()]);
    },
    cancel,
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
