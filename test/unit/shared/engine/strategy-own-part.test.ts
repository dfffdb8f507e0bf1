import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/domain/day.ts';
import type { Scenario } from '../../../../shared/domain/scenario.ts';
import type { Strategy } from '../../../../shared/domain/strategy.ts';
import { simulate } from '../../../../shared/engine/simulate.ts';
import { certain, sampleCards, sampleScenario } from '../../../helpers/scenario.ts';
import { certainEvent, zeroSpreadScenario } from '../../../helpers/zero-spread-scenario.ts';

const rates = { cards: sampleCards, categoryNames: {} };
const base = zeroSpreadScenario();
const [pan] = base.products;
const shop = base.programs.tiktokShop;
const shown = {
  ...pan!,
  id: 'shown',
  tiktokShop: { ...pan!.tiktokShop!, showcase: { clickRate: certain(0.01), conversion: certain(0.05) } },
};

it.each(['full', 'quick'] as const)('a product without a showcase has no showcase income: %s', grade => {
  const one = { kind: 'per-product', label: 'One' } as const;
  const { strategies } = simulate(
    {
      ...base,
      products: [pan!, shown],
      strategies: [
        { ...one, id: 'plain', programs: { pan: 'tiktok-shop', shown: 'amazon' } },
        { ...one, id: 'shown', programs: { shown: 'tiktok-shop' } },
      ],
      headline: { a: 'plain', b: 'shown' },
    },
    rates,
    grade,
  );
  const showcase = strategies.map(
    each => each.streams!.find(({ stream }) => stream === 'tiktok-showcase')!.mean,
  );
  expect(showcase[0]).toBe(0);
  // Orders come from the videos (2 % × 5,000 views) and the tab (1 % × 10,000 views) alike: a half.
  expect(showcase[1]).toBeCloseTo(strategies[1]!.totalEarned.mean / 2, 3);
});

it.each(['full', 'quick'] as const)('channels are those of the weeks that a strategy sells in: %s', grade => {
  // LIVE viewers do not grow with arrival: a video's views arrive late, so early weeks sell more in LIVEs.
  const content = {
    ...base.content,
    arrival: { fastShare: certain(0), fastDays: certain(1), slowDays: certain(60) },
    lives: { perWeek: certain(1), count: 'fixed', viewers: certain(500), viewersLogSd: certain(0) },
  } as const;
  const live = {
    ...pan!,
    tiktokShop: { ...pan!.tiktokShop!, live: { clickRate: certain(0.1), conversion: certain(0.1) } },
  };
  const scenario = { ...base, content, products: [live] };
  const short = { ...scenario, weeks: 4 };
  const closes = certainEvent('shop-suspended', '2026-02-02', { amazon: 1, tiktokShop: 0 });
  const four = { from: day('2026-01-05'), amazon: 0, tiktokShop: 1, storefront: 0 };
  const plan: Strategy = {
    id: 'plan',
    label: 'Four weeks',
    kind: 'plan',
    steps: [four, { ...four, from: day('2026-02-02'), amazon: 1, tiktokShop: 0 }],
  };
  const share = (of: typeof scenario | typeof short, strategy: number): number => {
    const { streams, byProgram } = simulate(of, rates, grade).strategies[strategy]!;
    return streams!.find(({ stream }) => stream === 'tiktok-live')!.mean / byProgram.tiktokShop;
  };
  const wanted = share(short, 1);
  expect(share({ ...scenario, policy: [closes] }, 1)).toBeCloseTo(wanted, 2);
  expect(share({ ...scenario, strategies: [...base.strategies, plan] }, 2)).toBeCloseTo(wanted, 2);
  const unpaid = {
    ...certainEvent('commission-change', '2026-02-02', { amazon: 1, tiktokShop: 1 }),
    tiktokShopRate: certain(0),
  };
  const programs = { ...base.programs, tiktokShop: { ...shop, rateLockDays: 0 } };
  expect(share({ ...scenario, programs, policy: [unpaid] }, 1)).toBeCloseTo(wanted, 2);
});

it('in a quick answer all products on a program one by one are all videos on it, in every future', () => {
  const scenario = sampleScenario({ trials: 5120 });
  const all = (program: 'amazon' | 'tiktok-shop') =>
    ({
      id: `each-${program}`,
      label: 'Each',
      kind: 'per-product',
      programs: Object.fromEntries(scenario.products.map(({ id }) => [id, program])),
    }) as const;
  const offered = scenario.products.filter(({ amazon, tiktokShop }) => amazon && tiktokShop);
  const strategies: Strategy[] = [
    { id: 'amazon', label: 'Amazon', kind: 'all-amazon' },
    { id: 'shop', label: 'Shop', kind: 'all-tiktok-shop' },
    all('amazon'),
    all('tiktok-shop'),
  ];
  const headline = { a: 'amazon', b: 'shop' };
  const results = simulate(
    { ...scenario, products: offered, strategies, headline },
    rates,
    'quick',
  ).strategies;
  for (const [whole, each] of [
    [results[0]!, results[2]!],
    [results[1]!, results[3]!],
  ] as const) {
    expect(whole.totalEarned.sd).toBeGreaterThan(0);
    expect(each.totalEarned.mean).toBeCloseTo(whole.totalEarned.mean, 1);
    expect(each.totalEarned.sd).toBeCloseTo(whole.totalEarned.sd, 0);
    each.totalEarned.quantiles.forEach((value, i) =>
      expect(Math.abs(value - whole.totalEarned.quantiles[i]!)).toBeLessThanOrEqual(1),
    );
  }
});

