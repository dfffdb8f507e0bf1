import { fastExp } from './fast-exp.ts';
import { poissonTable } from './poisson-table.ts';
import { nextUnit, type RandomState } from './random-stream.ts';
import { logGamma } from './special/log-gamma.ts';

const fineStep = 8;
const fineEnd = 64;
const coarseTables = 64;
const fine = poissonTable(fineEnd * fineStep, 1 / fineStep, 6);
const coarse = poissonTable(coarseTables, fineEnd, 8);

/** Means from here on are drawn by rejection instead of tables. */
export const tabledMeans = coarseTables * fineEnd;

/** Poisson(mean) by plain inversion of u, for small means. */
const smallPoisson = (mean: number, u: number): number => {
  let p = fastExp(-mean);
  let total = p;
  let n = 0;
  while (u > total && n < 60) {
    n++;
    p *= mean / n;
    total += p;
  }
  return n;
};

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
    if (Math.log((v * inverseAlpha) / (a / (us * us) + b)) <= k * Math.log(mean) - mean - logGamma(k + 1))
      return k;
  }
};

/** The part of a Poisson count above `fineEnd`: a whole number of coarse steps by table, from the rare stream's draw. */
const coarseCount = (steps: number, draw: number): number => {
  let at = coarse.guide[(steps << 8) + (draw >> 24) + 128]!;
  while (draw > coarse.thresholds[at]!) at++;
  return at + coarse.shift[steps]!;
};

/**
 * Poisson counts for a row of means, exact to 2⁻³² per probability, with exactly two draws per count from `draws` (counts
 * with mean ≥ 64 take more from `rare`). A mean is split as coarse + fine grid point + rest; the three counts add.
 */
export const poissonRow = (
  means: Float64Array,
  counts: Float64Array,
  source: { readonly draws: Int32Array; readonly count: number; readonly rare: RandomState },
): void => {
  const { guide, thresholds, shift } = fine;
  const { draws, count, rare } = source;
  for (let i = 0; i < count; i++) {
    const mean = means[i]!;
    const x = draws[2 * i]!;
    if (mean < fineEnd) {
      const k = (mean * fineStep) | 0;
      let at = guide[(k << 6) + (x >> 26) + 32]!;
      while (x > thresholds[at]!) at++;
      let n = at + shift[k]!;
      const rest = mean - k / fineStep;
      const y = draws[2 * i + 1]!;
      if (y > (0.5 - rest) * 2 ** 32) n += smallPoisson(rest, (y + 0.5) * 2 ** -32 + 0.5);
      counts[i] = n;
    } else counts[i] = largePoisson(mean, x, rare);
  }
};

const largePoisson = (mean: number, draw: number, rare: RandomState): number => {
  if (!(mean < tabledMeans)) return mean < 1e15 ? rejectedPoisson(mean, rare) : mean;
  const steps = Math.floor(mean / fineEnd);
  const rest = mean - steps * fineEnd;
  return (
    coarseCount(steps, draw) + (rest < 10 ? smallPoisson(rest, nextUnit(rare)) : rejectedPoisson(rest, rare))
  );
};
