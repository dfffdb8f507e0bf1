import { daysBetween } from '../domain/day.ts';
import type { Plan } from './plan.ts';

/** Share of the videos for TikTok Shop in each week of one future: a pure function of strategy, week and event days. */
export const shopShares = (
  plan: Plan,
  index: number,
  { eventDay, shares }: { readonly eventDay: Float64Array; readonly shares: Float64Array },
): void => {
  const strategy = plan.strategies[index]!;
  switch (strategy.kind) {
    case 'all-amazon':
      shares.fill(0);
      return;
    case 'all-tiktok-shop':
      shares.fill(1);
      return;
    case 'mix':
      shares.fill(strategy.tiktokShopShare);
      return;
    case 'switch-at-event':
      switchFrom(shares, reactionWeek(plan, strategy, eventDay));
      return;
    case 'switch-on-day':
      switchFrom(shares, Math.floor(daysBetween(plan.scenario.start, strategy.on) / 7));
  }
};

/** First week whose videos all come after the event, plus the reaction delay. */
const reactionWeek = (
  plan: Plan,
  strategy: { readonly event: string; readonly reactionWeeks: number },
  eventDay: Float64Array,
): number => {
  const event = plan.events.findIndex(each => each.event.id === strategy.event);
  return Math.ceil(eventDay[event]! / 7) + strategy.reactionWeeks;
};

const switchFrom = (shares: Float64Array, week: number): void => {
  for (let w = 0; w < shares.length; w++) shares[w] = w >= week ? 1 : 0;
};