it.each(['full', 'quick'] as const)(
  'channels are the same beside a strategy that chooses by product, and add up to its own: %s',
  grade => {
    const lives = { perWeek: certain(1), count: 'fixed', viewers: certain(500), viewersLogSd: certain(0) };
    const live = { clickRate: certain(0.1), conversion: certain(0.1) };
    const scenario = {
      ...base,
      content: { ...base.content, lives: lives as NonNullable<Scenario['content']['lives']> },
      products: [{ ...shown, tiktokShop: { ...shown.tiktokShop, live } }, pan!],
    };
    const one = { kind: 'per-product', label: 'One' } as const;
    const own: Strategy[] = [
      { ...one, id: 'first', programs: { shown: 'tiktok-shop' } },
      { ...one, id: 'second', programs: { pan: 'tiktok-shop' } },
    ];
    const channels = (strategies: readonly Strategy[]): number[][] =>
      simulate({ ...scenario, strategies: [...strategies] }, rates, grade).strategies.map(({ streams }) =>
        streams!.filter(({ stream }) => stream.startsWith('tiktok')).map(each => each.mean),
      );
    const [, alone] = channels(base.strategies);
    const [, beside, first, second] = channels([...base.strategies, ...own]);
    expect(Math.min(...alone!)).toBeGreaterThan(0);
    alone!.forEach((mean, channel) => {
      expect(beside![channel]).toBeCloseTo(mean, 6);
      // Whole cents by strategy and week.
      expect(Math.abs(first![channel]! + second![channel]! - mean)).toBeLessThan(26);
    });
  },
);

it.each(['full', 'quick'] as const)(
  'bounties come from the clicks of the strategy’s own products: %s',
  grade => {
    const one = { kind: 'per-product', label: 'One' } as const;
    const amazon = { ...base.programs.amazon, bounties: { perClick: certain(0.01), amount: certain(3) } };
    const { strategies } = simulate(
      {
        ...base,
        products: [
          { ...pan!, videoShare: 3 },
          { ...pan!, id: 'pot' },
        ],
        programs: { ...base.programs, amazon },
        strategies: [
          { ...one, id: 'pan', programs: { pan: 'amazon', pot: 'tiktok-shop' } },
          { ...one, id: 'pot', programs: { pan: 'tiktok-shop', pot: 'amazon' } },
          { ...one, id: 'both', programs: { pan: 'amazon', pot: 'amazon' } },
        ],
        headline: { a: 'pan', b: 'pot' },
      },
      rates,
      grade,
    );
    const bounties = strategies.map(
      each => each.streams!.find(({ stream }) => stream === 'amazon-bounties')!.mean,
    );
    // 26 weeks of 100 clicks, of which 75 on the pan, one bounty of $3 per hundred.
    expect(bounties[0]).toBeCloseTo(26 * 225, 6);
    expect(bounties[1]).toBeCloseTo(26 * 75, 6);
    expect(bounties[2]).toBeCloseTo(26 * 300, 6);
  },
);

it('counts the clicks of a product’s own showcase in a quick answer of a strategy per product', () => {
  const one = { kind: 'per-product', label: 'One', programs: {} } as const;
  const scenario = {
    ...base,
    products: [pan!, shown],
    strategies: [
      { ...one, id: 'plain', programs: { pan: 'tiktok-shop' } as const },
      { ...one, id: 'shown', programs: { shown: 'tiktok-shop' } as const },
    ],
    headline: { a: 'plain', b: 'shown' },
  };
  const [quick, full] = [simulate(scenario, rates, 'quick'), simulate(scenario, rates, 'full')];
  // 26 weeks of 5,000 views of one product's videos at 2 %; the showcase adds 1 % of all 10,000.
  expect(full.strategies.map(each => each.funnel.clicks)).toEqual([2600, 5200]);
  quick.strategies.forEach((strategy, i) =>
    expect(strategy.funnel.clicks).toBeCloseTo(full.strategies[i]!.funnel.clicks, 6),
  );
});

