import { log1p } from './special/elementary.ts';
import { mostWeeks } from './calendar.ts';
import { returnsCost } from './delays.ts';
import { fastExp } from './fast-exp.ts';

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
export const netVariance = ({ gross, returned, squares }: WeekSums, terms: CountTerms): number => {
  const all = terms.splits ? gross : gross + returned;
  const lost = returnsCost(terms) ? returned : 0;
  const stays = all > 0 ? 1 - lost / all : 0;
  return stays > 0 ? (squares / (all * all)) * (1 / stays + terms.extra) : 0;
};

/** Beyond this squared relative deviation (fewer than four orders a week) Wilson and Hilferty's cube, cut at 0, would lose money. */
const mostSpread = 0.25;

// Constants of this module, so that the compiler embeds them in the loop below: see `sell-row.ts`.
const factors = new Float64Array(mostWeeks);
const spreads = new Float64Array(mostWeeks);
const few = new Int32Array(mostWeeks + 1);

/** What `scaleWeeks` gave; overwritten by the next. */
export const weekFactors = factors;

/** Rows of weeks of one program. */
export interface Scaling {
  /** Share of the videos, what events leave of the program's reach, and what multiplies all its orders. */
  readonly shares: Float64Array;
  readonly reach: Float64Array;
  readonly factor: number;
  /** Squared relative deviations at size 1, and a third of a normal score each. */
  readonly noise: Float64Array;
  readonly scores: Float64Array;
}

/**
 * Factors of each week's expected commission, into `weekFactors`: its size times a deviation of mean 1 whose variance falls as
 * the size grows: a gamma (Wilson–Hilferty), for few orders a lognormal.
 */
export const scaleWeeks = ({ shares, reach, factor, noise, scores }: Scaling): void => {
  const weeks = shares.length;
  let fewWeeks = 0;
  for (let week = 0; week < weeks; week++) {
    const size = shares[week]! * reach[week]! * factor;
    const spread = size > 0 ? noise[week]! / size : 0;
    const root = 1 - spread / 9 + scores[week]! * Math.sqrt(spread);
    factors[week] = size * root * root * root;
    spreads[week] = spread;
    few[fewWeeks] = week;
    fewWeeks = (fewWeeks + (spread > mostSpread || root < 0 ? 1 : 0)) | 0;
  }
  for (let i = 0; i < fewWeeks; i++) {
    const week = few[i]!;
    const variance = log1p(spreads[week]!);
    const deviation = fastExp(3 * scores[week]! * Math.sqrt(variance) - variance / 2);
    factors[week] = shares[week]! * reach[week]! * factor * deviation;
  }
};
