import { log, log1p } from './special/elementary.ts';
import { coarseStep, fineEnd, fineSteps, tabledMeans, type CountTable } from './count-table.ts';
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

/** A count of mean ≥ `fineEnd`: a multiple of 8 by coarse table, what is left as for small means. */
export const coarseCount = (
  table: CountTable,
  mean: number,
  x: number,
  y: number,
  rare: RandomState,
): number => {
  if (!(mean < tabledMeans)) return untabled(mean, table.extra, rare);
  const { coarse, fine } = table;
  const steps = (mean / coarseStep) | 0;
  let at = coarse.first[steps]! + coarse.guide[(steps << 8) + (x >> 24) + 128]!;
  while (x > coarse.thresholds[at]!) at++;
  const left = mean - steps * coarseStep;
  const k = (left * fineSteps) | 0;
  let below = fine.first[k]! + fine.guide[(k << 6) + (y >> 26) + 32]!;
  while (y > fine.thresholds[below]!) below++;
  const count = at + coarse.shift[steps]! + below + fine.shift[k]!;
  const rest = left - k / fineSteps;
  const z = nextDraw(rare);
  return z <= (0.5 - rest) * 2 ** 32
    ? count
    : count + smallCount(rest, table.extra, (z + 0.5) * 2 ** -32 + 0.5);
};

/** Where a row of counts takes its draws: two per count at `from`, and `rare` for means of 64 and more. */
export interface CountDraws {
  readonly draws: Int32Array;
  readonly from: number;
  readonly rare: RandomState;
}

/**
 * Counts for `means[0 … length − 1]`, exact to 2⁻³² per probability, with exactly two draws each. A mean is split as
 * coarse + fine grid point + rest; the counts of the parts add. `counts` may be `means`.
 */
export const countRow = (
  table: CountTable,
  means: Float64Array,
  counts: Float64Array,
  source: CountDraws,
): void => {
  const { guide, thresholds, shift, first } = table.fine;
  const { extra } = table;
  const { draws, from, rare } = source;
  for (let i = 0; i < means.length; i++) {
    const mean = means[i]!;
    const x = draws[from + 2 * i]!;
    const y = draws[from + 2 * i + 1]!;
    if (!(mean < fineEnd)) {
      counts[i] = coarseCount(table, mean, x, y, rare);
      continue;
    }
    const k = (mean * fineSteps) | 0;
    let at = first[k]! + guide[(k << 6) + (x >> 26) + 32]!;
    while (x > thresholds[at]!) at++;
    const rest = mean - k * (1 / fineSteps);
    // P(a count of mean `rest` is 0) ≥ 1 − rest for every law here: mostly no exponential is needed.
    counts[i] = at + shift[k]!;
    if (y > (0.5 - rest) * 2 ** 32)
      counts[i] = at + shift[k]! + smallCount(rest, extra, (y + 0.5) * 2 ** -32 + 0.5);
  }
};
