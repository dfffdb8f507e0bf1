import { day } from '../../shared/domain/day.ts';
import type { PolicyEvent } from '../../shared/domain/policy.ts';
import type { Scenario } from '../../shared/domain/scenario.ts';
import { certain, sampleScenario } from './scenario.ts';

/**
 * A scenario without spread that can be worked out on paper. Ten videos a week of 1,000 views of one $50 product:
 * Amazon 10,000 × 1 % × 10 % = 10 orders, 4 % of $500 = $20.00 a week, of which $2.00 comes back two weeks later;
 * TikTok Shop 10,000 × 2 % × 5 % = 10 orders, 10 % of $450 = $45.00 a week, of which $9.00 is refunded a week later.
 */
export const zeroSpreadScenario = (change: Partial<Scenario> = {}): Scenario => {
  const sample = sampleScenario();
  return {
    ...sample,
    name: 'On paper',
    trials: 100,
    weeks: 26,
    counts: 'expected',
    content: {
      ...sample.content,
      videosPerWeek: certain(10),
      viewsPerVideo: certain(1000),
      viewsLogSd: certain(0),
      viewsTail: null,
      viewsCorrelation: certain(0),
      levelDrift: certain(0),
      growthPerYear: certain(0),
      season: { ...sample.content.season, factors: Array.from({ length: 53 }, () => 1) },
      marketFactor: certain(1),
    },
    products: [
      {
        id: 'pan',
        name: 'Pan',
        videoShare: 1,
        reach: 1,
        price: certain(50),
        amazon: {
          category: 'Kitchen',
          rate: certain(0.04),
          clickRate: certain(0.01),
          conversion: certain(0.1),
          itemsPerOrder: certain(1),
          returnShare: certain(0.1),
        },
        tiktokShop: {
          clickRate: certain(0.02),
          conversion: certain(0.05),
          returnShare: certain(0.2),
          rate: certain(0.1),
          adsShare: certain(0),
          adsRate: certain(0),
          baseShare: certain(0.9),
        },
      },
    ],
    programs: {
      amazon: {
        baseShare: certain(1),
        paymentDelayDays: certain(60),
        paymentThreshold: certain(10),
        returnDelayWeeks: certain(2),
        shippingLagDays: 0,
      },
      tiktokShop: {
        settlementDelayDays: certain(18),
        paymentThreshold: certain(1),
        agencyShare: certain(0),
        returnDelayWeeks: certain(1),
      },
    },
    overDispersion: certain(0),
    adoption: [],
    policy: [],
    strategies: [
      { id: 'amazon', label: 'All Amazon', kind: 'all-amazon' },
      { id: 'shop', label: 'All TikTok Shop', kind: 'all-tiktok-shop' },
    ],
    headline: { a: 'amazon', b: 'shop' },
    monthlyFloor: null,
    ...change,
  };
};

/** A certain event on a Monday that leaves the given reach. */
export const certainEvent = (
  kind: PolicyEvent['kind'],
  on: string,
  reach: { readonly amazon: number; readonly tiktokShop: number; readonly weeks?: number },
): PolicyEvent => ({
  id: kind,
  kind,
  label: kind,
  probability: certain(1),
  date: { kind: 'fixed', on: day(on) },
  durationWeeks: reach.weeks === undefined ? null : certain(reach.weeks),
  amazonReach: certain(reach.amazon),
  tiktokShopReach: certain(reach.tiktokShop),
});
