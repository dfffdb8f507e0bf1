import { put } from './rows';

/**
 * Commission of one order by week, to `to`: base + first × its row + second × its row, × `factors`; rows at 0 are left out.
 */
export function rateRow(
  to: usize,
  weeks: i32,
  base: f64,
  first: f64,
  firstRow: usize,
  second: f64,
  secondRow: usize,
  factors: usize,
): void {
  const baseBoth = f64x2.splat(base);
  const firstBoth = f64x2.splat(first);
  const secondBoth = f64x2.splat(second);
  for (let week = 0; week < weeks; week += 2) {
    const at = (<usize>week) << 3;
    let worth = baseBoth;
    if (firstRow != 0) worth = f64x2.add(worth, f64x2.mul(firstBoth, v128.load(firstRow + at)));
    if (secondRow != 0) worth = f64x2.add(worth, f64x2.mul(secondBoth, v128.load(secondRow + at)));
    if (factors != 0) worth = f64x2.mul(worth, v128.load(factors + at));
    put(to + at, worth, week + 1 < weeks);
  }
}
