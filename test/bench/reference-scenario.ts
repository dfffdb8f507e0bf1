import { day } from '../../shared/domain/day.ts';
import type { Product } from '../../shared/domain/product.ts';
import type { Provenance } from '../../shared/domain/provenance.ts';
import type { Distribution, Quantity } from '../../shared/domain/quantity.ts';
import type { Scenario } from '../../shared/domain/scenario.ts';

/** Size of a reference run: R1 is 10 products × 52 weeks × 10,000 futures. */
export interface ReferenceSize {
  readonly products: number;
  readonly weeks: number;
  readonly trials: number;
}

export const r1: ReferenceSize = { products: 10, weeks: 52, trials: 10_000 };

const provenance: Provenance = { kind: 'guess', note: 'reference model R1' };
const quantity = (value: Distribution): Quantity => ({ value, provenance });
const certain = (value: number): Quantity => quantity({ kind: 'constant', value });
const beta = (successes: number, failures: number): Quantity =>
  quantity({ kind: 'beta-counts', successes, failures });

/** Certain numbers of R1 by product, evenly spread over their ranges: price 12–80, Amazon 1–10 %, TikTok Shop 8–20 %. */
export const referenceNumbers = (products: number) =>
  Array.from({ length: products }, (_, p) => {
    const at = products === 1 ? 0 : p / (products - 1);
    return {
      reach: 0.9 + 0.02 * p,
      price: 12 + 68 * at,
      amazonRate: 0.01 + 0.09 * at,
      shopRate: 0.08 + 0.12 * (1 - at),
    };
  });

const product = (numbers: ReturnType<typeof referenceNumbers>[number], p: number): Product => ({
  id: `p${p}`,
  name: `Product ${p}`,
  videoShare: 1,
  reach: numbers.reach,
  price: certain(numbers.price),
  amazon: {
    category: 'any',
    rate: certain(numbers.amazonRate),
    clickRate: beta(12, 988),
    conversion: beta(18, 182),
    itemsPerOrder: certain(1.35),
    returnShare: beta(8, 92),
  },
  tiktokShop: {
    clickRate: beta(30, 970),
    conversion: beta(9, 291),
    returnShare: beta(12, 88),
    rate: certain(numbers.shopRate),
    adsShare: certain(0),
    adsRate: certain(0),
    baseShare: certain(0.95),
  },
});

/** Season of R1 in week w = 1, 2, …: 1 + 0.35·cos(2π(w − 48)/52). */
export const referenceSeason = (week: number): number =>
  1 + 0.35 * Math.cos((2 * Math.PI * (week - 48)) / 52);

/** The reference model as a scenario document: the product's own engine runs it, no special code. */
export const referenceScenario = ({ products, weeks, trials }: ReferenceSize, seed = 1): Scenario => ({
  format: 'forkcast-scenario',
  version: 1,
  name: 'R1',
  market: 'US',
  currency: 'USD',
  start: day('2023-01-01'),
  weeks,
  trials,
  seed,
  content: {
    videosPerWeek: certain(products),
    videoCount: 'fixed',
    viewsPerVideo: certain(20_000),
    viewsLogSd: certain(1.1),
    viewsTail: null,
    viewsCorrelation: certain(0),
    levelDrift: certain(0),
    growthPerYear: certain(0),
    season: { factors: Array.from({ length: 53 }, (_, i) => referenceSeason(i + 1)), provenance },
    marketFactor: certain(1),
  },
  products: referenceNumbers(products).map(product),
  programs: {
    amazon: {
      baseShare: certain(1),
      paymentDelayDays: certain(60),
      paymentThreshold: certain(10),
      returnDelayWeeks: certain(0),
      shippingLagDays: 0,
    },
    tiktokShop: {
      settlementDelayDays: certain(18),
      paymentThreshold: certain(1),
      agencyShare: certain(0),
      returnDelayWeeks: certain(0),
      orderFactor: quantity({ kind: 'lognormal', median: 1, logSd: 0.25 }),
    },
  },
  overDispersion: certain(0),
  adoption: [],
  policy: [
    {
      id: 'ban',
      kind: 'external-link-ban',
      label: 'External links are banned',
      probability: certain(0.6),
      // Week 1 … 52, each equally likely; the ban counts from that week on.
      date: {
        kind: 'after-days',
        days: quantity({ kind: 'empirical', values: Array.from({ length: 52 }, (_, i) => 7 * i) }),
      },
      durationWeeks: null,
      amazonReach: certain(0.08),
      tiktokShopReach: certain(1.15),
    },
  ],
  strategies: [
    { id: 'amazon', label: 'All Amazon', kind: 'all-amazon' },
    { id: 'shop', label: 'All TikTok Shop', kind: 'all-tiktok-shop' },
  ],
  headline: { a: 'amazon', b: 'shop' },
  monthlyFloor: null,
});
