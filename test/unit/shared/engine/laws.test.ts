import { describe, expect, it } from 'vitest';
import { type Distribution, distributionSchema } from '../../../../shared/domain/quantity.ts';
import { distributionProblem } from '../../../../shared/engine/distribution/distribution-problem.ts';
import { lawOf } from '../../../../shared/engine/distribution/law-of.ts';

const anywhere = { min: -Infinity, max: Infinity };
const lognormal = { kind: 'lognormal', median: 10, logSd: 0.6 } as const;

/** One of each kind, and the awkward ones. */
const smooth: readonly Distribution[] = [
  { kind: 'interval', low: 5, high: 50, level: 0.8, share: false },
  { kind: 'interval', low: -3, high: 50, level: 0.9, share: false },
  { kind: 'interval', low: 0.03, high: 0.4, level: 0.8, share: true },
  { kind: 'uniform', low: -2, high: 7 },
  { kind: 'triangular', low: 1, mode: 1, high: 4 },
  { kind: 'triangular', low: 1, mode: 3, high: 4 },
  { kind: 'pert', low: 0, mode: 0.2, high: 9 },
  { kind: 'normal', mean: 3, sd: 2 },
  { kind: 'normal', mean: 3, sd: 2, min: 0 },
  { kind: 'normal', mean: 0, sd: 1, min: 3, max: 4 },
  { kind: 'normal', mean: 0, sd: 1, max: -2 },
  lognormal,
  { kind: 'beta', mean: 0.02, weight: 60 },
  { kind: 'beta-counts', successes: 0.7, failures: 3 },
  { kind: 'gamma', mean: 20, shape: 0.6 },
  {
    kind: 'mixture',
    parts: [
      { weight: 1, distribution: { kind: 'uniform', low: 0, high: 1 } },
      { weight: 3, distribution: lognormal },
    ],
  },
];
const levels = [0.001, 0.1, 0.37, 0.5, 0.82, 0.9, 0.999];
const named = smooth.map(each => [JSON.stringify(each), each] as const);

describe('laws', () => {
  it.each(named)('%s: the distribution function undoes the quantile, which rises', (_, value) => {
    const law = lawOf(value);
    const quantiles = levels.map(law.quantile);
    levels.forEach((level, i) => expect(law.cdf(quantiles[i]!)).toBeCloseTo(level, 9));
    expect(quantiles).toEqual(quantiles.toSorted((a, b) => a - b));
  });

  it.each(named)('%s: its mean is the mean of its quantiles', (_, value) => {
    const law = lawOf(value);
    // The middles of equal slices.
    const slices = 10_000;
    let mean = 0;
    for (let i = 0; i < slices; i++) mean += law.quantile((i + 0.5) / slices) / slices;
    const size = Math.max(0.01, Math.abs(law.quantile(0.9) - law.quantile(0.1)));
    expect(Math.abs(mean - law.mean) / size).toBeLessThan(1e-3);
  });

  it.each(named)('%s: its density is the slope of its distribution function', (_, value) => {
    const law = lawOf(value);
    for (const level of [0.2, 0.45, 0.7]) {
      const x = law.quantile(level);
      const h = 1e-5 * Math.max(Math.abs(x), 1e-3);
      const slope = (law.cdf(x + h) - law.cdf(x - h)) / (2 * h);
      expect(law.density!(x) / slope).toBeCloseTo(1, 4);
    }
  });

  it('an interval holds its share of the law between its ends', () => {
    for (const [low, high, level, share] of [
      [5, 50, 0.8, false],
      [5, 50, 0.9, false],
      [-5, 50, 0.9, false],
      [0.02, 0.3, 0.8, true],
    ] as const) {
      const law = lawOf({ kind: 'interval', low, high, level, share });
      expect(law.cdf(low)).toBeCloseTo((1 - level) / 2, 12);
      expect(law.cdf(high)).toBeCloseTo((1 + level) / 2, 12);
    }
  });

  it('discrete and empirical laws take each value with its weight', () => {
    const law = lawOf({
      kind: 'discrete',
      values: [
        { value: 9, weight: 1 },
        { value: 2, weight: 3 },
      ],
    });
    expect([0.1, 0.75, 0.7501, 0.99].map(law.quantile)).toEqual([2, 2, 9, 9]);
    expect([1, 2, 5, 9].map(law.cdf)).toEqual([0, 0.75, 0.75, 1]);
    expect(law.mean).toBe(3.75);
    const own = lawOf({ kind: 'empirical', values: [4, 1, 4, 7] });
    expect([0.25, 0.5, 0.75, 0.76].map(own.quantile)).toEqual([1, 4, 4, 7]);
    expect(own.mean).toBe(4);
  });

  it('a mixture with atoms jumps at them', () => {
    const law = lawOf({
      kind: 'mixture',
      parts: [
        { weight: 1, distribution: { kind: 'constant', value: 0 } },
        { weight: 1, distribution: { kind: 'uniform', low: 10, high: 20 } },
      ],
    });
    expect(law.quantile(0.3)).toBe(0);
    expect(law.quantile(0.75)).toBeCloseTo(15, 9);
    expect(law.cdf(0)).toBe(0.5);
    expect(law.mean).toBe(7.5);
  });
});

