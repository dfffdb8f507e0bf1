import type { Comparison } from '../../shared/domain/comparison.ts';
import { day } from '../../shared/domain/day.ts';
import type { Distribution } from '../../shared/domain/quantity.ts';
import type { Scenario } from '../../shared/domain/scenario.ts';
import { normalCdf } from '../../shared/engine/special/normal.ts';
import { certain, quantity } from '../helpers/scenario.ts';
import { certainEvent, zeroSpreadScenario } from '../helpers/zero-spread-scenario.ts';

/** A figure of a comparison with its exact expectation and the exact standard deviation of one future's value. */
export interface ClosedForm {
  readonly name: string;
  readonly scenario: Scenario;
  readonly read: (comparison: Comparison) => number;
  readonly exact: number;
  /** Standard deviation of one future's figure; the estimate's standard error is this over √trials. */
  readonly sd: number;
}

const trials = 400;
const weeks = 4;
const base = zeroSpreadScenario({ weeks, trials });
const pan = base.products[0]!;
const whole = [
  {
    ...pan,
    amazon: { ...pan.amazon!, returnShare: certain(0) },
    tiktokShop: { ...pan.tiktokShop!, returnShare: certain(0) },
  },
];

const make = (change: Partial<Scenario>): Scenario => ({
  ...base,
  products: whole,
  counts: 'random',
  ...change,
});
const content = (change: Partial<Scenario['content']>, more: Partial<Scenario> = {}): Scenario =>
  make({ counts: 'expected', ...more, content: { ...base.content, ...change } });

const earned = (index: number) => (comparison: Comparison) => comparison.strategies[index]!.totalEarned.mean;
const spread = (index: number) => (comparison: Comparison) =>
  comparison.strategies[index]!.totalEarned.sd ** 2;
const orders = (index: number) => (comparison: Comparison) => comparison.strategies[index]!.funnel.orders;

interface Moments {
  readonly mean: number;
  readonly variance: number;
  /** Fourth central moment over the squared variance; 3 for a normal law. */
  readonly kurtosis?: number;
}

/** Mean and variance of the total commission of a strategy as two closed forms. */
const total = (
  name: string,
  scenario: Scenario,
  index: number,
  { mean, variance, kurtosis = 3 }: Moments,
) => [
  { name: `${name}: mean`, scenario, read: earned(index), exact: mean, sd: Math.sqrt(variance) },
  {
    name: `${name}: variance`,
    scenario,
    read: spread(index),
    exact: variance,
    sd: variance * Math.sqrt(kurtosis - 1),
  },
];

const poissonCases = (): ClosedForm[] => {
  const plain = make({});
  const returns = make({ products: base.products });
  const dispersed = make({ overDispersion: certain(2.5) });
  const gamma = make({ overDispersion: quantity({ kind: 'uniform', low: 2.4999, high: 2.5001 }) });
  const mix = make({
    strategies: [...base.strategies, { id: 'mix', label: 'Mix', kind: 'mix', tiktokShopShare: 0.3 }],
  });
  return [
    { name: 'orders', scenario: plain, read: orders(0), exact: 40, sd: Math.sqrt(40) },
    ...total('Poisson orders', plain, 0, { mean: 8000, variance: 200 ** 2 * 40, kurtosis: 3 + 1 / 40 }),
    { name: 'kept and returned orders', scenario: returns, read: orders(0), exact: 40, sd: Math.sqrt(40) },
    {
      name: 'returned orders',
      scenario: returns,
      read: c => c.strategies[0]!.funnel.returned,
      exact: 4,
      sd: 2,
    },
    // Sales of weeks 0 and 1 come back within the horizon, those of weeks 2 and 3 after it.
    ...total('returns two weeks later', returns, 0, { mean: 7600, variance: 200 ** 2 * 38, kurtosis: 3.03 }),
    ...total('over-dispersed orders', dispersed, 0, {
      mean: 8000,
      variance: 200 ** 2 * 40 * 3.5,
      kurtosis: 3.7,
    }),
    ...total('gamma-mixed orders', gamma, 0, { mean: 8000, variance: 200 ** 2 * 40 * 3.5, kurtosis: 3.7 }),
    ...total('a mix thins both programs', mix, 2, {
      mean: 200 * 28 + 450 * 12,
      variance: 200 ** 2 * 28 + 450 ** 2 * 12,
      kurtosis: 3.1,
    }),
  ];
};

const sd = 0.5;
const video = 200;

