import { day } from '../../shared/domain/day.ts';
import type { Product } from '../../shared/domain/product.ts';
import type { Provenance } from '../../shared/domain/provenance.ts';
import type { Distribution, Quantity } from '../../shared/domain/quantity.ts';
import type { RateCard } from '../../shared/domain/rate-card.ts';
import type { Scenario } from '../../shared/domain/scenario.ts';

const guess: Provenance = { kind: 'guess', note: 'made for tests' };

/** A quantity for tests. */
export const quantity = (value: Distribution): Quantity => ({ value, provenance: guess });
export const certain = (value: number): Quantity => quantity({ kind: 'constant', value });

const sampleProduct = (index: number): Product => ({
  id: `p${index}`,
  name: ['Pan set', 'Knife block', 'Storage boxes', 'Desk lamp'][index] ?? `Product ${index}`,
  videoShare: [4, 3, 2, 1][index % 4]!,
  reach: 1,
  price: certain([49, 79, 24, 35][index % 4]!),
  amazon: {
    category: ['Kitchen', 'Kitchen', 'Home', 'Home'][index % 4]!,
    rate: null,
    clickRate: quantity({ kind: 'beta', mean: 0.012, weight: 1000 }),
    conversion: quantity({ kind: 'beta-counts', successes: 18, failures: 182 }),
    itemsPerOrder: quantity({ kind: 'triangular', low: 1.1, mode: 1.3, high: 1.6 }),
    returnShare: quantity({ kind: 'beta', mean: 0.08, weight: 100 }),
  },
  tiktokShop: {
    clickRate: quantity({ kind: 'beta', mean: 0.03, weight: 1000 }),
    conversion: quantity({ kind: 'beta-counts', successes: 9, failures: 691 }),
    returnShare: quantity({ kind: 'beta', mean: 0.12, weight: 100 }),
    rate: quantity({ kind: 'triangular', low: 0.1, mode: 0.13, high: 0.2 }),
    adsShare: certain(0.1),
    adsRate: certain(0.06),
    baseShare: certain(0.95),
  },
});

/** A small card with two categories, enough for the sample scenario. */
export const sampleCards: readonly RateCard[] = [
  {
    id: 'test-us',
    program: 'amazon',
    market: 'US',
    currency: 'USD',
    from: day('2020-04-21'),
    until: null,
    rates: [
      { category: 'Kitchen', ppm: 45_000 },
      { category: 'Home', ppm: 30_000 },
    ],
    otherPpm: 40_000,
    provenance: guess,
  },
];

/** A believable kitchen-and-home creator in the US with an uncertain ban: four products, a year, four strategies. */
export const sampleScenario = (change: Partial<Scenario> = {}): Scenario => ({
  format: 'forkcast-scenario',
  version: 1,
  name: 'Sample creator',
  market: 'US',
  currency: 'USD',
  start: day('2026-01-05'),
  weeks: 52,
  trials: 2000,
  seed: 20_260_105,
  content: {
    videosPerWeek: certain(5),
    videoCount: 'fixed',
    viewsPerVideo: quantity({ kind: 'interval', low: 9000, high: 18_000, level: 0.8, share: false }),
    viewsLogSd: certain(0.95),
    viewsTail: certain(1.6),
    viewsCorrelation: certain(0.15),
    levelDrift: certain(0.08),
    growthPerYear: quantity({ kind: 'normal', mean: 0.1, sd: 0.2, min: -0.5 }),
    season: {
      factors: Array.from({ length: 53 }, (_, week) => (week === 47 ? 3 : week > 44 ? 1.5 : 0.95)),
      provenance: guess,
    },
    marketFactor: quantity({ kind: 'lognormal', median: 1, logSd: 0.2 }),
  },
  products: [0, 1, 2, 3].map(sampleProduct),
  programs: {
    amazon: {
      baseShare: certain(1),
      paymentDelayDays: certain(60),
      paymentThreshold: certain(10),
      returnDelayWeeks: certain(2),
    },
    tiktokShop: { settlementDelayDays: certain(18), paymentThreshold: certain(1), agencyShare: certain(0) },
  },
  overDispersion: certain(1.5),
  adoption: [
    { week: 0, factor: 1 },
    { week: 51, factor: 1.3 },
  ],
  policy: [
    {
      id: 'ban',
      kind: 'external-link-ban',
      label: 'External links are banned',
      probability: certain(0.4),
      date: { kind: 'window', from: day('2026-03-01'), to: day('2026-11-30') },
      durationWeeks: null,
      amazonReach: quantity({ kind: 'beta', mean: 0.1, weight: 40 }),
      tiktokShopReach: certain(1.1),
    },
  ],
  strategies: [
    { id: 'amazon', label: 'All Amazon', kind: 'all-amazon' },
    { id: 'shop', label: 'All TikTok Shop', kind: 'all-tiktok-shop' },
    { id: 'mix', label: 'Half and half', kind: 'mix', tiktokShopShare: 0.5 },
    { id: 'switch', label: 'Switch at the ban', kind: 'switch-at-event', event: 'ban', reactionWeeks: 2 },
  ],
  headline: { a: 'amazon', b: 'shop' },
  monthlyFloor: 300,
  ...change,
});
