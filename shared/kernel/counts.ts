import { logFactorial, mostCounted } from './binomials';
import { cellAt, cellsAt, countsAt, decided, isDecided, lowerStart, nextOf, openAt } from './cells';
import { log } from './logarithm';
import { unitOf } from './normals';
import { draws, sums } from './rows';
import { fillTo, nextRare } from './stream';

// The inversion tables of `shared/engine/count-table.ts`, which fills them: see there.
export const mostTables: i32 = 1536;
export const tableCells: usize = memory.data(1536 * 256 * 2, 64);
export const mostThresholds: i32 = 1 << 19;
export const tableThresholds: usize = memory.data((1 << 19) * 4, 64);
export const tableFirst: usize = memory.data(1536 * 4, 16);
export const tableShift: usize = memory.data(1536 * 4, 16);

/** The first mean beyond the fine tables, and the same in 2⁻¹⁶. */
const end: i32 = 320;
const fixedEnd = memory.data<i32>([320 << 16, 320 << 16, 320 << 16, 320 << 16], 16);
/** The first coarse table, of mean `end`, its first cell, and the first mean beyond them. */
const coarse: i32 = 1281;
const coarseCells: i32 = 1281 << 8;
const coarseEnd: i32 = 2048;
const unit = memory.data<f64>([65536, 65536], 16);

const undecided: usize = memory.data(268 * 4, 16);
/** Draws of the rest that means from `end` on have beyond their coarse table, in the weeks that have such means. */
const second: usize = memory.data(264 * 4, 16);
/** Which of the four counts that `refined` gave stay open. */
const stillOpen: usize = memory.data(16, 16);

// Bits of a mean in 2⁻¹⁶ that choose its table; its rest beyond the table; bytes and halves of a draw.
const tableBits = memory.data<i32>([-256, -256, -256, -256], 16);
const restBits = memory.data<i32>([0x3fff, 0x3fff, 0x3fff, 0x3fff], 16);
const halfBits = memory.data<i32>([0xffff, 0xffff, 0xffff, 0xffff], 16);
const halfEnd = memory.data<i32>([65536, 65536, 65536, 65536], 16);
// With ρ = rest − rest²/2, a draw's last 16 bits below 1 − ρ − 176·2⁻¹⁶ (rest³/6) surely add no order, beyond
// 1 − ρ + 2·2⁻¹⁶ surely one, and up to 1 − rest²/2 − 2·2⁻¹⁶ no second one.
const noneBelow = memory.data<i32>([-177, -177, -177, -177], 16);
const oneFrom = memory.data<i32>([2, 2, 2, 2], 16);
const secondFrom = memory.data<i32>([-3, -3, -3, -3], 16);

/** Four means in 2⁻¹⁶, rounded down, at least 0 and at most `most`. */
@inline
function fixedOf(low: v128, high: v128, most: v128): v128 {
  const scale = v128.load(unit);
  const a = i32x4.trunc_sat_f64x2_s_zero(f64x2.mul(low, scale));
  const b = i32x4.trunc_sat_f64x2_s_zero(f64x2.mul(high, scale));
  return i32x4.max_s(i32x4.min_s(v128.shuffle<i32>(a, b, 0, 1, 4, 5), most), i32x4.splat(0));
}

/** The cells of four means' fine tables and draws. */
@inline
function cellsOf(fixed: v128, x: v128): v128 {
  return cellsAt(tableCells, v128.or(v128.and(i32x4.shr_s(fixed, 6), v128.load(tableBits)), i32x4.shr_u(x, 24)));
}

/** Where a draw's last 16 bits stand to 1 − ρ, in 2⁻¹⁶: below 0 the rest of the mean adds no order. */
@inline
function beyondOf(rest: v128, square: v128, last: v128): v128 {
  return i32x4.sub(i32x4.add(last, rest), square);
}

