import type { Comparison } from '../domain/comparison.ts';
import type { Scenario } from '../domain/scenario.ts';
import { assemble } from './assemble.ts';
import { compile, type Rates } from './compile.ts';
import { outcomeBytes, outcomeOn } from './outcome.ts';
import { blockCount, type Plan } from './plan.ts';
import { simulateBlock } from './simulate-block.ts';
import { summarise, summaryLayout, summaryWidth } from './summary-rows.ts';
import { workspaceFor } from './workspace.ts';

/** Runs a checked scenario on this thread. The worker pool gives the same bits. */
export const simulate = (scenario: Scenario, rates: Rates, grade: Plan['grade'] = 'full'): Comparison => {
  const plan = compile(scenario, rates, grade);
  const outcome = outcomeOn(plan, new ArrayBuffer(outcomeBytes(plan)));
  const work = workspaceFor(plan);
  for (let block = 0; block < blockCount(plan); block++) simulateBlock(plan, work, outcome, block);
  const { count } = summaryLayout(plan);
  const summaries = new Float64Array(count * summaryWidth);
  for (let task = 0; task < count; task++) summarise(plan, outcome, { task, out: summaries });
  return assemble({ plan, outcome, summaries });
};
