import { describe, expect, it } from 'vitest';
import { type Distribution, distributionSchema } from '../../../../shared/domain/quantity.ts';
import { scaleDistribution } from '../../../../shared/domain/scale-distribution.ts';
import { typicalValue } from '../../../../shared/domain/typical-value.ts';

const all: readonly Distribution[] = [
  { kind: 'constant', value: 0.1 },
  { kind: 'interval', low: 0.05, high: 0.2, level: 0.8, share: false },
  { kind: 'interval', low: 0.05, high: 0.2, level: 0.8, share: true },
  { kind: 'uniform', low: 0.05, high: 0.2 },
  { kind: 'triangular', low: 0.05, mode: 0.1, high: 0.2 },
  { kind: 'pert', low: 0.05, mode: 0.1, high: 0.2 },
  { kind: 'normal', mean: 0.1, sd: 0.02, min: 0, max: 0.5 },
  { kind: 'lognormal', median: 0.1, logSd: 0.4 },
  { kind: 'beta', mean: 0.1, weight: 50 },
  { kind: 'beta-counts', successes: 5, failures: 45 },
  { kind: 'gamma', mean: 0.1, shape: 3 },
  {
    kind: 'discrete',
    values: [
      { value: 0.1, weight: 2 },
      { value: 0.3, weight: 1 },
    ],
  },
  { kind: 'empirical', values: [0.3, 0.1, 0.05] },
  { kind: 'mixture', parts: [{ weight: 1, distribution: { kind: 'constant', value: 0.1 } }] },
];

describe('scaleDistribution', () => {
  it('moves the typical value of every form by the factor and stays a valid distribution', () => {
    for (const distribution of all) {
      for (const factor of [0.25, 1, 3]) {
        const scaled = scaleDistribution(distribution, factor);
        expect(distributionSchema.safeParse(scaled).success).toBe(true);
        expect(typicalValue(scaled)).toBeCloseTo(typicalValue(distribution) * factor, 12);
      }
    }
  });

  it('keeps shares below one however far they are pushed', () => {
    const shares: readonly Distribution[] = [
      { kind: 'interval', low: 0.3, high: 0.6, level: 0.8, share: true },
      { kind: 'beta', mean: 0.4, weight: 10 },
      { kind: 'beta-counts', successes: 4, failures: 6 },
    ];
    for (const distribution of shares) {
      const scaled = scaleDistribution(distribution, 20);
      expect(distributionSchema.safeParse(scaled).success).toBe(true);
      expect(typicalValue(scaled)).toBeLessThan(1);
      if (scaled.kind === 'interval') expect(scaled.low).toBeLessThan(scaled.high);
    }
  });

  it('refuses what is no factor', () => {
    expect(() => scaleDistribution(all[0]!, 0)).toThrow(RangeError);
    expect(() => scaleDistribution(all[0]!, Number.NaN)).toThrow(RangeError);
  });
});
