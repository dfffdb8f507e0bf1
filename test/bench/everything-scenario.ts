import { day } from '../../shared/domain/day.ts';
import type { Product } from '../../shared/domain/product.ts';
import type { Program } from '../../shared/domain/program.ts';
import type { Distribution, Quantity } from '../../shared/domain/quantity.ts';
import type { Scenario } from '../../shared/domain/scenario.ts';
import { type ReferenceSize, referenceScenario } from './reference-scenario.ts';

const quantity = (value: Distribution): Quantity => ({
  value,
  provenance: { kind: 'guess', note: 'reference model with everything' },
});
const certain = (value: number): Quantity => quantity({ kind: 'constant', value });
const share = (low: number, high: number): Quantity =>
  quantity({ kind: 'interval', low, high, level: 0.8, share: true });

const fuller = (product: Product, index: number): Product => ({
  ...product,
  amazon: {
    ...product.amazon!,
    halo: { price: certain(20), categories: [{ category: 'Kitchen', share: 1 }] },
  },
  tiktokShop: {
    ...product.tiktokShop!,
    adsShare: share(0.05, 0.2),
    adsRate: certain(0.06),
    bonusRate: certain(0.01),
    targeted: { rate: certain(0.18), until: day('2023-05-01') },
    change: { on: day('2023-08-01'), rate: certain(0.09) },
    live: { clickRate: share(0.05, 0.2), conversion: share(0.02, 0.08) },
    showcase: { clickRate: certain(0.0005), conversion: certain(0.03) },
  },
  ...(index < 3 && {
    storefront: {
      platform: 'shopify' as const,
      clickRate: certain(0.01),
      conversion: share(0.01, 0.03),
      returnShare: certain(0.08),
      rate: certain(0.1),
    },
  }),
});

/** The first three on a storefront, the others on Amazon or TikTok Shop by turns. */
const ownPrograms = (products: readonly Product[]): Record<string, Program> =>
  Object.fromEntries(
    products.map(({ id }, index) => {
      const turn = index % 2 === 0 ? 'amazon' : 'tiktok-shop';
      return [id, index < 3 ? 'storefront' : turn] as const;
    }),
  );

/** R1 with everything of the model switched on that it leaves out: the same products, weeks and futures. */
export const everythingScenario = (size: ReferenceSize, seed = 1): Scenario => {
  const base = referenceScenario(size, seed);
  const [ban] = base.policy;
  return {
    ...base,
    name: 'R1 with everything',
    content: {
      ...base.content,
      viewsTail: certain(1.8),
      viewsCorrelation: certain(0.15),
      levelDrift: certain(0.08),
      growthPerYear: quantity({ kind: 'normal', mean: 0.1, sd: 0.2, min: -0.5 }),
      marketFactor: quantity({ kind: 'lognormal', median: 1, logSd: 0.2 }),
      arrival: { fastShare: certain(0.6), fastDays: certain(1.5), slowDays: certain(12) },
      boostedShare: certain(0.05),
      lives: { perWeek: certain(2), count: 'fixed', viewers: certain(600), viewersLogSd: certain(0.8) },
      peaks: [
        {
          label: 'Prime Day',
          from: day('2023-07-11'),
          to: day('2023-07-12'),
          factor: 3,
          programs: ['amazon'],
        },
      ],
    },
    products: base.products.map(fuller),
    programs: {
      amazon: {
        ...base.programs.amazon,
        returnDelayWeeks: certain(2),
        bounties: { perClick: certain(0.002), amount: certain(3) },
      },
      tiktokShop: { ...base.programs.tiktokShop, returnDelayWeeks: certain(1), agencyShare: certain(0.1) },
      storefront: {
        baseShare: certain(1),
        paymentDelayDays: certain(30),
        paymentThreshold: certain(0),
        returnDelayWeeks: certain(2),
      },
      onAmazon: { perWeek: certain(20), logSd: certain(0.5) },
    },
    overDispersion: certain(1.5),
    adoptionCurve: { midpointWeeks: certain(20), riseWeeks: certain(60), calibratedOn: day('2023-01-01') },
    policy: [
      {
        ...ban!,
        group: 'law',
        stages: [
          {
            label: 'Bio links only',
            weeks: certain(4),
            amazonReach: certain(0.5),
            tiktokShopReach: certain(1),
          },
        ],
      },
      {
        id: 'closure',
        kind: 'market-closure',
        label: 'TikTok closes in the market',
        group: 'law',
        probability: certain(0.05),
        date: { kind: 'fixed', on: day('2023-10-01') },
        durationWeeks: null,
        amazonReach: certain(0),
        tiktokShopReach: certain(0),
        storefrontReach: certain(0),
      },
      {
        id: 'mercy',
        kind: 'external-link-ban',
        label: 'Amazon alone is let in again',
        within: 'ban',
        probability: certain(0.2),
        date: { kind: 'after-days', days: quantity({ kind: 'uniform', low: 60, high: 180 }) },
        durationWeeks: null,
        amazonReach: certain(3),
        tiktokShopReach: certain(0.95),
      },
      {
        id: 'outage',
        kind: 'app-outage',
        label: 'Outage',
        probability: certain(0.1),
        date: { kind: 'hazard', perYear: 0.2 },
        durationWeeks: certain(1),
        amazonReach: certain(0),
        tiktokShopReach: certain(0),
        storefrontReach: certain(0),
      },
      {
        id: 'cut',
        kind: 'commission-change',
        label: 'Amazon cuts its rates',
        probability: certain(0.2),
        date: { kind: 'window', from: day('2023-03-01'), to: day('2023-12-31') },
        durationWeeks: null,
        amazonReach: certain(1),
        tiktokShopReach: certain(1),
        amazonRate: share(0.5, 0.8),
      },
    ],
    strategies: [
      ...base.strategies,
      {
        id: 'plan',
        label: 'Shares over time',
        kind: 'plan',
        steps: [
          { from: day('2023-01-01'), amazon: 0.75, tiktokShop: 0.25, storefront: 0 },
          { from: day('2023-07-01'), amazon: 0.25, tiktokShop: 0.75, storefront: 0 },
        ],
      },
      { id: 'switch', label: 'Switch', kind: 'switch-at-event', event: 'ban', reactionWeeks: 2 },
      { id: 'own', label: 'Each product its own', kind: 'per-product', programs: ownPrograms(base.products) },
    ],
    monthlyFloor: 500,
    costs: { perVideo: certain(5), perWeek: certain(10), feePerVideo: { amazon: certain(10) } },
    goals: [{ label: 'A hundred thousand', amount: 100_000, of: 'earned' }],
    correlations: [
      { a: 'content.marketFactor', b: 'content.growthPerYear', rank: 0.4 },
      { a: 'products.0.amazon.clickRate', b: 'products.0.tiktokShop.clickRate', rank: 0.6 },
    ],
  };
};
