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

/** Standard normal values of the row at hand. */
export const scores: usize = memory.data(268 * 8, 16);
