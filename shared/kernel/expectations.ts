import { reach } from './counts';
import { expInside } from './exponentials';
import { nearLogPair } from './logarithm';
import { draws, put, sums } from './rows';

// Rows of the program at hand in an inner future of a quick answer: see `shared/engine/expect-row.ts`.
/** Orders and clicks of a product from LIVEs and the showcase tab. */
export const beside: usize = memory.data(264 * 8, 16);
export const clicks: usize = memory.data(264 * 8, 16);
/** Expected commission, what of it comes back, and the squared commission of single orders. */
export const expected: usize = memory.data(264 * 8, 16);
export const returned: usize = memory.data(264 * 8, 16);
export const squares: usize = memory.data(264 * 8, 16);

/** Adds a product's weeks: views × `reach` × click, with `beside` their orders' commission, of which `stays` and `share` count. */
export function expectRow(
  views: usize,
  each: usize,
  weeks: i32,
  click: f64,
  orders: f64,
  stays: f64,
  share: f64,
): void {
  const clickBoth = f64x2.splat(click);
  const ordersBoth = f64x2.splat(orders);
  const staysBoth = f64x2.splat(stays);
  const shareBoth = f64x2.splat(share);
  const end = (<usize>weeks) << 3;
  for (let at: usize = 0; at < end; at += 16) {
    const clicked = f64x2.mul(f64x2.mul(v128.load(views + at), v128.load(reach + at)), clickBoth);
    const worth = v128.load(each + at);
    const all = f64x2.mul(f64x2.add(f64x2.mul(clicked, ordersBoth), v128.load(beside + at)), worth);
    v128.store(clicks + at, f64x2.add(v128.load(clicks + at), clicked));
    v128.store(expected + at, f64x2.add(v128.load(expected + at), f64x2.mul(all, staysBoth)));
    v128.store(returned + at, f64x2.add(v128.load(returned + at), f64x2.mul(all, shareBoth)));
    v128.store(squares + at, f64x2.add(v128.load(squares + at), f64x2.mul(all, worth)));
  }
}

/** Clicks that come with the orders in `beside`. */
export const besideClicks: usize = memory.data(264 * 8, 16);

/** Expected orders of a product, kept and returned, and (unless 0) its clicks, each to its row. */
export function keepExpected(
  views: usize,
  kept: usize,
  back: usize,
  own: usize,
  weeks: i32,
  click: f64,
  orders: f64,
  share: f64,
): void {
  const clickBoth = f64x2.splat(click);
  const ordersBoth = f64x2.splat(orders);
  const shareBoth = f64x2.splat(share);
  const staysBoth = f64x2.splat(1 - share);
  for (let week: i32 = 0; week < weeks; week += 2) {
    const at = (<usize>week) << 3;
    const isWhole = week + 1 < weeks;
    const clicked = f64x2.mul(f64x2.mul(v128.load(views + at), v128.load(reach + at)), clickBoth);
    const mean = f64x2.add(f64x2.mul(clicked, ordersBoth), v128.load(beside + at));
    put(kept + at, f64x2.mul(mean, staysBoth), isWhole);
    put(back + at, f64x2.mul(mean, shareBoth), isWhole);
    if (own != 0) put(own + at, f64x2.add(clicked, v128.load(besideClicks + at)), isWhole);
  }
}

/**
 * Sums of a product's expected orders, returned orders and commission × share × left × factor (× rates, unless 0), to `sums`.
 * Commission counts in weeks before `booked`, that of returned orders from `returning` on.
 */
export function figureRow(
  kept: usize,
  back: usize,
  each: usize,
  shares: usize,
  left: usize,
  rates: usize,
  weeks: i32,
  factor: f64,
  booked: i32,
  returning: i32,
): void {
  const factorBoth = f64x2.splat(factor);
  const endBoth = f64x2.splat(<f64>weeks);
  const bookedBoth = f64x2.splat(<f64>booked);
  const returningBoth = f64x2.splat(<f64>returning);
  const two = f64x2.splat(2);
  let place = f64x2(0, 1);
  let orders = f64x2.splat(0);
  let returns = f64x2.splat(0);
  let earned = f64x2.splat(0);
  for (let week: i32 = 0; week < weeks; week += 2) {
    const at = (<usize>week) << 3;
    const size = f64x2.mul(f64x2.mul(v128.load(shares + at), v128.load(left + at)), factorBoth);
    const times = v128.and(size, f64x2.lt(place, endBoth));
    const stays = v128.load(kept + at);
    const returned = v128.load(back + at);
    orders = f64x2.add(orders, f64x2.mul(times, f64x2.add(stays, returned)));
    returns = f64x2.add(returns, f64x2.mul(times, returned));
    const lasting = v128.and(returned, f64x2.ge(place, returningBoth));
    let worth = f64x2.mul(f64x2.mul(times, v128.load(each + at)), f64x2.add(stays, lasting));
    if (rates != 0) worth = f64x2.mul(worth, v128.load(rates + at));
    earned = f64x2.add(earned, v128.and(worth, f64x2.lt(place, bookedBoth)));
    place = f64x2.add(place, two);
  }
  store<f64>(sums, f64x2.extract_lane(orders, 0) + f64x2.extract_lane(orders, 1));
  store<f64>(sums, f64x2.extract_lane(returns, 0) + f64x2.extract_lane(returns, 1), 8);
  store<f64>(sums, f64x2.extract_lane(earned, 0) + f64x2.extract_lane(earned, 1), 16);
}

