import { drawQuantities } from './draw-quantities.ts';
import { applyAdoption, drawLevel } from './level.ts';
import type { Outcome } from './outcome.ts';
import type { Plan } from './plan.ts';
import { applyPolicy, drawEventUnits } from './policy-path.ts';
import { quickBlock } from './quick-block.ts';
import { programOutcome } from './program-outcome.ts';
import { drawSideIncome } from './side-income.ts';
import { flushTiles, strategyOutcome } from './strategy-outcome.ts';
import { drawLives, drawVideos, drawViews, sumVideos } from './views.ts';
import type { Workspace } from './workspace.ts';

/** Computes every future of one block into the outcome. */
export const simulateBlock = (plan: Plan, work: Workspace, out: Outcome, block: number): void => {
  const first = block * plan.blockTrials;
  const count = Math.min(plan.blockTrials, plan.trials - first);
  if (plan.quick) {
    quickBlock(plan, work, out, block);
    return;
  }
  drawQuantities(plan, work, first, count);
  for (let i = 0; i < count; i++) {
    work.future = i;
    simulateFuture(plan, work, out, { block, trial: first + i });
    flushTiles(plan, work, out, { kept: first + i, ends: i === count - 1 });
  }
};

interface Place {
  readonly block: number;
  readonly trial: number;
}

const simulateFuture = (plan: Plan, work: Workspace, out: Outcome, { block, trial }: Place): void => {
  drawEventUnits(plan, work, trial);
  applyPolicy(plan, work, plan.factors);
  applyAdoption(plan, work);
  drawLevel(plan, work, trial);
  drawVideos(plan, work, trial);
  if (plan.at.terms.costs) sumVideos(plan, work);
  drawViews(plan, work, trial);
  drawLives(plan, work, trial);
  for (const program of plan.programs) programOutcome(plan, work, program, trial);
  drawSideIncome(plan, work, trial);
  for (let strategy = 0; strategy < plan.strategies.length; strategy++)
    strategyOutcome(plan, work, out, { strategy, trial, kept: trial, block });
  for (let event = 0; event < plan.events.length; event++)
    out.eventDay[event * plan.trials + trial] = work.eventDay[event]!;
};
