import { day } from '../../../../shared/domain/day.ts';
import type { Quantity } from '../../../../shared/domain/quantity.ts';
import { scenarioSchema, type Scenario } from '../../../../shared/domain/scenario.ts';

const quantity = (value: number): Quantity => ({
  value: { kind: 'constant', value },
  provenance: { kind: 'guess', note: 'for a test' },
});

/** A small valid scenario. */
export const scenario: Scenario = scenarioSchema.parse({
  format: 'forkcast-scenario',
  version: 1,
  name: 'Test',
  market: 'US',
  currency: 'USD',
  start: day('2026-11-23'),
  weeks: 52,
  trials: 100,
  seed: 1,
  content: {
    videosPerWeek: quantity(3),
    videoCount: 'fixed',
    viewsPerVideo: quantity(1000),
    viewsLogSd: quantity(1),
    viewsTail: null,
    viewsCorrelation: quantity(0),
    levelDrift: quantity(0),
    growthPerYear: quantity(0),
    season: {
      factors: Array.from({ length: 53 }, () => 1),
      provenance: { kind: 'guess', note: 'for a test' },
    },
    marketFactor: quantity(1),
  },
  products: [
    { id: 'p', name: 'Pan', videoShare: 1, reach: 1, price: quantity(20), amazon: null, tiktokShop: null },
  ],
  programs: {
    amazon: {
      baseShare: quantity(1),
      paymentDelayDays: quantity(60),
      paymentThreshold: quantity(10),
      returnDelayWeeks: quantity(2),
    },
    tiktokShop: {
      settlementDelayDays: quantity(20),
      paymentThreshold: quantity(1),
      agencyShare: quantity(0),
    },
  },
  overDispersion: quantity(1),
  adoption: [],
  policy: [],
  strategies: [
    { id: 'a', label: 'A', kind: 'all-amazon' },
    { id: 'b', label: 'B', kind: 'all-tiktok-shop' },
  ],
  headline: { a: 'a', b: 'b' },
  monthlyFloor: null,
});
