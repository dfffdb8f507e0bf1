import * as sampler from './count-sampler.ts';
import * as table from './count-table.ts';
import { mostWeeks } from './calendar.ts';
import { fillDraws } from './random-stream.ts';
import type { ProgramSpace, Workspace } from './workspace.ts';

// The compiler embeds values, addresses and lengths of this module's own constants in the loop below, and of nothing else.
const { cells } = table.fineGrid;
const { countUnit, restMask, tableShift, tableMask, surelyNone, surelyOne } = sampler;
const { fineEnd } = table;
const draws = new Int32Array(mostWeeks);
const fixedMeans = new Int32Array(mostWeeks);
const row = new Int32Array(mostWeeks);
const reach = new Float64Array(mostWeeks);
const gross = new Float64Array(mostWeeks);
const kept = new Float64Array(mostWeeks);
const undecided = new Int32Array(mostWeeks + 1);

/** What multiplies the views of one product: clicks per view, orders per click, share of the orders that come back. */
export interface Funnel {
  click: number;
  orders: number;
  share: number;
}

/** One program's weeks before the first product is sold. */
export const beginProgram = (work: Workspace, program: number): void => {
  const from = work.reach[program]!;
  const weeks = from.length;
  for (let week = 0; week < weeks; week++) {
    reach[week] = from[week]!;
    gross[week] = 0;
  }
};

/** Hands over what all products of the program earned by week. */
export const endProgram = (space: ProgramSpace): void => {
  const out = space.gross;
  const weeks = out.length;
  for (let week = 0; week < weeks; week++) out[week] = gross[week]!;
};

/** One product on one program. */
export interface Row {
  readonly space: ProgramSpace;
  readonly product: number;
}

/**
 * The hot loop: for a product whose orders are Poisson and whose returns are not booked apart, expectation, count and
 * commission of every week in three short loops (the look-ups stand alone so that the processor overlaps their cache misses).
 * Gives the same numbers as the general passes of `program-outcome.ts`; a test holds them equal. No call may stand inside a
 * loop, or the compiler looks at every array anew in each turn: weeks whose draw leaves the count open are noted without a
 * branch and settled afterwards.
 */
export const sellRow = (work: Workspace, { space, product }: Row, { click, orders, share }: Funnel): void => {
  const { each } = space;
  const { views, rare } = work;
  const weeks = space.gross.length;
  const from = product * weeks;
  const sold = click * orders;
  const stays = 1 - share;
  fillDraws(work.state, draws, weeks);
  let open = 0;
  let reached = 0;
  let orderSum = 0;
  let earned = 0;
  for (let week = 0; week < weeks; week++) {
    const i = (from + week) | 0;
    const seen = views[i]! * reach[week]!;
    const mean = seen * sold * stays;
    fixedMeans[week] = mean < fineEnd ? (mean * countUnit) | 0 : fineEnd * countUnit;
    reached += seen;
  }
  for (let week = 0; week < weeks; week++)
    row[week] = cells[((fixedMeans[week]! >> tableShift) & tableMask) | (draws[week]! >>> 24)]!;
  for (let week = 0; week < weeks; week++) {
    const i = (from + week) | 0;
    const x = draws[week]!;
    const cell = row[week]!;
    const fixed = fixedMeans[week]!;
    const whole = fixed >> 16;
    const distance = (((cell >> 8) - whole) << 24) >> 24;
    const second = (x >> 16) & 255;
    const edge = cell & 255;
    const rest = fixed & restMask;
    const square = Math.imul(rest, rest) >> 17;
    const last = (x & 0xffff) - countUnit;
    const beyond = last + rest - square;
    const isOpen =
      (((edge ^ second) - 1) |
        (distance + 127) |
        ((beyond - surelyOne) & ~(beyond + surelyNone)) |
        ~(last + square + 2)) >>
      31;
    const count = (whole + distance + ((edge - second) >>> 31) + ((beyond >> 31) + 1)) & ~isOpen;
    const commission = each[i]! * count;
    kept[week] = count;
    gross[week] = gross[week]! + commission;
    undecided[open] = week;
    open = (open - isOpen) | 0;
    orderSum = (orderSum + count) | 0;
    earned += commission;
  }
  let openSum = 0;
  for (let j = 0; j < open; j++) {
    const week = undecided[j]!;
    const mean = views[from + week]! * reach[week]! * sold * stays;
    const count = sampler.countOf(mean, draws[week]!, rare);
    const commission = each[from + week]! * count;
    kept[week] = count;
    gross[week] = gross[week]! + commission;
    openSum += count;
    earned += commission;
  }
  const clicks = reached * click;
  const returns = clicks * orders * share;
  space.clicked[product] = clicks;
  space.orders[product] = orderSum + openSum + returns;
  space.returns[product] = returns;
  space.earned[product] = earned;
};

/** Writes the weeks of the row that `sellRow` has just sold, for strategies that take only some weeks or orders of it. */
export const keepRow = (work: Workspace, { space, product }: Row, { click, orders, share }: Funnel): void => {
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
