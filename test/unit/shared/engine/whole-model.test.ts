import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../../../shared/domain/comparison.ts';
import { day } from '../../../../shared/domain/day.ts';
import type { Product } from '../../../../shared/domain/product.ts';
import type { Scenario } from '../../../../shared/domain/scenario.ts';
import { checkScenario } from '../../../../shared/engine/check-scenario.ts';
import { simulate } from '../../../../shared/engine/simulate.ts';
import { certain, sampleCards } from '../../../helpers/scenario.ts';
import { certainEvent, zeroSpreadScenario } from '../../../helpers/zero-spread-scenario.ts';

const run = (change: Partial<Scenario>): Comparison => {
  const scenario = zeroSpreadScenario(change);
  expect(checkScenario(scenario, sampleCards, {})).toEqual([]);
  return simulate(scenario, { cards: sampleCards, categoryNames: {} });
};

/** Earned within each week, cents. */
const earned = (comparison: Comparison, id: string): number[] => [
  ...comparison.strategies.find(each => each.id === id)!.weekly.earned,
];
const paid = (comparison: Comparison, id: string): number[] => [
  ...comparison.strategies.find(each => each.id === id)!.weekly.paid,
];
const base = zeroSpreadScenario();
const pan = base.products[0]!;
const withShop = (change: Partial<NonNullable<Product['tiktokShop']>>): Scenario['products'] => [
  { ...pan, tiktokShop: { ...pan.tiktokShop!, returnShare: certain(0), ...change } },
];
const withAmazon = (change: Partial<NonNullable<Product['amazon']>>): Scenario['products'] => [
  { ...pan, amazon: { ...pan.amazon!, returnShare: certain(0), ...change } },
];
const content = (change: Partial<Scenario['content']>): Partial<Scenario> => ({
  content: { ...base.content, ...change },
});

