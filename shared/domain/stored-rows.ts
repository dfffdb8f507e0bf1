import type { Currency, Minor } from './money.ts';
import type { StoredOrder } from './order.ts';
import type { Correction } from './report.ts';

export interface StoredRow extends StoredOrder {
  readonly file: string;
  readonly sheet: string | null;
  /** The row's own account, else its report's. */
  readonly accountName: string | null;
  /** Cells that the person corrected, as they stood in the file. */
  readonly corrections: readonly Correction[];
}

/** A part of the library's rows, newest import first. */
export interface StoredRows {
  /** Rows that match, in all. */
  readonly total: number;
  readonly rows: readonly StoredRow[];
}

/** What commission can be broken down by. */
export const breakdownKeys = ['category', 'product', 'content', 'tracking-id'] as const;
export type BreakdownKey = (typeof breakdownKeys)[number];

/** One category, product, video or tracking id; `key` null = the report does not say, `others` = all beyond the largest few. */
export interface BreakdownPart {
  readonly key: string | null;
  readonly label: string | null;
  readonly others: boolean;
  readonly orders: number;
  readonly commission: Minor;
}

/** Earned off-site commission of one currency by month and by one of `breakdownKeys`. */
export interface Breakdown {
  readonly by: BreakdownKey;
  readonly currency: Currency;
  /** Largest first, `others` last. */
  readonly parts: readonly BreakdownPart[];
  /** `commission` in the order of `parts`; months without a row are absent. */
  readonly months: readonly { readonly month: string; readonly commission: readonly Minor[] }[];
}
