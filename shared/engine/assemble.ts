import {
  bandLevels,
  type Bands,
  type Comparison,
  type EventResult,
  type GoalResult,
  type PairResult,
  type StrategyResult,
  type StreamTotal,
  type Total,
} from '../domain/comparison.ts';
import { daysBetween, type Day } from '../domain/day.ts';
import { engineVersion } from './engine-version.ts';
import { figures, figuresAt, type Outcome } from './outcome.ts';
import { amazon, blockCount, storefront, tiktokShop, type Plan } from './plan.ts';
import { assumedChance } from './assumed-chance.ts';
import { orderStatistics } from './quantiles.ts';
import { histogramOf, marksOf, worstTenthMean } from './sample-marks.ts';
import { batchError, pairsOf, summaryLayout, summaryWidth } from './summary-rows.ts';

/** A finished run: what the futures left and the summaries of all samples. */
export interface Finished {
  readonly plan: Plan;
  readonly outcome: Outcome;
  readonly summaries: Float64Array;
}

const totalAt = ({ summaries }: Finished, task: number): Total => {
  const at = task * summaryWidth;
  return {
    mean: summaries[at]!,
    meanError: summaries[at + 1]!,
    sd: summaries[at + 2]!,
    quantiles: [...summaries.subarray(at + 3, at + summaryWidth)],
  };
};

const bandsOf = ({ plan, summaries }: Finished, taskOf: (week: number) => number): Bands => {
  const rows = Array.from({ length: plan.weeks }, (_, week) => taskOf(week) * summaryWidth);
  return {
    values: bandLevels.map((_, level) => rows.map(at => summaries[at + 3 + level]!)),
    mean: rows.map(at => summaries[at]!),
  };
};

const perWeek = (cumulative: readonly number[]): number[] =>
  cumulative.map((value, week) => value - (week === 0 ? 0 : cumulative[week - 1]!));

const finalEarned = ({ plan, outcome }: Finished, strategy: number): Float64Array =>
  outcome.total.subarray(strategy * plan.trials, (strategy + 1) * plan.trials);

/** Mean over futures of one figure: block sums added in block order. */
const figureMean = ({ plan, outcome }: Finished, strategy: number, figure: number): number => {
  let sum = 0;
  for (let block = 0; block < blockCount(plan); block++)
    sum += outcome.sums[figuresAt(plan, block, strategy) + figure]!;
  return sum / plan.trials;
};

const belowFloor = ({ plan, outcome }: Finished, strategy: number): number | null => {
  const floor = plan.scenario.monthlyFloor;
  const [from, to] = plan.calendar.fullMonths;
  if (floor === null || from >= to) return null;
  const months = outcome.worstMonth.subarray(strategy * plan.keptTrials, (strategy + 1) * plan.keptTrials);
  const least = Math.round(floor * plan.minorPerMajor);
  let below = 0;
  for (let i = 0; i < months.length; i++) if (months[i]! < least) below++;
  return below / months.length;
};

type FigureMean = (figure: number) => number;

const programMeans = (plan: Plan, mean: FigureMean): StrategyResult['byProgram'] => ({
  amazon: mean(figures.program + amazon),
  tiktokShop: mean(figures.program + tiktokShop),
  ...(plan.programs.includes(storefront) && { storefront: mean(figures.program + storefront) }),
});

/** Mean commission by stream; streams the scenario does not have are left out. */
const streamMeans = (plan: Plan, mean: FigureMean): StreamTotal[] => {
  const { terms, content, products } = plan.at;
  const shop = mean(figures.program + tiktokShop);
  const live = mean(figures.live);
  const showcase = mean(figures.showcase);
  const beside = mean(figures.bounties) + mean(figures.onAmazon);
  const has = (name: 'live' | 'showcase'): boolean => products.some(each => each.tiktokShop?.[name]);
  const all: readonly (readonly [boolean, StreamTotal])[] = [
    [true, { stream: 'amazon-links', mean: mean(figures.program + amazon) - beside }],
    [terms.bounties !== null, { stream: 'amazon-bounties', mean: mean(figures.bounties) }],
    [terms.onAmazon !== null, { stream: 'on-amazon', mean: mean(figures.onAmazon) }],
    [true, { stream: 'tiktok-video', mean: shop - live - showcase }],
    [content.lives !== null && has('live'), { stream: 'tiktok-live', mean: live }],
    [has('showcase'), { stream: 'tiktok-showcase', mean: showcase }],
    [plan.programs.includes(storefront), { stream: 'storefront', mean: mean(figures.program + storefront) }],
  ];
  return all.flatMap(([present, stream]) => (present ? [stream] : []));
};

/** A probability from ones, halves and zeros by future, and its standard error: of the blocks' means where futures depend on each other. */
const chanceOf = (
  plan: Plan,
  hits: Float64Array,
): { readonly probability: number; readonly error: number } => {
  const probability = hits.reduce((sum, each) => sum + each, 0) / hits.length;
  const error = plan.quick
    ? batchError(plan, hits)
    : Math.sqrt((probability * (1 - probability)) / hits.length);
  return { probability, error };
};

/** Last week that ends on or before the goal's day. */
const goalWeek = (plan: Plan, by: Day | undefined): number =>
  by === undefined
    ? plan.weeks - 1
    : Math.min(plan.weeks, Math.floor((daysBetween(plan.scenario.start, by) + 1) / 7)) - 1;

