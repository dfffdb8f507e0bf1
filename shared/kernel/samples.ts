import { sums } from './rows';

// Sums and order statistics of a sample: see `shared/engine/quantiles.ts`.

/** The most futures of a scenario. */
export const mostSampled: i32 = 1000000;
/** The sample at hand; describing it uses it up. */
export const sample: usize = memory.data(8 * 1000000, 64);
/** Zero-based ranks, rising, and the order statistics at them. */
export const mostRanks: i32 = 32;
export const ranks: usize = memory.data(4 * 32, 16);
export const ranked: usize = memory.data(8 * 32, 16);

/** Buckets of equal width, the outermost ones open: for few values, for many. */
const fewBuckets: i32 = 512;
const manyBuckets: i32 = 2048;
const few: i32 = 4096;
/** Pairs of values looked at to lay them out: a few far values do not widen all. */
const scouts: i32 = 64;

/** Values in each bucket: those at even places of the sample, those at odd ones. */
const counts: usize = memory.data(8 * 2048, 64);
/** 1 for each bucket that holds a wanted order statistic. */
const marks: usize = memory.data(2048, 64);

// Loops take what stays the same in locals: a load that follows a store to an address just computed waits for it.

/** Bounds of the buckets, and buckets per unit: two of each. */
const low: usize = memory.data(16, 16);
const high: usize = memory.data(16, 16);
const scale: usize = memory.data(16, 16);

/** Buckets of two values, the nearest whole numbers: 2⁵² leaves them in the lower halves of two 64-bit numbers. */
@inline
function bucketsOf(pair: v128, from: v128, to: v128, perUnit: v128): v128 {
  const within = f64x2.pmin(f64x2.pmax(from, pair), to);
  const place = f64x2.mul(f64x2.sub(within, from), perUnit);
  return f64x2.add(place, f64x2.splat(4503599627370496));
}

@inline
function firstOf(buckets: v128): usize {
  return <usize>i32x4.extract_lane(buckets, 0);
}

@inline
function secondOf(buckets: v128): usize {
  return <usize>i32x4.extract_lane(buckets, 2);
}

/** Lays out buckets by the pair of values at each `step`th byte; false where these are all equal. */
function layOut(end: usize, step: usize, buckets: i32): bool {
  let least = v128.load64_splat(end - 8);
  let most = least;
  for (let at = sample; at + 8 < end; at += step) {
    const pair = v128.load(at);
    least = f64x2.pmin(least, pair);
    most = f64x2.pmax(most, pair);
  }
  const from = min<f64>(f64x2.extract_lane(least, 0), f64x2.extract_lane(least, 1));
  const to = max<f64>(f64x2.extract_lane(most, 0), f64x2.extract_lane(most, 1));
  const perUnit = <f64>(buckets - 1) / (to - from);
  const tells = perUnit > 0 && perUnit < Infinity;
  v128.store(low, f64x2.splat(tells ? from : 0));
  v128.store(high, f64x2.splat(tells ? to : 0));
  v128.store(scale, f64x2.splat(tells ? perUnit : 0));
  return from < to;
}

@inline
function addOne(at: usize): void {
  store<i32>(at, load<i32>(at) + 1);
}

/** Counts the values of each bucket; returns the sum of all. */
function countAll(end: usize): f64 {
  const from = v128.load(low);
  const to = v128.load(high);
  const perUnit = v128.load(scale);
  let sum: f64 = 0;
  let at = sample;
  for (; at + 8 < end; at += 16) {
    const pair = v128.load(at);
    const buckets = bucketsOf(pair, from, to, perUnit);
    addOne(counts + (firstOf(buckets) << 3));
    addOne(counts + 4 + (secondOf(buckets) << 3));
    sum = sum + f64x2.extract_lane(pair, 0) + f64x2.extract_lane(pair, 1);
  }
  if (at == end) return sum;
  addOne(counts + (firstOf(bucketsOf(v128.load64_splat(at), from, to, perUnit)) << 3));
  return sum + load<f64>(at);
}

@inline
function countOf(bucket: usize): i32 {
  const at = counts + (bucket << 3);
  return load<i32>(at) + load<i32>(at, 4);
}

/** Marks the buckets of the ranks up to `stop`, which become ranks among the values of marked buckets alone. */
function markWanted(stop: usize): void {
  let bucket: usize = 0;
  let count = countOf(0);
  let before: i32 = 0;
  let left: i32 = 0;
  for (let at = ranks; at < stop; at += 4) {
    const rank = load<i32>(at);
    while (rank >= before + count) {
      before += count;
      if (load<u8>(marks + bucket) == 0) left += count;
      count = countOf(++bucket);
    }
    store<u8>(marks + bucket, 1);
    store<i32>(at, rank - left);
  }
}

