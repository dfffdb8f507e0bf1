import { unitOf } from './normals';
import { bookRow } from './orders';
import { draws, open, sums } from './rows';
import { fillTo, nextRare } from './stream';
import { thinRow } from './thinning';

// The stretches of weeks with one share, of the strategy and program at hand: where each ends, its table (−1: the share is 0 or 1; −2: it
// has none) and its step. See `shared/engine/take-shares.ts`.
export const stretchEnds: usize = memory.data(260 * 4, 16);
export const stretchTables: usize = memory.data(260 * 4, 16);
export const stretchSteps: usize = memory.data(260 * 4, 16);

/** What a strategy takes of a product's orders kept and returned. */
export const took: usize = memory.data(264 * 8, 16);
export const back: usize = memory.data(264 * 8, 16);

/** Of a week's clicks, the share of a strategy's products: see `shared/engine/product-clicks.ts`. */
export const ownShares: usize = memory.data(264 * 8, 16);

/** x^n for whole n ≥ 0. */
function power(x: f64, n: i32): f64 {
  let result: f64 = 1;
  let square = x;
  for (let left = n; left > 0; left >>= 1) {
    if ((left & 1) == 1) result *= square;
    square *= square;
  }
  return result;
}

/** Binomial(n, share) for n × share < 10, by inversion from 0. */
function invertedCount(n: i32, share: f64): f64 {
  const odds = share / (1 - share);
  let left = unitOf(nextRare());
  let mass = power(1 - share, n);
  let k = 0;
  while (left > mass && k < n) {
    left -= mass;
    k++;
    mass *= (odds * <f64>(n - k + 1)) / <f64>k;
  }
  return <f64>k;
}

/**
 * Takes of the orders of weeks `first` to before `end` a share of each week's own, to `to`, by fresh draws. Weeks of many orders are listed
 * in `open` from byte `left` on; returns where its list ends.
 */
function takeWeeks(counts: usize, shares: usize, to: usize, first: i32, end: i32, left: usize): usize {
  for (let week = first; week < end; week++) {
    const at = (<usize>week) << 3;
    const n = load<f64>(counts + at);
    const share = load<f64>(shares + at);
    const smaller = min(share, 1 - share);
    let taken = n * share;
    if (n > 0 && smaller > 0) {
      if (n * smaller >= 10) {
        store<i32>(open + left, week);
        left += 4;
        continue;
      }
      const few = invertedCount(<i32>n, smaller);
      taken = share > 0.5 ? n - few : few;
    }
    store<f64>(to + at, taken);
  }
  return left;
}

/**
 * Takes the stretches' share of each week's orders, to `to`: every week has its own draw whatever the shares. Weeks of too many orders
 * are listed in `open`; says how many.
 */
export function takeRow(counts: usize, shares: usize, to: usize, weeks: i32): i32 {
  fillTo(draws, weeks);
  let left: usize = 0;
  let first = 0;
  for (let stretch: usize = 0; first < weeks; stretch += 4) {
    const end = load<i32>(stretchEnds + stretch);
    const table = load<i32>(stretchTables + stretch);
    if (table >= 0) left = thinRow(table, load<i32>(stretchSteps + stretch), counts, to, first, end, left);
    else if (table == -2) left = takeWeeks(counts, shares, to, first, end, left);
    else
      for (let week = first; week < end; week++) {
        const at = (<usize>week) << 3;
        store<f64>(to + at, load<f64>(counts + at) * load<f64>(shares + at));
      }
    first = end;
  }
  return <i32>(left >>> 2);
}

/**
 * Takes a strategy's share of the orders of one product after another (those `offered`) and books their commission; `bookRow`'s sums
 * go to `to`, three of each product. Returned orders that are not booked apart are expectations. Stops at a product with too many
 * orders; says how many it has done.
 */
export function takeProducts(
  products: i32,
  offered: usize,
  kept: usize,
  returned: usize,
  each: usize,
  shares: usize,
  gross: usize,
  reversed: usize,
  weeks: i32,
  splits: bool,
  reverses: bool,
  booked: i32,
  returning: i32,
  to: usize,
): i32 {
  const row = (<usize>weeks) << 3;
  for (let product = 0; product < products; product++) {
    const from = (<usize>product) * row;
    if (load<u8>(offered + <usize>product) == 0) continue;
    if (takeRow(kept + from, shares, took, weeks) > 0) return product;
    if (splits) {
      if (takeRow(returned + from, shares, back, weeks) > 0) return product;
    } else
      for (let at: usize = 0; at < row; at += 8)
        store<f64>(back + at, load<f64>(returned + from + at) * load<f64>(shares + at));
    bookRow(took, back, each + from, gross, reversed, weeks, splits, reverses, booked, returning);
    memory.copy(to + 24 * <usize>product, sums, 24);
  }
  return products;
}
