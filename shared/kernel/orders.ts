import { countRow, reach } from './counts';
import { disperseRow } from './gammas';
import { put, sums } from './rows';

// Rows of one product on one program in a full answer: see `shared/engine/program-outcome.ts`.

/**
 * Expected orders of each week (views × `reach` × `sold`) to `means`, and clicks, added to `clicks` and (unless 0) written to
 * `own`. `reach` is 0 from `weeks` on. Returns the sum of views × reach.
 */
export function expectOrders(
  views: usize,
  clicks: usize,
  own: usize,
  means: usize,
  weeks: i32,
  click: f64,
  sold: f64,
): f64 {
  const clickBoth = f64x2.splat(click);
  const soldBoth = f64x2.splat(sold);
  let all = f64x2.splat(0);
  for (let week: i32 = 0; week < weeks; week += 2) {
    const at = (<usize>week) << 3;
    const isWhole = week + 1 < weeks;
    const seen = f64x2.mul(v128.load(views + at), v128.load(reach + at));
    const clicked = f64x2.mul(seen, clickBoth);
    put(clicks + at, f64x2.add(v128.load(clicks + at), clicked), isWhole);
    put(means + at, f64x2.mul(seen, soldBoth), isWhole);
    if (own != 0) put(own + at, clicked, isWhole);
    all = f64x2.add(all, seen);
  }
  return f64x2.extract_lane(all, 0) + f64x2.extract_lane(all, 1);
}

/**
 * Adds the orders and clicks of LIVEs (`live` viewers) and of the showcase tab (`tab` visitors) to `means`, `clicks` and (unless 0)
 * `own`, and what each channel is expected to earn (`each` × netted) to its row. Returns the sum of these clicks.
 */
export function addChannels(
  live: usize,
  tab: usize,
  clicks: usize,
  own: usize,
  means: usize,
  each: usize,
  fromVideo: usize,
  fromLive: usize,
  fromTab: usize,
  weeks: i32,
  liveClick: f64,
  liveSold: f64,
  tabClick: f64,
  tabSold: f64,
  netted: f64,
): f64 {
  const liveClicks = f64x2.splat(liveClick);
  const tabClicks = f64x2.splat(tabClick);
  const liveOrders = f64x2.splat(liveSold);
  const tabOrders = f64x2.splat(tabSold);
  const nets = f64x2.splat(netted);
  let all = f64x2.splat(0);
  for (let week: i32 = 0; week < weeks; week += 2) {
    const at = (<usize>week) << 3;
    const isWhole = week + 1 < weeks;
    const left = v128.load(reach + at);
    const viewers = f64x2.mul(v128.load(live + at), left);
    const visitors = f64x2.mul(v128.load(tab + at), left);
    const beside = f64x2.add(f64x2.mul(viewers, liveClicks), f64x2.mul(visitors, tabClicks));
    put(clicks + at, f64x2.add(v128.load(clicks + at), beside), isWhole);
    if (own != 0) put(own + at, f64x2.add(v128.load(own + at), beside), isWhole);
    all = f64x2.add(all, beside);
    const worth = f64x2.mul(v128.load(each + at), nets);
    const mean = v128.load(means + at);
    const inLive = f64x2.mul(viewers, liveOrders);
    const inTab = f64x2.mul(visitors, tabOrders);
    put(fromVideo + at, f64x2.add(v128.load(fromVideo + at), f64x2.mul(mean, worth)), isWhole);
    put(fromLive + at, f64x2.add(v128.load(fromLive + at), f64x2.mul(inLive, worth)), isWhole);
    put(fromTab + at, f64x2.add(v128.load(fromTab + at), f64x2.mul(inTab, worth)), isWhole);
    put(means + at, f64x2.add(f64x2.add(mean, inLive), inTab), isWhole);
  }
  return f64x2.extract_lane(all, 0) + f64x2.extract_lane(all, 1);
}

/** Splits a row of means into those of orders kept and returned. */
export function splitRow(means: usize, kept: usize, returned: usize, weeks: i32, share: f64): void {
  const back = f64x2.splat(share);
  const stays = f64x2.splat(1 - share);
  for (let week: i32 = 0; week < weeks; week += 2) {
    const at = (<usize>week) << 3;
    const isWhole = week + 1 < weeks;
    const mean = v128.load(means + at);
    put(kept + at, f64x2.mul(mean, stays), isWhole);
    put(returned + at, f64x2.mul(mean, back), isWhole);
  }
}

