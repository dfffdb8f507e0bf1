import type { Quantity } from '../domain/quantity.ts';
import type { ContentPlan } from '../domain/scenario.ts';
import type { Range } from './distribution/distribution-problem.ts';
import type { SlotList } from './slots.ts';

/** Places of the draws of what is posted and who sees it; null where the scenario has none. */
export interface ContentSlots {
  readonly videosPerWeek: number;
  readonly viewsPerVideo: number;
  readonly viewsLogSd: number;
  readonly viewsTail: number | null;
  readonly viewsCorrelation: number;
  readonly levelDrift: number;
  readonly growth: number;
  readonly marketFactor: number;
  readonly boosted: number | null;
  readonly arrival: {
    readonly fastShare: number;
    readonly fastDays: number;
    readonly slowDays: number;
  } | null;
  readonly lives: { readonly perWeek: number; readonly viewers: number; readonly logSd: number } | null;
}

export const contentSlots = (content: ContentPlan, list: SlotList): ContentSlots => {
  const notNegative: Range = { min: 0, max: Infinity };
  const spread: Range = { min: 0, max: 4 };
  const share: Range = { min: 0, max: 1 };
  const life: Range = { min: 0.1, max: 1000 };
  const add = (name: string, quantity: Quantity, range: Range): number =>
    list.add(`content.${name}`, quantity, range);
  const { arrival, lives } = content;
  return {
    videosPerWeek: add('videosPerWeek', content.videosPerWeek, { min: 0, max: 2000 }),
    viewsPerVideo: add('viewsPerVideo', content.viewsPerVideo, notNegative),
    viewsLogSd: add('viewsLogSd', content.viewsLogSd, spread),
    viewsTail: content.viewsTail && add('viewsTail', content.viewsTail, { min: 1.02, max: Infinity }),
    viewsCorrelation: add('viewsCorrelation', content.viewsCorrelation, { min: -0.9, max: 0.9 }),
    levelDrift: add('levelDrift', content.levelDrift, { min: 0, max: 1 }),
    growth: add('growthPerYear', content.growthPerYear, { min: -0.99, max: 100 }),
    marketFactor: add('marketFactor', content.marketFactor, notNegative),
    boosted: content.boostedShare ? add('boostedShare', content.boostedShare, share) : null,
    arrival: arrival
      ? {
          fastShare: add('arrival.fastShare', arrival.fastShare, share),
          fastDays: add('arrival.fastDays', arrival.fastDays, life),
          slowDays: add('arrival.slowDays', arrival.slowDays, life),
        }
      : null,
    lives: lives
      ? {
          perWeek: add('lives.perWeek', lives.perWeek, { min: 0, max: 200 }),
          viewers: add('lives.viewers', lives.viewers, notNegative),
          logSd: add('lives.viewersLogSd', lives.viewersLogSd, spread),
        }
      : null,
  };
};
