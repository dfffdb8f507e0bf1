import { mostWeeks } from './calendar.ts';
import { kernel, kernelDoubles } from './kernel.ts';
import type { Plan } from './plan.ts';
import type { Workspace } from './workspace.ts';

const row = kernelDoubles(kernel.ownShares, mostWeeks);

/** Share by week of a program's clicks that come from the products a strategy puts there, 0 to 1. Overwritten by the next. */
export const clickShares = (
  plan: Plan,
  work: Workspace,
  program: number,
  productProgram: Int8Array,
): Float64Array => {
  const { clicks, productClicks } = work.programs[program]!;
  const { weeks } = plan;
  row.fill(0);
  for (let p = 0; p < plan.products.length; p++) {
    if (productProgram[p] !== program) continue;
    for (let week = 0; week < weeks; week++) row[week] = row[week]! + productClicks[p * weeks + week]!;
  }
  for (let week = 0; week < weeks; week++) row[week] = clicks[week]! > 0 ? row[week]! / clicks[week]! : 0;
  return row;
};
