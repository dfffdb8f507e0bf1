import type { Day } from './day.ts';
import type { Currency, Minor, PartsPerMillion } from './money.ts';
import type { Program } from './program.ts';
import type { Provenance } from './provenance.ts';

/** Terms under which past orders are priced again. */
export type ReplayTerms =
  | {
      readonly kind: 'amazon-card';
      readonly cardId: string;
      /** Category (as reports or the card name it) by product id or product name, for orders whose report names none. */
      readonly categories?: Readonly<Record<string, string>> | undefined;
    }
  | {
      readonly kind: 'tiktok-shop';
      /** Plan rate by category as the report names it; `other` for the rest. Null = the category is listed as unmatched. */
      readonly rates: Readonly<Record<string, PartsPerMillion>>;
      readonly other: PartsPerMillion | null;
      /** Share of the commission an agency keeps. */
      readonly agencyShare: PartsPerMillion;
    };

/** How a line's category was known: the report says it; another report names the same product; the person assigned it. */
export type CategorySource = 'report' | 'product-name' | 'assigned';

export interface ReplayLine {
  /** Category as the report names it; the product's name where no report tells a category. */
  readonly category: string;
  /** Null = no category known. */
  readonly categorySource: CategorySource | null;
  /** Category of the card or plan that was used; null = unmatched, excluded from `replayed`. */
  readonly matchedTo: string | null;
  readonly ratePpm: PartsPerMillion | null;
  /** Orders where the report has order ids, rows that sold something else. */
  readonly orders: number;
  /** Items sold less items returned. */
  readonly items: number;
  readonly base: Minor;
  readonly actual: Minor;
  readonly replayed: Minor | null;
  /** For a product without a category: the likeliest namesake in another report. Never used until the person assigns it. */
  readonly suggestion: { readonly category: string; readonly productName: string } | null;
  /** Product id to assign a category to (`ReplayTerms.categories`); null where the report names categories. */
  readonly productId: string | null;
}

/** Rows that are not priced again, and why. */
export interface ReplaySkipped {
  /** Not settled yet: estimated money only. */
  readonly pending: { readonly rows: number; readonly estimatedCommission: Minor };
  /** Paid, but the report does not say on how much: nothing to take another rate of. Absent = none. */
  readonly withoutBase?: { readonly rows: number; readonly commission: Minor };
  /** On-Amazon income that no video made. */
  readonly onsite: { readonly rows: number; readonly commission: Minor };
  readonly bounties: { readonly rows: number; readonly commission: Minor };
  /** Only under TikTok Shop terms: what Amazon shoppers bought beside the linked product, which no TikTok Shop video sells. */
  readonly beside?: { readonly rows: number; readonly commission: Minor };
  /** Only under TikTok Shop terms: gift cards without a rate of their own in the plan. */
  readonly giftCards?: { readonly rows: number; readonly commission: Minor };
  /** Ineligible or frozen. */
  readonly unpaid: number;
  /** Rows in a currency other than `currency`. */
  readonly otherCurrency: number;
}

/** Past orders of one program priced under other terms, row by row, to the minor unit. */
export interface Replay {
  readonly program: Program;
  readonly terms: ReplayTerms;
  readonly termsLabel: string;
  readonly currency: Currency;
  /** First and last day of the rows priced: shipped (Amazon), settled (TikTok Shop), else ordered. */
  readonly from: Day | null;
  readonly to: Day | null;
  readonly orders: number;
  /** Commission as the reports state it, over all lines; a stated fee may differ from base × card by a cent a row. */
  readonly actual: Minor;
  /** The same over matched lines: the fair partner of `replayed`. */
  readonly actualMatched: Minor;
  readonly replayed: Minor;
  readonly lines: readonly ReplayLine[];
  readonly unmatched: readonly ReplayLine[];
  /** Matched lines by month of the same day as `from`. */
  readonly months: readonly { readonly month: string; readonly actual: Minor; readonly replayed: Minor }[];
  readonly skipped: ReplaySkipped;
  /**
   * Identical traffic is not assumed: the replayed total when orders and basket move through the ranges that scenarios believe in.
   */
  readonly band: ReplayBand;
}

export interface ReplayBand {
  /** 80 % of futures if these move independently (their log half-widths added in quadrature around their middles). */
  readonly low: Minor;
  readonly high: Minor;
  /** Widest first: the first drives the band. Empty within one program. */
  readonly drivers: readonly {
    readonly name: 'conversion' | 'basket' | 'availability';
    readonly lowFactor: number;
    readonly highFactor: number;
    /** Replayed total with only this one at its low and high end. */
    readonly low: Minor;
    readonly high: Minor;
    readonly provenance: Provenance;
  }[];
}
