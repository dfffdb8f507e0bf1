import type { Aggregate } from './aggregate.ts';
import type { Day } from './day.ts';
import type { ImportQuestion } from './import-question.ts';
import type { Currency, Minor } from './money.ts';
import type { Order } from './order.ts';
import type { ReportProgram } from './program.ts';
import type { Problem, ReportKind } from './report.ts';

/** A row as the preview shows it. */
export interface PreviewRow {
  readonly line: number;
  readonly order: Order;
  readonly fate: 'new' | 'changed' | 'same';
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
  /** Commission of all its readable rows. */
  readonly commission: Minor;
  readonly estimatedCommission: Minor;
  /** Zone that its times were read in, where it writes none, and the one whose days are stored. */
  readonly zones?: { readonly written: string; readonly home: string };
  /** Id under which rows can be left out (`rows` answer); absent = nothing of it can. */
  readonly rowsId?: string;
  /** Rows that the person has left out. */
  readonly leftOut?: number;
  /** The first rows, for the eye. */
  readonly preview: readonly PreviewRow[];
  /** The first rows of an aggregated report, whose `preview` is empty. */
  readonly figures?: readonly Aggregate[];
  /** Mapped reports: the template's name. */
  readonly template?: string;
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
