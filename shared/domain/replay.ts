import type { Day } from './day.ts';
import type { Currency, Minor, PartsPerMillion } from './money.ts';
import type { Program } from './program.ts';

/** Terms under which past orders are priced again. */
export type ReplayTerms =
  | { readonly kind: 'amazon-card'; readonly cardId: string }
  | {
      readonly kind: 'tiktok-shop';
      /** Plan rate by category as the report names it; `other` for the rest. Null = the category is listed as unmatched. */
      readonly rates: Readonly<Record<string, PartsPerMillion>>;
      readonly other: PartsPerMillion | null;
      /** Share of the commission an agency keeps. */
      readonly agencyShare: PartsPerMillion;
    };

export interface ReplayLine {
  readonly category: string;
  /** Category of the card or plan that was used; null = unmatched, excluded from `replayed`. */
  readonly matchedTo: string | null;
  readonly ratePpm: PartsPerMillion | null;
  readonly orders: number;
  readonly items: number;
  readonly base: Minor;
  readonly actual: Minor;
  readonly replayed: Minor | null;
}

/** Past orders of one program priced under other terms, row by row, to the minor unit. */
export interface Replay {
  readonly program: Program;
  readonly terms: ReplayTerms;
  readonly termsLabel: string;
  readonly currency: Currency;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly orders: number;
  /** Commission that the reports say was earned, over matched lines and over all. */
  readonly actual: Minor;
  readonly actualMatched: Minor;
  readonly replayed: Minor;
  readonly lines: readonly ReplayLine[];
  readonly unmatched: readonly ReplayLine[];
  readonly months: readonly { readonly month: string; readonly actual: Minor; readonly replayed: Minor }[];
  /**
   * Identical traffic is not assumed: the replayed total when conversion, basket and availability each move through their range.
   */
  readonly band: ReplayBand;
}

export interface ReplayBand {
  readonly low: Minor;
  readonly high: Minor;
  readonly drivers: readonly {
    readonly name: 'conversion' | 'basket' | 'availability';
    readonly lowFactor: number;
    readonly highFactor: number;
    /** Replayed total with only this one at its low and high end. */
    readonly low: Minor;
    readonly high: Minor;
  }[];
}
