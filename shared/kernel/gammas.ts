import { expPair } from './exponentials';
import { log, logPair } from './logarithm';
import { scores } from './normals';
import { open } from './rows';
import { nextRare } from './stream';

/** Uniform draws of the row at hand, and its means. */
export const uniforms: usize = memory.data(264 * 4, 16);
export const means: usize = memory.data(268 * 8, 16);
/** Weeks of a shape below 1. */
const small: usize = memory.data(268 * 4, 16);

const one = memory.data<f64>([1]);
const third = memory.data<f64>([1.0 / 3]);
const nine = memory.data<f64>([9]);
const least = memory.data<f64>([-0.5]);
const squeeze = memory.data<f64>([9.0 / 7]);
const half = memory.data<f64>([0.5]);
const perDraw = memory.data<f64>([1.0 / 4294967296.0]);

/** The uniform numbers of two draws. */
@inline
function unitsOf(pair: v128): v128 {
  const whole = f64x2.convert_low_i32x4_u(pair);
  return f64x2.mul(f64x2.add(whole, v128.load64_splat(half)), v128.load64_splat(perDraw));
}

/** Whether the attempt at a week that the squeeze leaves open is accepted. */
function isAccepted(week: i32, extra: f64): bool {
  const shape = load<f64>(means + ((<usize>week) << 3)) * (1 / extra);
  const z = load<f64>(scores + ((<usize>week) << 3));
  const u = (<f64>load<u32>(uniforms + ((<usize>week) << 2)) + 0.5) * (1.0 / 4294967296.0);
  const d = (shape < 1 ? shape + 1 : shape) - 1.0 / 3;
  const root = 1 + z / sqrt(9 * d);
  const v = root * root * root;
  return v > 0 && log(u) < 0.5 * z * z + d * (1 - v + log(v));
}

/** Boosts the weeks listed in `small`, of a shape below 1, by U^(1/shape). */
function boost(row: usize, count: usize, extra: f64): void {
  const extraBoth = f64x2.splat(extra);
  for (let j: usize = 0; j < count; j += 8) {
    const even = (<usize>load<i32>(small + j)) << 3;
    const odd = j + 4 < count ? (<usize>load<i32>(small + j, 4)) << 3 : even;
    const u = unitsOf(i32x4.replace_lane(i32x4.splat(<i32>nextRare()), 1, <i32>nextRare()));
    const mean = v128.load64_lane(means + odd, v128.load64_zero(means + even), 1);
    const factor = expPair(f64x2.div(f64x2.mul(logPair(u), extraBoth), mean));
    const value = v128.load64_lane(row + odd, v128.load64_zero(row + even), 1);
    const boosted = f64x2.mul(value, factor);
    v128.store64_lane(row + odd, boosted, 1);
    v128.store64_lane(row + even, boosted, 0);
  }
}

/**
 * Multiplies each mean of a row by a gamma factor of mean 1 and variance extra / mean, by the first attempt of Marsaglia and Tsang;
 * `scores` hold standard normal values, `uniforms` draws. Weeks of which the attempt is rejected are listed in `open`; says how many.
 */
export function disperseRow(row: usize, weeks: i32, extra: f64): i32 {
  const scale = f64x2.splat(1 / extra);
  const extraBoth = f64x2.splat(extra);
  let left: usize = 0;
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
    const isWhole = week + 1 < weeks;
    if (isWhole) v128.store(row + at, value);
    else v128.store64_lane(row + at, value, 0);
    const there = isWhole ? 3 : 1;
    const openBits = ~i64x2.bitmask(isSure) & there;
    const smallBits = i64x2.bitmask(isSmall) & there;
    if ((openBits | smallBits) == 0) continue;
    for (let i = 0; i < 2; i++) {
      if (((openBits >> i) & 1) == 1 && !isAccepted(week + i, extra)) {
        store<i32>(open + left, week + i);
        left += 4;
      } else if (((smallBits >> i) & 1) == 1) {
        store<i32>(small + boosted, week + i);
        boosted += 4;
      }
    }
  }
  boost(row, boosted, extra);
  return <i32>(left >>> 2);
}
