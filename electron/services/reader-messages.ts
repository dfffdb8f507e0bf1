import type { Failure } from '../../shared/contract/answer.ts';
import type { KnownAccount } from '../../shared/domain/account.ts';
import type { MappingTemplate } from '../../shared/domain/column-mapping.ts';
import type { ImportAnswers } from '../../shared/domain/import-question.ts';
import type { ImportedReport, Problem } from '../../shared/domain/report.ts';
import type { Aggregate } from '../../shared/domain/aggregate.ts';
import type { ReportFates, ReportHead, ReportTail } from '../storage/planned-report.ts';
import type { PackedBatch } from './packed-batch.ts';
import type { ChosenFile, ImportProgress, Readings } from './read-files.ts';

/** What the reading thread is asked to do. `flags` is shared: [cancelled, batches on their way]. */
export interface ReadTask {
  readonly files: readonly ChosenFile[];
  readonly answers: ImportAnswers;
  readonly templates: readonly MappingTemplate[];
  readonly accounts: readonly KnownAccount[];
  readonly zones: Readonly<Record<string, string>>;
  readonly flags: Int32Array;
}

export interface SummedRow {
  readonly key: Uint8Array;
  readonly line: number;
  readonly aggregate: Aggregate;
}

/** From the reading thread. Reports are numbered in the order they begin. */
export type FromReader =
  | { readonly kind: 'report'; readonly report: number; readonly head: ReportHead }
  | { readonly kind: 'rows'; readonly report: number; readonly batch: PackedBatch }
  | {
      readonly kind: 'end';
      readonly report: number;
      readonly tail: ReportTail;
      readonly summed: readonly SummedRow[];
    }
  | { readonly kind: 'abandon'; readonly report: number }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
  | { readonly kind: 'of-file'; readonly fileDigest: Uint8Array }
  | { readonly kind: 'progress'; readonly progress: ImportProgress }
  | { readonly kind: 'done'; readonly readings: Readings }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'broken'; readonly message: string; readonly stack: string };

/** To the reading thread: a task, or the answer to its last question. */
export type ToReader =
  | { readonly kind: 'task'; readonly task: ReadTask }
  | { readonly kind: 'fates'; readonly fates: ReportFates }
  | { readonly kind: 'reports'; readonly reports: readonly ImportedReport[] };

/** Places of `flags`. */
export const flagAt = { cancelled: 0, onTheirWay: 1 } as const;

/** Batches that may be on their way before the reader waits. */
export const mostOnTheirWay = 48;
