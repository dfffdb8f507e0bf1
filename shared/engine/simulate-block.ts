import { drawQuantities } from './draw-quantities.ts';
import type { Outcome } from './outcome.ts';
import { programCount, type Plan } from './plan.ts';
import { drawPolicy } from './policy-path.ts';
import { programOutcome } from './program-outcome.ts';
import { strategyOutcome } from './strategy-outcome.ts';
import { drawLevel, drawVideos, drawViews } from './views.ts';
import type { Workspace } from './workspace.ts';

/** Computes every future of one block into the outcome. */
export const simulateBlock = (plan: Plan, work: Workspace, out: Outcome, block: number): void => {
  const first = block * plan.blockTrials;
  const count = Math.min(plan.blockTrials, plan.trials - first);
  drawQuantities(plan, work, first, count);
  for (let i = 0; i < count; i++) simulateFuture(plan, work, out, { block, trial: first + i, future: i });
};

interface Place {
  readonly block: number;
  readonly trial: number;
  readonly future: number;
}

const simulateFuture = (plan: Plan, work: Workspace, out: Outcome, { block, trial, future }: Place): void => {
  const draws = { values: work.values, stride: plan.blockTrials, future };
  drawPolicy(plan, work, trial, draws);
  drawLevel(plan, work, trial, draws);
  drawVideos(plan, work, trial, draws);
  drawViews(plan, work, trial, draws);
  sumViews(plan, work);
  for (let program = 0; program < programCount; program++)
    programOutcome(plan, work, { program, trial, draws });
  for (let strategy = 0; strategy < plan.strategies.length; strategy++)
    strategyOutcome(plan, work, out, { strategy, trial, block, draws });
  work.eventDay.forEach((day, event) => {
    out.eventDay[event * plan.trials + trial] = day;
  });
};

const sumViews = (plan: Plan, work: Workspace): void => {
  work.viewsByWeek.fill(0);
  for (let p = 0; p < plan.products.length; p++)
    for (let week = 0; week < plan.weeks; week++)
      work.viewsByWeek[week] = work.viewsByWeek[week]! + work.views[p * plan.weeks + week]!;
};
