import { expInside } from './exponentials';
import { log, logPair } from './logarithm';
import { normalOf, normalRow, scores, unitOf } from './normals';
import { draws, put } from './rows';
import { fillTo, nextRare } from './stream';

/** Uniform draws of the row at hand, and its means. */
const uniforms: usize = memory.data(264 * 4, 16);
const means: usize = memory.data(268 * 8, 16);
/** Weeks of a shape below 1. */
const small: usize = memory.data(268 * 4, 16);

const one = memory.data<f64>([1]);
const third = memory.data<f64>([1.0 / 3]);
const nine = memory.data<f64>([9]);
const least = memory.data<f64>([-0.5]);
const squeeze = memory.data<f64>([9.0 / 7]);
/** The least that has an exponential. */
const lowest = memory.data<f64>([-708]);
const half = memory.data<f64>([0.5]);
const perDraw = memory.data<f64>([1.0 / 4294967296.0]);

/** The uniform numbers of two draws. */
@inline
function unitsOf(pair: v128): v128 {
  const whole = f64x2.convert_low_i32x4_u(pair);
  return f64x2.mul(f64x2.add(whole, v128.load64_splat(half)), v128.load64_splat(perDraw));
}

/** Whether an attempt for d = shape − ⅓ is accepted, from a standard normal value and a uniform one. */
function isAccepted(d: f64, z: f64, u: f64): bool {
  const root = 1 + z / sqrt(9 * d);
  const v = root * root * root;
  return v > 0 && log(u) < 0.5 * z * z + d * (1 - v + log(v));
}

/** Gamma of shape d + ⅓ ≥ 1 by fresh draws. */
function drawn(d: f64): f64 {
  for (;;) {
    const z = normalOf(<i32>nextRare());
    if (!isAccepted(d, z, unitOf(nextRare()))) continue;
    const root = 1 + z / sqrt(9 * d);
    return d * root * root * root;
  }
}

/** Settles a week that the squeeze leaves open: by its own attempt, else by fresh ones. */
function settle(row: usize, week: i32, extra: f64): void {
  const at = (<usize>week) << 3;
  const shape = load<f64>(means + at) * (1 / extra);
  const d = (shape < 1 ? shape + 1 : shape) - 1.0 / 3;
  const u = unitOf(load<u32>(uniforms + ((<usize>week) << 2)));
  if (!isAccepted(d, load<f64>(scores + at), u)) store<f64>(row + at, extra * drawn(d));
}

/** Boosts the weeks listed in `small`, of a shape below 1, by U^(1/shape). */
function boost(row: usize, count: usize, extra: f64): void {
  const extraBoth = f64x2.splat(extra);
  for (let j: usize = 0; j < count; j += 8) {
    const even = (<usize>load<i32>(small + j)) << 3;
    const odd = j + 4 < count ? (<usize>load<i32>(small + j, 4)) << 3 : even;
    const u = unitsOf(i32x4.replace_lane(i32x4.splat(<i32>nextRare()), 1, <i32>nextRare()));
    const mean = v128.load64_lane(means + odd, v128.load64_zero(means + even), 1);
    const power = f64x2.div(f64x2.mul(logPair(u), extraBoth), mean);
    const factor = expInside(f64x2.pmax(power, v128.load64_splat(lowest)));
    const value = v128.load64_lane(row + odd, v128.load64_zero(row + even), 1);
    const boosted = f64x2.mul(value, factor);
    v128.store64_lane(row + odd, boosted, 1);
    v128.store64_lane(row + even, boosted, 0);
  }
}

/**
 * Multiplies each mean of a row by a gamma factor of mean 1 such that Poisson counts of the result have variance mean × (1 + extra):
 * first attempts by the row's draws, further ones and the boosts U^(1/shape) of shapes below 1 by the rare stream. Source: Marsaglia &
 * Tsang 2000, "A simple method for generating gamma variables".
 */
export function disperseRow(row: usize, weeks: i32, extra: f64): void {
  fillTo(draws, weeks);
  fillTo(uniforms, weeks);
  normalRow(draws, scores, weeks, 1);
  const scale = f64x2.splat(1 / extra);
  const extraBoth = f64x2.splat(extra);
  let boosted: usize = 0;
  for (let week = 0; week < weeks; week += 2) {
    const at = (<usize>week) << 3;
    const unit = v128.load64_splat(one);
    const mean = v128.load(row + at);
    v128.store(means + at, mean);
    const shape = f64x2.mul(mean, scale);
    const isSmall = f64x2.lt(shape, unit);
    const d = f64x2.sub(f64x2.add(shape, v128.and(unit, isSmall)), v128.load64_splat(third));
    const t = f64x2.div(v128.load(scores + at), f64x2.sqrt(f64x2.mul(v128.load64_splat(nine), d)));
    const root = f64x2.add(unit, t);
    const square = f64x2.mul(t, t);
    const value = f64x2.mul(f64x2.mul(f64x2.mul(f64x2.mul(extraBoth, d), root), root), root);
    const u = unitsOf(v128.load64_zero(uniforms + ((<usize>week) << 2)));
    // The exponent of acceptance, d·(−¾t⁴ + ⅗t⁵ − …), is above −9/7·d·t⁴ for t > −½, and e^h ≥ 1 + h.
    const bend = f64x2.mul(f64x2.mul(f64x2.mul(v128.load64_splat(squeeze), d), square), square);
    const isSure = v128.and(f64x2.gt(t, v128.load64_splat(least)), f64x2.lt(u, f64x2.sub(unit, bend)));
    const there = week + 1 < weeks ? 3 : 1;
    put(row + at, v128.and(value, f64x2.gt(mean, f64x2.splat(0))), there == 3);
    const isMean = i64x2.bitmask(f64x2.gt(mean, f64x2.splat(0))) & there;
    const openBits = ~i64x2.bitmask(isSure) & isMean;
    const smallBits = i64x2.bitmask(isSmall) & isMean;
    if ((openBits | smallBits) == 0) continue;
    for (let i = 0; i < 2; i++) {
      if (((openBits >> i) & 1) == 1) settle(row, week + i, extra);
      if (((smallBits >> i) & 1) == 0) continue;
      store<i32>(small + boosted, week + i);
      boosted += 4;
    }
  }
  boost(row, boosted, extra);
}
