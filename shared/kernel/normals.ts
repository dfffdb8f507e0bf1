import { normalQuantile } from './normal-quantile';
import { put } from './rows';

/** Cubics of `shared/engine/standard-normal.ts`, which fills them by `placeOf`: 32 octaves of 16 cells a side. */
export const normalCubics: usize = memory.data(2 * 32 * 16 * 4 * 8, 64);
// In memory: V8 makes a constant that stands in the code anew in every turn of a loop.
const one = memory.data<f64>([1]);
const half = memory.data<f64>([0.5]);
/** Draws nearer to an end are beyond the table. */
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

/** The second pair of four 32-bit numbers. */
@inline
function secondPair(four: v128): v128 {
  return i64x2.shuffle(four, four, 1, 1);
}

/** A pair of normal values in which those of draws `beyond` the table (bits 0 and 1) are made exact. */
function exactPair(values: v128, draws: v128, beyond: i32): v128 {
  if ((beyond & 1) != 0)
    values = f64x2.replace_lane(values, 0, normalQuantile(unitOf(i32x4.extract_lane(draws, 0))));
  if ((beyond & 2) != 0)
    values = f64x2.replace_lane(values, 1, normalQuantile(unitOf(i32x4.extract_lane(draws, 1))));
  return values;
}

/** A draw as a number in (0, 1), the centre of its 2⁻³² cell. */
@inline
export function unitOf(draw: u32): f64 {
  return (<f64>draw + 0.5) * (1.0 / 4294967296.0);
}

/** The standard normal value of one draw. */
export function normalOf(x: i32): f64 {
  const draws = i32x4.splat(x);
  const sides = i32x4.shr_s(draws, 31);
  const tails = v128.xor(draws, sides);
  const beyond = i32x4.bitmask(i32x4.lt_s(tails, v128.load32_splat(tabled)));
  return f64x2.extract_lane(exactPair(normalPair(tails, sides), draws, beyond), 0);
}

/** Standard normal values of the row's draws, × `scale`, to `to`. */
export function normalRow(from: usize, to: usize, count: i32, scale: f64): void {
  const factor = f64x2.splat(scale);
  const nearest = v128.load32_splat(tabled);
  const weeks = <usize>count;
  for (let i: usize = 0; i < weeks; i += 4) {
    const x = v128.load(from + (i << 2));
    const sides = i32x4.shr_s(x, 31);
    const tails = v128.xor(x, sides);
    let first = normalPair(tails, sides);
    let second = normalPair(secondPair(tails), secondPair(sides));
    const beyond = i32x4.bitmask(i32x4.lt_s(tails, nearest));
    if (beyond != 0) {
      first = exactPair(first, x, beyond);
      second = exactPair(second, secondPair(x), beyond >> 2);
    }
    const at = to + (i << 3);
    put(at, f64x2.mul(first, factor), i + 1 < weeks);
    if (i + 2 < weeks) put(at + 16, f64x2.mul(second, factor), i + 3 < weeks);
  }
}

/** Standard normal values of the row at hand. */
export const scores: usize = memory.data(268 * 8, 16);
