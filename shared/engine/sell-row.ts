import { mostWeeks } from './calendar.ts';
import { holdReach } from './hold-reach.ts';
import { kernel, kernelDoubles } from './kernel.ts';
import type { ProgramSpace, Workspace } from './workspace.ts';

const sums = kernelDoubles(kernel.sums, 3);
const reach = kernelDoubles(kernel.reach, mostWeeks);
const gross = kernelDoubles(kernel.gross, mostWeeks);
const kept = kernelDoubles(kernel.kept, mostWeeks);
const { sellRow: sellWeeks } = kernel;

/** What multiplies the views of one product: clicks per view, orders per click, share of the orders that come back. */
export interface Funnel {
  click: number;
  orders: number;
  share: number;
}

/** One program's weeks before the first product is sold. */
export const beginProgram = (work: Workspace, program: number): void => {
  holdReach(work.reach[program]!);
  gross.fill(0);
};

/** Hands over what all products of the program earned by week. */
export const endProgram = (space: ProgramSpace): void => {
  const out = space.gross;
  const weeks = out.length;
  for (let week = 0; week < weeks; week++) out[week] = gross[week]!;
};

/**
 * The hot loop: for a product whose orders are Poisson and whose returns are not booked apart, expectation, count and
 * commission of every week at once, by `sellRow` of `shared/kernel/counts.ts`. Gives the same numbers as the general passes of
 * `program-outcome.ts`; a test holds them equal.
 */
export const sellRow = (work: Workspace, space: ProgramSpace, product: number, funnel: Funnel): void => {
  const { click, orders, share } = funnel;
  const { each } = space;
  const { views } = work;
  const weeks = space.gross.length;
  const from = product * weeks;
  const sold = click * orders * (1 - share);
  sellWeeks(views.byteOffset + 8 * from, each.byteOffset + 8 * from, weeks, sold);
  const clicks = sums[0]! * click;
  const returns = clicks * orders * share;
  space.clicked[product] = clicks;
  space.totals[3 * product] = sums[1]! + returns;
  space.totals[3 * product + 1] = returns;
  space.totals[3 * product + 2] = sums[2]!;
};

/** Writes the weeks of the row that `sellRow` has just sold, for strategies that take only some weeks or orders of it. */
export const keepRow = (work: Workspace, space: ProgramSpace, product: number, funnel: Funnel): void => {
  const { click, orders, share } = funnel;
  const { views } = work;
  const weeks = space.gross.length;
  const from = product * weeks;
  const back = orders * share;
  const byProduct = space.productClicks.length > 0;
  for (let week = 0; week < weeks; week++) {
    const clicks = views[from + week]! * reach[week]! * click;
    space.clicks[week] = space.clicks[week]! + clicks;
    if (byProduct) space.productClicks[from + week] = clicks;
    space.kept[from + week] = kept[week]!;
    space.returned[from + week] = clicks * back;
  }
};
