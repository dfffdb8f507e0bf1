import type { Day } from './day.ts';
import type { Currency, Minor } from './money.ts';
import type { ReportProgram } from './program.ts';

/** A family of downloadable report, recognised by its header set. */
export type ReportKind =
  | 'amazon.fee-earnings'
  | 'amazon.fee-orders'
  | 'amazon.bounty'
  | 'amazon.category'
  | 'amazon.linked-product'
  | 'amazon.tracking-id'
  | 'amazon.top-sellers'
  | 'amazon.creator-connections'
  | 'amazon.fee-orders-with-clicks'
  | 'amazon.fee-daily-trends'
  | 'amazon.fee-tracking'
  | 'amazon.fee-link-type'
  | 'amazon.data-feed'
  | 'tiktok.creator-orders'
  | 'tiktok.seller-orders'
  | 'tiktok.agency-orders'
  | 'tiktok.seller-income'
  | 'tiktok.video-list'
  | 'ltk.earnings'
  | 'instagram.insights'
  | 'mapped';

/** Something wrong with a file or one of its rows, as data; the sentence for it is in `shared/words/problem.ts`. */
export interface Problem {
  readonly file: string;
  readonly sheet: string | null;
  /** 1-based line of the file or row of the sheet; null when the whole file or sheet is meant. */
  readonly line: number | null;
  readonly column: string | null;
  /** The offending text as found. */
  readonly text: string | null;
  /** Stable code; words are made from it. */
  readonly reason: ProblemReason;
  /** `refused`: the row or file is not stored. `warning`: stored, but look. */
  readonly weight: 'refused' | 'warning';
}

/** What a cell held in the file, and what the person has put there. */
export interface Correction {
  /** Index of the column; −1 for a whole line that did not fit the columns. */
  readonly at: number;
  readonly name: string;
  readonly original: string;
  readonly corrected: string;
}

export type ProblemReason =
  | 'empty-file'
  | 'unreadable-file'
  | 'damaged-archive'
  | 'archive-too-large'
  | 'encrypted'
  | 'unknown-format'
  | 'unknown-report'
  | 'header-without-rows'
  | 'truncated'
  | 'missing-column'
  | 'duplicate-column'
  | 'missing-value'
  | 'not-a-number'
  /** One mark before three digits: thousands or decimals. */
  | 'ambiguous-number'
  | 'amount-too-large'
  | 'sum-too-large'
  | 'not-a-day'
  | 'ambiguous-day'
  | 'not-a-currency'
  | 'mixed-currency'
  | 'id-destroyed-by-excel'
  | 'too-many-cells'
  | 'too-few-cells'
  | 'contradicts-itself'
  | 'unknown-status'
  | 'repaired-quotes';

/** One report (a file, a sheet of a workbook, or a ZIP's entry) that has been imported. */
export interface ImportedReport {
  readonly id: number;
  readonly importId: number;
  readonly kind: ReportKind;
  readonly program: ReportProgram;
  readonly file: string;
  readonly sheet: string | null;
  /** Store ID, TikTok account … that the report belongs to; null = the program's first account, to which nobody has given a name. */
  readonly account: string | null;
  /** Accounts that its rows name themselves; `account` is then the only one of them, or null. */
  readonly rowAccounts?: readonly string[];
  readonly importedAt: string;
  /** First and last day of its rows. */
  readonly from: Day | null;
  readonly to: Day | null;
  readonly currency: Currency | null;
  readonly rows: number;
  readonly refused: number;
  readonly warnings: number;
  /** Commission actually earned in it; null for reports without money. */
  readonly commission: Minor | null;
}
