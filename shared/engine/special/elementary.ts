/**
 * Logarithm, sine and whole powers from additions, multiplications and divisions alone, which IEEE 754 fixes to the bit: the
 * built-in ones differ between engines (Node's and Chromium's do), and a run must not.
 */
const words = new Uint32Array(2);
const double = new Float64Array(words.buffer);
/** Index of the word with the exponent: 1 on little-endian machines. */
double[0] = 1;
const top = words[1] === 0 ? 0 : 1;

const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;

/** 2·atanh(s) = ln((1 + s)/(1 − s)) for |s| ≤ 0.172, by its series to s²³. */
const twiceAtanh = (s: number): number => {
  const q = s * s;
  let sum = (1 / 23) * q + 1 / 21;
  sum = sum * q + 1 / 19;
  sum = sum * q + 1 / 17;
  sum = sum * q + 1 / 15;
  sum = sum * q + 1 / 13;
  sum = sum * q + 1 / 11;
  sum = sum * q + 1 / 9;
  sum = sum * q + 1 / 7;
  sum = sum * q + 1 / 5;
  sum = sum * q + 1 / 3;
  return 2 * s * (sum * q + 1);
};

/** Natural logarithm; −Infinity at 0, NaN below. Error below 1e-15 relative, or 2e-16 absolute near 1. */
export const log = (x: number): number => {
  if (!(x > 0)) return x === 0 ? -Infinity : Number.NaN;
  if (x === Infinity) return Infinity;
  const scaled = x < 2.3e-308 ? x * 2 ** 54 : x;
  double[0] = scaled;
  let exponent = ((words[top]! >>> 20) & 0x7ff) - 1023;
  words[top] = (words[top]! & 0x000fffff) | 0x3ff00000;
  let mantissa = double[0];
  if (mantissa > Math.SQRT2) {
    mantissa /= 2;
    exponent++;
  }
  if (scaled !== x) exponent -= 54;
  return exponent * ln2High + (exponent * ln2Low + twiceAtanh((mantissa - 1) / (mantissa + 1)));
};

/** ln(1 + x), exact also for tiny x. */
export const log1p = (x: number): number => (x > -0.25 && x < 0.3 ? twiceAtanh(x / (2 + x)) : log(1 + x));

/** sin(x) for |x| ≤ 1, by its series. */
export const smallSine = (x: number): number => {
  const q = x * x;
  let sum = 1;
  for (let n = 19; n > 1; n -= 2) sum = 1 - (sum * q) / (n * (n - 1));
  return x * sum;
};

/** x to the power of a whole n ≥ 0, by squaring. */
export const wholePower = (x: number, n: number): number => {
  let result = 1;
  let square = x;
  for (let left = n; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result *= square;
    square *= square;
  }
  return result;
};