/** Moves the values of marked buckets to the sample's front, returns where they end; the sum of squared deviations goes to `sums`. */
function gather(end: usize, mean: f64): usize {
  const from = v128.load(low);
  const to = v128.load(high);
  const perUnit = v128.load(scale);
  const middle = f64x2.splat(mean);
  let squares: f64 = 0;
  let free = sample;
  let at = sample;
  for (; at + 8 < end; at += 16) {
    const pair = v128.load(at);
    const buckets = bucketsOf(pair, from, to, perUnit);
    const away = f64x2.sub(pair, middle);
    const square = f64x2.mul(away, away);
    squares = squares + f64x2.extract_lane(square, 0) + f64x2.extract_lane(square, 1);
    v128.store64_lane(free, pair, 0);
    free += (<usize>load<u8>(marks + firstOf(buckets))) << 3;
    v128.store64_lane(free, pair, 1);
    free += (<usize>load<u8>(marks + secondOf(buckets))) << 3;
  }
  if (at < end) {
    const value = load<f64>(at);
    squares += (value - mean) * (value - mean);
    store<f64>(free, value);
    free += (<usize>load<u8>(marks + firstOf(bucketsOf(f64x2.splat(value), from, to, perUnit)))) << 3;
  }
  store<f64>(sums, squares, 8);
  return free;
}

function insertionSort(from: usize, end: usize): void {
  for (let at = from + 8; at < end; at += 8) {
    const value = load<f64>(at);
    let to = at;
    for (; to > from && load<f64>(to - 8) > value; to -= 8) store<f64>(to, load<f64>(to - 8));
    store<f64>(to, value);
  }
}

/** The middle one of a stretch's first, middle and last value. */
function pivotOf(from: usize, end: usize): f64 {
  const a = load<f64>(from);
  const b = load<f64>(from + (((end - from) >> 4) << 3));
  const c = load<f64>(end - 8);
  return max<f64>(min<f64>(a, b), min<f64>(max<f64>(a, b), c));
}

/** The first of the ranks from `rank` to before `stop` that does not lie before an address of the sample. */
@inline
function ranksTo(address: usize, rank: usize, stop: usize): usize {
  while (rank < stop && sample + ((<usize>load<i32>(rank)) << 3) < address) rank += 4;
  return rank;
}

/** Puts a stretch of the sample in order as far as the ranks from `rank` to before `stop`, which lie in it, need it. */
function select(from: usize, end: usize, rank: usize, stop: usize): void {
  while (rank < stop) {
    if (end - from <= 8 * 24) return insertionSort(from, end);
    const pivot = pivotOf(from, end);
    let less = from;
    let more = end;
    for (let at = from; at < more; ) {
      const value = load<f64>(at);
      if (value < pivot) {
        store<f64>(at, load<f64>(less));
        store<f64>(less, value);
        at += 8;
        less += 8;
      } else if (value > pivot) {
        more -= 8;
        store<f64>(at, load<f64>(more));
        store<f64>(more, value);
      } else at += 8;
    }
    const equal = ranksTo(less, rank, stop);
    select(from, less, rank, equal);
    rank = ranksTo(more, equal, stop);
    from = more;
  }
}

/** Order statistics of the sample's first `count` values at the first `wanted` ranks, to `ranked`; sum and sum of squared deviations, to `sums`. */
export function describeSample(count: i32, wanted: i32): void {
  const end = sample + ((<usize>count) << 3);
  const stop = ranks + ((<usize>wanted) << 2);
  const buckets = count < few ? fewBuckets : manyBuckets;
  memory.fill(counts, 0, (<usize>buckets) << 3);
  memory.fill(marks, 0, <usize>buckets);
  const step = (<usize>max(count / (2 * scouts), 1)) << 4;
  if (!layOut(end, step, buckets)) layOut(end, 16, buckets);
  const sum = countAll(end);
  store<f64>(sums, sum);
  markWanted(stop);
  select(sample, gather(end, sum / <f64>count), ranks, stop);
  for (let i: usize = 0; i < <usize>wanted; i++) {
    const at = sample + ((<usize>load<i32>(ranks + (i << 2))) << 3);
    store<f64>(ranked + (i << 3), load<f64>(at));
  }
}
