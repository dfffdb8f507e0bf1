import { expInside } from './exponentials';
import { log } from './logarithm';
import { unitOf } from './normals';
import { nextRare } from './stream';

/** From so many orders a week on, counts are their means, rounded down: doubles no longer tell how likely each is. */
export const mostCounted: f64 = 1e12;

/** ln k! for whole k ≥ 0. Source: Stirling's series from 8 on; below, Γ(x) = Γ(x + n) / (x (x + 1) … (x + n − 1)). */
export function logFactorial(k: f64): f64 {
  let x = k + 1;
  let product: f64 = 1;
  while (x < 8) product *= x++;
  const y = 1 / (x * x);
  const rest = (1.0 / 12 - y * (1.0 / 360 - y * (1.0 / 1260 - y * (1.0 / 1680 - y * (1.0 / 1188))))) / x;
  return (x - 0.5) * log(x) - x + 0.9189385332046727 + rest - log(product);
}

/** (1 − share)^n, also where 1 − share would lose most of the share. */
function noneOf(n: f64, share: f64): f64 {
  if (n >= 4096) {
    const depth = share * (1 + share * (0.5 + share * (1.0 / 3 + share * (0.25 + share * (0.2 + share * (1.0 / 6))))));
    return f64x2.extract_lane(expInside(f64x2.splat(-n * depth)), 0);
  }
  let result: f64 = 1;
  let square = 1 - share;
  for (let left = <i32>n; left > 0; left >>= 1) {
    if ((left & 1) == 1) result *= square;
    square *= square;
  }
  return result;
}

/** Binomial(n, share) for n × share < 10, by inversion of u from 0. */
function invertedCount(n: f64, share: f64, u: f64): f64 {
  const odds = share / (1 - share);
  let left = u;
  let mass = noneOf(n, share);
  let k: f64 = 0;
  // The masses add to 1 but for rounding: the last ones would be looked for in vain.
  while (left > mass && k < n && mass > 1e-25) {
    left -= mass;
    k++;
    mass *= (odds * (n - k + 1)) / k;
  }
  return k;
}

/** Source: Hörmann 1993, "The generation of binomial random variates", algorithm BTRS; for n·p ≥ 10, p ≤ ½. */
function rejectedCount(n: f64, p: f64): f64 {
  const spread = sqrt(n * p * (1 - p));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const c = n * p + 0.5;
  const alpha = (2.83 + 5.1 / b) * spread;
  const squeeze = 0.92 - 4.2 / b;
  const mode = floor((n + 1) * p);
  for (;;) {
    const u = unitOf(nextRare()) - 0.5;
    const v = unitOf(nextRare());
    const us = 0.5 - abs(u);
    const k = floor(((2 * a) / us + b) * u + c);
    if (us >= 0.07 && v <= squeeze) return k;
    if (k < 0 || k > n) continue;
    const atMode = logFactorial(mode) + logFactorial(n - mode) - (mode - k) * log(p / (1 - p));
    if (log((v * alpha) / (a / (us * us) + b)) > atMode - logFactorial(k) - logFactorial(n - k)) continue;
    return k;
  }
}

/** Binomial(n, share) for whole n ≥ 0: by inversion of u where n × share (or what is left) is below 10, else by the rare stream. */
export function binomialCount(n: f64, share: f64, u: f64): f64 {
  if (n <= 0 || share <= 0) return 0;
  if (share >= 1) return n;
  if (n >= mostCounted) return floor(n * share);
  const smaller = min(share, 1 - share);
  const few = n * smaller < 10 ? invertedCount(n, smaller, u) : rejectedCount(n, smaller);
  return share > 0.5 ? n - few : few;
}
