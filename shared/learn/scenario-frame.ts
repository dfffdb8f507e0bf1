import type { Day } from '../domain/day.ts';
import type { Market } from '../domain/market.ts';
import type { Currency } from '../domain/money.ts';
import type { Reference } from '../domain/reference.ts';
import type { Scenario } from '../domain/scenario.ts';
import { externalLinkBan } from './default-policy.ts';
import { defaultStrategies } from './default-strategies.ts';
import { seasonOf } from './season-of.ts';

export interface FrameOptions {
  readonly name: string;
  readonly market: Market;
  readonly currency: Currency;
  readonly start: Day;
  /** Share of past videos that sold through TikTok Shop; null when there is no past of both programs. */
  readonly pastShare: number | null;
}

export const scenarioWeeks = 52;
const trials = 10_000;

/** A scenario that holds published figures and stated guesses everywhere, and no products yet. */
export const scenarioFrame = (reference: Reference, options: FrameOptions): Scenario => {
  const { name, market, currency, start, pastShare } = options;
  const { priors, terms } = reference;
  const ban = externalLinkBan(reference, start);
  return {
    format: 'forkcast-scenario',
    version: 1,
    name,
    market,
    currency,
    start,
    weeks: scenarioWeeks,
    trials,
    seed: 1,
    content: {
      videosPerWeek: priors.videosPerWeek,
      videoCount: 'poisson',
      viewsPerVideo: priors.viewsPerVideo,
      viewsLogSd: priors.viewsLogSd,
      viewsTail: priors.viewsTail,
      viewsCorrelation: priors.viewsCorrelation,
      levelDrift: priors.levelDrift,
      growthPerYear: priors.growthPerYear,
      season: seasonOf(market, reference),
      marketFactor: priors.marketFactor,
    },
    products: [],
    programs: {
      amazon: {
        baseShare: terms.amazon.baseShare,
        paymentDelayDays: terms.amazon.paymentDelayDays,
        paymentThreshold: terms.amazon.paymentThreshold[market] ?? terms.amazon.otherThreshold,
        returnDelayWeeks: terms.amazon.returnDelayWeeks,
      },
      tiktokShop: {
        settlementDelayDays: terms.tiktokShop.settlementDelayDays,
        paymentThreshold: terms.tiktokShop.paymentThreshold[market] ?? terms.tiktokShop.otherThreshold,
        agencyShare: terms.tiktokShop.agencyShare,
      },
    },
    overDispersion: priors.overDispersion,
    adoption: [],
    policy: [ban],
    strategies: defaultStrategies(ban.id, pastShare),
    headline: { a: 'all-amazon', b: 'all-tiktok-shop' },
    monthlyFloor: null,
  };
};
