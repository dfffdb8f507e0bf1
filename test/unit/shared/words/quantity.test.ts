import { describe, expect, it } from 'vitest';
import type { Distribution } from '../../../../shared/domain/quantity.ts';
import { describeQuantity, quantityWords, type Unit } from '../../../../shared/words/quantity.ts';

const plain: Unit = { kind: 'plain' };
const share: Unit = { kind: 'share' };
const clean = (text: string): string => text.replaceAll('\u00a0', ' ');
const say = (distribution: Distribution, unit: Unit): string => clean(describeQuantity(distribution, unit));
const typical = (low: number, high: number, isShare: boolean): string =>
  clean(quantityWords({ kind: 'interval', low, high, level: 0.8, share: isShare }, plain).typical);

describe('describeQuantity', () => {
  it('writes constants bare', () => {
    expect(say({ kind: 'constant', value: 0.03 }, share)).toBe('3 %');
    expect(say({ kind: 'constant', value: 24.99 }, { kind: 'money', currency: 'USD' })).toBe('$24.99');
    expect(say({ kind: 'constant', value: 12_000 }, { kind: 'count', noun: 'views' })).toBe('12,000 views');
    expect(say({ kind: 'constant', value: 1.15 }, { kind: 'factor' })).toBe('×1.15');
  });

  it('writes an interval with its level and the noun once', () => {
    const weeks: Unit = { kind: 'count', noun: 'weeks' };
    expect(say({ kind: 'interval', low: 5, high: 50, level: 0.8, share: false }, plain)).toBe(
      '5 to 50 (80 %)',
    );
    expect(say({ kind: 'interval', low: 5, high: 50, level: 0.9, share: false }, weeks)).toBe(
      '5 to 50 weeks (90 %)',
    );
  });

  it('gives the middle 80 % of a beta from counts, and what it has seen where that is too little', () => {
    expect(say({ kind: 'beta-counts', successes: 12, failures: 988 }, share)).toBe(
      '1.2 % (0.785 % to 1.66 %, 80 %)',
    );
    expect(say({ kind: 'beta-counts', successes: 1, failures: 99 }, share)).toBe('1 % (as sure as 1 in 100)');
  });
});

describe('quantityWords', () => {
  it('gives the median of an interval by its own form', () => {
    expect(typical(1, 100, false)).toBe('10');
    expect(typical(-10, 30, false)).toBe('10');
    // logit-normal: the odds' geometric mean, √(1/9 × 9) = 1, so one half
    expect(typical(0.1, 0.9, true)).toBe('0.5');
  });

  it('gives the central 80 % of a lognormal', () => {
    const words = quantityWords({ kind: 'lognormal', median: 100, logSd: 1 }, plain);
    // exp(±1.28155) × 100
    expect([words.typical, clean(words.range)]).toEqual(['100', '27.8 to 360 (80 %)']);
  });

  it('does not promise certainty for any spread', () => {
    const spread: readonly Distribution[] = [
      { kind: 'uniform', low: 1, high: 2 },
      { kind: 'triangular', low: 1, mode: 1.5, high: 2 },
      { kind: 'pert', low: 1, mode: 1.5, high: 2 },
      { kind: 'normal', mean: 1, sd: 0.1, min: 0 },
      { kind: 'beta', mean: 0.1, weight: 20 },
      { kind: 'gamma', mean: 3, shape: 2 },
      {
        kind: 'discrete',
        values: [
          { value: 1, weight: 1 },
          { value: 2, weight: 3 },
        ],
      },
      { kind: 'empirical', values: [3, 1, 2] },
      {
        kind: 'mixture',
        parts: [
          { weight: 3, distribution: { kind: 'uniform', low: 1, high: 2 } },
          { weight: 1, distribution: { kind: 'constant', value: 9 } },
        ],
      },
    ];
    for (const distribution of spread) {
      const words = quantityWords(distribution, plain);
      expect(words.range).not.toBe('certain');
      expect(`${words.typical} ${words.range}`).not.toMatch(/NaN|undefined|Infinity/);
    }
  });
});
