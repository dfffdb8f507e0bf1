import { create } from 'zustand';
import type { ImportOutcome, ImportPlan } from '../../shared/domain/import-plan.ts';
import type { ImportAnswer, ImportAnswers } from '../../shared/domain/import-question.ts';
import type { OfferedFile } from '../../shared/contract/contract.ts';
import { ask } from '../asking/ask.ts';
import { queryClient } from '../asking/query-client.ts';
import { bridge } from '../bridge/bridge.ts';

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

interface ImportFlow {
  readonly stage: ImportStage;
  readonly read: (names: readonly string[], offer: () => Promise<readonly OfferedFile[]>) => Promise<void>;
  /** Plans the same files again with the answer to one question. */
  readonly answer: (planned: PlannedImport, questionId: string, answer: ImportAnswer) => Promise<void>;
  readonly commit: (planned: PlannedImport) => Promise<void>;
  readonly reset: () => void;
}

const preview = async (files: readonly OfferedFile[], answers: ImportAnswers): Promise<PlannedImport> => ({
  plan: await ask('report.preview', { files: files.map(file => file.id), answers }),
  files,
  answers,
});

/** Everything that was learned from reports may have changed. */
export const forgetReports = async (): Promise<void> => {
  await Promise.all(
    ['report.list', 'report.history', 'replay.options', 'replay.run'].map(name =>
      queryClient.invalidateQueries({ queryKey: [name] }),
    ),
  );
};

export const useImportFlow = create<ImportFlow>()(set => ({
  stage: { kind: 'idle' },
  read: async (names, offer) => {
    set({ stage: { kind: 'reading', files: names } });
    try {
      set({ stage: { kind: 'plan', ...(await preview(await offer(), {})) } });
    } catch (error) {
      set({ stage: { kind: 'failed', error } });
    }
  },
  answer: async ({ plan, files, answers }, questionId, answer) => {
    set({ stage: { kind: 'asking', plan, files, answers } });
    try {
      const next = { ...answers, [questionId]: answer };
      set({ stage: { kind: 'plan', ...(await preview(files, next)) } });
    } catch (error) {
      set({ stage: { kind: 'failed', error } });
    }
  },
  commit: async planned => {
    set({ stage: { ...planned, kind: 'writing' } });
    const { plan } = planned;
    try {
      const outcome = await ask('report.commit', { token: plan.token });
      set({ stage: { kind: 'done', plan, outcome } });
      await forgetReports();
    } catch (error) {
      set({ stage: { kind: 'failed', error } });
    }
  },
  reset: () => set({ stage: { kind: 'idle' } }),
}));

/** Reads files that were dropped or picked in the page. */
export const readFiles = async (files: readonly File[]): Promise<void> => {
  if (files.length === 0) return;
  await useImportFlow.getState().read(
    files.map(file => file.name),
    () => bridge().offer(files),
  );
};
