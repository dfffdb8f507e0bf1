import type { Plan } from './plan.ts';
import type { Workspace } from './workspace.ts';

/** Share by week of a program's clicks that come from the products a strategy puts there, 0 to 1, to `out`. */
export const clickShares = (
  plan: Plan,
  work: Workspace,
  { program, productProgram }: { readonly program: number; readonly productProgram: Int8Array },
  out: Float64Array,
): void => {
  const { clicks, productClicks } = work.programs[program]!;
  const { weeks } = plan;
  out.fill(0);
  for (let p = 0; p < plan.products.length; p++) {
    if (productProgram[p] !== program) continue;
    for (let week = 0; week < weeks; week++) out[week] = out[week]! + productClicks[p * weeks + week]!;
  }
  for (let week = 0; week < weeks; week++) out[week] = clicks[week]! > 0 ? out[week]! / clicks[week]! : 0;
};
