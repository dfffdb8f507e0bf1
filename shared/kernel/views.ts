import { expInside } from './exponentials';
import { multiples } from './multiples';
import { normalRow, scores } from './normals';
import { draws, open, put } from './rows';

/** Depths of `shared/engine/view-law.ts`, which fills them: as many, every 64th from where the tail starts. */
export const tailPoints: usize = memory.data(345 * 8, 16);
export const mostTailPoints: i32 = 345;
const tailStart: f64 = 1.6448536269514722;
const tailEdge = memory.data<f64>([1.6448536269514722]);

/** −ln of the tail beyond z ≥ `tailStart` over its value there: see `shared/engine/view-law.ts`. */
export function tailDepth(z: f64): f64 {
  const at = (z - tailStart) * 64;
  const i = min<i32>(mostTailPoints - 3, <i32>at);
  const t = at - <f64>i;
  const from = tailPoints + (<usize>i << 3);
  const a = load<f64>(from);
  const b = load<f64>(from, 8);
  const c = load<f64>(from, 16);
  return a + t * (b - a) + 0.5 * t * (t - 1) * (c - 2 * b + a);
}

/** Replaces the multiples listed in `open` by those of a Pareto tail. */
function fattenTails(far: usize, start: f64, tail: f64, largest: f64): void {
  for (let j: usize = 0; j < far; j += 4) {
    const at = <usize>load<i32>(open + j) << 3;
    const value = min<f64>(largest, start + tailDepth(load<f64>(scores + at)) / tail);
    store<f64>(multiples + at, f64x2.extract_lane(expInside(f64x2.splat(value)), 0));
  }
}

/**
 * The next multiples of views, of the row's draws, by a chain of normal scores whose last one was `z`; the very first is divided
 * by `first`. `multiples` become the scores' exponentials × sd ≤ 4, with a fat tail where `tail` > 0 and never above e^`largest`
 * in it. Gives back the last score.
 */
export function chainRow(
  count: i32,
  z: f64,
  first: f64,
  sd: f64,
  correlation: f64,
  fresh: f64,
  tail: f64,
  largest: f64,
): f64 {
  normalRow(draws, scores, count, 1);
  store<f64>(scores, load<f64>(scores) / first);
  const spread = f64x2.splat(sd);
  const part = f64x2.splat(fresh);
  const edge = v128.load64_splat(tailEdge);
  let far: usize = 0;
  for (let i: usize = 0; i < <usize>count; i += 2) {
    const at = scores + (i << 3);
    const added = f64x2.mul(part, v128.load(at));
    const even = correlation * z + f64x2.extract_lane(added, 0);
    z = correlation * even + f64x2.extract_lane(added, 1);
    const pair = f64x2.replace_lane(f64x2.splat(even), 1, z);
    v128.store(at, pair);
    v128.store(multiples + (i << 3), expInside(f64x2.mul(spread, pair)));
    const beyond = i64x2.bitmask(f64x2.gt(pair, edge));
    store<i32>(open + far, <i32>i);
    far += (beyond & 1) << 2;
    store<i32>(open + far, <i32>i + 1);
    far += (beyond & 2) << 1;
  }
  if (tail > 0) fattenTails(far, sd * tailStart, tail, largest);
  return z;
}

// Where `postRows` stands: a cell, what was posted in it, and their sum.
let week: usize = 0;
let product: usize = 0;
let posted: f64 = 0;
let sum: f64 = 0;

/** Begins new rows. */
export function beginPosts(): void {
  week = 0;
  product = 0;
  posted = 0;
  sum = 0;
}

/**
 * Adds up `count` multiples, one for each post, the last of a cell in part: `counts` by product and week of posting, in order of
 * weeks and in them of products. A sum × the week's and the product's scale goes to `to`. Says whether there may be more posts.
 */
export function postRows(
  counts: usize,
  to: usize,
  weekScales: usize,
  productScales: usize,
  weeks: usize,
  products: usize,
  count: usize,
): bool {
  const step = weeks << 3;
  const end = multiples + (count << 3);
  let used = multiples;
  let w = week;
  let p = product;
  let k = posted;
  let all = sum;
  while (w < weeks) {
    const scale = load<f64>(weekScales + (w << 3));
    for (let at = p * step + (w << 3); p < products; ) {
      if (used === end) {
        week = w;
        product = p;
        posted = k;
        sum = all;
        return true;
      }
      const left = load<f64>(counts + at) - k;
      if (left > 1) {
        all += load<f64>(used);
        used += 8;
        k += 1;
        continue;
      }
      if (left > 0) {
        all += left * load<f64>(used);
        used += 8;
      }
      store<f64>(to + at, all * scale * load<f64>(productScales + (p << 3)));
      all = 0;
      k = 0;
      at += step;
      p++;
    }
    p = 0;
    w++;
  }
  return false;
}

/** What a week brings of views posted in it and before, in two parts: see `spreadRows`. */
export const arrival: usize = memory.data(7 * 8, 16);

/** Spreads the views posted in each week over those they arrive in, two products at a time: see `shared/engine/views.ts`. */
export function spreadRows(views: usize, weeks: usize, products: usize): void {
  const now = v128.load64_splat(arrival);
  const fastNext = v128.load64_splat(arrival, 8);
  const slowNext = v128.load64_splat(arrival, 16);
  const fastKeep = v128.load64_splat(arrival, 24);
  const slowKeep = v128.load64_splat(arrival, 32);
  const fastShare = v128.load64_splat(arrival, 40);
  const slowShare = v128.load64_splat(arrival, 48);
  for (let product: usize = 0; product < products; product += 2) {
    let at = views + ((product * weeks) << 3);
    // The last of an odd number stands beside itself.
    let beside = product + 1 < products ? at + (weeks << 3) : at;
    const end = at + (weeks << 3);
    let fast = f64x2.splat(0);
    let slow = f64x2.splat(0);
    for (; at < end; at += 8, beside += 8) {
      const views = v128.load64_lane(beside, v128.load64_zero(at), 1);
      const arrived = f64x2.add(
        f64x2.add(f64x2.mul(views, now), f64x2.mul(fastNext, fast)),
        f64x2.mul(slowNext, slow),
      );
      v128.store64_lane(at, arrived, 0);
      v128.store64_lane(beside, arrived, 1);
      fast = f64x2.add(f64x2.mul(fastKeep, fast), f64x2.mul(fastShare, views));
      slow = f64x2.add(f64x2.mul(slowKeep, slow), f64x2.mul(slowShare, views));
    }
  }
}

/** Sums of rows by week, to `to`. */
export function addRows(rows: usize, to: usize, weeks: usize, count: usize): void {
  const step = weeks << 3;
  for (let week: usize = 0; week < weeks; week += 2) {
    let at = rows + (week << 3);
    const end = at + count * step;
    let sum = f64x2.splat(0);
    for (; at < end; at += step) sum = f64x2.add(sum, v128.load(at));
    put(to + (week << 3), sum, week + 1 < weeks);
  }
}

/** Sum of a row's values: of the even and of the odd places side by side, because one alone would wait for each addition. */
export function sumRow(row: usize, count: usize): f64 {
  const end = row + ((count & ~1) << 3);
  let both = f64x2.splat(0);
  for (; row < end; row += 16) both = f64x2.add(both, v128.load(row));
  const sum = f64x2.extract_lane(both, 0) + f64x2.extract_lane(both, 1);
  return (count & 1) === 1 ? sum + load<f64>(row) : sum;
}