/** Variance of a sum of n lognormal multiples whose logarithms have lag-k correlation ρ^k. */
const chainVariance = (n: number, rho: number): number => {
  const one = (Math.exp(sd * sd) - 1) * Math.exp(sd * sd);
  let factor = 1;
  for (let k = 1; k < n; k++)
    factor += (2 * (1 - k / n) * Math.expm1(sd * sd * rho ** k)) / Math.expm1(sd * sd);
  return n * one * factor;
};

/** Mean multiple of a lognormal body with a Pareto tail capped at 1,000. */
const tailMean = (alpha: number): number => {
  const z = 1.6448536269514722;
  const start = Math.exp(sd * z);
  const cap = 1000 / start;
  const tail = alpha / (alpha - 1) - cap ** (1 - alpha) / (alpha - 1);
  return Math.exp((sd * sd) / 2) * normalCdf(z - sd) + 0.05 * start * tail;
};

const viewCases = (): ClosedForm[] => {
  const mean = 40 * video * Math.exp((sd * sd) / 2);
  const views = content({ viewsLogSd: certain(sd) });
  const chain = content({ viewsLogSd: certain(sd), viewsCorrelation: certain(0.4) });
  const fat = content({ viewsLogSd: certain(sd), viewsTail: certain(4.5) });
  const fatChain = content({
    viewsLogSd: certain(sd),
    viewsTail: certain(4.5),
    viewsCorrelation: certain(0.2),
  });
  const counts = content({ videoCount: 'poisson' }, { counts: 'random' });
  const halves = content({ videosPerWeek: certain(2.5) }, { counts: 'random' });
  const lives = content(
    { lives: { perWeek: certain(3), count: 'poisson', viewers: certain(100), viewersLogSd: certain(0) } },
    {
      counts: 'random',
      products: [
        {
          ...whole[0]!,
          tiktokShop: {
            ...whole[0]!.tiktokShop,
            live: { clickRate: certain(0.1), conversion: certain(0.1) },
          },
        },
      ],
    },
  );
  const tailSd = 40 * video * 0.25;
  return [
    ...total('lognormal views', views, 0, {
      mean,
      variance: video ** 2 * chainVariance(40, 0),
      kurtosis: 3.2,
    }),
    ...total('correlated views', chain, 0, {
      mean,
      variance: video ** 2 * chainVariance(40, 0.4),
      kurtosis: 3.6,
    }),
    {
      name: 'fat-tailed views: mean',
      scenario: fat,
      read: earned(0),
      exact: 40 * video * tailMean(4.5),
      sd: tailSd,
    },
    {
      name: 'fat-tailed chain: mean',
      scenario: fatChain,
      read: earned(0),
      exact: 40 * video * tailMean(4.5),
      sd: tailSd,
    },
    // Orders given N videos are Poisson(N): variance 40 + 40.
    { name: 'Poisson videos: orders', scenario: counts, read: orders(0), exact: 40, sd: Math.sqrt(80) },
    ...total('Poisson videos', counts, 0, { mean: 8000, variance: 200 ** 2 * 80, kurtosis: 3.1 }),
    // Ten videos on average, each week 2 or 3: variance 4 × ¼ of videos, plus 10 of orders.
    { name: 'half videos: orders', scenario: halves, read: orders(0), exact: 10, sd: Math.sqrt(11) },
    {
      name: 'half videos: views',
      scenario: halves,
      read: c => c.strategies[0]!.funnel.views,
      exact: 10_000,
      sd: 1000,
    },
    // 12 LIVEs of one order each on average beside 40 orders from videos: variance 40 + 12 + 12.
    { name: 'LIVEs: orders', scenario: lives, read: orders(1), exact: 52, sd: Math.sqrt(64) },
  ];
};

const narrow = Math.LN2 / 1.2815515655446004;

