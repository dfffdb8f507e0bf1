import { log } from './special/elementary.ts';
import { coarseGrid, coarseStep, tabledMeans } from './count-table.ts';
import { mostWeeks } from './calendar.ts';
import { kernel, kernelWords } from './kernel.ts';
import { nextDraw, nextUnit, type RandomState } from './random-stream.ts';
import { logFactorial } from './special/log-gamma.ts';

/** The stream of what one draw cannot decide, shared with the kernels: a thread has one at a time. */
export const rare: RandomState = kernelWords(kernel.rare, 4);

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

/** The coarse table's count for a draw: searched from where the next lower cell that knows one begins. */
const coarseCount = (k: number, x: number): number => {
  const { cells, thresholds, first, shift } = coarseGrid;
  let byte = (x >> 24) + 128;
  let distance = cells[(k << 8) | (byte ^ 128)]! >> 8;
  while (distance === -128 && byte > 0) distance = cells[(k << 8) | (--byte ^ 128)]! >> 8;
  let at = distance === -128 ? first[k]! : k * coarseStep + distance - shift[k]!;
  while (x > thresholds[at]!) at++;
  return at + shift[k]!;
};

/** A count of mean ≥ `fineEnd`: a multiple of 8 by coarse table from x, what is left with fresh draws. */
export const largeCount = (mean: number, x: number): number => {
  // Beyond 10¹⁵ a double holds no odd counts: the count is its mean.
  if (!(mean < tabledMeans)) return mean < 1e15 ? rejectedPoisson(mean, rare) : mean;
  const steps = (mean / coarseStep) | 0;
  return coarseCount(steps, x) + kernel.countOf(mean - steps * coarseStep, nextDraw(rare));
};

const draws = kernelWords(kernel.draws, mostWeeks);
const open = kernelWords(kernel.open, mostWeeks);
const { countRow: countTabled } = kernel;

/**
 * Turns a row of means in the kernels' memory, at most `mostWeeks`, into Poisson counts, exact to 2⁻³² per probability: one
 * draw of the row stream each, and what it cannot decide from `rare`.
 */
export const countRow = (row: Float64Array): void => {
  const left = countTabled(row.byteOffset, row.length);
  for (let j = 0; j < left; j++) {
    const week = open[j]!;
    row[week] = largeCount(row[week]!, draws[week]!);
  }
};
