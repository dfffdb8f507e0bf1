import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../../../shared/domain/comparison.ts';
import { day } from '../../../../shared/domain/day.ts';
import type { Product, StorefrontOffer } from '../../../../shared/domain/product.ts';
import type { Quantity } from '../../../../shared/domain/quantity.ts';
import type { Scenario } from '../../../../shared/domain/scenario.ts';
import { checkScenario } from '../../../../shared/engine/check-scenario.ts';
import { simulate } from '../../../../shared/engine/simulate.ts';
import { certain, sampleCards } from '../../../helpers/scenario.ts';
import { certainEvent, zeroSpreadScenario } from '../../../helpers/zero-spread-scenario.ts';

const base = zeroSpreadScenario();
const pan = base.products[0]!;
const kept = {
  ...pan,
  amazon: { ...pan.amazon!, returnShare: certain(0) },
  tiktokShop: { ...pan.tiktokShop!, returnShare: certain(0) },
};

const run = (
  change: Partial<Scenario>,
  cards = sampleCards,
  grade: 'quick' | 'full' = 'full',
): Comparison => {
  const scenario = zeroSpreadScenario({ products: [kept], ...change });
  expect(checkScenario(scenario, cards, {})).toEqual([]);
  return simulate(scenario, { cards, categoryNames: {} }, grade);
};
const earned = (comparison: Comparison, id: string): number[] => [
  ...comparison.strategies.find(each => each.id === id)!.weekly.earned,
];

