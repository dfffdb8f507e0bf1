import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../../../shared/domain/comparison.ts';
import { day } from '../../../../shared/domain/day.ts';
import type { Scenario } from '../../../../shared/domain/scenario.ts';
import { simulate } from '../../../../shared/engine/simulate.ts';
import { certain, sampleCards } from '../../../helpers/scenario.ts';
import { certainEvent, zeroSpreadScenario } from '../../../helpers/zero-spread-scenario.ts';

const run = (change: Partial<Scenario> = {}): Comparison =>
  simulate(zeroSpreadScenario(change), { cards: sampleCards, categoryNames: {} });

const perWeek = (cumulative: readonly number[]): number[] =>
  cumulative.map((value, week) => value - (cumulative[week - 1] ?? 0));

/** What a strategy earned and was paid in each week, after checking that every quantile is that number. */
const weeklyOf = (comparison: Comparison, id: string) => {
  const strategy = comparison.strategies.find(each => each.id === id)!;
  for (const bands of [strategy.earned, strategy.paid])
    for (const level of bands.values) expect(level).toEqual(bands.mean);
  return { earned: perWeek(strategy.earned.mean), paid: perWeek(strategy.paid.mean) };
};

const weeks = (from: number, to: number, value: number): number[] =>
  Array.from({ length: to - from }, () => value);