/**
 * Commission of a product's orders, added to `gross`; of the returned ones, if they are booked apart, too, and (`reverses`) to
 * `reversed`. Orders of weeks before `booked` are earned, returned ones of weeks from `returning` on too. Sums of all orders, of
 * returned ones and of what is earned stand in `sums`.
 */
export function bookRow(
  kept: usize,
  returned: usize,
  each: usize,
  gross: usize,
  reversed: usize,
  weeks: i32,
  splits: bool,
  reverses: bool,
  booked: i32,
  returning: i32,
): void {
  const zero = f64x2.splat(0);
  const two = f64x2.splat(2);
  const bookedBoth = f64x2.splat(<f64>min(booked, weeks));
  const returningBoth = f64x2.splat(<f64>returning);
  const endBoth = f64x2.splat(<f64>weeks);
  let place = f64x2(0, 1);
  let orders = zero;
  let returns = zero;
  let earned = zero;
  for (let week: i32 = 0; week < weeks; week += 2) {
    const at = (<usize>week) << 3;
    const isWhole = week + 1 < weeks;
    const isThere = f64x2.lt(place, endBoth);
    const worth = v128.load(each + at);
    const back = v128.and(v128.load(returned + at), isThere);
    const stays = v128.and(v128.load(kept + at), isThere);
    const sold = f64x2.mul(worth, stays);
    const later = splits ? f64x2.mul(worth, back) : zero;
    orders = f64x2.add(orders, stays);
    returns = f64x2.add(returns, back);
    const lasting = v128.and(later, f64x2.ge(place, returningBoth));
    earned = f64x2.add(earned, v128.and(f64x2.add(sold, lasting), f64x2.lt(place, bookedBoth)));
    put(gross + at, f64x2.add(v128.load(gross + at), f64x2.add(sold, later)), isWhole);
    if (reverses) put(reversed + at, f64x2.add(v128.load(reversed + at), later), isWhole);
    place = f64x2.add(place, two);
  }
  const returnSum = f64x2.extract_lane(returns, 0) + f64x2.extract_lane(returns, 1);
  store<f64>(sums, f64x2.extract_lane(orders, 0) + f64x2.extract_lane(orders, 1) + returnSum);
  store<f64>(sums, returnSum, 8);
  store<f64>(sums, f64x2.extract_lane(earned, 0) + f64x2.extract_lane(earned, 1), 16);
}

// What `sellProduct` is told of the program at hand: addresses of its rows (of the first product, where each has its own; 0: not kept),
// then weeks and what `bookRow` needs; and of the product at hand: numbers.
export const programTerms: usize = memory.data(20 * 4, 16);
export const productTerms: usize = memory.data(9 * 8, 16);

@inline
function told(at: usize): usize {
  return <usize>load<i32>(programTerms + at);
}

@inline
function rate(at: usize): f64 {
  return load<f64>(productTerms + at);
}

/**
 * All weeks of one product on the program at hand: expected orders and clicks, those beside the videos, counts of orders kept and
 * returned, their commission, in this order. Returns the clicks; `bookRow`'s sums stand in `sums`.
 */
export function sellProduct(product: i32): f64 {
  const weeks = load<i32>(programTerms, 56);
  const from = <usize>(8 * product * weeks);
  const means = told(32);
  const clicks = told(20);
  const own = told(16) == 0 ? 0 : told(16) + from;
  const each = told(4) + from;
  let clicked = rate(0) * expectOrders(told(0) + from, clicks, own, means, weeks, rate(0), rate(8));
  if (told(36) != 0) {
    const row = own == 0 ? 0 : from;
    clicked += addChannels(
      told(36),
      told(40),
      clicks,
      own,
      means,
      each,
      told(44) + row,
      told(48) + row,
      told(52) + row,
      weeks,
      rate(32),
      rate(40),
      rate(48),
      rate(56),
      rate(64),
    );
  }
  const kept = told(8) + from;
  const returned = told(12) + from;
  const isCounted = told(60) != 0;
  const splits = told(64) != 0;
  if (isCounted && rate(24) > 0) disperseRow(means, weeks, rate(24));
  splitRow(means, kept, returned, weeks, rate(16));
  if (isCounted) countRow(kept, weeks);
  if (isCounted && splits) countRow(returned, weeks);
  bookRow(
    kept,
    returned,
    each,
    told(24),
    told(28),
    weeks,
    splits,
    told(68) != 0,
    load<i32>(programTerms, 72),
    load<i32>(programTerms, 76),
  );
  return clicked;
}
