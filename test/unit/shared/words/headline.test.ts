import { describe, expect, it } from 'vitest';
import type { Comparison, PairResult, StrategyResult } from '../../../../shared/domain/comparison.ts';
import { day } from '../../../../shared/domain/day.ts';
import { chanceWords, headline, howExact, monthsIn } from '../../../../shared/words/headline.ts';

const months = monthsIn(52);
const cents = (dollars: number): number => dollars * 100 * months;
const strategy = (id: string, label: string): StrategyResult => ({ id, label }) as StrategyResult;

/** A comparison of which only the headline's part matters; amounts are dollars a month. */
const comparisonOf = (
  probability: number,
  monthly: { readonly low: number; readonly middle: number; readonly high: number },
  labels: readonly [string, string] = ['Amazon links', 'TikTok Shop'],
): Comparison => {
  const { low, middle, high } = monthly;
  const quantiles = [low, low, middle, middle, middle, high, high].map(cents);
  const sd = low === high ? 0 : 1;
  const pair: PairResult = {
    a: 'a',
    b: 'b',
    probability,
    probabilityError: 0.0045,
    difference: { mean: cents(middle), meanError: cents(6), sd, quantiles },
    bands: { values: [], mean: [] },
    histogram: { edges: [], counts: [] },
  };
  return {
    engine: '1',
    grade: 'full',
    scenarioName: 'Test',
    seed: 42,
    trials: 10_000,
    currency: 'USD',
    start: day('2027-01-04'),
    weeks: 52,
    weekEnds: [],
    strategies: [strategy('a', labels[0]), strategy('b', labels[1])],
    pairs: [pair],
    events: [],
  };
};

const sentence = (...input: Parameters<typeof comparisonOf>): string =>
  headline(comparisonOf(...input)).sentence;

describe('headline', () => {
  it('says who pays more, how often, by how much, and the bad tenth', () => {
    expect(sentence(0.7128, { low: -410, middle: 640, high: 1_500 })).toBe(
      'TikTok Shop pays more in 71 of 100 futures: typically $640 more a month, in the bad tenth $410 less.',
    );
  });

  it('is told from the winner’s side when the other one wins', () => {
    expect(sentence(0.29, { low: -1_500, middle: -640, high: 410 })).toBe(
      'Amazon links pay more in 71 of 100 futures: typically $640 more a month, in the bad tenth $410 less.',
    );
  });

  it('does not call a close race', () => {
    const text = sentence(0.52, { low: -410, middle: 12, high: 430 });
    expect(text).toMatch(/^Too close to call between TikTok Shop and Amazon links: /);
    expect(text).toContain('52 of 100 futures');
    expect(sentence(0.56, { low: -410, middle: 40, high: 430 })).not.toContain('Too close');
  });

  it('never rounds up to certainty', () => {
    const monthly = { low: 120, middle: 640, high: 1_500 };
    expect(sentence(0.9997, monthly)).toContain('more than 99 of 100 futures');
    expect(sentence(1, monthly)).toBe(
      'TikTok Shop pays more in every one of 10,000 futures: typically $640 more a month, even in the bad tenth $120 more.',
    );
    expect(chanceWords(0.001, 100)).toBe('fewer than 1 of 100 futures');
  });

  it('does not claim an error of zero where no future went the other way', () => {
    const { detail } = headline(comparisonOf(1, { low: 120, middle: 640, high: 1_500 }));
    // Rule of three: 3 / 10,000 = 0.03 points.
    expect(detail).toContain('no exception in 10,000 futures: true chance within 0.03\u00a0points');
  });

  it('says how exact this very answer is', () => {
    const answer = comparisonOf(0.7, { low: -410, middle: 640, high: 1_500 });
    expect(howExact({ ...answer, trials: 2_048 })).toBe(
      '2,048 futures; chance: simulation error ±0.9\u00a0points; average difference a month: ±\u00a0$12.',
    );
    expect(howExact({ ...answer, pairs: [] })).toBe('');
  });

  it('calls a tie a tie', () => {
    expect(sentence(0.5, { low: 0, middle: 0, high: 0 })).toBe(
      'TikTok Shop and Amazon links pay the same in every future.',
    );
  });

  it('keeps the simulation error, seed and pairing in the detail', () => {
    const { detail } = headline(comparisonOf(0.7128, { low: -410, middle: 640, high: 1_500 }));
    expect(detail).toContain('10,000 futures of 52 weeks from 4 January 2027, seed 42');
    expect(detail).toContain('71.3\u00a0% (simulation error ±0.9\u00a0points)');
    expect(detail).toContain('on average TikTok Shop pays $640 more a month, ±$12');
    expect(detail).toContain('future by future');
  });

  it('names who leads on average when that is not who leads more often', () => {
    const comparison = comparisonOf(0.3, { low: -900, middle: -100, high: 5_000 });
    const pair = comparison.pairs[0]!;
    const skewed = {
      ...comparison,
      pairs: [{ ...pair, difference: { ...pair.difference, mean: 30_000 * months } }],
    };
    const { sentence: text, detail } = headline(skewed);
    expect(text).toMatch(/^Amazon links pay more in 70 of 100/);
    expect(detail).toContain('on average TikTok Shop pays $300 more a month');
  });
});
