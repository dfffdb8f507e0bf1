import { log } from './special/elementary.ts';
import './count-table.ts';
import { mostWeeks } from './calendar.ts';
import { kernel, kernelWords } from './kernel.ts';
import { nextUnit, type RandomState } from './random-stream.ts';
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

/** A count of a mean beyond the kernels' tables. Beyond 10¹⁵ a double holds no odd counts: the count is its mean. */
export const largeCount = (mean: number): number => (mean < 1e15 ? rejectedPoisson(mean, rare) : mean);

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
    row[week] = largeCount(row[week]!);
  }
};
