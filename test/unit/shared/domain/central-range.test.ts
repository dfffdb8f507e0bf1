import { describe, expect, it } from 'vitest';
import { central80 } from '../../../../shared/domain/central-range.ts';
import { lawOf } from '../../../../shared/engine/distribution/law-of.ts';

type Skewed = Parameters<typeof central80>[0];

const worstError = (distribution: Skewed): number => {
  const law = lawOf(distribution);
  const [low, high] = central80(distribution)!;
  return Math.max(Math.abs(low / law.quantile(0.1) - 1), Math.abs(high / law.quantile(0.9) - 1));
};

describe('central80', () => {
  it('stays within 2 % of the exact ends of beta laws, from hardly any to very many observations', () => {
    for (const successes of [1.5, 2, 5.6, 30, 400]) {
      for (const failures of [1.5, 3, 44, 900, 20_000]) {
        expect(worstError({ kind: 'beta-counts', successes, failures })).toBeLessThan(0.02);
      }
    }
    expect(worstError({ kind: 'beta', mean: 0.08, weight: 250 })).toBeLessThan(0.003);
  });

  it('stays within 2 % of the exact ends of gamma laws', () => {
    for (const shape of [1.5, 4, 60]) {
      expect(worstError({ kind: 'gamma', mean: 7, shape })).toBeLessThan(0.02);
    }
  });

  it('gives none where it would be wrong', () => {
    expect(central80({ kind: 'beta-counts', successes: 1.4, failures: 20 })).toBeNull();
    expect(central80({ kind: 'gamma', mean: 1, shape: 0.4 })).toBeNull();
  });
});