// As in zero-spread-scenario.ts: Amazon 100 clicks and 10 orders × $2.00 a week, TikTok Shop 200 clicks and 10 orders × $4.50.
describe('parts of the model on paper', () => {
  it('the halo is paid at the card’s indirect rate, the product at its direct one', () => {
    const cards = [
      { ...sampleCards[0]!, rates: [{ category: 'Kitchen', ppm: 50_000, indirectPpm: 15_000 }] },
    ];
    const halo = { price: certain(20), categories: [{ category: 'Kitchen', share: 1 }] };
    const amazon = { ...kept.amazon, rate: null, itemsPerOrder: certain(1.5), halo };
    // Ten orders: $500 × 5 % + 5 × $20 × 1.5 %.
    expect(earned(run({ products: [{ ...kept, amazon }] }, cards), 'amazon')[0]).toBe(2500 + 150);
  });

  it('each of the four storefronts sells by its own site’s conversion and its own scheme', () => {
    const schemes: readonly (readonly [StorefrontOffer['platform'], number, number])[] = [
      ['shopify', 0.03, 0.15],
      ['bigcommerce', 0.02, 0.1],
      ['ecwid', 0.04, 0.05],
      ['square', 0.01, 0.2],
    ];
    const products = schemes.map(
      ([platform, conversion, rate]): Product => ({
        ...kept,
        id: platform,
        storefront: {
          platform,
          clickRate: certain(0.02),
          conversion: certain(conversion),
          returnShare: certain(0),
          rate: certain(rate),
        },
      }),
    );
    const storefront = {
      baseShare: certain(0.9),
      paymentDelayDays: certain(15),
      paymentThreshold: certain(0),
      returnDelayWeeks: certain(1),
      endsOn: null,
    };
    const comparison = run({
      products,
      programs: { ...base.programs, storefront },
      strategies: [...base.strategies, { id: 'front', label: 'Storefront', kind: 'all-storefront' }],
    });
    // Each has a quarter of the views: 2,500 × 2 % = 50 clicks × conversion × $45 × rate.
    const cents = [1.5 * 675, 1 * 450, 2 * 225, 0.5 * 900];
    const front = comparison.strategies[2]!;
    front.products.forEach((product, i) => expect(product.earned.mean).toBeCloseTo(26 * cents[i]!, 6));
    expect(earned(comparison, 'front')[0]).toBe(Math.round(1012.5 + 450 + 450 + 450));
    expect(front.funnel.clicks).toBeCloseTo(26 * 200, 6);
  });

  it('per product, only the program of its link is clicked', () => {
    const lid = { ...kept, id: 'lid', videoShare: 3 };
    const strategies = [
      ...base.strategies,
      {
        id: 'split',
        label: 'Split',
        kind: 'per-product' as const,
        programs: { pan: 'amazon' as const, lid: 'tiktok-shop' as const },
      },
    ];
    const { funnel } = run({ products: [kept, lid], strategies }).strategies[2]!;
    // A quarter of 10,000 views × 1 % and three quarters × 2 %.
    expect(funnel.clicks).toBeCloseTo(26 * (25 + 150), 6);
    expect(funnel.orders).toBeCloseTo(26 * (2.5 + 7.5), 6);
  });

  it('an event some days after the start happens on that day, after its outer one from there', () => {
    const ban = certainEvent('external-link-ban', '2026-01-12', { amazon: 0, tiktokShop: 1 });
    const later = {
      ...certainEvent('app-outage', '2026-01-12', { amazon: 1, tiktokShop: 0, weeks: 1 }),
      date: { kind: 'after-days' as const, days: certain(14.9) },
      within: 'external-link-ban',
    };
    const first = { ...ban, date: { kind: 'after-days' as const, days: certain(10) } };
    const comparison = run({ policy: [first, later] });
    // Day 10 is Thursday of week 1; 14 days later Thursday of week 3, for seven days.
    expect(earned(comparison, 'amazon').slice(0, 4)).toEqual([2000, Math.round((2000 * 3) / 7), 0, 0]);
    expect(earned(comparison, 'shop').slice(2, 6)).toEqual([
      4500,
      Math.round((4500 * 3) / 7),
      Math.round((4500 * 4) / 7),
      4500,
    ]);
  });

  it('a plan’s videos without a link earn and are clicked nowhere', () => {
    const strategies = [
      ...base.strategies,
      {
        id: 'half',
        label: 'Half',
        kind: 'plan' as const,
        steps: [{ from: base.start, amazon: 0.5, tiktokShop: 0, storefront: 0 }],
      },
    ];
    const half = run({ strategies }).strategies[2]!;
    expect(half.weekly.earned[0]).toBe(1000);
    expect(half.funnel).toMatchObject({ views: 260_000, clicks: 1300, orders: 130 });
  });

  it('a quick answer’s error of a goal’s chance is the scatter of its blocks, not that of independent futures', () => {
    const goals = [{ label: 'Eighty', amount: 80, of: 'earned' as const }];
    // Only the level differs, and each of its 256 futures is counted eight times.
    const content = { ...base.content, levelDrift: certain(0.2) };
    const seeds = Array.from({ length: 40 }, (_, i) => i + 1);
    const found = seeds.map(
      seed => run({ goals, content, seed, weeks: 4 }, sampleCards, 'quick').strategies[0]!.goals![0]!,
    );
    const middle = found.reduce((sum, each) => sum + each.probability, 0) / seeds.length;
    const scatter = Math.sqrt(
      found.reduce((sum, each) => sum + (each.probability - middle) ** 2, 0) / (seeds.length - 1),
    );
    const told = Math.sqrt(found.reduce((sum, each) => sum + each.error ** 2, 0) / seeds.length);
    // χ² with 39 and 7 × 40 degrees of freedom: four standard errors are a factor of 1.6.
    expect(scatter / told).toBeGreaterThan(0.6);
    expect(scatter / told).toBeLessThan(1.6);
  });
});

/** All that makes the commission of an order, certain unless told otherwise. */
const paidBy = (told: Readonly<Record<string, Quantity>>): Scenario => {
  const of = (name: string, value: number): Quantity => told[name] ?? certain(value);
  const halo = { price: of('haloPrice', 20), categories: [{ category: 'Kitchen', share: 1 }] };
  const amazon = { ...kept.amazon, rate: of('rate', 0.04), itemsPerOrder: of('items', 1.5), halo };
  const tiktokShop = {
    ...kept.tiktokShop,
    baseShare: of('shopBase', 0.9),
    rate: of('shopRate', 0.1),
    bonusRate: of('bonus', 0.01),
    adsShare: of('adsShare', 0.4),
    adsRate: of('adsRate', 0.05),
    targeted: { rate: of('targeted', 0.15), until: day('2026-02-18') },
    change: { rate: of('changed', 0.12), on: day('2026-04-16') },
  };
  const storefront: StorefrontOffer = {
    platform: 'shopify',
    clickRate: certain(0.02),
    conversion: certain(0.03),
    returnShare: certain(0),
    rate: of('frontRate', 0.15),
  };
  const front = {
    baseShare: of('frontBase', 1),
    paymentDelayDays: certain(15),
    paymentThreshold: certain(0),
    returnDelayWeeks: certain(1),
    endsOn: null,
  };
  return zeroSpreadScenario({
    products: [{ ...kept, price: of('price', 50), amazon, tiktokShop, storefront }],
    programs: {
      amazon: { ...base.programs.amazon, baseShare: of('amazonBase', 1) },
      tiktokShop: { ...base.programs.tiktokShop, agencyShare: of('agency', 0.1) },
      storefront: front,
    },
    strategies: [...base.strategies, { id: 'front', label: 'Storefront', kind: 'all-storefront' }],
  });
};

