import { log, wholePower } from './special/elementary.ts';
import { nextUnit, type RandomState } from './random-stream.ts';
import { logFactorial } from './special/log-gamma.ts';

const reciprocals = Float64Array.from({ length: 4096 }, (_, k) => 1 / k);

/** By inversion from k = 0, given the probability of 0; for n·p < 10. */
const inverted = (
  n: number,
  odds: number,
  { none, u }: { readonly none: number; readonly u: number },
): number => {
  let mass = none;
  let left = u;
  let k = 0;
  while (left > mass && k < n) {
    left -= mass;
    k++;
    mass *= odds * (n - k + 1) * (k < 4096 ? reciprocals[k]! : 1 / k);
  }
  return k;
};

/** Source: Hörmann 1993, "The generation of binomial random variates", algorithm BTRS; for n·p ≥ 10, p ≤ ½. */
const rejected = (n: number, p: number, state: RandomState): number => {
  const spread = Math.sqrt(n * p * (1 - p));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const c = n * p + 0.5;
  const alpha = (2.83 + 5.1 / b) * spread;
  const mode = Math.floor((n + 1) * p);
  const logOdds = log(p / (1 - p));
  const atMode = logFactorial(mode) + logFactorial(n - mode);
  for (;;) {
    const u = nextUnit(state) - 0.5;
    const v = nextUnit(state);
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + c);
    if (us >= 0.07 && v <= 0.92 - 4.2 / b) return k;
    if (k < 0 || k > n) continue;
    const weight = log((v * alpha) / (a / (us * us) + b));
    if (weight <= atMode - logFactorial(k) - logFactorial(n - k) + (k - mode) * logOdds) return k;
  }
};

/** Binomial(n, p) for whole n ≥ 0, exact: by inversion for small n·p, by rejection above. */
export const drawBinomial = (n: number, p: number, state: RandomState): number => {
  if (n === 0 || p <= 0) return 0;
  if (p >= 1) return n;
  if (p > 0.5) return n - drawBinomial(n, 1 - p, state);
  if (n * p >= 10) return rejected(n, p, state);
  return inverted(n, p / (1 - p), { none: wholePower(1 - p, n), u: nextUnit(state) });
};
