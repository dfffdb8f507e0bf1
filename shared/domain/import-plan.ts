import type { Aggregate } from './aggregate.ts';
import type { Day } from './day.ts';
import type { ImportQuestion } from './import-question.ts';
import type { Currency, Minor } from './money.ts';
import type { Order } from './order.ts';
import type { ReportProgram } from './program.ts';
import type { Correction, Problem, ReportKind } from './report.ts';

/** A row as the preview shows it. */
export interface PreviewRow {
  readonly line: number;
  readonly order: Order;
  readonly fate: 'new' | 'changed' | 'same';
}

/** A row that cannot be stored as it is, with its cells, so that the person can correct it or leave it out. */
export interface RefusedRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly faults: readonly Pick<Problem, 'column' | 'text' | 'reason'>[];
}

/** A row whose cells the person has corrected, and which can be stored now. */
export interface CorrectedRow {
  readonly line: number;
  /** Its cells as they are in the file. */
  readonly cells: readonly string[];
  readonly corrections: readonly Correction[];
  /** As it would be stored; absent for rows of summed-up reports. */
  readonly order?: Order;
}

/** What importing one report (file, sheet or archive entry) would do. */
export interface ReportPlan {
  readonly file: string;
  readonly sheet: string | null;
  readonly kind: ReportKind;
  readonly program: ReportProgram;
  /** See `ImportedReport`. */
  readonly account: string | null;
  readonly rowAccounts?: readonly string[];
  readonly from: Day | null;
  readonly to: Day | null;
  readonly currency: Currency;
  /** Rows that would be stored, that update a stored row's status or money, and that are known already. */
  readonly new: number;
  readonly changed: number;
  readonly same: number;
  readonly refused: number;
  /** Commission earned in its readable rows, and what is expected of those that are not settled. */
  readonly commission: Minor;
  readonly estimatedCommission: Minor;
  /** Zone that its times were read in, where it writes none, and the one whose days are stored. */
  readonly zones?: { readonly written: string; readonly home: string };
  /** Id under which rows can be left out (`rows` answer); absent = nothing of it can. */
  readonly rowsId?: string;
  /** Names of its columns as they are in the file. */
  readonly header?: readonly string[];
  /** The first rows that were refused, and all that were corrected. */
  readonly refusedRows?: readonly RefusedRow[];
  readonly correctedRows?: readonly CorrectedRow[];
  /** Rows that the person has left out. */
  readonly leftOut?: number;
  /** The first rows, for the eye. */
  readonly preview: readonly PreviewRow[];
  /** The first rows of an aggregated report, whose `preview` is empty. */
  readonly figures?: readonly Aggregate[];
}

/** A table that no importer knows and no mapping could be proposed for. */
export interface UnknownTable {
  readonly id: string;
  readonly file: string;
  readonly sheet: string | null;
}

/** What an import would do, before anything is written; `token` commits exactly this. */
export interface ImportPlan {
  readonly token: string;
  readonly reports: readonly ReportPlan[];
  readonly problems: readonly Problem[];
  /** Problems beyond the first 200 are counted only. */
  readonly problemCount: number;
  /** What must be answered before the reports it concerns can be planned; preview again with the answers. */
  readonly questions?: readonly ImportQuestion[];
  /** Tables that nothing is known about: a `reading` answer under the id opens the mapping of their columns all the same. */
  readonly unknown?: readonly UnknownTable[];
  /** What the reports do not say and one answer is likely for: planned with the proposal, to be answered otherwise where that is wrong. */
  readonly assumed?: readonly ImportQuestion[];
}

/** What an import did. */
export interface ImportOutcome {
  readonly importId: number | null;
  readonly new: number;
  readonly changed: number;
  readonly same: number;
  readonly refused: number;
}