/** Lowest and highest total of each strategy. */
const endsOf = (scenario: Scenario, grade: 'quick' | 'full'): number[][] =>
  simulate(scenario, { cards: sampleCards, categoryNames: {} }, grade).strategies.map(
    ({ totalEarned: { quantiles } }) => [quantiles[0]!, quantiles.at(-1)!],
  );

describe('the commission of an order', () => {
  const parts = {
    price: [40, 60],
    amazonBase: [0.8, 1],
    rate: [0.03, 0.05],
    items: [1.2, 2],
    haloPrice: [10, 30],
    shopBase: [0.8, 1],
    shopRate: [0.08, 0.11],
    bonus: [0, 0.02],
    adsShare: [0.2, 0.6],
    adsRate: [0.02, 0.06],
    targeted: [0.13, 0.2],
    changed: [0.05, 0.2],
    agency: [0, 0.2],
    frontBase: [0.5, 1],
    frontRate: [0.1, 0.2],
  } as const;
  const cases = Object.entries(parts).flatMap(([name, [low, high]]) =>
    (['full', 'quick'] as const).map(grade => ({ name, low, high, grade })),
  );

  it.each(cases)('is that of its own future where one part is uncertain: $name ($grade)', each => {
    const { name, low, high, grade } = each;
    const either: Quantity = { ...certain(low), value: { kind: 'empirical', values: [low, high] } };
    const [found, lows, highs] = [either, certain(low), certain(high)].map(one =>
      endsOf(paidBy({ [name]: one }), grade),
    );
    const wanted = lows!.map(([one], s) => [one!, highs![s]![0]!].toSorted((a, b) => a - b));
    expect(found).toEqual(wanted);
    expect(wanted.some(([least, most]) => least !== most)).toBe(true);
  });

  it.each(['full', 'quick'] as const)('is what it was in futures without a change of rates: %s', grade => {
    const change = {
      ...certainEvent('commission-change', '2026-03-02', { amazon: 1, tiktokShop: 1 }),
      amazonRate: certain(0.5),
      tiktokShopRate: certain(2),
    };
    const certainly = paidBy({});
    const [one] = certainly.products;
    const returned = { ...one!.tiktokShop!, returnShare: certain(0.2) };
    const linked = { ...one!.amazon!, returnShare: certain(0.1) };
    const scenario = { ...certainly, products: [{ ...one!, amazon: linked, tiktokShop: returned }] };
    const [never, always] = [[], [change]].map(policy => endsOf({ ...scenario, policy }, 'full'));
    const perhaps = endsOf({ ...scenario, policy: [{ ...change, probability: certain(0.5) }] }, grade);
    expect(perhaps).toEqual(never!.map(([low], s) => [low!, always![s]![0]!].toSorted((a, b) => a - b)));
  });

  it('on a storefront owes nothing to what TikTok Shop pays', () => {
    const [first, second] = [0.15, 0.3].map(targeted =>
      endsOf(paidBy({ targeted: certain(targeted) }), 'full'),
    );
    expect(second![1]).not.toEqual(first![1]);
    expect(second![2]).toEqual(first![2]);
    // 26 weeks of 6 orders of $50 at 15 %.
    expect(first![2]).toEqual([26 * 4500, 26 * 4500]);
  });
});