const goalResults = (run: Finished, strategy: number): GoalResult[] => {
  const { plan, outcome } = run;
  return (plan.scenario.goals ?? []).map(goal => {
    const week = goalWeek(plan, goal.by);
    const at = (strategy * plan.weeks + Math.max(0, week)) * plan.keptTrials;
    const isTotal = goal.of === 'earned' && week === plan.weeks - 1;
    const sums = isTotal ? finalEarned(run, strategy) : outcome[goal.of].subarray(at, at + plan.keptTrials);
    const amount = Math.round(goal.amount * plan.minorPerMajor);
    const reached = sums.map(sum => (week >= 0 && sum >= amount ? 1 : 0));
    return { label: goal.label, ...chanceOf(plan, reached) };
  });
};

const strategyResult = (run: Finished, strategy: number): StrategyResult => {
  const { plan } = run;
  const layout = summaryLayout(plan);
  const mean = (figure: number): number => figureMean(run, strategy, figure);
  const last = plan.weeks - 1;
  const earned = bandsOf(run, week => (week < last ? layout.earned(strategy, week) : layout.total(strategy)));
  const paid = bandsOf(run, week => layout.paid(strategy, week));
  const products = plan.products.map((product, p) => ({
    productId: product.id,
    name: product.name,
    orders: mean(figures.products + 2 * p),
    returned: mean(figures.products + 2 * p + 1),
    earned: totalAt(run, layout.product(strategy, p)),
  }));
  const median = bandLevels.indexOf(0.5);
  return {
    id: plan.strategies[strategy]!.strategy.id,
    label: plan.strategies[strategy]!.strategy.label,
    earned,
    paid,
    weekly: { earned: perWeek(earned.mean), paid: perWeek(paid.mean) },
    totalEarned: totalAt(run, layout.total(strategy)),
    totalPaid: totalAt(run, layout.paid(strategy, last)),
    byProgram: programMeans(plan, mean),
    streams: streamMeans(plan, mean),
    products,
    funnel: {
      views: mean(figures.views),
      clicks: mean(figures.clicks),
      orders: products.reduce((sum, product) => sum + product.orders, 0),
      returned: products.reduce((sum, product) => sum + product.returned, 0),
    },
    worstTenthMean: worstTenthMean(finalEarned(run, strategy)),
    worstMonth: totalAt(run, layout.worstMonth(strategy)).quantiles[median]!,
    cashGapWeeks: totalAt(run, layout.cashGap(strategy)).quantiles[median]!,
    belowFloor: belowFloor(run, strategy),
    worstMonthQuantiles: totalAt(run, layout.worstMonth(strategy)).quantiles,
    ...(plan.scenario.goals && { goals: goalResults(run, strategy) }),
    ...(layout.net && { net: totalAt(run, layout.net(strategy)) }),
  };
};

const pairResult = (run: Finished, pair: number): PairResult => {
  const { plan } = run;
  const [a, b] = pairsOf(plan)[pair]!;
  const [from, to] = [finalEarned(run, a), finalEarned(run, b)];
  const difference = to.map((value, i) => value - from[i]!);
  const { ends, examples } = marksOf(difference);
  const { probability, error } = chanceOf(
    plan,
    difference.map(value => (value > 0 ? 1 : value === 0 ? 0.5 : 0)),
  );
  const layout = summaryLayout(plan);
  return {
    a: plan.strategies[a]!.strategy.id,
    b: plan.strategies[b]!.strategy.id,
    probability,
    probabilityError: error,
    difference: totalAt(run, layout.totalDifference(pair)),
    bands: bandsOf(run, week =>
      week < plan.weeks - 1 ? layout.difference(pair, week) : layout.totalDifference(pair),
    ),
    ...(plan.grade === 'full' && { examples }),
    histogram: histogramOf(difference, ends),
  };
};

const eventResult = ({ plan, outcome }: Finished, index: number): EventResult => {
  const { event } = plan.events[index]!;
  const days = outcome.eventDay.subarray(index * plan.trials, (index + 1) * plan.trials);
  const weeks = days.filter(each => each < plan.weeks * 7).map(each => Math.floor(each / 7));
  const ranks = [0.1, 0.5, 0.9].map(level => Math.floor(level * (weeks.length - 1)));
  return {
    id: event.id,
    label: event.label,
    share: weeks.length / plan.trials,
    error: chanceOf(
      plan,
      days.map(each => (each < plan.weeks * 7 ? 1 : 0)),
    ).error,
    assumed: assumedChance(plan, index),
    weeks: weeks.length === 0 ? null : ([...orderStatistics(weeks, ranks)] as [number, number, number]),
  };
};

/** Puts the answer together from a finished run. */
export const assemble = (run: Finished): Comparison => {
  const { plan } = run;
  return {
    engine: engineVersion,
    grade: plan.grade,
    scenarioName: plan.scenario.name,
    seed: plan.seed,
    trials: plan.trials,
    currency: plan.currency,
    start: plan.scenario.start,
    weeks: plan.weeks,
    weekEnds: plan.calendar.weekEnds,
    strategies: plan.strategies.map((_, strategy) => strategyResult(run, strategy)),
    pairs: pairsOf(plan).map((_, pair) => pairResult(run, pair)),
    events: plan.events.map((_, event) => eventResult(run, event)),
  };
};
