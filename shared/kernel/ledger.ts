import { put, sums } from './rows';

// Commission and cash of one program or strategy by week, in minor units: see `shared/engine/ledger.ts` and
// `shared/engine/strategy-outcome.ts`.

/** The nearest whole number, halves upwards. */
@inline
function whole(amount: f64): f64 {
  return floor<f64>(amount + 0.5);
}

@inline
function wholeBoth(amounts: v128): v128 {
  return f64x2.floor(f64x2.add(amounts, f64x2.splat(0.5)));
}

/** A pair of doubles, or the first and 0 where a row of odd length ends. */
@inline
function pairAt(at: usize, isWhole: bool): v128 {
  return isWhole ? v128.load(at) : v128.load64_zero(at);
}

/** Fills the first places of a row with a value. */
export function fillWith(row: usize, count: i32, value: f64): void {
  const both = f64x2.splat(value);
  for (let i: i32 = 0; i < count; i += 2) put(row + ((<usize>i) << 3), both, i + 1 < count);
}

/** Sum of a row's first amounts, each rounded to whole units. */
export function wholeSum(row: usize, count: i32): f64 {
  let all = f64x2.splat(0);
  let i: i32 = 0;
  for (; i + 1 < count; i += 2) all = f64x2.add(all, wholeBoth(v128.load(row + ((<usize>i) << 3))));
  const sum = f64x2.extract_lane(all, 0) + f64x2.extract_lane(all, 1);
  return i < count ? sum + whole(load<f64>(row + ((<usize>i) << 3))) : sum;
}

/** What is booked in each week, to `net`: `gross` less `reversed` (unless 0) of `delay` weeks before, in whole units. */
export function netRow(gross: usize, reversed: usize, net: usize, weeks: i32, delay: i32): void {
  for (let week: i32 = 0; week < weeks; week += 2) {
    const at = (<usize>week) << 3;
    put(net + at, wholeBoth(v128.load(gross + at)), week + 1 < weeks);
  }
  if (reversed == 0) return;
  for (let week = delay; week < weeks; week += 2) {
    const at = net + ((<usize>week) << 3);
    const back = wholeBoth(v128.load(reversed + ((<usize>(week - delay)) << 3)));
    put(at, f64x2.sub(v128.load(at), back), week + 1 < weeks);
  }
}

// Months of a program, four 32-bit numbers each: see `monthTable` of `shared/engine/ledger.ts`.
const monthSize: usize = 16;

/**
 * Adds the net commission of the weeks before `booked` to the months that they lie in, by days, and to the weeks of `earned`, which
 * begin at the first one's. Returns its sum.
 */
export function bookWeeks(net: usize, earned: usize, monthly: usize, months: usize, booked: i32): f64 {
  let all = f64x2.splat(0);
  for (let week: i32 = 0; week < booked; week += 2) {
    const at = (<usize>week) << 3;
    const isWhole = week + 1 < booked;
    const pair = pairAt(net + at, isWhole);
    put(earned + at, f64x2.add(v128.load(earned + at), pair), isWhole);
    all = f64x2.add(all, pair);
  }
  let week: i32 = 0;
  let sum = load<f64>(monthly);
  for (; week < booked; months += monthSize, monthly += 8) {
    const last = load<i32>(months) - 1;
    const next = load<f64>(monthly, 8);
    let rest: f64 = 0;
    for (const stop = min(last, booked); week < stop; week++) sum += load<f64>(net + ((<usize>week) << 3));
    if (week == last && week < booked) {
      const amount = load<f64>(net + ((<usize>week) << 3));
      const first = (amount * <f64>load<i32>(months, 4)) / 7;
      sum += first;
      rest = amount - first;
      week++;
    }
    store<f64>(monthly, sum);
    sum = next + rest;
  }
  store<f64>(monthly, sum);
  return f64x2.extract_lane(all, 0) + f64x2.extract_lane(all, 1);
}

/** Adds the payments of a program that pays after the month to `paid`: see `payMonthly` of `shared/engine/ledger.ts`. */
export function payMonthly(
  net: usize,
  paid: usize,
  weeks: i32,
  months: usize,
  count: i32,
  days: i32,
  threshold: f64,
): void {
  const least = max<f64>(threshold, 1);
  let balance: f64 = 0;
  let later: f64 = 0;
  let week: i32 = 0;
  for (let m: i32 = 0; m < count; m++, months += monthSize) {
    const payday = max((load<i32>(months, 8) + days) / 7, load<i32>(months, 12));
    if (payday >= weeks) return;
    const last = load<i32>(months) - 1;
    balance += later;
    later = 0;
    for (; week < last; week++) balance += load<f64>(net + ((<usize>week) << 3));
    if (week == last) {
      const amount = load<f64>(net + ((<usize>week) << 3));
      const first = whole((amount * <f64>load<i32>(months, 4)) / 7);
      balance += first;
      later = amount - first;
      week++;
    }
    if (balance >= least) {
      const at = paid + ((<usize>payday) << 3);
      store<f64>(at, load<f64>(at) + balance);
      balance = 0;
    }
  }
}

/** Parts of each week's net commission: what settles with its first days, and what settles a week later. */
const firsts: usize = memory.data(264 * 8, 16);
const rests: usize = memory.data(264 * 8, 16);

/** Adds TikTok Shop's payments to `paid`: see `payTiktokShop` of `shared/engine/ledger.ts`. */
export function payShop(
  gross: usize,
  reversed: usize,
  paid: usize,
  weeks: i32,
  days: i32,
  threshold: f64,
): void {
  const delay = days / 7;
  const early = f64x2.splat(<f64>(7 - (days - 7 * delay)));
  const seven = f64x2.splat(7);
  const end = (<usize>max(weeks - delay, 0)) << 3;
  for (let at: usize = 0; at < end; at += 16) {
    const all = wholeBoth(v128.load(gross + at));
    const net = reversed == 0 ? all : f64x2.sub(all, wholeBoth(v128.load(reversed + at)));
    const first = wholeBoth(f64x2.div(f64x2.mul(net, early), seven));
    v128.store(firsts + at, first);
    v128.store(rests + at, f64x2.sub(net, first));
  }
  const least = max<f64>(threshold, 1);
  paid += (<usize>delay) << 3;
  let balance: f64 = 0;
  let rest: f64 = 0;
  for (let at: usize = 0; at < end; at += 8) {
    balance += rest + load<f64>(firsts + at);
    rest = load<f64>(rests + at);
    if (balance >= least) {
      store<f64>(paid + at, load<f64>(paid + at) + balance);
      balance = 0;
    }
  }
}

/**
 * Writes the cumulative weeks of commission to `to` and those of cash behind them. Returns all that is earned; the longest run of
 * weeks without cash stands in `sums`.
 */
export function recordRow(earned: usize, paid: usize, to: usize, weeks: i32): f64 {
  let earnedSoFar: f64 = 0;
  let paidSoFar: f64 = 0;
  let gap: i32 = 0;
  let longest: i32 = 0;
  const end = (<usize>weeks) << 3;
  for (let at: usize = 0; at < end; at += 8) {
    const cash = load<f64>(paid + at);
    earnedSoFar += load<f64>(earned + at);
    paidSoFar += cash;
    gap = cash > 0 ? 0 : gap + 1;
    longest = max(longest, gap);
    store<f64>(to + at, earnedSoFar);
    store<f64>(to + end + at, paidSoFar);
  }
  store<f64>(sums, <f64>longest);
  return earnedSoFar;
}