const kinds: readonly (readonly [Distribution, number, number, number])[] = [
  [{ kind: 'uniform', low: 20, high: 80 }, 50, 60 ** 2 / 12, 1.8],
  [
    { kind: 'triangular', low: 20, mode: 30, high: 100 },
    50,
    (400 + 900 + 10_000 - 600 - 2000 - 3000) / 18,
    2.4,
  ],
  [{ kind: 'pert', low: 20, mode: 50, high: 80 }, 50, 900 / 7, 2.4],
  [{ kind: 'gamma', mean: 50, shape: 4 }, 50, 625, 4.5],
  [
    { kind: 'lognormal', median: 50, logSd: 0.4 },
    50 * Math.exp(0.08),
    2500 * Math.expm1(0.16) * Math.exp(0.16),
    6.3,
  ],
  [{ kind: 'normal', mean: 50, sd: 8 }, 50, 64, 3],
  // The upper half of a normal law: |N|·20 above 40.
  [
    { kind: 'normal', mean: 40, sd: 20, min: 40 },
    40 + 20 * Math.sqrt(2 / Math.PI),
    400 * (1 - 2 / Math.PI),
    3.87,
  ],
  // ln 100 and ln 25 are 1.28155 standard deviations either side of ln 50.
  [
    { kind: 'interval', low: 25, high: 100, level: 0.8, share: false },
    50 * Math.exp(narrow ** 2 / 2),
    2500 * Math.expm1(narrow ** 2) * Math.exp(narrow ** 2),
    13,
  ],
  [
    {
      kind: 'discrete',
      values: [
        { value: 20, weight: 1 },
        { value: 60, weight: 3 },
      ],
    },
    50,
    300,
    2.4,
  ],
  [{ kind: 'empirical', values: [30, 40, 80] }, 50, (400 + 100 + 900) / 3, 1.5],
  [
    {
      kind: 'mixture',
      parts: [
        { weight: 1, distribution: { kind: 'uniform', low: 30, high: 40 } },
        { weight: 1, distribution: { kind: 'uniform', low: 60, high: 70 } },
      ],
    },
    50,
    225 + 100 / 12,
    1.3,
  ],
];

/** Variance of the logistic function of N(0, 1): Simpson's rule over ±12 standard deviations. */
const logitNormalVariance = (): number => {
  const steps = 4800;
  const h = 24 / steps;
  let sum = 0;
  for (let i = 0; i <= steps; i++) {
    const z = -12 + i * h;
    const weight = i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2;
    const share = 1 / (1 + Math.exp(-z));
    sum += weight * (share - 0.5) ** 2 * Math.exp((-z * z) / 2);
  }
  return (sum * h) / 3 / Math.sqrt(2 * Math.PI);
};

/** A share whose logit is N(0, 1): symmetric about one half. */
const logitCases = (): ClosedForm[] => {
  const end = 1 / (1 + Math.exp(1.2815515655446004));
  const law = quantity({ kind: 'interval', low: end, high: 1 - end, level: 0.8, share: true });
  const products = [{ ...whole[0]!, amazon: { ...whole[0]!.amazon, conversion: law } }];
  // 400 clicks × $2.00.
  return total('logit-normal share', make({ counts: 'expected', products }), 0, {
    mean: 40_000,
    variance: 80_000 ** 2 * logitNormalVariance(),
    kurtosis: 2.4,
  });
};

/** Earnings are proportional to the price: 160 cents of total per dollar of price. */
const lawCases = (): ClosedForm[] => [
  ...kinds.flatMap(([value, mean, variance, kurtosis]) =>
    total(
      value.kind === 'normal' && value.min !== undefined ? 'price truncated normal' : `price ${value.kind}`,
      make({ counts: 'expected', products: [{ ...whole[0]!, price: quantity(value) }] }),
      0,
      {
        mean: 160 * mean,
        variance: 160 ** 2 * variance,
        kurtosis,
      },
    ),
  ),
  ...[true, false].map((weighted): ClosedForm => {
    const law: Distribution = weighted
      ? { kind: 'beta', mean: 0.1, weight: 50 }
      : { kind: 'beta-counts', successes: 5, failures: 45 };
    const products = [{ ...whole[0]!, amazon: { ...whole[0]!.amazon, conversion: quantity(law) } }];
    const variance = (0.1 * 0.9) / 51;
    const name = `conversion ${law.kind}: mean`;
    const scenario = make({ counts: 'expected', products });
    return { name, scenario, read: earned(0), exact: 8000, sd: 80_000 * Math.sqrt(variance) };
  }),
];

const correlationCase = (): ClosedForm => {
  const law = quantity({ kind: 'lognormal', median: 1, logSd: 0.5 });
  const scenario = content(
    { marketFactor: law },
    {
      products: [{ ...whole[0]!, price: quantity({ kind: 'lognormal', median: 50, logSd: 0.5 }) }],
      correlations: [{ a: 'content.marketFactor', b: 'products.0.price', rank: 0.6 }],
    },
  );
  const r = 2 * Math.sin((Math.PI * 0.6) / 6);
  const s = 0.25 * (2 + 2 * r);
  const exact = 8000 * Math.exp(s / 2);
  return {
    name: 'rank correlation: mean of a product',
    scenario,
    read: earned(0),
    exact,
    sd: exact * Math.sqrt(Math.expm1(s)),
  };
};

