import { tabledCount } from './count-sampler.ts';
import { ambiguous, countTable, fineEnd, fineSteps } from './count-table.ts';
import type { RandomState } from './random-stream.ts';
import type { CellSpace } from './workspace.ts';

const poisson = countTable(0);
const largestFine = fineEnd * fineSteps - 1;
const longest = 260;
const means = new Float64Array(longest);
const hardWeeks = new Int32Array(longest + 1);

/** Everything the fused loop reads beside the cell: rows of weeks and certain factors of one product on one program. */
export interface Selling {
  readonly views: Float64Array;
  /** First place of the product's views. */
  readonly from: number;
  readonly reach: Float64Array;
  readonly clicks: Float64Array;
  readonly gross: Float64Array;
  readonly draws: Int32Array;
  readonly rare: RandomState;
}

/** Figures of a fused row; the same object is reused. */
export interface Sold {
  orders: number;
  returns: number;
  earned: number;
}

/**
 * The hot loop: for a product whose orders are Poisson and whose returns are not booked apart, expectation, count and
 * commission of every week in one pass. Gives the same numbers as the general passes of `program-outcome.ts` (a test holds
 * them equal); it exists because each separate pass over a row costs as much as the count itself.
 */
export const sellRow = (
  { kept, returned, each }: CellSpace,
  { views, from, reach, clicks, gross, draws, rare }: Selling,
  { click, orders, share, sold }: { click: number; orders: number; share: number; sold: Sold },
): void => {
  const { direct, lowest } = poisson.fine;
  const weeks = kept.length;
  let hard = 0;
  let returnSum = 0;
  for (let week = 0; week < weeks; week++) {
    const clicked = views[from + week]! * click * reach[week]!;
    clicks[week] = clicks[week]! + clicked;
    const all = clicked * orders;
    const back = all * share;
    const mean = all - back;
    returned[week] = back;
    returnSum += back;
    means[week] = mean;
    const k = Math.min(largestFine, mean * fineSteps) | 0;
    const x = draws[week]!;
    const n = direct[(k << 8) + (x >> 24) + 128]!;
    kept[week] = n + lowest[k]!;
    hardWeeks[hard] = week;
    const rest = mean - k * (1 / fineSteps);
    hard += mean >= fineEnd || n === ambiguous || (x & 0xffffff) + 1 > (1 - rest) * 2 ** 24 ? 1 : 0;
  }
  for (let i = 0; i < hard; i++) {
    const week = hardWeeks[i]!;
    kept[week] = tabledCount(poisson, means[week]!, draws[week]!, rare);
  }
  let orderSum = 0;
  let earnedSum = 0;
  for (let week = 0; week < weeks; week++) {
    const count = kept[week]!;
    const commission = each[week]! * count;
    gross[week] = gross[week]! + commission;
    orderSum += count;
    earnedSum += commission;
  }
  sold.orders = orderSum + returnSum;
  sold.returns = returnSum;
  sold.earned = earnedSum;
};
