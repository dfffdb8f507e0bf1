const ln2High = memory.data<f64>([0.6931471803691238]);
const ln2Low = memory.data<f64>([1.9082149292705877e-10]);
const mantissaBits = memory.data<i64>([0xfffffffffffff]);
const one = memory.data<f64>([1]);
const two = memory.data<f64>([2]);
const half = memory.data<f64>([0.5]);
const root = memory.data<f64>([1.4142135623730951]);
/** 2⁵² + 2⁵¹ + 1023 as a double, whose bits are those of 2⁵² + 2⁵¹ plus 1023. */
const biased = memory.data<f64>([6755399441056767]);
/** The series of artanh s ÷ s in s², from its highest term. */
const terms = memory.data<f64>([
  1.0 / 23,
  1.0 / 21,
  1.0 / 19,
  1.0 / 17,
  1.0 / 15,
  1.0 / 13,
  1.0 / 11,
  1.0 / 9,
  1.0 / 7,
  1.0 / 5,
  1.0 / 3,
]);

/** ln x of a pair, for normal x > 0, by the series from term `first` (bytes) on. */
@inline
function logFrom(x: v128, first: usize): v128 {
  const unit = v128.load64_splat(one);
  const whole = v128.or(v128.and(x, v128.load64_splat(mantissaBits)), unit);
  const isHigh = f64x2.gt(whole, v128.load64_splat(root));
  const mantissa = v128.bitselect(f64x2.mul(whole, v128.load64_splat(half)), whole, isHigh);
  const magic = v128.load64_splat(biased);
  const raw = i64x2.add(i64x2.sub(i64x2.shr_u(x, 52), i64x2.splat(1023)), magic);
  const exponent = f64x2.add(f64x2.sub(raw, magic), v128.and(unit, isHigh));
  const s = f64x2.div(f64x2.sub(mantissa, unit), f64x2.add(mantissa, unit));
  const q = f64x2.mul(s, s);
  let sum = v128.load64_splat(terms + first);
  for (let i = first + 8; i < 88; i += 8) sum = f64x2.add(f64x2.mul(sum, q), v128.load64_splat(terms + i));
  const twice = f64x2.mul(f64x2.mul(v128.load64_splat(two), s), f64x2.add(f64x2.mul(sum, q), unit));
  const low = f64x2.add(f64x2.mul(exponent, v128.load64_splat(ln2Low)), twice);
  return f64x2.add(f64x2.mul(exponent, v128.load64_splat(ln2High)), low);
}

/** ln x of a pair, for normal x > 0: the same bits as `shared/engine/special/elementary.ts`. */
@inline
export function logPair(x: v128): v128 {
  return logFrom(x, 0);
}

/** The same within 10⁻⁹. */
@inline
export function nearLogPair(x: v128): v128 {
  return logFrom(x, 56);
}

/** ln x for normal x > 0. */
export function log(x: f64): f64 {
  return f64x2.extract_lane(logPair(f64x2.splat(x)), 0);
}
