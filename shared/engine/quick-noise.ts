import { returnsCost } from './delays.ts';
import { kernel } from './kernel.ts';

/** Weeks of a program, or of some products on it, in expectation; in the kernels' memory. */
export interface WeekSums {
  /** Commission as it is earned: of all orders, or without those that come back in the week of the sale. */
  readonly gross: Float64Array;
  /** Commission of the orders that come back. */
  readonly returned: Float64Array;
  /** Squared commission of single orders, of all of them. */
  readonly squares: Float64Array;
}

export interface CountTerms {
  /** Returned orders are earned first, and taken back later. */
  readonly splits: boolean;
  readonly reverses: boolean;
  /** Over-dispersion: variance / mean − 1 of all orders. */
  readonly extra: number;
}

/**
 * Squared relative deviation of each week's net commission, into `out`. Kept orders are Poisson counts of an expectation whose own
 * variance is mean × extra, so theirs is mean·stays + extra·mean·stays².
 */
export const noiseRow = (sums: WeekSums, terms: CountTerms, out: Float64Array): void => {
  const { gross, returned, squares } = sums;
  const [from, back, square] = [gross.byteOffset, returned.byteOffset, squares.byteOffset];
  const { splits, extra } = terms;
  kernel.noiseRow(from, back, square, out.byteOffset, out.length, splits, returnsCost(terms), extra);
};
