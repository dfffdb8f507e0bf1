import { amazon, programCount, storefront, tiktokShop, type Plan } from './plan.ts';
import type { Workspace } from './workspace.ts';

/** First week whose videos all come after the event, plus the reaction delay. */
export const reactionWeek = (eventDay: number, reactionWeeks: number): number =>
  Math.max(0, Math.ceil(eventDay / 7)) + reactionWeeks;

/** Writes the shares of a strategy's videos by program and week into `work.shares`: a pure function of plan and event days. */
export const strategyShares = (plan: Plan, work: Workspace, index: number): void => {
  const { strategy, event } = plan.strategies[index]!;
  const planned = work.planned[index]!;
  if (planned) {
    for (let program = 0; program < programCount; program++) work.shares[program] = planned[program]!;
    return;
  }
  const delay = strategy.kind === 'switch-at-event' ? strategy.reactionWeeks : 0;
  const from = Math.min(plan.weeks, reactionWeek(work.eventDay[event]!, delay));
  for (let program = 0; program < programCount; program++) work.shares[program] = work.switched[program]!;
  work.shares[amazon]!.fill(1).fill(0, from);
  work.shares[tiktokShop]!.fill(0).fill(1, from);
  work.shares[storefront]!.fill(0);
};
