import { put } from './rows';

/** 2^(i/2048), of `shared/engine/fast-exp.ts`, which fills them. */
export const fractions: usize = memory.data(2048 * 8, 64);

// Constants of the loops stand in memory: V8 makes one that stands in the code anew in every turn.
const most = memory.data<f64>([708]);
const least = memory.data<f64>([-708]);
const perCell = memory.data<f64>([2048 / 0.6931471805599453]);
const half = memory.data<f64>([0.5]);
const sixth = memory.data<f64>([1.0 / 6]);
const one = memory.data<f64>([1]);
/** ln 2 / 2048, the first part short enough for exact multiples. */
const high = memory.data<f64>([0.0003384507717782981]);
const low = memory.data<f64>([-2.051229195179638e-14]);
/** Added to a whole number, leaves it in the lowest bits. */
const whole = memory.data<f64>([6755399441055744]);

/** e^x of a pair within ±708: the same bits as `fastExp` of `shared/engine/fast-exp.ts`. */
@inline
export function expInside(x: v128): v128 {
  const middle = v128.load64_splat(half);
  const n = f64x2.floor(f64x2.add(f64x2.mul(x, v128.load64_splat(perCell)), middle));
  const bits = f64x2.add(n, v128.load64_splat(whole));
  const even = <usize>(i32x4.extract_lane(bits, 0) & 2047) << 3;
  const odd = <usize>(i32x4.extract_lane(bits, 2) & 2047) << 3;
  const fraction = v128.load64_lane(fractions + odd, v128.load64_zero(fractions + even), 1);
  const power = i64x2.add(fraction, i64x2.shl(i64x2.shr_u(bits, 11), 52));
  const r = f64x2.sub(
    f64x2.sub(x, f64x2.mul(n, v128.load64_splat(high))),
    f64x2.mul(n, v128.load64_splat(low)),
  );
  const unit = v128.load64_splat(one);
  const bend = f64x2.add(middle, f64x2.mul(r, v128.load64_splat(sixth)));
  return f64x2.mul(power, f64x2.add(unit, f64x2.mul(r, f64x2.add(unit, f64x2.mul(r, bend)))));
}

/** Replaces the values of a row by their exponentials. */
export function expRow(row: usize, count: i32): void {
  for (let i: usize = 0; i < <usize>count; i += 2) {
    const at = row + (i << 3);
    const inside = f64x2.pmax(f64x2.pmin(v128.load(at), v128.load64_splat(most)), v128.load64_splat(least));
    put(at, expInside(inside), i + 1 < <usize>count);
  }
}
