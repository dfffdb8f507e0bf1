import { kernel } from './kernel.ts';
import { amazon, programCount, tiktokShop, type Plan } from './plan.ts';
import type { Workspace } from './workspace.ts';

/** First week whose videos all come after the event, plus the reaction delay. */
const reactionWeek = (eventDay: number, reactionWeeks: number): number =>
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
  const [before, after] = [work.shares[amazon]!.byteOffset, work.shares[tiktokShop]!.byteOffset];
  kernel.fillWith(before, from, 1);
  kernel.fillWith(before + 8 * from, plan.weeks - from, 0);
  kernel.fillWith(after, from, 0);
  kernel.fillWith(after + 8 * from, plan.weeks - from, 1);
};
