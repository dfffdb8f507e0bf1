import { put, sums } from './rows';

// A strategy's part of what all videos would bring, by week: see `shared/engine/gather.ts` and `shared/engine/strategy-outcome.ts`.

@inline
function at(row: usize, week: i32): f64 {
  return load<f64>(row + ((<usize>week) << 3));
}

/** Multiplies a row by each week's share, to `to`. */
export function shareRow(from: usize, shares: usize, to: usize, weeks: i32): void {
  for (let week: i32 = 0; week < weeks; week += 2) {
    const place = (<usize>week) << 3;
    put(to + place, f64x2.mul(v128.load(shares + place), v128.load(from + place)), week + 1 < weeks);
  }
}

/** Adds amount × counts (× shares, unless 0) of the first weeks to `gross`; returns the sum of what it adds. */
export function addIncome(gross: usize, counts: usize, shares: usize, weeks: i32, amount: f64): f64 {
  let all: f64 = 0;
  for (let week: i32 = 0; week < weeks; week++) {
    const taken = shares == 0 ? at(counts, week) : at(counts, week) * at(shares, week);
    const got = amount * taken;
    const place = (<usize>week) << 3;
    store<f64>(gross + place, load<f64>(gross + place) + got);
    all += got;
  }
  return all;
}

/** `from` and the sum of amount × shares (unless 0) × counts over the weeks. */
export function weighedSum(from: f64, amount: f64, shares: usize, counts: usize, weeks: i32): f64 {
  for (let week: i32 = 0; week < weeks; week++)
    from += (shares == 0 ? amount : amount * at(shares, week)) * at(counts, week);
  return from;
}

/** Adds to each of `sums` a channel's row × share × reach (unless 0) × rates (unless 0) over the weeks. */
export function channelRow(
  video: usize,
  live: usize,
  showcase: usize,
  shares: usize,
  left: usize,
  rates: usize,
  weeks: i32,
): void {
  let fromVideo = f64x2.splat(0);
  let fromLive = f64x2.splat(0);
  let fromShowcase = f64x2.splat(0);
  for (let week: i32 = 0; week < weeks; week += 2) {
    const place = (<usize>week) << 3;
    let times = v128.load(shares + place);
    if (left != 0) times = f64x2.mul(times, v128.load(left + place));
    if (rates != 0) times = f64x2.mul(times, v128.load(rates + place));
    if (week + 1 == weeks) times = f64x2.replace_lane(times, 1, 0);
    fromVideo = f64x2.add(fromVideo, f64x2.mul(times, v128.load(video + place)));
    fromLive = f64x2.add(fromLive, f64x2.mul(times, v128.load(live + place)));
    fromShowcase = f64x2.add(fromShowcase, f64x2.mul(times, v128.load(showcase + place)));
  }
  store<f64>(sums, load<f64>(sums) + both(fromVideo));
  store<f64>(sums, load<f64>(sums, 8) + both(fromLive), 8);
  store<f64>(sums, load<f64>(sums, 16) + both(fromShowcase), 16);
}

@inline
function both(pair: v128): f64 {
  return f64x2.extract_lane(pair, 0) + f64x2.extract_lane(pair, 1);
}
