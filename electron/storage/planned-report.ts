import type { AggregateRow } from './aggregate-store.ts';
import type { Day } from '../../shared/domain/day.ts';
import type { Currency, Minor } from '../../shared/domain/money.ts';
import type { RowMeasure } from '../../shared/domain/order.ts';
import type { ReportProgram } from '../../shared/domain/program.ts';
import type { Correction, ReportKind } from '../../shared/domain/report.ts';

/** A correction with the line of its row. */
export interface RowCorrection extends Correction {
  readonly line: number;
}

/** What is known of a report before its rows are read. */
export interface ReportHead {
  readonly kind: ReportKind;
  readonly program: ReportProgram;
  readonly measure: RowMeasure | 'aggregate';
  readonly identity: 'cells' | 'order';
  readonly file: string;
  readonly sheet: string | null;
  readonly account: string | null;
}

/** What is known of it after. */
export interface ReportTail {
  readonly fileDigest: Buffer;
  /** Equal for two reports that say the same, in whatever file. */
  readonly contentDigest: Buffer;
  readonly currency: Currency | null;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly asOf: Day | null;
  readonly rows: number;
  readonly refused: number;
  readonly warnings: number;
  readonly commission: Minor | null;
  /** Accounts that its rows name; null where they name none. */
  readonly rowAccounts: readonly string[] | null;
  readonly trackingIds: readonly string[];
  readonly corrections: readonly RowCorrection[];
}

/** A report whose rows are staged, from row `first` to row `last` of the plan. */
export interface PlannedReport {
  readonly head: ReportHead;
  readonly tail: ReportTail;
  readonly first: number;
  readonly last: number;
  /** Rows of a summed-up report; such a report stages no orders. */
  readonly aggregates: readonly AggregateRow[];
}

export type Fate = 'new' | 'changed' | 'same';
export type FateCounts = Readonly<Record<Fate, number>>;

/** What committing a report's rows would do. */
export interface ReportFates {
  readonly counts: FateCounts;
  /** Of its first rows. */
  readonly first: readonly Fate[];
}

/** The account that a report as a whole belongs to: the only one that its rows name, where they name any. */
export const accountOf = (
  { account }: Pick<ReportHead, 'account'>,
  { rowAccounts }: Pick<ReportTail, 'rowAccounts'>,
): string | null => {
  if (rowAccounts === null) return account;
  return rowAccounts.length === 1 ? rowAccounts[0]! : null;
};

/** `row_accounts` and `tracking_ids` as they are stored. */
export const namesOf = ({ rowAccounts, trackingIds }: ReportTail): readonly (string | null)[] => [
  rowAccounts === null ? null : JSON.stringify(rowAccounts),
  trackingIds.length === 0 ? null : JSON.stringify(trackingIds),
];