@inline
function restOf(fixed: v128): v128 {
  return v128.and(fixed, v128.load(restBits));
}

@inline
function squareOf(rest: v128): v128 {
  return i32x4.shr_s(i32x4.mul(rest, rest), 17);
}

@inline
function lastOf(x: v128): v128 {
  return i32x4.sub(v128.and(x, v128.load(halfBits)), v128.load(halfEnd));
}

/** All bits set where a draw leaves its count open. */
@inline
function openOf(fixed: v128, cell: v128, x: v128): v128 {
  const rest = restOf(fixed);
  const square = squareOf(rest);
  const last = lastOf(x);
  const beyond = beyondOf(rest, square, last);
  const isClose = v128.and(i32x4.gt_s(v128.load(oneFrom), beyond), i32x4.gt_s(beyond, v128.load(noneBelow)));
  const mayAddTwo = i32x4.gt_s(i32x4.add(last, square), v128.load(secondFrom));
  return v128.or(openAt(cell, nextOf(x, 16)), v128.or(isClose, mayAddTwo));
}

/** The counts of four means where the draws decide them. */
@inline
function countsOf(fixed: v128, cell: v128, x: v128): v128 {
  const rest = restOf(fixed);
  const beyond = beyondOf(rest, squareOf(rest), lastOf(x));
  const oneMore = i32x4.gt_s(beyond, i32x4.splat(-1));
  return i32x4.sub(countsAt(i32x4.shr_s(fixed, 16), cell, nextOf(x, 16)), oneMore);
}

/** e^−r for 0 ≤ r ≤ 1/4 by its series, to 10⁻¹². */
function noneOf(r: f64): f64 {
  const far = 1 - r * (1.0 / 6) * (1 - r * (1.0 / 7) * (1 - r * (1.0 / 8) * (1 - r * (1.0 / 9))));
  return 1 - r * (1 - r * 0.5 * (1 - r * (1.0 / 3) * (1 - r * 0.25 * (1 - r * 0.2 * far))));
}

/** The count of a table whose cells, from place `row` on, are chosen by the draw's bits from `shift` on. */
function tabled(k: i32, row: i32, shift: i32, whole: i32, x: i32): i32 {
  const cell = cellAt(tableCells, row + (x >>> shift));
  const next = (x >> (shift - 8)) & 255;
  if (isDecided(cell, next)) return decided(whole, cell, next);
  const distance = lowerStart(tableCells, row, shift, x);
  const ahead = load<i32>(tableShift + ((<usize>k) << 2));
  let at = distance == -128 ? load<i32>(tableFirst + ((<usize>k) << 2)) : whole + distance - ahead;
  while (x > load<i32>(tableThresholds + ((<usize>at) << 2))) at++;
  return at + ahead;
}

/**
 * One Poisson count of a mean below `end`, from one draw and what it needs of the rare stream. Where the leading 16 bits of x
 * decide the table's count, the others are still unused, and decide whether the rest of the mean adds anything.
 */
function fineCount(mean: f64, x: i32): i32 {
  const k = <i32>(mean * 4);
  const n = tabled(k, k << 8, 24, k >> 2, x);
  const rest = mean - <f64>k * 0.25;
  const own = unitOf(nextRare());
  const u = isDecided(cellAt(tableCells, (k << 8) | (x >>> 24)), (x >> 16) & 255) ? (<f64>(x & 0xffff) + own) * (1.0 / 65536.0) : own;
  // P(a count of mean `rest` is 0) ≥ 1 − rest: mostly no exponential is needed.
  if (u <= 1 - rest) return n;
  let mass = noneOf(rest);
  let total = mass;
  let more = 0;
  while (u > total && more < 1000) {
    mass *= rest / <f64>(more + 1);
    more++;
    total += mass;
  }
  return n + more;
}

