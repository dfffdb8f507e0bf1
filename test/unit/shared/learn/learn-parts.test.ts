import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadReference } from '../../../../electron/reference.ts';
import { day, toEpochDay } from '../../../../shared/domain/day.ts';
import { marketSchema } from '../../../../shared/domain/market.ts';
import { scenarioSchema } from '../../../../shared/domain/scenario.ts';
import { checkScenario } from '../../../../shared/engine/check-scenario.ts';
import { logMultiple } from '../../../../shared/engine/view-law.ts';
import { normalQuantile } from '../../../../shared/engine/special/normal.ts';
import { externalLinkBan } from '../../../../shared/learn/default-policy.ts';
import { meanOverMedian } from '../../../../shared/learn/expected-views.ts';
import { nameLikeness, nameWords, sameProductLikeness } from '../../../../shared/domain/same-product.ts';
import { scenarioFromPriors } from '../../../../shared/learn/scenario-from-priors.ts';
import { seasonWeeks, weekOfYear } from '../../../../shared/learn/season-of.ts';
import { dispersion, recentLevel, squaredDrift } from '../../../../shared/learn/weekly-level.ts';
import { stream } from './past-year.ts';

const reference = loadReference(join(import.meta.dirname, '../../../../resources'));

const same = (a: string, b: string) => nameLikeness(nameWords(a), nameWords(b)) >= sameProductLikeness;
const gauss = (next: () => number) => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
const weeks = 104;
const expected = Array.from({ length: weeks }, () => 200);
const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
const drifts = (sd: number) =>
  Array.from({ length: 60 }, (_, seed) => {
    const next = stream(100 + seed);
    let walk = 0;
    const orders = expected.map(mean => {
      walk += sd * gauss(next);
      const level = mean * Math.exp(walk);
      return Math.max(0, Math.round(level + Math.sqrt(level) * gauss(next)));
    });
    return Math.sqrt(squaredDrift({ orders, expected }, 1)!.square);
  });

const chance = (start: string) => {
  const { date } = externalLinkBan(reference, day(start));
  if (date.kind !== 'elicited') throw new Error('not elicited');
  return [date.within6, date.within12, date.within24] as const;
};

describe('meanOverMedian', () => {
  it('is the mean of the views that the engine draws, with and without a fat tail', () => {
    for (const [sd, tail] of [
      [0.95, 2.2],
      [0.75, 1.8],
      [1.2, 3],
      [1, null],
    ] as const) {
      let sum = 0;
      const cells = 400_000;
      for (let i = 0; i < cells; i++)
        sum += Math.exp(logMultiple(normalQuantile((i + 0.5) / cells), sd, tail ?? 0));
      expect(meanOverMedian(sd, tail) / (sum / cells)).toBeCloseTo(1, 2);
    }
  });
});

describe('the ban that was reported in 2023', () => {
  it('is a guess of our own, whose note says what was reported and that the chance is calculated', () => {
    const { provenance } = externalLinkBan(reference, day('2026-11-21')).probability;
    expect(provenance.kind).toBe('guess');
    expect(provenance.note).toMatch(
      /own calculation.*2023-08-23.*Jeffreys.*Seen from 2026-11-21: 3\.2 years/,
    );
    const reported = reference.events.find(event => event.id === 'ban-reported')!;
    if (reported.provenance.kind !== 'publication') throw new Error('not published');
    expect(provenance.note).toContain(`grade ${reported.provenance.grade}`);
  });

  it('grows with time and is less likely the longer it has not come', () => {
    for (const start of ['2023-09-01', '2024-08-23', '2026-11-21']) {
      const [a, b, c] = chance(start);
      expect(a).toBeLessThan(b);
      expect(b).toBeLessThan(c);
    }
    expect(chance('2026-11-21')[1]).toBeLessThan(chance('2024-08-23')[1]);
    // Three years without: 1 − (3 / 4)^½ within one more.
    expect(chance('2026-08-23')[1]).toBeCloseTo(1 - Math.sqrt(3 / 4), 2);
  });
});