describe('the products of a quick answer', () => {
  it.each([
    ['returns after the end', {}],
    ['shipping after the end', { amazon: { ...base.programs.amazon, shippingLagDays: 10 } }],
    [
      'refunds in the week of the sale, settled at once',
      { tiktokShop: { ...shop, returnDelayWeeks: certain(0), settlementDelayDays: certain(0) } },
    ],
  ])('earn what those of a full one earn: %s', (_, programs) => {
    const scenario = { ...base, programs: { ...base.programs, ...programs } };
    const [quick, full] = [simulate(scenario, rates, 'quick'), simulate(scenario, rates, 'full')];
    quick.strategies.forEach((strategy, i) => {
      const wanted = full.strategies[i]!;
      expect(strategy.products[0]!.earned.mean).toBeCloseTo(wanted.products[0]!.earned.mean, 3);
      expect(strategy.products[0]!.earned.mean).toBeCloseTo(strategy.totalEarned.mean, 3);
    });
  });
});

it('an event of every product’s category takes the clicks and bounties that one of all products takes', () => {
  const amazon = { ...base.programs.amazon, bounties: { perClick: certain(0.01), amount: certain(3) } };
  const ban = certainEvent('external-link-ban', '2026-02-02', { amazon: 0, tiktokShop: 1 });
  const [wide, narrow] = [[ban], [{ ...ban, categories: ['Kitchen'] }]].map(policy =>
    simulate(
      { ...base, programs: { ...base.programs, amazon }, policy },
      { cards: sampleCards, categoryNames: {} },
    ),
  );
  expect(wide!.strategies[0]!.funnel.clicks).toBe(400);
  expect(narrow!.strategies[0]!.funnel.clicks).toBe(400);
  expect(narrow!.strategies[0]!.earned).toEqual(wide!.strategies[0]!.earned);
});

it.each([0, 0.4])(
  'spreads a strategy that has a tenth of a program’s orders like the full answer does, returns %d',
  returned => {
    const one = { kind: 'per-product', label: 'One' } as const;
    const link = { ...pan!, amazon: { ...pan!.amazon!, returnShare: certain(returned) } };
    const scenario: Scenario = {
      ...base,
      trials: 4000,
      counts: 'random',
      content: { ...base.content, viewsPerVideo: certain(4000) },
      products: [
        { ...link, videoShare: 9 },
        { ...link, id: 'pot' },
      ],
      strategies: [
        { ...one, id: 'pot', programs: { pot: 'amazon' } },
        { ...one, id: 'both', programs: { pan: 'amazon', pot: 'amazon' } },
        { id: 'all', label: 'All', kind: 'all-amazon' },
      ],
      headline: { a: 'pot', b: 'both' },
    };
    const [quick, full] = (['quick', 'full'] as const).map(grade =>
      simulate(scenario, rates, grade).strategies.map(each => each.totalEarned.sd),
    );
    full!.forEach((sd, i) => expect(Math.abs(quick![i]! / sd - 1)).toBeLessThan(0.1));
  },
);

it('gives the same mix the same numbers, wherever it stands', () => {
  const mix = { label: 'Mix', kind: 'mix', tiktokShopShare: 0.5 } as const;
  const scenario = sampleScenario({
    trials: 300,
    strategies: [
      { ...mix, id: 'a' },
      { ...mix, id: 'b' },
    ],
    headline: { a: 'a', b: 'b' },
  });
  const [a, b] = simulate(scenario, { cards: sampleCards, categoryNames: {} }).strategies;
  expect({ ...b!, id: 'a' }).toEqual(a);
});

it.each([
  [500, 0],
  [100, 0],
  [2000, 5],
  [500, 5],
])('has the mean of the full answer however few the orders: %i views, over-dispersion %i', (views, extra) => {
  const scenario: Scenario = {
    ...base,
    trials: 20_000,
    counts: 'random',
    overDispersion: certain(extra),
    content: { ...base.content, videosPerWeek: certain(1), viewsPerVideo: certain(views) },
  };
  const [quick, full] = (['quick', 'full'] as const).map(
    grade => simulate(scenario, rates, grade).strategies[0]!.totalEarned,
  );
  expect(Math.abs(quick!.mean / full!.mean - 1)).toBeLessThan(0.04);
});

it('counts clicks and bounties where no click buys: they leave factors on orders alone', () => {
  const amazon = {
    ...base.programs.amazon,
    orderFactor: certain(0),
    bounties: { perClick: certain(0.01), amount: certain(3) },
  };
  const [quick, full] = (['quick', 'full'] as const).map(
    grade => simulate({ ...base, programs: { ...base.programs, amazon } }, rates, grade).strategies[0]!,
  );
  expect(full!.totalEarned.mean).toBeGreaterThan(0);
  expect(quick!.totalEarned.mean).toBeCloseTo(full!.totalEarned.mean, 6);
  expect(quick!.funnel.clicks).toBeCloseTo(full!.funnel.clicks, 6);
});