/**
 * A Poisson count of a mean from `coarseEnd` on, by fresh draws; from `mostCounted` on its mean, rounded down. Source:
 * Hörmann 1993, "The transformed rejection method for generating Poisson random variables", algorithm PTRS.
 */
function rejectedCount(mean: f64): f64 {
  if (!(mean < mostCounted)) return floor(mean);
  const b = 0.931 + 2.53 * sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const squeeze = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = unitOf(nextRare()) - 0.5;
    const v = unitOf(nextRare());
    const us = 0.5 - abs(u);
    const k = floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= squeeze) return k;
    if (k < 0 || (us < 0.013 && v > us)) continue;
    const weight = log((v * inverseAlpha) / (a / (us * us) + b));
    if (weight > k * log(mean) - mean - logFactorial(k)) continue;
    return k;
  }
}

/** A week's Poisson count, from its draw, from `end` on its second one, and what it needs of the rare stream. */
function countOf(mean: f64, week: i32): f64 {
  const at = (<usize>week) << 2;
  const x = load<i32>(draws + at);
  if (mean < <f64>end) return <f64>fineCount(mean, x);
  if (!(mean < <f64>coarseEnd)) return rejectedCount(mean);
  const step = <i32>(mean * (1.0 / 32));
  const table = step - (end >> 5);
  const most = tabled(coarse + table, coarseCells + (table << 10), 22, step << 5, x);
  return <f64>(most + fineCount(mean - <f64>(step << 5), load<i32>(second + at)));
}

/** Four draws of the rare stream. */
@inline
function fourRare(): v128 {
  let four = i32x4.splat(nextRare());
  four = i32x4.replace_lane(four, 1, nextRare());
  four = i32x4.replace_lane(four, 2, nextRare());
  return i32x4.replace_lane(four, 3, nextRare());
}

/**
 * The counts of four weeks, of which some have means from `end` on or were left open: by coarse tables with second draws for the rest,
 * and by closer bounds of what the rest beyond the fine tables adds. What stays open, or is no week of the row, is in `stillOpen`.
 */
function refined(low: v128, high: v128, week: i32, weeks: i32): v128 {
  const at = (<usize>week) << 2;
  const isThere = i32x4.gt_s(i32x4.splat(weeks - week), i32x4(0, 1, 2, 3));
  let fixed = v128.and(fixedOf(low, high, i32x4.splat(coarseEnd << 16)), isThere);
  let x = v128.load(draws + at);
  let counts = i32x4.splat(0);
  let isOpen = i32x4.splat(0);
  const isLarge = i32x4.ge_s(fixed, v128.load(fixedEnd));
  if (v128.any_true(isLarge)) {
    const fresh = fourRare();
    v128.store(second + at, fresh);
    const row = v128.and(i32x4.shr_s(fixed, 11), i32x4.splat(-1024));
    const from = i32x4.add(row, i32x4.splat(coarseCells - (end << 5)));
    const cell = cellsAt(tableCells, i32x4.add(from, i32x4.shr_u(x, 22)));
    const next = nextOf(x, 14);
    const whole = v128.and(i32x4.shr_s(fixed, 16), i32x4.splat(-32));
    counts = v128.and(isLarge, countsAt(whole, cell, next));
    isOpen = v128.and(isLarge, openAt(cell, next));
    fixed = v128.andnot(fixed, v128.and(isLarge, i32x4.splat(-1 << 21)));
    x = v128.bitselect(fresh, x, isLarge);
  }
  const cell = cellsOf(fixed, x);
  const next = nextOf(x, 16);
  const rest = restOf(fixed);
  const square = squareOf(rest);
  const cube = i32x4.shr_s(i32x4.mul(rest, i32x4.shr_s(i32x4.mul(square, i32x4.splat(21846)), 16)), 16);
  const last = lastOf(x);
  // How far the draw is beyond no order (1 − rest + rest²/2 − rest³/6 …) and beyond one (1 − rest²/2 + rest³/3 − rest⁴/8 …).
  const first = i32x4.add(beyondOf(rest, square, last), cube);
  const other = i32x4.sub(i32x4.add(last, square), i32x4.shl(cube, 1));
  const isClose = v128.and(i32x4.gt_s(i32x4.splat(12), first), i32x4.gt_s(first, i32x4.splat(-5)));
  const isNear = v128.and(i32x4.gt_s(i32x4.splat(4), other), i32x4.gt_s(other, i32x4.splat(-35)));
  const mayAddThree = i32x4.gt_s(i32x4.add(last, cube), i32x4.splat(-3));
  isOpen = v128.or(v128.or(isOpen, openAt(cell, next)), v128.or(v128.or(isClose, isNear), mayAddThree));
  v128.store(stillOpen, v128.or(isOpen, v128.not(isThere)));
  counts = i32x4.add(counts, countsAt(i32x4.shr_s(fixed, 16), cell, next));
  return i32x4.sub(i32x4.sub(counts, i32x4.gt_s(first, i32x4.splat(-1))), i32x4.gt_s(other, i32x4.splat(-1)));
}