describe('names of products', () => {
  it('agree when their words mostly do', () => {
    expect(same('Cast Iron Skillet, 12 inch', 'cast iron skillet 12 INCH')).toBe(true);
    expect(same('Lodge Cast Iron Skillet 12 inch black', 'Cast Iron Skillet 12 inch')).toBe(true);
    expect(same('Café crème whisk', 'Cafe Creme Whisk')).toBe(true);
  });
  it('differ when a size or a count does, or when little is common', () => {
    expect(same('Cast iron skillet 12 inch', 'Cast iron skillet 10 inch')).toBe(false);
    expect(same('Knife set 14 piece', 'Knife set')).toBe(false);
    expect(same('Cast iron skillet', 'Cast iron garden gate')).toBe(false);
    expect(same('', '')).toBe(false);
  });
});

describe('season weeks', () => {
  it('count seven days at factor 1 as one week, over year ends and leap days', () => {
    const flat = Array.from({ length: 53 }, () => 1);
    const from = toEpochDay(day('2023-12-25'));
    expect(seasonWeeks(flat, from, from + 70 * 7 - 1)).toBeCloseTo(70);
    expect(weekOfYear(toEpochDay(day('2024-01-01')))).toBe(0);
    expect(weekOfYear(toEpochDay(day('2024-12-31')))).toBe(52);
    expect(weekOfYear(toEpochDay(day('2025-01-08')))).toBe(1);
    expect(weekOfYear(toEpochDay(day('2025-11-28')))).toBe(47);
  });
});

describe('scatter and drift of weekly orders', () => {
  it('find a variance of one times the mean for Poisson counts and of five for counts that scatter so', () => {
    for (const ratio of [1, 5]) {
      const found = Array.from({ length: 40 }, (_, seed) => {
        const next = stream(seed + 1);
        const orders = expected.map(mean =>
          Math.max(0, Math.round(mean + Math.sqrt(ratio * mean) * gauss(next))),
        );
        return dispersion({ orders, expected })!;
      });
      expect(median(found) / ratio).toBeGreaterThan(0.85);
      expect(median(found) / ratio).toBeLessThan(1.15);
    }
  });

  it('find the weekly step of a random walk, and next to none without one', () => {
    expect(median(drifts(0.1))).toBeGreaterThan(0.075);
    expect(median(drifts(0.1))).toBeLessThan(0.125);
    expect(median(drifts(0))).toBeLessThan(0.02);
  });

  it('see a last quarter that sold twice as much', () => {
    const orders = expected.map((mean, week) => (week >= weeks - 13 ? 2 * mean : mean));
    expect(recentLevel([{ orders, expected }])).toBeCloseTo(2);
    expect(recentLevel([{ orders: orders.slice(0, 20), expected: expected.slice(0, 20) }])).toBe(1);
  });
});

describe('scenarioFromPriors', () => {
  it('makes a runnable scenario for every market', () => {
    for (const market of marketSchema.options) {
      const scenario = scenarioFromPriors(reference, { market, start: day('2026-11-21'), name: 'Start' });
      expect(scenarioSchema.parse(scenario)).toEqual(scenario);
      expect(checkScenario(scenario, reference.cards, reference.categoryNames), market).toEqual([]);
    }
  });

  it('leaves both programs at least as open as the one that a single program’s reports leave open', () => {
    const { programs, products, correlations } = scenarioFromPriors(reference, {
      market: 'US',
      start: day('2026-11-21'),
      name: 'Start',
    });
    const { value } = reference.priors.tiktokOrdersPerAmazonOrder;
    expect(programs.amazon.orderFactor!.value).toEqual(value);
    expect(programs.tiktokShop.orderFactor!.value).toEqual(value);
    expect(correlations).toContainEqual({
      a: `products.${products[0]!.id}.amazon.clickRate`,
      b: `products.${products[2]!.id}.amazon.clickRate`,
      rank: 0.9,
    });
  });
});
