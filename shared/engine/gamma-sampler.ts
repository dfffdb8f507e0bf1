import { log } from './special/elementary.ts';
import { mostWeeks } from './calendar.ts';
import { rare } from './count-sampler.ts';
import { fastExp } from './fast-exp.ts';
import { kernel, kernelDoubles, kernelWords } from './kernel.ts';
import { fillRow, nextDraw, nextUnit, type RandomState } from './random-stream.ts';
import { normalOf, normalRow } from './standard-normal.ts';

const cube = (x: number): number => x * x * x;

/** One attempt for a shape ≥ 1, from a standard normal value and a uniform one; 0 = rejected. */
const tried = (shape: number, z: number, u: number): number => {
  const d = shape - 1 / 3;
  const v = cube(1 + z / Math.sqrt(9 * d));
  if (v <= 0) return 0;
  const accepted = u < 1 - 0.0331 * z * z * z * z || log(u) < 0.5 * z * z + d * (1 - v + log(v));
  return accepted ? d * v : 0;
};

/**
 * Gamma(shape, scale 1), exact. Source: Marsaglia & Tsang 2000, "A simple method for generating gamma variables"; shapes
 * below 1 by its boost Gamma(shape + 1) × U^(1/shape).
 */
export const drawGamma = (shape: number, state: RandomState): number => {
  if (shape < 1) {
    const boost = fastExp(log(nextUnit(state)) / shape);
    return drawGamma(shape + 1, state) * boost;
  }
  for (;;) {
    const value = tried(shape, normalOf(nextDraw(state)), nextUnit(state));
    if (value > 0) return value;
  }
};

const uniforms = kernelWords(kernel.uniforms, mostWeeks);
const scores = kernelDoubles(kernel.scores, mostWeeks);
const means = kernelDoubles(kernel.means, mostWeeks);
const open = kernelWords(kernel.open, mostWeeks);
const draws = kernelWords(kernel.draws, mostWeeks);

/**
 * Multiplies each mean of a row in the kernels' memory, at most `mostWeeks`, by a gamma factor of mean 1 such that Poisson counts
 * of the result have variance mean × (1 + extra). The same algorithm as `drawGamma`: first attempts by the row stream, all at
 * once, boosts and further attempts by `rare`.
 */
export const disperseRow = (row: Float64Array, extra: number): void => {
  const weeks = row.length;
  fillRow(draws, weeks);
  fillRow(uniforms, weeks);
  normalRow(draws, scores, weeks);
  const left = kernel.disperseRow(row.byteOffset, weeks, extra);
  for (let j = 0; j < left; j++) {
    const week = open[j]!;
    row[week] = extra * drawGamma(means[week]! / extra, rare);
  }
};