/** Notes in `undecided`, where `left` bytes stand, which of a group's weeks are open; says how many bytes stand then. */
@inline
function noted(left: usize, week: i32, isOpen: v128): usize {
  const bits = i32x4.bitmask(isOpen);
  store<i32>(undecided + left, (week << 4) | bits);
  return left + (<usize>i32(bits != 0) << 2);
}

/**
 * Turns a row of means into Poisson counts, exact to 2⁻³² per probability: a mean is a table's plus a rest, and the counts of
 * the parts add.
 */
export function countRow(row: usize, weeks: i32): void {
  fillTo(draws, weeks);
  let left: usize = 0;
  for (let week = 0; week < weeks; week += 4) {
    const at = row + ((<usize>week) << 3);
    const meanLow = v128.load(at);
    const meanHigh = v128.load(at, 16);
    const fixed = fixedOf(meanLow, meanHigh, v128.load(fixedEnd));
    const x = v128.load(draws + ((<usize>week) << 2));
    const cell = cellsOf(fixed, x);
    const counts = countsOf(fixed, cell, x);
    if (v128.any_true(openOf(fixed, cell, x)) || weeks - week < 4) {
      const closer = refined(meanLow, meanHigh, week, weeks);
      const isOpen = v128.load(stillOpen);
      const low = f64x2.convert_low_i32x4_s(closer);
      const high = f64x2.convert_low_i32x4_s(v128.shuffle<i32>(closer, closer, 2, 3, 2, 3));
      v128.store(at, v128.bitselect(meanLow, low, v128.shuffle<i32>(isOpen, isOpen, 0, 0, 1, 1)));
      v128.store(at, v128.bitselect(meanHigh, high, v128.shuffle<i32>(isOpen, isOpen, 2, 2, 3, 3)), 16);
      left = noted(left, week, isOpen);
    } else {
      v128.store(at, f64x2.convert_low_i32x4_s(counts));
      v128.store(at, f64x2.convert_low_i32x4_s(v128.shuffle<i32>(counts, counts, 2, 3, 2, 3)), 16);
    }
  }
  for (let j: usize = 0; j < left; j += 4) {
    const group = load<i32>(undecided + j);
    for (let bits = group & 15; bits != 0; bits &= bits - 1) {
      const week = (group >> 4) + ctz(bits);
      const place = row + ((<usize>week) << 3);
      if (week < weeks) store<f64>(place, countOf(load<f64>(place), week));
    }
  }
}

/** What `sellRow` needs of the program at hand: see `shared/engine/sell-row.ts`. */
export const reach: usize = memory.data(264 * 8, 16);
export const gross: usize = memory.data(264 * 8, 16);
export const kept: usize = memory.data(264 * 8, 16);

