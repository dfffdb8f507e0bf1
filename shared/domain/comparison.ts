import type { Day } from './day.ts';
import type { Currency, Minor } from './money.ts';

/** Probability levels of every band, in this order. */
export const bandLevels = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95] as const;

/** One value per week per level of `bandLevels`: `values[level][week]`, exact sample quantiles in minor units. */
export interface Bands {
  readonly values: readonly (readonly number[])[];
  readonly mean: readonly number[];
}

/** A total over the horizon, in minor units. */
export interface Total {
  readonly mean: number;
  /** Monte-Carlo standard error of the mean. */
  readonly meanError: number;
  readonly sd: number;
  /** At `bandLevels`. */
  readonly quantiles: readonly number[];
}

export interface ProductTotal {
  readonly productId: string;
  readonly name: string;
  /** Means over futures. */
  readonly orders: number;
  readonly returned: number;
  readonly earned: Total;
}

/** Means over futures of the funnel of one strategy over the horizon. */
export interface Funnel {
  readonly views: number;
  readonly clicks: number;
  readonly orders: number;
  readonly returned: number;
}

export interface StrategyResult {
  readonly id: string;
  readonly label: string;
  /** Cumulative commission earned at the end of each week (reversals subtracted when they happen). */
  readonly earned: Bands;
  /** Cumulative cash received at the end of each week. */
  readonly paid: Bands;
  /** Mean commission earned and cash received within each week. */
  readonly weekly: { readonly earned: readonly number[]; readonly paid: readonly number[] };
  readonly totalEarned: Total;
  readonly totalPaid: Total;
  readonly byProgram: {
    readonly amazon: number;
    readonly tiktokShop: number;
    readonly storefront?: number;
  };
  readonly products: readonly ProductTotal[];
  readonly funnel: Funnel;
  /** Mean of the worst tenth of totals (CVaR 10 %). */
  readonly worstTenthMean: number;
  /** Median over futures of the lowest calendar month's earnings. */
  readonly worstMonth: number;
  /** Median over futures of the longest run of weeks without cash. */
  readonly cashGapWeeks: number;
  /** Probability that some full month earns less than the floor; null without a floor. */
  readonly belowFloor: number | null;
  /** Mean commission over the horizon by where it comes from; the parts add to the mean total. */
  readonly streams?: readonly StreamTotal[];
  /** Quantiles of the lowest calendar month, at `bandLevels`. */
  readonly worstMonthQuantiles?: readonly number[];
  /** Chance of reaching each goal of the scenario, with its Monte-Carlo standard error. */
  readonly goals?: readonly GoalResult[];
  /** Commission plus brand fees less costs over the horizon; absent without costs. */
  readonly net?: Total;
}

export type Stream =
  | 'amazon-links'
  | 'amazon-bounties'
  | 'on-amazon'
  | 'tiktok-video'
  | 'tiktok-live'
  | 'tiktok-showcase'
  | 'storefront';

export interface StreamTotal {
  readonly stream: Stream;
  readonly mean: number;
}

export interface GoalResult {
  readonly label: string;
  readonly probability: number;
  readonly error: number;
}

/** Strategy `b` minus strategy `a`, future by future. */
export interface PairResult {
  readonly a: string;
  readonly b: string;
  /** Share of futures in which b earns more (ties count half), and its Monte-Carlo standard error. */
  readonly probability: number;
  readonly probabilityError: number;
  readonly difference: Total;
  /** Cumulative difference by week. */
  readonly bands: Bands;
  /** Full runs: the futures (from 0) whose difference is nearest to its 10th, 50th and 90th percentile. */
  readonly examples?: readonly [number, number, number];
  /** Histogram of the difference over futures: `edges.length === counts.length + 1`, minor units. */
  readonly histogram: { readonly edges: readonly number[]; readonly counts: readonly number[] };
}

/** What happened to each policy event over the futures. */
export interface EventResult {
  readonly id: string;
  readonly label: string;
  /** Share of futures in which it starts within the horizon. */
  readonly share: number;
  /** Monte-Carlo standard error of `share`; absent in results of older versions. */
  readonly error?: number;
  /** The same chance as the scenario states it; null where that is not worked out (uncertain days within another event). */
  readonly assumed?: number | null;
  /** P10, P50, P90 of the start week among those futures; null when none. */
  readonly weeks: readonly [number, number, number] | null;
}

/** The answer to one scenario. Same scenario, seed and engine version: the same bits. */
export interface Comparison {
  readonly engine: string;
  readonly grade: 'quick' | 'full';
  readonly scenarioName: string;
  readonly seed: number;
  readonly trials: number;
  readonly currency: Currency;
  readonly start: Day;
  readonly weeks: number;
  /** Last day of each week. */
  readonly weekEnds: readonly Day[];
  readonly strategies: readonly StrategyResult[];
  /** Every strategy against the headline's `a`, headline pair first. */
  readonly pairs: readonly PairResult[];
  readonly events: readonly EventResult[];
}

/** Rounds an engine's float of minor units for storage and display. */
export const wholeMinor = (value: number): Minor => (Math.round(value) + 0) as Minor;