// Weeks begin on Monday 2026-01-05. Cents throughout.
describe('with all spread at zero, week by week, to the cent', () => {
  it('Amazon earns 20.00 a week, 18.00 once returns begin, and pays months 60 days after their end', () => {
    const { earned, paid } = weeklyOf(run(), 'amazon');
    expect(earned).toEqual([2000, 2000, ...weeks(2, 26, 1800)]);
    // January: weeks 0–2 and six days of week 3 (26 Jan – 1 Feb): 2000 + 2000 + 1800 + 1542.86 → 1543.
    const january = 2000 + 2000 + 1800 + 1543;
    // February: the last day of week 3, weeks 4–6 and six days of week 7 (23 Feb – 1 Mar).
    const february = 257 + 3 * 1800 + 1543;
    // March: one day of week 7, weeks 8–11 (to 29 Mar), two days of week 12: 514.29 → 514.
    const march = 257 + 4 * 1800 + 514;
    // 31 Jan + 60 days = 1 Apr, week 12; 28 Feb + 60 = 29 Apr, week 16; 31 Mar + 60 = 30 May, week 20;
    // April: 5 days of week 12, weeks 13–15 (to 26 Apr), four days of week 16: 1028.57 → 1029; 30 Apr + 60 = 29 Jun, week 25.
    const april = 1800 - 514 + 3 * 1800 + 1029;
    const expected = weeks(0, 26, 0);
    expected[12] = january;
    expected[16] = february;
    expected[20] = march;
    expected[25] = april;
    expect(paid).toEqual(expected);
  });

  it('TikTok Shop earns 45.00 a week, 36.00 once refunds begin, and pays each sale day 18 days later', () => {
    const { earned, paid } = weeklyOf(run(), 'shop');
    expect(earned).toEqual([4500, ...weeks(1, 26, 3600)]);
    // 18 days = 2 weeks and 4 days: sale days 0–2 settle two weeks later (3600 × 3/7 → 1543), days 3–6 three weeks later.
    expect(paid).toEqual([0, 0, 1543, ...weeks(3, 26, 3600)]);
  });

  it('keeps a balance below the threshold until it is reached', () => {
    const programs = zeroSpreadScenario().programs;
    const { paid } = weeklyOf(
      run({
        programs: {
          amazon: { ...programs.amazon, paymentThreshold: certain(100) },
          tiktokShop: { ...programs.tiktokShop, paymentThreshold: certain(100) },
        },
      }),
      'shop',
    );
    // 1543 + 3600 + 3600 = 8743 < 10000; one more week makes 12343, then every third week 10800.
    expect(paid.slice(0, 12)).toEqual([0, 0, 0, 0, 0, 12_343, 0, 0, 10_800, 0, 0, 10_800]);
  });

  it('refunds after settlement leave the commission', () => {
    const programs = zeroSpreadScenario().programs;
    const tiktokShop = { ...programs.tiktokShop, returnDelayWeeks: certain(3) };
    const comparison = run({ programs: { ...programs, tiktokShop } });
    const { earned, paid } = weeklyOf(comparison, 'shop');
    expect(earned).toEqual(weeks(0, 26, 4500));
    expect(comparison.strategies[1]!.products[0]!.earned.mean).toBeCloseTo(26 * 4500, 6);
    expect(paid).toEqual([0, 0, 1929, ...weeks(3, 26, 4500)]);
  });

  it('returns in the same week are never earned', () => {
    const programs = zeroSpreadScenario().programs;
    const amazon = { ...programs.amazon, returnDelayWeeks: certain(0) };
    const { earned } = weeklyOf(run({ programs: { ...programs, amazon } }), 'amazon');
    expect(earned).toEqual(weeks(0, 26, 1800));
  });

  it('the rate of the shipping day pays, not the rate of the order day', () => {
    const later = {
      ...sampleCards[0]!,
      id: 'cut',
      from: day('2026-01-22'),
      rates: [{ category: 'Kitchen', ppm: 20_000 }],
    };
    const cards = [{ ...sampleCards[0]!, until: day('2026-01-22') }, later];
    const { programs, products } = zeroSpreadScenario();
    const amazon = { ...programs.amazon, shippingLagDays: 2, returnDelayWeeks: certain(0) };
    const product = { ...products[0]!, amazon: { ...products[0]!.amazon!, rate: null } };
    const comparison = simulate(
      zeroSpreadScenario({ products: [product], programs: { ...programs, amazon } }),
      { cards, categoryNames: {} },
    );
    // 9 kept orders of $50 at 4.5 % = 2025; at 2 % = 900. Orders of Mon 19 ship on Wed 21 at 4.5 %, all later ones at 2 %:
    // week 2 pays (1 × 2025 + 6 × 900) / 7 = 1060.71 → 1061.
    expect(weeklyOf(comparison, 'amazon').earned.slice(0, 5)).toEqual([2025, 2025, 1061, 900, 900]);
  });

  it('a mix is the same share of both programs', () => {
    const mix = { id: 'mix', label: 'Mix', kind: 'mix', tiktokShopShare: 0.25 } as const;
    const { strategies } = zeroSpreadScenario();
    const { earned } = weeklyOf(run({ strategies: [...strategies, mix] }), 'mix');
    // Three quarters of 2000 and one of 4500; from week 1 refunds of 225, from week 2 returns of 150.
    expect(earned.slice(0, 4)).toEqual([2625, 2400, 2250, 2250]);
  });

  it('switching on a day and at an event move the videos of whole weeks', () => {
    const switchDay = { id: 'day', label: 'Day', kind: 'switch-on-day', on: day('2026-02-02') } as const;
    const switchEvent = {
      id: 'event',
      label: 'Event',
      kind: 'switch-at-event',
      event: 'external-link-ban',
      reactionWeeks: 1,
    } as const;
    const { strategies } = zeroSpreadScenario();
    const comparison = run({
      strategies: [...strategies, switchDay, switchEvent],
      policy: [certainEvent('external-link-ban', '2026-01-26', { amazon: 0.1, tiktokShop: 1 })],
    });
    // Ban from week 3: 10 % of 2000 = 200 less returns of week 1 (200). TikTok Shop from week 4; Amazon returns trickle out.
    const expected = [2000, 2000, 1800, 0, 4500 - 200, 3600 - 20, 3600, 3600];
    expect(weeklyOf(comparison, 'day').earned.slice(0, 8)).toEqual(expected);
    expect(weeklyOf(comparison, 'event').earned.slice(0, 8)).toEqual(expected);
  });

  it('switching at an event in the middle of a week moves the videos of the next one', () => {
    const strategy = {
      id: 'event',
      label: 'Event',
      kind: 'switch-at-event',
      event: 'app-outage',
      reactionWeeks: 0,
    } as const;
    const { strategies } = zeroSpreadScenario();
    const policy = [certainEvent('app-outage', '2026-01-29', { amazon: 1, tiktokShop: 1 })];
    const { earned } = weeklyOf(run({ strategies: [...strategies, strategy], policy }), 'event');
    expect(earned.slice(2, 7)).toEqual([1800, 1800, 4500 - 200, 3600 - 200, 3600]);
    // An event before the start leaves the reaction its weeks.
    const before = [certainEvent('app-outage', '2025-12-10', { amazon: 1, tiktokShop: 1 })];
    const slow = { ...strategy, reactionWeeks: 2 };
    const late = weeklyOf(run({ strategies: [...strategies, slow], policy: before }), 'event').earned;
    expect(late.slice(0, 5)).toEqual([2000, 2000, 4500 - 200, 3600 - 200, 3600]);
  });

  it('counts the funnel and the products', () => {
    const [amazon, shop] = run().strategies;
    expect(amazon!.funnel).toEqual({ views: 260_000, clicks: 2600, orders: 260, returned: 26 });
    expect(shop!.funnel).toEqual({ views: 260_000, clicks: 5200, orders: 260, returned: 52 });
    // Returns of the last two weeks come after the horizon: 26 × 2000 − 24 × 200.
    expect(amazon!.products[0]!.earned.mean).toBeCloseTo(26 * 2000 - 24 * 200, 6);
    expect(amazon!.totalEarned.mean).toBe(26 * 2000 - 24 * 200);
    expect(shop!.byProgram).toEqual({ amazon: 0, tiktokShop: 26 * 4500 - 25 * 900 });
  });

  it('adds season, growth, adoption and market as factors', () => {
    const base = zeroSpreadScenario();
    const factors = Array.from({ length: 53 }, (_, week) => 1 + week / 10);
    const { earned } = weeklyOf(
      run({
        content: { ...base.content, season: { ...base.content.season, factors }, marketFactor: certain(2) },
        adoption: [
          { week: 4, factor: 3 },
          { week: 2, factor: 1 },
        ],
      }),
      'shop',
    );
    // The middle of week 0 is Thursday 8 January: week 1 of the year.
    const gross = [1.1, 1.2, 1.3, 1.4 * 2, 1.5 * 3, 1.6 * 3].map(each => Math.round(9000 * each));
    const refunded = [0, 1.1, 1.2, 1.3, 1.4 * 2, 1.5 * 3].map(each => Math.round(1800 * each));
    expect(earned.slice(0, 6)).toEqual(gross.map((each, week) => each - refunded[week]!));
  });

  it('shares videos over products by their weights and reach', () => {
    const [pan] = zeroSpreadScenario().products;
    const lid = { ...pan!, id: 'lid', name: 'Lid', videoShare: 3, reach: 0.5 };
    const [amazon] = run({ products: [pan!, lid] }).strategies;
    expect(amazon!.products.map(each => each.orders)).toEqual([65, 97.5]);
  });
});