/**
 * One product's weeks on a program: what its videos reach, Poisson counts of the orders kept (mean: views × reach × `sold`), and
 * their commission, added to `gross`. `reach` is 0 from `weeks` on. Sums of reach, orders and commission stand in `sums`.
 */
export function sellRow(views: usize, each: usize, weeks: i32, sold: f64): void {
  fillTo(draws, weeks);
  const factor = f64x2.splat(sold);
  let reachedLow = f64x2.splat(0);
  let reachedHigh = f64x2.splat(0);
  let earnedLow = f64x2.splat(0);
  let earnedHigh = f64x2.splat(0);
  let orders = i32x4.splat(0);
  let left: usize = 0;
  for (let week: usize = 0; week < <usize>weeks; week += 4) {
    const at = week << 3;
    const seenLow = f64x2.mul(v128.load(views + at), v128.load(reach + at));
    const seenHigh = f64x2.mul(v128.load(views + at, 16), v128.load(reach + at, 16));
    reachedLow = f64x2.add(reachedLow, seenLow);
    reachedHigh = f64x2.add(reachedHigh, seenHigh);
    const meanLow = f64x2.mul(seenLow, factor);
    const meanHigh = f64x2.mul(seenHigh, factor);
    const fixed = fixedOf(meanLow, meanHigh, v128.load(fixedEnd));
    const x = v128.load(draws + (week << 2));
    const cell = cellsOf(fixed, x);
    let counts = countsOf(fixed, cell, x);
    if (v128.any_true(openOf(fixed, cell, x))) {
      counts = refined(meanLow, meanHigh, <i32>week, weeks);
      const isOpen = v128.load(stillOpen);
      counts = v128.andnot(counts, isOpen);
      left = noted(left, <i32>week, isOpen);
    }
    orders = i32x4.add(orders, counts);
    const low = f64x2.convert_low_i32x4_s(counts);
    const high = f64x2.convert_low_i32x4_s(v128.shuffle<i32>(counts, counts, 2, 3, 2, 3));
    v128.store(kept + at, low);
    v128.store(kept + at, high, 16);
    const earnLow = f64x2.mul(low, v128.load(each + at));
    const earnHigh = f64x2.mul(high, v128.load(each + at, 16));
    v128.store(gross + at, f64x2.add(v128.load(gross + at), earnLow));
    v128.store(gross + at, f64x2.add(v128.load(gross + at, 16), earnHigh), 16);
    earnedLow = f64x2.add(earnedLow, earnLow);
    earnedHigh = f64x2.add(earnedHigh, earnHigh);
  }
  earnedLow = f64x2.add(earnedLow, earnedHigh);
  reachedLow = f64x2.add(reachedLow, reachedHigh);
  let orderSum = <f64>(
    (i32x4.extract_lane(orders, 0) +
      i32x4.extract_lane(orders, 1) +
      i32x4.extract_lane(orders, 2) +
      i32x4.extract_lane(orders, 3))
  );
  let earned = f64x2.extract_lane(earnedLow, 0) + f64x2.extract_lane(earnedLow, 1);
  for (let j: usize = 0; j < left; j += 4) {
    const noted = load<i32>(undecided + j);
    let bits = noted & 15;
    while (bits != 0) {
      const week = (noted >> 4) + ctz(bits);
      bits &= bits - 1;
      if (week >= weeks) continue;
      const at = (<usize>week) << 3;
      const mean = load<f64>(views + at) * load<f64>(reach + at) * sold;
      const count = countOf(mean, week);
      const commission = load<f64>(each + at) * count;
      store<f64>(kept + at, count);
      store<f64>(gross + at, load<f64>(gross + at) + commission);
      orderSum += count;
      earned += commission;
    }
  }
  store<f64>(sums, f64x2.extract_lane(reachedLow, 0) + f64x2.extract_lane(reachedLow, 1));
  store<f64>(sums, orderSum, 8);
  store<f64>(sums, earned, 16);
}
