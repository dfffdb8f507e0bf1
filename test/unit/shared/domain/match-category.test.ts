import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadReference } from '../../../../electron/reference.ts';
import { cardInForce } from '../../../../shared/domain/card-in-force.ts';
import { addDays, day } from '../../../../shared/domain/day.ts';
import { matchCategory, otherCategories } from '../../../../shared/domain/match-category.ts';

const { cards, categoryNames } = loadReference(join(import.meta.dirname, '../../../../resources'));
const us = (on: string) => cardInForce(cards, 'US', day(on))!;

describe('cardInForce', () => {
  it('changes on the day of the cut, not the day before', () => {
    expect(us('2020-04-20').id).toBe('amazon-us-2018-01-01');
    expect(us('2020-04-21').id).toBe('amazon-us-2020-04-21');
  });

  it('has exactly one card for every day since the first', () => {
    for (let on = day('2017-03-01'); on < '2026-12-31'; on = addDays(on, 1)) {
      const matching = cards.filter(
        card => card.market === 'US' && card.from <= on && (card.until === null || on < card.until),
      );
      expect(matching.length, on).toBe(1);
    }
  });

  it('knows none before the first card and none for a market without cards', () => {
    expect(cardInForce(cards, 'US', day('2017-02-28'))).toBeNull();
    expect(cardInForce(cards, 'JP', day('2026-01-01'))).toBeNull();
  });
});

describe('matchCategory', () => {
  const rate = (category: string, on = '2026-06-01') => matchCategory(category, us(on), categoryNames)?.rate;

  it('takes the exact name first, then the mapping', () => {
    expect(rate('Furniture')).toBe(30_000);
    expect(rate('Kitchen & Dining')).toBe(45_000);
    expect(rate('Furniture', '2020-04-20')).toBe(80_000);
    expect(rate('Home Improvement', '2019-01-01')).toBe(80_000);
  });

  it('does not mind case, spaces and Unicode form', () => {
    expect(rate('  kitchen  &  dining ')).toBe(45_000);
  });

  it('pays a known name that the card does not list as all other categories', () => {
    expect(matchCategory('Electronic Components & Home Audio', us('2026-06-01'), categoryNames)).toEqual({
      category: otherCategories,
      rate: 40_000,
      indirectRate: 40_000,
    });
  });

  it('lets the UK card pay electronics on its own row and toys as all other', () => {
    const uk = cardInForce(cards, 'UK', day('2026-06-01'))!;
    expect(matchCategory('Electronic Components & Home Audio', uk, categoryNames)?.rate).toBe(25_000);
    expect(matchCategory('Toys & Games', uk, categoryNames)?.rate).toBe(30_000);
  });

  it('never guesses an unknown name', () => {
    expect(rate('Kitchen and Dining')).toBeUndefined();
    expect(rate('Krimskrams')).toBeUndefined();
    expect(rate('')).toBeUndefined();
  });

  it('follows the dated changes of 2017 and 2018', () => {
    expect(rate('Digital Video Games', '2017-11-30')).toBe(100_000);
    expect(rate('Digital Video Games', '2017-12-01')).toBe(20_000);
    expect(rate('Amazon Echo Devices', '2017-12-31')).toBe(80_000);
    expect(rate('Amazon Echo Devices', '2018-01-01')).toBe(70_000);
    expect(rate('Amazon Kindle Devices', '2018-01-01')).toBe(40_000);
  });
});
