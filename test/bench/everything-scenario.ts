import { day } from '../../shared/domain/day.ts';
import type { Product } from '../../shared/domain/product.ts';
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
      { id: 'mix', label: 'Mix', kind: 'mix', tiktokShopShare: 0.5 },
      { id: 'switch', label: 'Switch', kind: 'switch-at-event', event: 'ban', reactionWeeks: 2 },
      { id: 'front', label: 'Storefront', kind: 'all-storefront' },
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