// On paper (see zero-spread-scenario.ts): Amazon 10 orders × $2.00, TikTok Shop 10 orders × $4.50 a week, 10 videos × 1,000 views.
describe('the whole model on paper', () => {
  it('TikTok Shop: ads, bonus and agency make the rate', () => {
    const programs = {
      ...base.programs,
      tiktokShop: { ...base.programs.tiktokShop, agencyShare: certain(0.25) },
    };
    const products = withShop({ adsShare: certain(0.4), adsRate: certain(0.05), bonusRate: certain(0.02) });
    // $450 × (0.6 × 12 % + 0.4 × 7 %) × 0.75 = $450 × 10 % × 0.75.
    expect(earned(run({ programs, products }), 'shop')[0]).toBe(3375);
  });

  it('TikTok Shop: a targeted rate ends on its day, a raised rate comes at once, a lowered one after 30 days', () => {
    const targeted = run({
      products: withShop({ targeted: { rate: certain(0.2), until: day('2026-01-15') } }),
    });
    // Until Thursday of week 1 (three days of it): (3 × 90 + 4 × 45) / 7 = 64.29.
    expect(earned(targeted, 'shop').slice(0, 4)).toEqual([9000, 6429, 4500, 4500]);
    const raised = run({ products: withShop({ change: { on: day('2026-01-19'), rate: certain(0.2) } }) });
    expect(earned(raised, 'shop').slice(0, 4)).toEqual([4500, 4500, 9000, 9000]);
    const lowered = run({ products: withShop({ change: { on: day('2026-01-19'), rate: certain(0.05) } }) });
    // 19 January + 30 days = 18 February, Wednesday of week 6: (2 × 45 + 5 × 22.50) / 7 = 28.93.
    expect(earned(lowered, 'shop').slice(4, 9)).toEqual([4500, 4500, 2893, 2250, 2250]);
  });

  it('TikTok Shop: LIVEs and the showcase add orders at the same rates, and streams add to the total', () => {
    const comparison = run({
      ...content({
        lives: { perWeek: certain(2), count: 'fixed', viewers: certain(500), viewersLogSd: certain(0) },
      }),
      products: withShop({
        live: { clickRate: certain(0.1), conversion: certain(0.1) },
        showcase: { clickRate: certain(0.001), conversion: certain(0.5) },
      }),
    });
    // LIVE: 2 × 500 × 1 % = 10 orders; showcase: 10,000 × 0.1 % × 50 % = 5 orders; video 10: 25 × 4.50.
    expect(earned(comparison, 'shop')[0]).toBe(11_250);
    expect(earned(comparison, 'amazon')[0]).toBe(2000);
    const streams = Object.fromEntries(
      comparison.strategies[1]!.streams!.map(each => [each.stream, each.mean]),
    );
    expect(streams).toEqual({
      'amazon-links': 0,
      'tiktok-video': expect.closeTo(26 * 4500, 6),
      'tiktok-live': expect.closeTo(26 * 4500, 6),
      'tiktok-showcase': expect.closeTo(26 * 2250, 6),
    });
  });

  it('TikTok Shop: LIVEs and the showcase follow what multiplies all orders, and pay for their own returns', () => {
    const lives = {
      perWeek: certain(2),
      count: 'fixed',
      viewers: certain(500),
      viewersLogSd: certain(0),
    } as const;
    const shown = {
      ...pan.tiktokShop!,
      returnShare: certain(0.5),
      live: { clickRate: certain(0.1), conversion: certain(0.1) },
      showcase: { clickRate: certain(0.001), conversion: certain(0.5) },
    };
    const tiktokShop = { ...base.programs.tiktokShop, returnDelayWeeks: certain(0), orderFactor: certain(2) };
    const comparison = run({
      ...content({ lives, marketFactor: certain(1.5) }),
      products: [...withShop({}), { ...pan, id: 'shown', tiktokShop: shown }],
      programs: { ...base.programs, tiktokShop },
    });
    // Three times 5 orders of each product’s videos, 10 in LIVEs and 5 in the showcase, of which half stay.
    const streams = comparison.strategies[1]!.streams!.map(({ stream, mean }) => [stream, mean / 26 / 450]);
    expect(Object.fromEntries(streams)).toEqual({
      'amazon-links': 0,
      'tiktok-video': expect.closeTo(3 * (5 + 2.5), 6),
      'tiktok-live': expect.closeTo(3 * 5, 6),
      'tiktok-showcase': expect.closeTo(3 * 2.5, 6),
    });
  });

  it('TikTok Shop: a targeted rate goes before a changed one', () => {
    const comparison = run({
      products: withShop({
        targeted: { rate: certain(0.2), until: day('2026-01-22') },
        change: { on: day('2026-01-12'), rate: certain(0.3) },
      }),
    });
    // Until Thursday of week 2, then the changed one at once.
    expect(earned(comparison, 'shop').slice(0, 4)).toEqual([
      9000,
      9000,
      Math.round((3 * 9000 + 4 * 13_500) / 7),
      13_500,
    ]);
  });

  it('days and weeks of delay are rounded', () => {
    const paidWith = (days: number, weeks: number): number[][] => {
      const tiktokShop = {
        ...base.programs.tiktokShop,
        settlementDelayDays: certain(days),
        returnDelayWeeks: certain(weeks),
      };
      const comparison = run({ programs: { ...base.programs, tiktokShop } });
      return [earned(comparison, 'shop'), paid(comparison, 'shop')];
    };
    expect(paidWith(17.6, 1.5)).toEqual(paidWith(18, 2));
    expect(paidWith(18.4, 2.4)).toEqual(paidWith(18, 2));
  });

  it('Amazon: the halo pays at its own price and categories', () => {
    const halo = {
      price: certain(20),
      categories: [
        { category: 'Home', share: 3 },
        { category: 'Kitchen', share: 1 },
      ],
    };
    const products = withAmazon({ itemsPerOrder: certain(1.5), halo });
    // Ten orders: $500 × 4 % + ten half items of $20 = $100 × (¾ × 3 % + ¼ × 4.5 %) = 20.00 + 3.375 → 23.38.
    expect(earned(run({ products }), 'amazon')[0]).toBe(2338);
    const alike = withAmazon({ itemsPerOrder: certain(1.5) });
    expect(earned(run({ products: alike }), 'amazon')[0]).toBe(3000);
  });

  it('Amazon: boosted views earn nothing there, bounties come with the clicks', () => {
    const amazon = { ...base.programs.amazon, bounties: { perClick: certain(0.02), amount: certain(3) } };
    const comparison = run({
      ...content({ boostedShare: certain(0.25) }),
      products: withAmazon({}),
      programs: { ...base.programs, amazon },
    });
    // 75 paid clicks: 7.5 orders × 2.00 and 1.5 bounties × 3.00.
    expect(earned(comparison, 'amazon')[0]).toBe(1500 + 450);
    expect(earned(comparison, 'shop')[0]).toBe(4500);
    expect(comparison.strategies[0]!.streams).toEqual([
      { stream: 'amazon-links', mean: 26 * 1500 },
      { stream: 'amazon-bounties', mean: 26 * 450 },
      { stream: 'tiktok-video', mean: 0 },
    ]);
  });

  it('income on Amazon comes whatever the strategy, and Amazon pays it', () => {
    const onAmazon = { perWeek: certain(7), logSd: certain(0) };
    const comparison = run({ programs: { ...base.programs, onAmazon }, products: withShop({}) });
    expect(earned(comparison, 'shop')[0]).toBe(4500 + 700);
    expect(comparison.strategies[1]!.byProgram).toEqual({ amazon: 26 * 700, tiktokShop: 26 * 4500 });
    // January: weeks 0–2 and six of seven days of week 3, paid in week 12 beside TikTok Shop's 45.00.
    expect(paid(comparison, 'shop')[12]).toBe(4500 + 3 * 700 + 600);
  });

  it('income on Amazon follows season and growth, not the peaks of links', () => {
    const season = {
      ...base.content.season,
      factors: Array.from({ length: 53 }, (_, week) => 1 + week / 10),
    };
    const peaks = [{ label: 'Peak', from: day('2026-01-12'), to: day('2026-01-18'), factor: 3 }];
    const comparison = run({
      ...content({ season, peaks, growthPerYear: certain(0.5) }),
      products: withShop({}),
      programs: { ...base.programs, onAmazon: { perWeek: certain(700), logSd: certain(0) } },
    });
    const streams = comparison.strategies[1]!.streams!.find(({ stream }) => stream === 'on-amazon')!;
    // The middle of week 0 is 8 January, in week 1 of the year.
    const weekly = base.content.season.factors
      .slice(0, 26)
      .map((_, week) => 70_000 * (1.1 + week / 10) * 1.5 ** ((7 * week) / 365.25));
    expect(streams.mean).toBeCloseTo(
      weekly.reduce((sum, each) => sum + each, 0),
      3,
    );
  });

  it('the storefront earns until its end and pays after the month', () => {
    const storefront = {
      platform: 'shopify',
      clickRate: certain(0.02),
      conversion: certain(0.03),
      returnShare: certain(0),
      rate: certain(0.15),
    } as const;
    const comparison = run({
      products: [{ ...pan, storefront }],
      programs: {
        ...base.programs,
        storefront: {
          baseShare: certain(1),
          paymentDelayDays: certain(15),
          paymentThreshold: certain(0),
          returnDelayWeeks: certain(0),
          endsOn: day('2026-01-21'),
        },
      },
      strategies: [...base.strategies, { id: 'front', label: 'Storefront', kind: 'all-storefront' }],
    });
    // 200 clicks, 6 orders × $7.50; two of seven days of week 2; January paid on 15 February, week 5.
    expect(earned(comparison, 'front').slice(0, 4)).toEqual([4500, 4500, 1286, 0]);
    expect(paid(comparison, 'front').slice(4, 7)).toEqual([0, 10_286, 0]);
    expect(comparison.strategies[2]!.byProgram.storefront).toBe(10_286);
  });

  it('views arrive over weeks and none are lost', () => {
    const arrival = { fastShare: certain(0.5), fastDays: certain(1), slowDays: certain(14) };
    const comparison = run({ ...content({ arrival }), products: withAmazon({}) });
    const part = (days: number, later: number): number => {
      const lost = 1 - Math.exp(-7 / days);
      return later === 0
        ? 1 - (days / 7) * lost
        : (days / 7) * lost * lost * Math.exp((-7 * (later - 1)) / days);
    };
    const arrives = (later: number): number => 0.5 * part(1, later) + 0.5 * part(14, later);
    const expected = [0, 1, 2, 3].map(week =>
      Math.round(
        2000 * Array.from({ length: week + 1 }, (_, later) => arrives(later)).reduce((a, b) => a + b),
      ),
    );
    expect(earned(comparison, 'amazon').slice(0, 4)).toEqual(expected);
    expect(earned(comparison, 'amazon').at(-1)).toBeGreaterThan(1999 - 1);
  });

  it('dated peaks multiply the days they hold, of the programs they name', () => {
    const peaks = [
      {
        label: 'Prime Day',
        from: day('2026-01-13'),
        to: day('2026-01-14'),
        factor: 4.5,
        programs: ['amazon' as const],
      },
    ];
    const comparison = run({ ...content({ peaks }), products: withAmazon({}) });
    expect(earned(comparison, 'amazon').slice(0, 3)).toEqual([2000, 4000, 2000]);
    expect(earned(comparison, 'shop')[1]).toBe(4500 - 900);
  });

  it('the S-curve is 1 on the calibration day and half of saturation at the midpoint', () => {
    const adoptionCurve = {
      midpointWeeks: certain(10.5),
      riseWeeks: certain(20),
      calibratedOn: day('2026-01-05'),
    };
    const comparison = run({ adoptionCurve, products: withShop({}) });
    const slope = Math.log(81) / 20;
    const curve = (weeks: number): number => 1 / (1 + Math.exp(-slope * (weeks - 10.5)));
    for (const week of [0, 10, 25])
      expect(earned(comparison, 'shop')[week]).toBe(Math.round((4500 * curve(week + 0.5)) / curve(0)));
  });

  it('stages come first, each for its weeks, and may touch one category only', () => {
    const ban = {
      ...certainEvent('external-link-ban', '2026-01-19', { amazon: 0.1, tiktokShop: 1 }),
      stages: [
        { label: 'warning', weeks: certain(1), amazonReach: certain(1), tiktokShopReach: certain(1) },
        { label: 'bio links', weeks: certain(2), amazonReach: certain(0.5), tiktokShopReach: certain(1) },
        {
          label: 'home',
          weeks: certain(1),
          amazonReach: certain(0),
          tiktokShopReach: certain(1),
          categories: ['Home'],
        },
      ],
    };
    const shelf = {
      ...pan,
      id: 'shelf',
      amazon: { ...pan.amazon!, category: 'Home', returnShare: certain(0) },
    };
    const products = [...withAmazon({}), shelf];
    // Both products get half of the videos: 10.00 each. The third stage leaves the pan alone.
    const comparison = run({ policy: [ban], products });
    expect(earned(comparison, 'amazon').slice(1, 8)).toEqual([2000, 2000, 1000, 1000, 1000, 200, 200]);
  });

  it('of three exclusive events never two happen, and a stage ends with its event', () => {
    const [one, two, three] = ['x', 'y', 'z'].map(id => ({
      ...certainEvent('external-link-ban', '2026-01-19', { amazon: 0.5, tiktokShop: 1, weeks: 2 }),
      id,
      group: 'g',
      probability: certain(0.3),
      stages: [{ label: 'long', weeks: certain(5), amazonReach: certain(0.5), tiktokShopReach: certain(1) }],
    }));
    const comparison = run({ trials: 2000, policy: [one!, two!, three!], products: withAmazon({}) });
    for (const { share } of comparison.events) expect(Math.abs(share - 0.3)).toBeLessThan(0.05);
    // Two of 26 weeks at a half.
    const { quantiles, mean } = comparison.strategies[0]!.totalEarned;
    expect(quantiles[0]).toBe(25 * 2000);
    expect(Math.abs(mean - (26 - 0.9) * 2000)).toBeLessThan(60);
  });

  it('of exclusive events one happens, of nested ones the inner only within the outer', () => {
    const half = (id: string, group: string) => ({
      ...certainEvent('external-link-ban', '2026-01-19', { amazon: 0.5, tiktokShop: 1 }),
      id,
      group,
      probability: certain(0.5),
    });
    const inner = {
      ...certainEvent('app-outage', '2026-01-12', { amazon: 0, tiktokShop: 0, weeks: 1 }),
      within: 'x',
    };
    const comparison = run({ trials: 2000, policy: [half('x', 'g'), half('y', 'g'), inner] });
    const [x, y, outage] = comparison.events;
    expect(x!.share + y!.share).toBe(1);
    expect(x!.share).toBeGreaterThan(0.45);
    expect(outage!.share).toBe(x!.share);
    expect(outage!.weeks).toEqual([2, 2, 2]);
  });

  it('a commission change multiplies the rate from its day; TikTok Shop creators keep theirs for 30 days', () => {
    const change = {
      ...certainEvent('commission-change', '2026-01-19', { amazon: 1, tiktokShop: 1 }),
      amazonRate: certain(0.5),
      tiktokShopRate: certain(0.5),
    };
    const products = [{ ...withAmazon({})[0]!, tiktokShop: withShop({})[0]!.tiktokShop }];
    const comparison = run({ policy: [change], products });
    expect(earned(comparison, 'amazon').slice(1, 4)).toEqual([2000, 1000, 1000]);
    expect(earned(comparison, 'shop').slice(5, 8)).toEqual([
      4500,
      Math.round((4500 * 2 + 2250 * 5) / 7),
      2250,
    ]);
  });

  it('plans over time and per product choose the program of each video', () => {
    const products = [
      { ...withAmazon({})[0]!, tiktokShop: withShop({})[0]!.tiktokShop },
      { ...withAmazon({})[0]!, id: 'lid', tiktokShop: withShop({})[0]!.tiktokShop },
    ];
    const comparison = run({
      products,
      strategies: [
        ...base.strategies,
        {
          id: 'plan',
          label: 'Plan',
          kind: 'plan',
          steps: [
            { from: day('2026-01-05'), amazon: 0.5, tiktokShop: 0.25, storefront: 0 },
            { from: day('2026-01-19'), amazon: 0, tiktokShop: 1, storefront: 0 },
          ],
        },
        { id: 'split', label: 'Split', kind: 'per-product', programs: { pan: 'amazon', lid: 'tiktok-shop' } },
      ],
    });
    expect(earned(comparison, 'plan').slice(0, 4)).toEqual([2125, 2125, 4500, 4500]);
    expect(earned(comparison, 'split').slice(0, 2)).toEqual([3250, 3250]);
    const split = comparison.strategies.find(each => each.id === 'split')!;
    expect(split.products.map(each => each.earned.mean)).toEqual(
      [26_000, 26 * 2250].map(each => expect.closeTo(each, 6)),
    );
  });

  it('the steps of a plan hold from their days on, in whatever order they stand; the first one from the start', () => {
    const step = (on: string, amazon: number) => ({ from: day(on), amazon, tiktokShop: 0, storefront: 0 });
    const steps = [step('2026-02-02', 0.25), step('2026-01-14', 1), step('2026-01-19', 0.5)];
    const plan = { id: 'plan', label: 'Plan', kind: 'plan', steps } as const;
    const comparison = run({ products: withAmazon({}), strategies: [...base.strategies, plan] });
    expect(earned(comparison, 'plan').slice(0, 6)).toEqual([2000, 2000, 1000, 1000, 500, 500]);
    const ends = [step('2026-01-05', 1), step('2026-01-12', 0), step('2026-06-29', 1)];
    const strategies = [...base.strategies, { ...plan, id: 'ends', steps: ends }];
    const late = run({ products: withAmazon({}), strategies }).strategies[2]!;
    expect(late.totalEarned.mean).toBe(4000);
    expect(late.products[0]).toMatchObject({ orders: 20, earned: { mean: 4000 } });
  });

  it('plain counts of orders, whole weeks of all products, know their clicks too', () => {
    const none = certain(0);
    const amazon = {
      ...base.programs.amazon,
      returnDelayWeeks: none,
      bounties: { perClick: certain(0.05), amount: certain(3) },
    };
    const plain = { counts: 'random', trials: 1000, products: withAmazon({}) } as const;
    const programs = { amazon, tiktokShop: { ...base.programs.tiktokShop, returnDelayWeeks: none } };
    const [linked] = run({ ...plain, programs }).strategies;
    const bounties = linked!.streams!.find(({ stream }) => stream === 'amazon-bounties')!.mean;
    // 26 weeks of 100 clicks: 130 bounties of 3.00, ± 11.
    expect(Math.abs(bounties / 300 - 130)).toBeLessThan((4 * Math.sqrt(130)) / Math.sqrt(1000));
    const own = { id: 'own', label: 'Own', kind: 'per-product', programs: { pan: 'amazon' } } as const;
    const unpaid = { ...programs, amazon: { ...base.programs.amazon, returnDelayWeeks: none } };
    const all = run({
      ...plain,
      products: base.products,
      programs: unpaid,
      strategies: [...base.strategies, own],
    }).strategies;
    expect(all[2]!.totalEarned).toEqual(all[0]!.totalEarned);
    expect(all[2]!.funnel.orders).toBeCloseTo(all[0]!.funnel.orders, 9);
    expect(all[2]!.funnel.returned).toBeCloseTo(26, 9);
  });

  it('of orders and bounties a share is taken independently', () => {
    const bounties = { perClick: certain(0.1), amount: certain(2) };
    const half = {
      id: 'half',
      label: 'Half',
      kind: 'plan' as const,
      steps: [{ from: base.start, amazon: 0.5, tiktokShop: 0, storefront: 0 }],
    };
    const { totalEarned } = run({
      counts: 'random',
      trials: 4000,
      products: withAmazon({}),
      programs: { ...base.programs, amazon: { ...base.programs.amazon, bounties } },
      strategies: [...base.strategies, half],
    }).strategies[2]!;
    // 5 orders and 5 bounties of 2.00 a week: Poisson counts. Taken by the same draws, they would have half as much again.
    expect(totalEarned.sd ** 2 / (26 * 10 * 200 ** 2)).toBeGreaterThan(0.9);
    expect(totalEarned.sd ** 2 / (26 * 10 * 200 ** 2)).toBeLessThan(1.1);
  });

  it('videos vary by week where they are counted at random, however certain their mean is', () => {
    const many = content({ viewsPerVideo: certain(1e5), videoCount: 'poisson' });
    const spreadOf = (change: Partial<Scenario>): number => {
      const { mean, sd } = run({ counts: 'random', trials: 1000, ...change }).strategies[0]!.totalEarned;
      return (sd / mean) * Math.sqrt(260);
    };
    // 260 videos, and so many orders that these hardly add to it.
    expect(spreadOf(many)).toBeGreaterThan(0.9);
    expect(spreadOf(many)).toBeLessThan(1.15);
    expect(spreadOf(content({ viewsPerVideo: certain(1e5) }))).toBeLessThan(0.2);
  });

  it('costs and brand fees make net income, goals are reached or not', () => {
    const comparison = run({
      products: withAmazon({}),
      costs: { perVideo: certain(1), perWeek: certain(5), feePerVideo: { amazon: certain(2.5) } },
      goals: [
        { label: 'A hundred', amount: 100, of: 'earned', by: day('2026-02-08') },
        { label: 'A hundred in cash', amount: 100, of: 'paid', by: day('2026-02-08') },
      ],
    });
    const [amazon, shop] = comparison.strategies;
    // 26 weeks × (20.00 + 10 × 2.50 − 10 × 1 − 5).
    expect(amazon!.net!.mean).toBe(26 * 3000);
    expect(shop!.net!.mean).toBe(shop!.totalEarned.mean - 26 * 1500);
    // Five whole weeks until 8 February: exactly 100.00.
    expect(amazon!.goals!.map(each => each.probability)).toEqual([1, 0]);
  });

  it('brand fees are those of the videos whose products are on the program', () => {
    const feePerVideo = { amazon: certain(2.5), tiktokShop: certain(4) };
    const own = {
      id: 'own',
      label: 'Own',
      kind: 'per-product' as const,
      programs: { pan: 'amazon' as const, lid: 'tiktok-shop' as const },
    };
    const comparison = run({
      products: [pan, { ...pan, id: 'lid', videoShare: 4 }],
      costs: { perVideo: certain(0), perWeek: certain(0), feePerVideo },
      strategies: [...base.strategies, own],
    });
    const fees = comparison.strategies.map(({ net, totalEarned }) => net!.mean - totalEarned.mean);
    // Ten videos a week: two of the pan, eight of the lid.
    expect(fees).toEqual([26 * 2500, 26 * 4000, 26 * (2 * 250 + 8 * 400)]);
  });

  it('a goal in cash looks at cash also on the last day, and none is reached before the first week ends', () => {
    const goals = [
      { label: 'Four hundred', amount: 400, of: 'earned' as const },
      { label: 'Four hundred in cash', amount: 400, of: 'paid' as const },
      { label: 'Ten on the first Saturday', amount: 10, of: 'earned' as const, by: day('2026-01-10') },
      { label: 'Ten on the first Sunday', amount: 10, of: 'earned' as const, by: day('2026-01-11') },
    ];
    const [amazon] = run({ products: withAmazon({}), goals }).strategies;
    // 26 weeks of 20.00 are earned; what is sold until 30 April, 116 days, is paid.
    expect(amazon!.totalPaid.mean).toBeCloseTo((116 * 2000) / 7, -1);
    expect(amazon!.goals!.map(each => each.probability)).toEqual([1, 0, 0, 1]);
  });

  it('commission is booked in the week in which the fourth of its seven days ships', () => {
    const earnedAfter = (shippingLagDays: number): number[] => {
      const programs = { ...base.programs, amazon: { ...base.programs.amazon, shippingLagDays } };
      return earned(run({ programs, products: withAmazon({}) }), 'amazon').slice(0, 3);
    };
    expect(earnedAfter(3)).toEqual([2000, 2000, 2000]);
    expect(earnedAfter(4)).toEqual([0, 2000, 2000]);
    expect(earnedAfter(10)).toEqual([0, 2000, 2000]);
    expect(earnedAfter(11)).toEqual([0, 0, 2000]);
  });

  it('every program has months of its own: Amazon’s by shipping day', () => {
    const onAmazon = { perWeek: certain(7), logSd: certain(0) };
    const paidWith = (shippingLagDays: number): number[] => {
      const amazon = { ...base.programs.amazon, shippingLagDays, paymentThreshold: certain(0) };
      const programs = { ...base.programs, amazon, onAmazon };
      return paid(run({ programs, products: withAmazon({}), weeks: 14 }), 'amazon');
    };
    // January ends on a Saturday, the sixth day of week 3; shipped four days later, on its second day. Paid in week 12.
    expect(paidWith(0)[12]).toBe(3 * 2700 + Math.round((2700 * 6) / 7));
    expect(paidWith(4)[12]).toBe(3 * 2700 + Math.round((2700 * 2) / 7));
    expect(paidWith(0)[12]).toBe(3 * 2700 + Math.round((2700 * 6) / 7));
  });

  it('a refund on the very day of the settlement comes too late to cancel the commission', () => {
    const paidAfter = (days: number): number[] => {
      const tiktokShop = {
        ...base.programs.tiktokShop,
        returnDelayWeeks: certain(2),
        settlementDelayDays: certain(days),
      };
      return earned(run({ programs: { ...base.programs, tiktokShop } }), 'shop').slice(1, 4);
    };
    expect(paidAfter(15)).toEqual([4500, 3600, 3600]);
    expect(paidAfter(14)).toEqual([4500, 4500, 4500]);
  });

  it('a balance is paid once it reaches the threshold to the cent', () => {
    const programsWith = (amazon: number, tiktokShop: number): Scenario['programs'] => ({
      amazon: { ...base.programs.amazon, paymentThreshold: certain(amazon) },
      tiktokShop: { ...base.programs.tiktokShop, paymentThreshold: certain(tiktokShop) },
    });
    const products = [{ ...withAmazon({})[0]!, tiktokShop: withShop({})[0]!.tiktokShop }];
    // Amazon: January is 60.00 and six days of week 3, 77.14. TikTok Shop: 19.29 of week 0, then 45.00 a week.
    const exact = run({ products, programs: programsWith(77.14, 64.29) });
    expect(paid(exact, 'amazon').slice(11, 14)).toEqual([0, 7714, 0]);
    expect(paid(exact, 'shop').slice(1, 6)).toEqual([0, 0, 6429, 0, 9000]);
    // Thresholds are whole cents.
    expect(paid(run({ products, programs: programsWith(77.144, 64.294) }), 'shop')[3]).toBe(6429);
    const above = run({ products, programs: programsWith(77.15, 64.3) });
    expect(paid(above, 'amazon').slice(11, 14)).toEqual([0, 0, 0]);
    expect(paid(above, 'shop').slice(1, 6)).toEqual([0, 0, 0, 10_929, 0]);
  });

  it('a horizon without a whole month has no month below the floor, and its worst month is all of it', () => {
    const [amazon] = run({
      weeks: 4,
      start: day('2026-01-19'),
      monthlyFloor: 50,
      products: withAmazon({}),
    }).strategies;
    expect(amazon!.belowFloor).toBeNull();
    expect(amazon!.worstMonth).toBe(8000);
    const [longer] = run({ weeks: 8, monthlyFloor: 85, products: withAmazon({}) }).strategies;
    // February is whole: 28 days at 20.00 a week.
    expect(longer!.worstMonth).toBeCloseTo(8000, 6);
    expect(longer!.belowFloor).toBe(1);
    const [exact] = run({ weeks: 8, monthlyFloor: 80, products: withAmazon({}) }).strategies;
    expect(exact!.belowFloor).toBe(0);
  });

  it('products earn what is booked within the horizon, counted plainly or not', () => {
    const amazon = { ...base.programs.amazon, returnDelayWeeks: certain(0), shippingLagDays: 4 };
    const programs = { ...base.programs, amazon };
    for (const overDispersion of [certain(0), certain(0.5)]) {
      const change = { counts: 'random', programs, overDispersion } as const;
      const step = (on: string, amazonShare: number) => ({
        from: day(on),
        amazon: amazonShare,
        tiktokShop: 1 - amazonShare,
        storefront: 0,
      });
      const steps = [
        step('2026-01-05', 0),
        step('2026-01-12', 1),
        step('2026-01-19', 0),
        step('2026-01-26', 1),
      ];
      const toAndFro = { id: 'plan', label: 'Plan', kind: 'plan', steps } as const;
      const strategies = [...base.strategies, toAndFro];
      const offers = [{ ...withAmazon({})[0]!, tiktokShop: withShop({})[0]!.tiktokShop }];
      for (const weeks of [4, 6]) {
        const comparison = run({ ...change, weeks, strategies, products: offers });
        for (const { products, totalEarned } of comparison.strategies)
          expect(Math.abs(products[0]!.earned.mean - totalEarned.mean)).toBeLessThan(1);
      }
    }
  });

  it.each(['full', 'quick'] as const)('streams are what is booked within the horizon: %s', grade => {
    const bounties = { perClick: certain(0.05), amount: certain(3) };
    const amazon = { ...base.programs.amazon, shippingLagDays: 4, bounties };
    const onAmazon = { perWeek: certain(7), logSd: certain(0) };
    const scenario = zeroSpreadScenario({ programs: { ...base.programs, amazon, onAmazon }, weeks: 6 });
    const comparison = simulate(scenario, { cards: sampleCards, categoryNames: {} }, grade);
    const [amazonStreams] = comparison.strategies.map(({ streams }) => streams!.map(each => each.mean));
    // Five weeks of 20.00, of which 2.00 come back two weeks later, of 5 bounties and of income on Amazon.
    expect(amazonStreams!.slice(0, 3)).toEqual([5 * 2000 - 3 * 200, 5 * 1500, 5 * 700]);
  });

  it('a month counts as whole where the horizon begins on its first day or ends on its last', () => {
    const worst = (start: string, weeks: number): number | null =>
      run({ start: day(start), weeks, monthlyFloor: 81, products: withAmazon({}) }).strategies[0]!.belowFloor;
    // February 2027 has four weeks, from Monday to Sunday: 80.00.
    expect(worst('2027-02-01', 4)).toBe(1);
    expect(worst('2027-02-02', 4)).toBeNull();
    expect(worst('2027-02-01', 3)).toBeNull();
    expect(worst('2027-01-25', 5)).toBe(1);
  });

  it('without a floor, a cost or a goal nothing is said about them', () => {
    const [amazon] = run({}).strategies;
    expect(amazon).not.toHaveProperty('net');
    expect(amazon).not.toHaveProperty('goals');
    expect(amazon!.belowFloor).toBeNull();
  });
});
