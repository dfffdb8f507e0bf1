import type { Day } from './day.ts';
import type { Currency, Minor } from './money.ts';
import type { Order } from './order.ts';
import type { Quantity } from './quantity.ts';
import type { Account } from './account.ts';

/**
 * `earned`: credited by the program, on its way to be paid. `estimated`: what the program expects of sales that are not settled. The two are
 * never added: part of what is estimated will be refunded.
 */
export type PendingKind = 'earned' | 'estimated';

/** `overdue`: past the latest day of the rule, and still open in the newest report. `frozen` and `unknown` have no day. */
export type PendingState = 'expected' | 'overdue' | 'frozen' | 'unknown';

/** Money of one account and currency that is expected on one day. */
export interface PendingEntry extends Account {
  readonly currency: Currency;
  /** On-Amazon income, which no link of the person's made, is a stream of its own. */
  readonly stream: Order['stream'];
  readonly kind: PendingKind;
  readonly state: PendingState;
  /** The likeliest day, and the first and last that the rule allows; null where none is known. */
  readonly expected: { readonly on: Day; readonly from: Day; readonly to: Day } | null;
  readonly amount: Minor;
  /** Rows that it is the sum of. */
  readonly rows: number;
}

/** Why money is expected on these days. */
export interface PendingRule {
  readonly network: string;
  readonly currency: Currency | null;
  /** Days counted from the sale (`order`) or from the end of its month (`month-end`). */
  readonly countedFrom: 'order' | 'month-end';
  readonly days: { readonly low: number; readonly mode: number; readonly high: number };
  readonly provenance: Quantity['provenance'];
}

export interface PendingMoney {
  readonly asOf: Day;
  /** By expected day, those without one last. */
  readonly entries: readonly PendingEntry[];
  /** Of the entries, each once. */
  readonly rules: readonly PendingRule[];
}