const share = { min: 0, max: 1 };
const bad: readonly (readonly [unknown, string])[] = [
  [{ kind: 'interval', low: 5, high: 2 }, 'the low end 5 is above the high end 2'],
  [
    { kind: 'interval', low: 0, high: 0.5, share: true },
    'both ends of a share must lie between 0 and 1 (ends excluded)',
  ],
  [{ kind: 'uniform', low: 1, high: 0 }, 'the low end 1 is above the high end 0'],
  [{ kind: 'triangular', low: 0, mode: 2, high: 1 }, 'the most likely value 2 is not between 0 and 1'],
  [{ kind: 'pert', low: 0.5, mode: 0.1, high: 1 }, 'the most likely value 0.1 is not between 0.5 and 1'],
  [{ kind: 'normal', mean: 0, sd: 1, min: 2, max: 2 }, 'the smallest value 2 is not below the largest 2'],
  [
    { kind: 'normal', mean: 0, sd: 0.01, min: 0.5 },
    'the allowed range lies more than 8 standard deviations from the mean',
  ],
  [{ kind: 'lognormal', median: 0.5, logSd: 1 }, 'is above 1 with a chance of 24 %'],
  [{ kind: 'gamma', mean: 2, shape: 9 }, 'is above 1 with a chance of 96 %'],
  [{ kind: 'normal', mean: 0.1, sd: 0.1 }, 'is below 0 with a chance of 16 %'],
  [{ kind: 'constant', value: 1.2 }, 'is above 1 with a chance of 100 %'],
  [{ kind: 'discrete', values: [{ value: -1, weight: 1 }] }, 'is below 0 with a chance of 100 %'],
  [{ kind: 'empirical', values: [0.5, 3] }, 'is above 1 with a chance of 50 %'],
  [
    {
      kind: 'mixture',
      parts: [{ weight: 1, distribution: { kind: 'pert', low: 3, mode: 0, high: 4 } }],
    },
    'the most likely value 0 is not between 3 and 4',
  ],
];

describe('bad parameters', () => {
  it.each(bad)('%j: "%s"', (text, sentence) => {
    expect(distributionProblem(distributionSchema.parse(text), share)).toBe(sentence);
  });

  it.each([
    { kind: 'normal', mean: 0, sd: 0 },
    { kind: 'lognormal', median: -1, logSd: 1 },
    { kind: 'beta', mean: 1, weight: 4 },
    { kind: 'beta-counts', successes: 0, failures: 1 },
    { kind: 'gamma', mean: 1, shape: 0 },
    { kind: 'discrete', values: [] },
    { kind: 'empirical', values: [] },
    { kind: 'mixture', parts: [] },
    { kind: 'constant', value: Number.POSITIVE_INFINITY },
    { kind: 'interval', low: 1, high: 2, level: 0.5 },
  ])('%j is refused by the schema', value => {
    expect(distributionSchema.safeParse(value).success).toBe(false);
  });

  it.each(named)('%s is fine where anything goes', (_, value) => {
    expect(distributionProblem(value, anywhere)).toBeNull();
  });
});
