import { coarseCount, smallCount } from './count-sampler.ts';
import { countTable, fineEnd, fineSteps } from './count-table.ts';
import type { RandomState } from './random-stream.ts';
import type { CellSpace } from './workspace.ts';

const poisson = countTable(0);

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
  const { guide, thresholds, shift, first } = poisson.fine;
  let orderSum = 0;
  let returnSum = 0;
  let earnedSum = 0;
  for (let week = 0; week < kept.length; week++) {
    const clicked = views[from + week]! * click * reach[week]!;
    clicks[week] = clicks[week]! + clicked;
    const all = clicked * orders;
    const back = all * share;
    const mean = all - back;
    const x = draws[2 * week]!;
    const y = draws[2 * week + 1]!;
    let count = 0;
    if (mean < fineEnd) {
      const k = (mean * fineSteps) | 0;
      let at = first[k]! + guide[(k << 6) + (x >> 26) + 32]!;
      while (x > thresholds[at]!) at++;
      count = at + shift[k]!;
      const rest = mean - k * (1 / fineSteps);
      if (y > (0.5 - rest) * 2 ** 32) count += smallCount(rest, 0, (y + 0.5) * 2 ** -32 + 0.5);
    } else count = coarseCount(poisson, mean, x, y, rare);
    const commission = each[week]! * count;
    kept[week] = count;
    returned[week] = back;
    gross[week] = gross[week]! + commission;
    orderSum += count;
    returnSum += back;
    earnedSum += commission;
  }
  sold.orders = orderSum + returnSum;
  sold.returns = returnSum;
  sold.earned = earnedSum;
};
