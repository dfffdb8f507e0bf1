import type { Bands, Comparison, PairResult, StrategyResult, Total } from '../../shared/domain/comparison.ts';
import { addDays } from '../../shared/domain/day.ts';
import type { Scenario } from '../../shared/domain/scenario.ts';

/** Standard normal quantiles of `bandLevels`. */
const normal = [-1.645, -1.282, -0.674, 0, 0.674, 1.282, 1.645];

const total = (mean: number, sd: number): Total => ({
  mean,
  meanError: sd / 100,
  sd,
  quantiles: normal.map(z => mean + z * sd),
});

const cumulate = (weekly: readonly number[]): readonly number[] => {
  let sum = 0;
  return weekly.map(value => (sum += value));
};

const bands = (weekly: readonly number[], spread: number): Bands => {
  const mean = cumulate(weekly);
  return {
    mean,
    values: normal.map(z =>
      mean.map((value, week) => value + z * spread * Math.abs(value) * (0.6 + 0.4 / Math.sqrt(week + 1))),
    ),
  };
};

/** Cash as each program sends it: Amazon once a month after two, TikTok Shop every week after three. */
const paidOf = (earned: readonly number[], monthly: boolean): readonly number[] =>
  earned.map((_, week) => {
    if (!monthly) return week < 3 ? 0 : earned[week - 3]!;
    if (week % 4 !== 3 || week < 12) return 0;
    return earned.slice(week - 12, week - 8).reduce((sum, value) => sum + value, 0);
  });

const strategyResult = (scenario: Scenario, index: number, scale: number): StrategyResult => {
  const { id, label, kind } = scenario.strategies[index]!;
  const monthly = kind !== 'all-tiktok-shop' && kind !== 'mix';
  const level = [21_000, 27_000, 25_500, 24_000][index % 4]! * scale;
  const earned = Array.from(
    { length: scenario.weeks },
    (_, week) =>
      level * (1 + 0.25 * Math.sin(week / 4)) * (week > 46 ? 1.8 : 1) * (monthly ? 1.1 - week / 150 : 1),
  );
  const paid = paidOf(earned, monthly);
  const sum = earned.reduce((a, b) => a + b, 0);
  const cash = paid.reduce((a, b) => a + b, 0);
  const spread = monthly ? 0.42 : 0.34;
  return {
    id,
    label,
    earned: bands(earned, spread),
    paid: bands(paid, spread),
    weekly: { earned, paid },
    totalEarned: total(sum, sum * spread * 0.66),
    totalPaid: total(cash, cash * spread * 0.66),
    byProgram: { amazon: monthly ? sum : 0, tiktokShop: monthly ? 0 : sum },
    products: scenario.products.map((product, position) => {
      const part = sum / 2 ** (position + 1);
      return {
        productId: product.id,
        name: product.name,
        orders: 620 / (position + 1),
        returned: 41 / (position + 1),
        earned: total(part, part * spread),
      };
    }),
    funnel: { views: 4_400_000, clicks: 61_000, orders: 2_900, returned: 190 },
    worstTenthMean: sum * 0.4,
    worstMonth: level * 2.2,
    cashGapWeeks: monthly ? 15 : 3,
    belowFloor: scenario.monthlyFloor === null ? null : 0.31 - index * 0.05,
  };
};

const pairResult = (a: StrategyResult, b: StrategyResult, trials: number): PairResult => {
  const mean = b.totalEarned.mean - a.totalEarned.mean;
  const sd = Math.abs(a.totalEarned.mean) * 0.55;
  const difference = total(mean, sd);
  const edges = Array.from({ length: 41 }, (_, index) => mean + ((index - 20) / 20) * 3.2 * sd);
  const weights = edges.slice(1).map((edge, index) => {
    const z = ((edge + edges[index]!) / 2 - mean) / sd;
    return Math.exp(-(z * z) / 2);
  });
  const weight = weights.reduce((x, y) => x + y, 0);
  const counts = weights.map(value => Math.round((value / weight) * trials));
  const probability =
    edges.slice(1).reduce((sum, edge, index) => (edge > 0 ? sum + counts[index]! : sum), 0) / trials;
  return {
    a: a.id,
    b: b.id,
    probability: Math.min(1, probability),
    probabilityError: Math.sqrt((probability * Math.max(0, 1 - probability)) / trials),
    difference,
    bands: { values: [], mean: [] },
    histogram: { edges, counts },
  };
};

export interface CannedOptions {
  readonly grade?: 'quick' | 'full';
  /** Multiplies every amount, to see seven-digit sums. */
  readonly scale?: number;
}

/** A believable comparison without the engine, so that pictures and documents can be tested alone. Not a simulation. */
export const cannedComparison = (scenario: Scenario, options: CannedOptions = {}): Comparison => {
  const { grade = 'full', scale = 1 } = options;
  const trials = grade === 'full' ? scenario.trials : 512;
  const strategies = scenario.strategies.map((_, index) => strategyResult(scenario, index, scale));
  const a = strategies.find(strategy => strategy.id === scenario.headline.a)!;
  const others = strategies
    .filter(strategy => strategy !== a)
    .toSorted((x, y) => Number(y.id === scenario.headline.b) - Number(x.id === scenario.headline.b));
  return {
    engine: '1',
    grade,
    scenarioName: scenario.name,
    seed: scenario.seed,
    trials,
    currency: scenario.currency,
    start: scenario.start,
    weeks: scenario.weeks,
    weekEnds: Array.from({ length: scenario.weeks }, (_, week) => addDays(scenario.start, week * 7 + 6)),
    strategies,
    pairs: others.map(other => pairResult(a, other, trials)),
    events: scenario.policy.map(({ id, label }) => ({
      id,
      label,
      share: 0.35,
      weeks: [12, 29, 47] as const,
    })),
  };
};
