import { bandLevels } from '../domain/comparison.ts';
import type { Outcome } from './outcome.ts';
import { blockCount, type Plan } from './plan.ts';
import { describeTaken, takeSample } from './quantiles.ts';

/** Numbers kept of a sample: mean, its standard error, standard deviation, quantiles at `bandLevels`. */
export const summaryWidth = 3 + bandLevels.length;

/** The samples that are summarised, in this order; each one is a task of its own. */
export interface SummaryLayout {
  readonly earned: (strategy: number, week: number) => number;
  readonly paid: (strategy: number, week: number) => number;
  readonly product: (strategy: number, product: number) => number;
  readonly difference: (pair: number, week: number) => number;
  /** The whole horizon: its last week, but from all futures. */
  readonly total: (strategy: number) => number;
  readonly totalDifference: (pair: number) => number;
  readonly worstMonth: (strategy: number) => number;
  readonly cashGap: (strategy: number) => number;
  /** Null without costs. */
  readonly net: ((strategy: number) => number) | null;
  readonly count: number;
}

/** Pairs of strategy places: the headline's first, then every other strategy against the headline's `a`. */
export const pairsOf = (plan: Plan): readonly (readonly [number, number])[] => {
  const { a, b } = plan.scenario.headline;
  const place = (id: string): number => plan.strategies.findIndex(each => each.strategy.id === id);
  const first = place(a);
  const second = place(b);
  const rest = plan.strategies.map((_, i) => i).filter(i => i !== first && i !== second);
  return [second, ...rest].map(each => [first, each] as const);
};

export const summaryLayout = (plan: Plan): SummaryLayout => {
  const strategies = plan.strategies.length;
  const paid = strategies * plan.weeks;
  const product = 2 * paid;
  const difference = product + strategies * plan.products.length;
  const worstMonth = difference + pairsOf(plan).length * plan.weeks;
  const hasNet = plan.at.terms.costs !== null;
  const total = worstMonth + (hasNet ? 3 : 2) * strategies;
  const last = plan.weeks - 1;
  const keepsAll = plan.keptTrials === plan.trials;
  return {
    earned: (strategy, week) => strategy * plan.weeks + week,
    paid: (strategy, week) => paid + strategy * plan.weeks + week,
    product: (strategy, each) => product + strategy * plan.products.length + each,
    difference: (pair, week) => difference + pair * plan.weeks + week,
    worstMonth: strategy => worstMonth + strategy,
    cashGap: strategy => worstMonth + strategies + strategy,
    net: hasNet ? strategy => worstMonth + 2 * strategies + strategy : null,
    total: strategy => (keepsAll ? strategy * plan.weeks + last : total + strategy),
    totalDifference: pair => (keepsAll ? difference + pair * plan.weeks + last : total + strategies + pair),
    count: total + (keepsAll ? 0 : strategies + pairsOf(plan).length),
  };
};

/** Takes the sample of a task: a stretch of the outcome, or a paired difference. */
const takeTask = (plan: Plan, outcome: Outcome, task: number): Float64Array => {
  const { keptTrials, trials, weeks, products, strategies } = plan;
  const series = strategies.length * weeks;
  const stretch = (from: Float64Array, at: number, count = keptTrials): Float64Array =>
    from.subarray(at * count, (at + 1) * count);
  let at = task;
  if (at < series) return takeSample(stretch(outcome.earned, at));
  at -= series;
  if (at < series) return takeSample(stretch(outcome.paid, at));
  at -= series;
  if (at < strategies.length * products.length) return takeSample(stretch(outcome.productEarned, at));
  at -= strategies.length * products.length;
  const pairs = pairsOf(plan);
  if (at < pairs.length * weeks) {
    const [a, b] = pairs[Math.floor(at / weeks)]!;
    const week = at % weeks;
    return takeSample(stretch(outcome.earned, b * weeks + week), stretch(outcome.earned, a * weeks + week));
  }
  at -= pairs.length * weeks;
  const last = [outcome.worstMonth, outcome.cashGap, outcome.net];
  const rows = plan.at.terms.costs ? last.length : last.length - 1;
  if (at < rows * strategies.length)
    return takeSample(stretch(last[Math.floor(at / strategies.length)]!, at % strategies.length));
  at -= rows * strategies.length;
  if (at < strategies.length) return takeSample(stretch(outcome.total, at, trials));
  const [a, b] = pairs[at - strategies.length]!;
  return takeSample(stretch(outcome.total, b, trials), stretch(outcome.total, a, trials));
};

/** Standard error of a mean from the means of independent blocks. */
export const batchError = (plan: Plan, sample: ArrayLike<number>): number => {
  const size = sample.length / blockCount(plan);
  const means: number[] = [];
  for (let from = 0; from + size <= sample.length; from += size) {
    let sum = 0;
    for (let i = from; i < from + size; i++) sum += sample[i]!;
    means.push(sum / size);
  }
  const middle = means.reduce((sum, each) => sum + each, 0) / means.length;
  const squares = means.reduce((sum, each) => sum + (each - middle) ** 2, 0);
  return Math.sqrt(squares / (means.length - 1) / means.length);
};

/** Mean, standard error, standard deviation and quantiles of one task's sample, written at its place of `out`. */
export const summarise = (
  plan: Plan,
  outcome: Outcome,
  { task, out }: { readonly task: number; readonly out: Float64Array },
): void => {
  const sample = takeTask(plan, outcome, task);
  const error = plan.quick && batchError(plan, sample);
  const { mean, sd, quantiles } = describeTaken(sample.length, bandLevels);
  const at = task * summaryWidth;
  out[at] = mean;
  out[at + 1] = error ?? sd / Math.sqrt(sample.length);
  out[at + 2] = sd;
  for (let level = 0; level < quantiles.length; level++) out[at + 3 + level] = quantiles[level]!;
};
