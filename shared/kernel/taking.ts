import { binomialCount } from './binomials';
import { unitOf } from './normals';
import { bookRow } from './orders';
import { shareRow } from './parts';
import { draws, mostRow, sums } from './rows';
import { fillTo, openRare } from './stream';
import { thinRow } from './thinning';

// The stretches of weeks with one share, of the strategy and program at hand: where each ends, its table (−1: it has
// none, or is 0 or 1) and its step. See `shared/engine/take-shares.ts`.
export const stretchEnds: usize = memory.data(260 * 4, 16);
export const stretchTables: usize = memory.data(260 * 4, 16);
export const stretchSteps: usize = memory.data(260 * 4, 16);

/** What a strategy takes of a product's orders kept and returned. */
export const took: usize = memory.data(264 * 8, 16);
const back: usize = memory.data(264 * 8, 16);

/** Takes the stretches' share of each week's orders, to `to`: every week of row number `row` has its own draws whatever the shares. */
export function takeRow(counts: usize, shares: usize, to: usize, weeks: i32, row: i32): void {
  fillTo(draws, weeks);
  const from = row * mostRow;
  let first = 0;
  for (let stretch: usize = 0; first < weeks; stretch += 4) {
    const end = load<i32>(stretchEnds + stretch);
    const table = load<i32>(stretchTables + stretch);
    if (table >= 0) thinRow(table, load<i32>(stretchSteps + stretch), counts, shares, to, first, end, from);
    else
      for (let week = first; week < end; week++) {
        const at = (<usize>week) << 3;
        const n = load<f64>(counts + at);
        const share = load<f64>(shares + at);
        const u = unitOf(load<u32>(draws + ((<usize>week) << 2)));
        if (n * min(share, 1 - share) >= 10) openRare(from + week);
        store<f64>(to + at, binomialCount(n, share, u));
      }
    first = end;
  }
}

/**
 * Takes a strategy's share of the orders of one product after another (those `chosen`) and books their commission; `bookRow`'s sums
 * go to `to`, three of each product. Orders that are not counted, and returned ones that are not booked apart, are expectations.
 */
export function takeProducts(
  products: i32,
  chosen: usize,
  kept: usize,
  returned: usize,
  each: usize,
  shares: usize,
  gross: usize,
  reversed: usize,
  weeks: i32,
  counted: bool,
  splits: bool,
  reverses: bool,
  booked: i32,
  returning: i32,
  to: usize,
): void {
  const size = (<usize>weeks) << 3;
  for (let product = 0; product < products; product++) {
    const from = (<usize>product) * size;
    if (load<u8>(chosen + <usize>product) == 0) continue;
    if (counted) takeRow(kept + from, shares, took, weeks, 2 * product);
    else shareRow(kept + from, shares, took, weeks);
    if (counted && splits) takeRow(returned + from, shares, back, weeks, 2 * product + 1);
    else shareRow(returned + from, shares, back, weeks);
    bookRow(took, back, each + from, gross, reversed, weeks, splits, reverses, booked, returning);
    memory.copy(to + 24 * <usize>product, sums, 24);
  }
}
