import type { Failure } from '../../shared/contract/answer.ts';
import type { ImportAnswers } from '../../shared/domain/import-question.ts';
import type { ProblemPage } from './plan-imports.ts';
import type { ChosenFile, ImportProgress } from './read-files.ts';

/** What the import thread is given when it starts. */
export interface ImportThreadData {
  readonly file: string;
}

export type ImportTask =
  | {
      readonly kind: 'preview';
      readonly files: readonly ChosenFile[];
      readonly answers: ImportAnswers;
      readonly look: boolean;
    }
  | { readonly kind: 'commit'; readonly token: string; readonly importedAt: string }
  | {
      readonly kind: 'take';
      readonly files: readonly ChosenFile[];
      readonly answers: ImportAnswers;
      readonly importedAt: string;
    }
  | { readonly kind: 'problems'; readonly token: string; readonly page: ProblemPage }
  | { readonly kind: 'undo'; readonly importId: number }
  | { readonly kind: 'close' };

/** Where a step stands: whoever moves it on from `running` decides whether it is cancelled or becomes final. */
export const stepIs = { running: 0, cancelled: 1, final: 2 } as const;

/** A task with the flag (of `stepIs`) that both sides see even in the middle of a long step. */
export interface ImportRequest {
  readonly id: number;
  readonly task: ImportTask;
  readonly cancelFlag: Int32Array;
}

export type ImportReply =
  | { readonly kind: 'progress'; readonly id: number; readonly progress: ImportProgress }
  | { readonly kind: 'done'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly failure: Failure }
  | { readonly kind: 'broken'; readonly id: number; readonly message: string; readonly stack: string };