const levelCases = (): ClosedForm[] => {
  const d = 0.15;
  const scenario = content({ levelDrift: certain(d) });
  const rows = [0, 1, 2, 3];
  const mean = rows.reduce((sum, w) => sum + 2000 * Math.exp((d * d * w) / 2), 0);
  let square = 0;
  for (const v of rows)
    for (const w of rows) square += 2000 ** 2 * Math.exp((d * d * (v + w + 2 * Math.min(v, w))) / 2);
  const growth = content({ growthPerYear: certain(1) });
  const grown = rows.reduce((sum, w) => sum + Math.round(2000 * 2 ** ((7 * w) / 365.25)), 0);
  return [
    ...total('drifting level', scenario, 0, { mean, variance: square - mean * mean, kurtosis: 3.8 }),
    { name: 'growth', scenario: growth, read: earned(0), exact: grown, sd: 1e-6 },
  ];
};

const policyCases = (): ClosedForm[] => {
  const event = certainEvent('external-link-ban', '2026-01-05', { amazon: 0.2, tiktokShop: 1 });
  const on = (change: Partial<typeof event>, more: Partial<Scenario> = {}): Scenario =>
    make({ counts: 'expected', policy: [{ ...event, ...change }], ...more });
  const window = { kind: 'window', from: day('2026-01-05'), to: day('2026-02-01') } as const;
  const share = (c: Comparison): number => c.events[0]!.share;
  const happens = (name: string, scenario: Scenario, p: number): ClosedForm => ({
    name,
    scenario,
    read: share,
    exact: p,
    sd: Math.sqrt(p * (1 - p)),
  });
  // A ban on day d of 28 leaves d days whole: total = 8000·(d + 0.2·(28 − d))/28, d = 0 … 27 equally likely.
  const left = Array.from({ length: 28 }, (_, d) => (8000 * (d + 0.2 * (28 - d))) / 28);
  const mean = left.reduce((sum, each) => sum + each, 0) / 28;
  const square = left.reduce((sum, each) => sum + each * each, 0) / 28;
  const sometimes = 0.3 * mean + 0.7 * 8000;
  const uncertain = on({ probability: certain(0.3), date: window });
  const hazard = on({ date: { kind: 'hazard', perYear: 2 } });
  const elicited = on({ date: { kind: 'elicited', within6: 0.6, within12: 0.7, within24: 0.9 } });
  const exclusive = make({
    policy: [
      { ...event, id: 'x', group: 'g', probability: certain(0.2) },
      { ...event, id: 'y', group: 'g', probability: certain(0.5) },
    ],
  });
  return [
    happens('event share', uncertain, 0.3),
    {
      name: 'ban in a window: mean',
      scenario: uncertain,
      read: earned(0),
      exact: sometimes,
      sd: Math.sqrt(0.3 * square + 0.7 * 8000 ** 2 - sometimes ** 2),
    },
    happens('constant hazard', hazard, 1 - Math.exp((-2 * 28) / 365.25)),
    happens('elicited chances', elicited, (0.6 * 28) / (365.25 / 2)),
    happens('first of exclusive events', exclusive, 0.2),
    { ...happens('second of exclusive events', exclusive, 0.5), read: c => c.events[1]!.share },
  ];
};

const factorCases = (): ClosedForm[] => {
  const s = 0.3;
  const law = quantity({ kind: 'lognormal', median: 1, logSd: s });
  const mean = Math.exp((s * s) / 2);
  const variance = Math.expm1(s * s) * Math.exp(s * s);
  const market = content({ marketFactor: law });
  const shop = make({
    counts: 'expected',
    programs: { ...base.programs, tiktokShop: { ...base.programs.tiktokShop, orderFactor: law } },
  });
  const bounties = make({
    programs: {
      ...base.programs,
      amazon: { ...base.programs.amazon, bounties: { perClick: certain(0.05), amount: certain(3) } },
    },
  });
  return [
    ...total('market factor', market, 1, {
      mean: 18_000 * mean,
      variance: 18_000 ** 2 * variance,
      kurtosis: 4.8,
    }),
    ...total('program factor', shop, 1, {
      mean: 18_000 * mean,
      variance: 18_000 ** 2 * variance,
      kurtosis: 4.8,
    }),
    ...total('bounties', bounties, 0, {
      mean: 8000 + 6000,
      variance: 200 ** 2 * 40 + 300 ** 2 * 20,
      kurtosis: 3.1,
    }),
  ];
};

/** Every figure of the engine that can be worked out exactly. */
export const closedForms = (): readonly ClosedForm[] => [
  ...poissonCases(),
  ...viewCases(),
  ...lawCases(),
  ...logitCases(),
  correlationCase(),
  ...levelCases(),
  ...policyCases(),
  ...factorCases(),
];
