import { create } from 'zustand';
import type { ImportOutcome, ImportPlan } from '../../shared/domain/import-plan.ts';
import type { OfferedFile } from '../../shared/contract/contract.ts';
import { ask } from '../asking/ask.ts';
import { queryClient } from '../asking/query-client.ts';
import { bridge } from '../bridge/bridge.ts';

/** Where an import stands. */
export type ImportStage =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly files: readonly string[] }
  | { readonly kind: 'plan'; readonly plan: ImportPlan }
  | { readonly kind: 'writing'; readonly plan: ImportPlan }
  | { readonly kind: 'done'; readonly plan: ImportPlan; readonly outcome: ImportOutcome }
  | { readonly kind: 'failed'; readonly error: unknown };

interface ImportFlow {
  readonly stage: ImportStage;
  readonly read: (names: readonly string[], offer: () => Promise<readonly OfferedFile[]>) => Promise<void>;
  readonly commit: (plan: ImportPlan) => Promise<void>;
  readonly reset: () => void;
}

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
      const offered = await offer();
      const plan = await ask('report.preview', { files: offered.map(file => file.id) });
      set({ stage: { kind: 'plan', plan } });
    } catch (error) {
      set({ stage: { kind: 'failed', error } });
    }
  },
  commit: async plan => {
    set({ stage: { kind: 'writing', plan } });
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
