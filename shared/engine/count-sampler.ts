import { log, log1p } from './special/elementary.ts';
import { ambiguous, coarseStep, fineEnd, fineSteps, tabledMeans, type CountTable } from './count-table.ts';
import { fastExp } from './fast-exp.ts';
import { drawGamma } from './gamma-sampler.ts';
import { nextDraw, nextUnit, type RandomState } from './random-stream.ts';
import { logFactorial } from './special/log-gamma.ts';

/**
 * Poisson(mean ≥ 10) by transformed rejection with squeeze, exact. Source: Hörmann 1993, "The transformed rejection method
 * for generating Poisson random variables", algorithm PTRS.
 */
export const rejectedPoisson = (mean: number, state: RandomState): number => {
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const squeeze = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = nextUnit(state) - 0.5;
    const v = nextUnit(state);
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= squeeze) return k;
    if (k < 0 || (us < 0.013 && v > us)) continue;
    const weight = log((v * inverseAlpha) / (a / (us * us) + b));
    if (weight <= k * log(mean) - mean - logFactorial(k)) return k;
  }
};

/** Count of a small mean by plain inversion of u. */
export const smallCount = (mean: number, extra: number, u: number): number => {
  const log0 = extra === 0 ? -mean : (-mean / extra) * log1p(extra);
  let mass = fastExp(log0);
  let total = mass;
  let n = 0;
  while (u > total && n < 1000) {
    mass *= extra === 0 ? mean / (n + 1) : ((n + mean / extra) * extra) / ((n + 1) * (1 + extra));
    n++;
    total += mass;
  }
  return n;
};

/** Any mean, with draws from `rare` alone. */
const untabled = (mean: number, extra: number, rare: RandomState): number => {
  const rate = extra === 0 ? mean : drawGamma(mean / extra, rare) * extra;
  if (rate < 10) return smallCount(rate, 0, nextUnit(rare));
  // Beyond 10¹⁵ a double holds no odd counts: the count is its mean.
  return rate < 1e15 ? rejectedPoisson(rate, rare) : rate;
};

/** A count of mean ≥ `fineEnd`: a multiple of 8 by coarse table from x, what is left as a small mean with fresh draws. */
const coarseCount = (table: CountTable, mean: number, x: number, rare: RandomState): number => {
  if (!(mean < tabledMeans)) return untabled(mean, table.extra, rare);
  const { guide, thresholds, shift, first } = table.coarse;
  const steps = (mean / coarseStep) | 0;
  let at = first[steps]! + guide[(steps << 8) + (x >> 24) + 128]!;
  while (x > thresholds[at]!) at++;
  return at + shift[steps]! + tabledCount(table, mean - steps * coarseStep, nextDraw(rare), rare);
};

/**
 * One count of any mean, from one draw and what it needs of `rare`. The leading byte of x mostly decides n; then the other 24
 * bits are still unused, and decide whether the rest of the mean adds anything.
 */
export const tabledCount = (table: CountTable, mean: number, x: number, rare: RandomState): number => {
  if (!(mean < fineEnd)) return coarseCount(table, mean, x, rare);
  const { direct, lowest, guide, thresholds, shift, first } = table.fine;
  const k = (mean * fineSteps) | 0;
  // P(a count of mean `rest` is 0) ≥ 1 − rest for every law here: mostly no exponential is needed.
  const rest = mean - k * (1 / fineSteps);
  const n = direct[(k << 8) + (x >> 24) + 128]!;
  if (n !== ambiguous) {
    const bits = x & 0xffffff;
    if (bits + 1 <= (1 - rest) * 2 ** 24) return n + lowest[k]!;
    return n + lowest[k]! + smallCount(rest, table.extra, (bits + nextUnit(rare)) * 2 ** -24);
  }
  let at = first[k]! + guide[(k << 6) + (x >> 26) + 32]!;
  while (x > thresholds[at]!) at++;
  const u = nextUnit(rare);
  return at + shift[k]! + (u > 1 - rest ? smallCount(rest, table.extra, u) : 0);
};

/** Where a row of counts takes its draws: one per count from `from` on, and `rare` for what one draw cannot decide. */
export interface CountDraws {
  readonly draws: Int32Array;
  readonly from: number;
  readonly rare: RandomState;
}

/**
 * Counts for `means[0 … length − 1]`, exact to 2⁻³² per probability. A mean is split as coarse + fine grid point + rest; the
 * counts of the parts add. `counts` may be `means`.
 */
export const countRow = (
  table: CountTable,
  means: Float64Array,
  counts: Float64Array,
  source: CountDraws,
): void => {
  const { direct, lowest } = table.fine;
  const { draws, from, rare } = source;
  for (let i = 0; i < means.length; i++) {
    const mean = means[i]!;
    const x = draws[from + i]!;
    const k = mean < fineEnd ? (mean * fineSteps) | 0 : 0;
    const n = direct[(k << 8) + (x >> 24) + 128]!;
    const rest = mean - k * (1 / fineSteps);
    counts[i] =
      n !== ambiguous && (x & 0xffffff) + 1 <= (1 - rest) * 2 ** 24
        ? n + lowest[k]!
        : tabledCount(table, mean, x, rare);
  }
};