/**
 * Squared relative deviation of each week's net commission, to `to`: see `CountTerms` of `shared/engine/quick-noise.ts`. `wide`:
 * returned orders are in `gross`; `cost`: they lower what is earned.
 */
export function noiseRow(
  gross: usize,
  back: usize,
  square: usize,
  to: usize,
  weeks: i32,
  wide: bool,
  cost: bool,
  extra: f64,
): void {
  const zero = f64x2.splat(0);
  const one = f64x2.splat(1);
  const extraBoth = f64x2.splat(extra);
  for (let week: usize = 0; week < <usize>weeks; week += 2) {
    const at = week << 3;
    const returns = v128.load(back + at);
    const all = wide ? v128.load(gross + at) : f64x2.add(v128.load(gross + at), returns);
    const lost = cost ? returns : zero;
    const stays = v128.and(f64x2.sub(one, f64x2.div(lost, all)), f64x2.gt(all, zero));
    const spread = f64x2.mul(
      f64x2.div(v128.load(square + at), f64x2.mul(all, all)),
      f64x2.add(f64x2.div(one, stays), extraBoth),
    );
    const value = v128.and(spread, f64x2.gt(stays, zero));
    if (week + 1 < <usize>weeks) v128.store(to + at, value);
    else v128.store64_lane(to + at, value, 0);
  }
}

const mostSpread = memory.data<f64>([0.25]);
/** Of which the logarithm is taken still. */
const endOfSpread = memory.data<f64>([1e300]);

/** Lognormal factors of mean 1 and the squared relative deviation `spread`, from thirds of normal scores. */
@inline
function lognormalPair(spread: v128, third: v128): v128 {
  const variance = nearLogPair(f64x2.add(f64x2.splat(1), f64x2.pmin(spread, v128.load64_splat(endOfSpread))));
  const score = f64x2.mul(f64x2.splat(3), third);
  return expInside(f64x2.sub(f64x2.mul(score, f64x2.sqrt(variance)), f64x2.mul(variance, f64x2.splat(0.5))));
}

/**
 * A strategy's commission of a program by week, to `to`: its expectation × size (share, unless 0, × left × factor) × rates (unless 0)
 * × a deviation of mean 1 whose variance `noise` ÷ size falls as the size grows: a gamma (Wilson–Hilferty). Where a week has fewer than
 * four orders (a squared deviation beyond ¼) its cube, cut at 0, would lose money: a lognormal. `scores` are thirds of normal
 * ones. Unless 0, `returned` goes to `back` in the same way.
 */
export function scaleRow(
  expected: usize,
  to: usize,
  returned: usize,
  back: usize,
  shares: usize,
  left: usize,
  rates: usize,
  noise: usize,
  scores: usize,
  weeks: i32,
  factor: f64,
): void {
  const factorBoth = f64x2.splat(factor);
  const zero = f64x2.splat(0);
  const one = f64x2.splat(1);
  const ninth = f64x2.splat(1.0 / 9);
  const most = v128.load64_splat(mostSpread);
  for (let week: i32 = 0; week < weeks; week += 2) {
    const at = (<usize>week) << 3;
    const isWhole = week + 1 < weeks;
    let size = v128.load(left + at);
    if (shares != 0) size = f64x2.mul(v128.load(shares + at), size);
    size = f64x2.mul(size, factorBoth);
    const third = v128.load(scores + at);
    const spread = v128.and(f64x2.div(v128.load(noise + at), size), f64x2.gt(size, zero));
    const root = f64x2.add(f64x2.sub(one, f64x2.mul(spread, ninth)), f64x2.mul(third, f64x2.sqrt(spread)));
    let deviation = f64x2.mul(f64x2.mul(root, root), root);
    const isFew = v128.or(f64x2.gt(spread, most), f64x2.lt(root, zero));
    if (v128.any_true(isFew)) deviation = v128.bitselect(lognormalPair(spread, third), deviation, isFew);
    let times = f64x2.mul(size, deviation);
    if (rates != 0) times = f64x2.mul(times, v128.load(rates + at));
    put(to + at, f64x2.mul(v128.load(expected + at), times), isWhole);
    if (returned != 0) put(back + at, f64x2.mul(v128.load(returned + at), times), isWhole);
  }
}

/**
 * Makes the leading `bits` bits of each draw of the row at hand the stratum of inner future `inner` (of 2^bits), by a permutation
 * of its own for each week: see `shared/engine/view-multiples.ts`.
 */
export function stratifyRow(keys: usize, weeks: i32, inner: i32, bits: i32, turn: i32): void {
  const mask = i32x4.splat((1 << bits) - 1);
  const half = bits >> 1;
  const one = i32x4.splat(1);
  const inners = i32x4.splat(inner);
  const turns = i32x4.splat(turn);
  const end = (<usize>weeks) << 2;
  for (let at: usize = 0; at < end; at += 16) {
    const key = i32x4.add(v128.load(keys + at), turns);
    let x = v128.and(v128.xor(inners, key), mask);
    x = v128.and(i32x4.mul(x, v128.or(i32x4.shr_u(key, 8), one)), mask);
    x = v128.xor(x, i32x4.shr_u(x, half));
    x = v128.and(i32x4.mul(x, v128.or(i32x4.shr_u(key, 16), one)), mask);
    v128.store(draws + at, v128.or(i32x4.shl(x, 32 - bits), i32x4.shr_u(v128.load(draws + at), bits)));
  }
}
