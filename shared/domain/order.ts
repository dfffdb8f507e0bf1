import type { Day } from './day.ts';
import type { Currency, Minor, PartsPerMillion } from './money.ts';
import type { ReportProgram } from './program.ts';
import type { ReportKind } from './report.ts';

/**
 * What one row of a report says happened. `ordered` rows (Fee-Orders) describe the same sales as `earned` rows (Fee-Earnings):
 * money and items are summed over `earned` rows only; `ordered` rows give order days.
 */
export type RowMeasure = 'earned' | 'ordered' | 'bounty';

/**
 * `settled` earned for good; `pending` estimated money only; `returned` a return row (negative money) or a full refund;
 * `ineligible` earns nothing; `ordered` not yet shipped.
 */
export type OrderStatus = 'settled' | 'pending' | 'returned' | 'ineligible' | 'frozen' | 'ordered';

/** One row of an order-level report, in the domain's words. Null = the report does not say; never a guess. */
export interface Order {
  readonly program: ReportProgram;
  readonly report: ReportKind;
  readonly measure: RowMeasure;
  /** `onsite` is on-Amazon (influencer) income that no TikTok traffic made. */
  readonly stream: 'offsite' | 'onsite';
  readonly status: OrderStatus;
  readonly currency: Currency;
  readonly orderedOn: Day | null;
  /** Day of shipping (Amazon): it decides the rate card. */
  readonly shippedOn: Day | null;
  /** Day the commission was settled (TikTok Shop). */
  readonly settledOn: Day | null;
  readonly orderId: string | null;
  readonly skuId: string | null;
  /** ASIN or TikTok Shop product id. */
  readonly productId: string;
  readonly productName: string;
  /** Category as the report names it. */
  readonly category: string | null;
  readonly seller: string | null;
  /** Tracking id (Amazon). */
  readonly trackingId: string | null;
  /** Account that the row itself names (a seller's export names creators); absent where it is the report's. */
  readonly account?: string;
  readonly contentId: string | null;
  readonly contentType: string | null;
  /** Amazon: the shopper bought the very product linked. */
  readonly direct: boolean | null;
  /** Price of one item. */
  readonly price: Minor | null;
  /** Items ordered or shipped in this row. */
  readonly items: number;
  /** Items returned or refunded in this row. */
  readonly returned: number;
  /** Commission base of this row, negative on return rows; the actual base for TikTok Shop, null while pending. */
  readonly base: Minor | null;
  /** Commission earned, negative on return rows; null while pending. */
  readonly commission: Minor | null;
  readonly estimatedBase: Minor | null;
  readonly estimatedCommission: Minor | null;
  /** Standard commission rate that the report states. */
  readonly rate: PartsPerMillion | null;
}

/** An order as stored, with where it came from. */
export interface StoredOrder extends Order {
  readonly id: number;
  readonly reportId: number;
  readonly line: number;
}
