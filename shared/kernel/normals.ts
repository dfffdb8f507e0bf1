import { log } from './logarithm';
import { open, put } from './rows';

/** Cubics of `shared/engine/standard-normal.ts`, which fills them by `placeOf`: 32 octaves of 16 cells a side. */
export const normalCubics: usize = memory.data(2 * 32 * 16 * 4 * 8, 64);
// In memory: V8 makes a constant that stands in the code anew in every turn of a loop.
const one = memory.data<f64>([1]);
const half = memory.data<f64>([0.5]);
/** Draws that lie nearer to an end are beyond the table. */
const tabled = memory.data<i32>([2048]);

/**
 * Standard normal values of two draws folded to `tails` ≥ 0, whose `sides` are −1 or 0. The middle of a draw as a double tells
 * where it stands: the end of its exponent the octave, the next four bits the cell, the others the place in the cell.
 */
@inline
function normalPair(tails: v128, sides: v128): v128 {
  const bits = f64x2.add(f64x2.convert_low_i32x4_s(tails), v128.load64_splat(half));
  const unit = v128.load64_splat(one);
  const t = f64x2.sub(v128.or(i64x2.shr_u(i64x2.shl(bits, 16), 12), unit), unit);
  const cells = i64x2.sub(i64x2.shr_u(i64x2.shl(bits, 7), 55), i64x2.shl(i64x2.extend_low_i32x4_s(sides), 9));
  const even = normalCubics + (<usize>i32x4.extract_lane(cells, 0) << 5);
  const odd = normalCubics + (<usize>i32x4.extract_lane(cells, 2) << 5);
  const start = v128.load(even);
  const startOdd = v128.load(odd);
  const bend = v128.load(even, 16);
  const bendOdd = v128.load(odd, 16);
  const cubic = f64x2.add(
    f64x2.mul(i64x2.shuffle(bend, bendOdd, 1, 3), t),
    i64x2.shuffle(bend, bendOdd, 0, 2),
  );
  return f64x2.add(
    f64x2.mul(f64x2.add(f64x2.mul(cubic, t), i64x2.shuffle(start, startOdd, 1, 3)), t),
    i64x2.shuffle(start, startOdd, 0, 2),
  );
}

/** Standard normal values of the row's draws, × `scale`, to `to`. Draws beyond the table are listed in `open`; says how many. */
export function normalRow(from: usize, to: usize, count: i32, scale: f64): i32 {
  const factor = f64x2.splat(scale);
  const nearest = v128.load32_splat(tabled);
  const weeks = <usize>count;
  let left: usize = 0;
  for (let i: usize = 0; i < weeks; i += 4) {
    const x = v128.load(from + (i << 2));
    const sides = i32x4.shr_s(x, 31);
    const tails = v128.xor(x, sides);
    const at = to + (i << 3);
    put(at, f64x2.mul(normalPair(tails, sides), factor), i + 1 < weeks);
    if (i + 2 < weeks) {
      const later = i32x4.shuffle(tails, tails, 2, 3, 2, 3);
      put(at + 16, f64x2.mul(normalPair(later, i32x4.shuffle(sides, sides, 2, 3, 2, 3)), factor), i + 3 < weeks);
    }
    const far = i32x4.bitmask(i32x4.lt_s(tails, nearest));
    if (far != 0) {
      for (let j: usize = i; j < min(i + 4, weeks); j++)
        if (((far >>> <i32>(j - i)) & 1) == 1) {
          store<i32>(open + left, <i32>j);
          left += 4;
        }
    }
  }
  return <i32>(left >>> 2);
}

// The row at hand of `disperseRow`.
export const uniforms: usize = memory.data(264 * 4, 16);
export const scores: usize = memory.data(268 * 8, 16);
export const means: usize = memory.data(268 * 8, 16);
export const small: usize = memory.data(268 * 4, 16);
/** How many weeks of the row at hand stand in `open` and in `small`. */
export const opened: usize = memory.data(8, 8);

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

/**
 * Multiplies each mean of a row by a gamma factor of mean 1 and variance extra / mean, by the first attempt of Marsaglia and Tsang;
 * `scores` hold standard normal values, `uniforms` draws. Weeks of which the attempt is rejected are listed in `open`, those of a
 * shape below 1, which lack their boost, in `small`: see `shared/engine/gamma-sampler.ts`.
 */
export function disperseRow(row: usize, weeks: i32, extra: f64): void {
  const scale = f64x2.splat(1 / extra);
  const extraBoth = f64x2.splat(extra);
  const one = f64x2.splat(1);
  const third = f64x2.splat(1.0 / 3);
  const nine = f64x2.splat(9);
  const zero = f64x2.splat(0);
  const squeeze = f64x2.splat(0.0331);
  const middle = f64x2.splat(0.5);
  const cell = f64x2.splat(1.0 / 4294967296.0);
  let left: usize = 0;
  let boosted: usize = 0;
  for (let week: usize = 0; week < <usize>weeks; week += 2) {
    const at = week << 3;
    const mean = v128.load(row + at);
    v128.store(means + at, mean);
    const shape = f64x2.mul(mean, scale);
    const isSmall = f64x2.lt(shape, one);
    const d = f64x2.sub(f64x2.add(shape, v128.and(one, isSmall)), third);
    const z = v128.load(scores + at);
    const root = f64x2.add(one, f64x2.div(z, f64x2.sqrt(f64x2.mul(nine, d))));
    const square = f64x2.mul(z, z);
    const value = f64x2.mul(f64x2.mul(f64x2.mul(f64x2.mul(extraBoth, d), root), root), root);
    const u = f64x2.mul(
      f64x2.add(f64x2.convert_low_i32x4_u(v128.load64_zero(uniforms + (week << 2))), middle),
      cell,
    );
    const isSure = v128.and(
      f64x2.gt(root, zero),
      f64x2.lt(u, f64x2.sub(one, f64x2.mul(f64x2.mul(squeeze, square), square))),
    );
    const isWhole = week + 1 < <usize>weeks;
    if (isWhole) v128.store(row + at, value);
    else v128.store64_lane(row + at, value, 0);
    const there = isWhole ? 3 : 1;
    const openBits = ~i64x2.bitmask(isSure) & there;
    const smallBits = i64x2.bitmask(isSmall) & there;
    if (openBits != 0) {
      for (let i = 0; i < 2; i++)
        if (((openBits >> i) & 1) == 1 && !isAccepted(<i32>week + i, extra)) {
          store<i32>(open + left, <i32>week + i);
          left += 4;
        }
    }
    if (smallBits != 0) {
      for (let i = 0; i < 2; i++)
        if (((smallBits >> i) & 1) == 1) {
          store<i32>(small + boosted, <i32>week + i);
          boosted += 4;
        }
    }
  }
  store<i32>(opened, <i32>(left >>> 2));
  store<i32>(opened, <i32>(boosted >>> 2), 4);
}
