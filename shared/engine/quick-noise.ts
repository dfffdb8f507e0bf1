/** One week of a program, or of some products on it, in expectation. */
export interface WeekSums {
  /** Commission as it is earned: of all orders, or without those that come back in the week of the sale. */
  readonly gross: number;
  /** Commission of the orders that come back. */
  readonly returned: number;
  /** Squared commission of single orders, of all of them. */
  readonly squares: number;
}

export interface CountTerms {
  /** Returned orders are earned first, and taken back later. */
  readonly splits: boolean;
  readonly reverses: boolean;
  /** Over-dispersion: variance / mean − 1 of all orders. */
  readonly extra: number;
}

/**
 * Squared relative deviation of a week's net commission. Kept orders are Poisson counts of an expectation whose own variance is
 * mean × extra, so theirs is mean·stays + extra·mean·stays².
 */
export const netVariance = (
  { gross, returned, squares }: WeekSums,
  { splits, reverses, extra }: CountTerms,
): number => {
  const all = splits ? gross : gross + returned;
  const lost = splits && !reverses ? 0 : returned;
  const stays = all > 0 ? 1 - lost / all : 0;
  return stays > 0 ? (squares / (all * all)) * (1 / stays + extra) : 0;
};
