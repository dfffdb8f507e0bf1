import { day } from '../../shared/domain/day.ts';
import type { Product } from '../../shared/domain/product.ts';
import type { Provenance } from '../../shared/domain/provenance.ts';
import type { Distribution, Quantity } from '../../shared/domain/quantity.ts';
import { type Scenario, scenarioSchema } from '../../shared/domain/scenario.ts';

const reports: Provenance = {
  kind: 'report',
  files: ['Fee-Earnings-2025.xlsx', 'affiliate_orders_7301.xlsx'],
  rows: 1_512,
  from: day('2025-12-01'),
  to: day('2026-11-30'),
};
const published: Provenance = {
  kind: 'publication',
  source: 'Typical creator funnel, three industry surveys',
  date: '2025-06',
  market: 'US',
  grade: 'C',
};
const guess: Provenance = { kind: 'guess', note: 'Nobody has measured it; move the slider' };

const fixed = (value: number, provenance: Provenance = reports): Quantity => ({
  value: { kind: 'constant', value },
  provenance,
});
const unsure = (value: Distribution, provenance: Provenance = published): Quantity => ({ value, provenance });
const between = (low: number, high: number, share = false): Distribution => ({
  kind: 'interval',
  low,
  high,
  level: 0.8,
  share,
});

const product = (id: string, name: string, price: number): Product => ({
  id,
  name,
  videoShare: 1,
  reach: 1,
  price: fixed(price),
  amazon: {
    category: 'Kitchen & Dining',
    rate: null,
    clickRate: unsure({ kind: 'beta-counts', successes: 12, failures: 988 }, reports),
    conversion: unsure(between(0.04, 0.15, true)),
    itemsPerOrder: unsure(between(1.1, 1.6)),
    returnShare: unsure({ kind: 'beta', mean: 0.08, weight: 60 }),
  },
  tiktokShop: {
    clickRate: unsure(between(0.01, 0.03, true)),
    conversion: unsure(between(0.02, 0.06, true)),
    returnShare: unsure(between(0.05, 0.15, true)),
    rate: unsure(between(0.1, 0.18, true)),
    adsShare: fixed(0.1, guess),
    adsRate: fixed(0.05, published),
    baseShare: fixed(0.95, guess),
  },
});

/** A small but complete scenario for tests of what is drawn and printed; every kind of source occurs in it. */
export const cannedScenario: Scenario = scenarioSchema.parse({
  format: 'forkcast-scenario',
  version: 1,
  name: 'Sample creator',
  market: 'US',
  currency: 'USD',
  start: '2027-01-04',
  weeks: 52,
  trials: 10_000,
  seed: 42,
  content: {
    videosPerWeek: fixed(4),
    videoCount: 'poisson',
    viewsPerVideo: unsure({ kind: 'lognormal', median: 21_000, logSd: 0.25 }, reports),
    viewsLogSd: unsure(between(0.75, 1.2)),
    viewsTail: unsure({ kind: 'pert', low: 1.5, mode: 2.2, high: 4 }),
    viewsCorrelation: fixed(0.15, published),
    levelDrift: unsure(between(0.02, 0.08)),
    growthPerYear: unsure({ kind: 'normal', mean: 0.1, sd: 0.2 }, guess),
    season: {
      factors: Array.from({ length: 53 }, (_, week) => 1 + (week > 45 && week < 52 ? 1.1 : -0.12)),
      provenance: published,
    },
    marketFactor: unsure({ kind: 'lognormal', median: 1, logSd: 0.15 }, guess),
  },
  products: [
    product('pan', 'Cast-iron pan, 26 cm', 39.99),
    product('knife', 'Chef’s knife', 64.5),
    product(
      'organiser',
      'Expandable bamboo drawer organiser with eight compartments and non-slip feet, natural, large',
      27.95,
    ),
    product('lamp', 'Clip-on reading lamp', 18.49),
  ],
  programs: {
    amazon: {
      baseShare: fixed(1, published),
      paymentDelayDays: fixed(60, published),
      paymentThreshold: fixed(10, published),
      returnDelayWeeks: fixed(2, published),
    },
    tiktokShop: {
      settlementDelayDays: unsure(between(18, 31)),
      paymentThreshold: fixed(1, published),
      agencyShare: fixed(0, guess),
    },
  },
  overDispersion: unsure({ kind: 'gamma', mean: 3, shape: 4 }),
  adoption: [],
  policy: [
    {
      id: 'ban',
      kind: 'external-link-ban',
      label: 'External-link ban',
      probability: fixed(0.35, guess),
      date: { kind: 'window', from: '2027-03-01', to: '2027-12-31' },
      amazonReach: unsure(between(0.03, 0.2, true), guess),
      tiktokShopReach: unsure(between(1.05, 1.4), guess),
    },
  ],
  strategies: [
    { id: 'amazon', label: 'Amazon links', kind: 'all-amazon' },
    { id: 'shop', label: 'TikTok Shop', kind: 'all-tiktok-shop' },
    { id: 'mix', label: 'Half and half', kind: 'mix', tiktokShopShare: 0.5 },
    {
      id: 'switch',
      label: 'Switch when banned',
      kind: 'switch-at-event',
      event: 'ban',
      reactionWeeks: 3,
    },
  ],
  headline: { a: 'amazon', b: 'shop' },
  monthlyFloor: 800,
});
