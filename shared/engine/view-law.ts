import { log } from './special/elementary.ts';
import { exp } from './fast-exp.ts';
import { kernel, kernelDoubles } from './kernel.ts';
import type { Law } from './distribution/law.ts';
import { evenTable, quantileTable, type EvenTable } from './quantile-table.ts';
import { upperGamma } from './special/incomplete-gamma.ts';
import { normalCdf, normalDensity, normalQuantile } from './special/normal.ts';

/** Standard normal 95 % point: where a fat tail takes over from the lognormal body. */
export const tailStart = 1.6448536269514722;
/** A video never gets more than this many times the creator's median. */
export const largestMultiple = 1000;
/** Its natural logarithm. */
export const logLargest = log(largestMultiple);

/** −ln of the tail beyond z over its value at `tailStart`, at z = tailStart + i / 64 up to where it matters. */
const points = kernelDoubles(kernel.tailPoints, kernel.mostTailPoints.value);
for (let i = 0; i < points.length; i++) {
  const z = tailStart + i / 64;
  points[i] = -log((0.5 * upperGamma(0.5, 0.5 * z * z)) / 0.05);
}

/** −ln((1 − Φ(z)) / 0.05) for z ≥ `tailStart`: how far out in the upper tail, to about 1e-6. Quadratic between 1/64 steps. */
export const { tailDepth } = kernel;

/**
 * Natural log of a video's views over the creator's median, from a standard normal value: sd·z, and beyond the 95 % point a
 * Pareto tail with exponent `tail` (0 = none), never more than `largestMultiple` times the median.
 */
export const logMultiple = (z: number, sd: number, tail: number): number =>
  tail === 0 || z <= tailStart ? sd * z : Math.min(logLargest, sd * tailStart + tailDepth(z) / tail);

/** Slope of `logMultiple` in z. */
const slope = (z: number, sd: number, tail: number): number =>
  tail === 0 || z <= tailStart ? sd : normalDensity(z) / (normalCdf(-z) * tail);

/** Law of a video's views over the creator's median. Its mean is not needed and not given. */
const multipleLaw = (sd: number, tail: number): Law => ({
  quantile: u => exp(logMultiple(normalQuantile(u), sd, tail)),
  cdf: () => Number.NaN,
  density: x => {
    const start = sd * tailStart;
    const y = log(x);
    // Where the cap holds the quantile is flat.
    if (tail !== 0 && x >= exp(logLargest)) return Infinity;
    if (tail === 0 || y <= start) return normalDensity(y / sd) / (sd * x);
    const depth = exp(-(y - start) * tail) * 0.05;
    const z = -normalQuantile(depth);
    return normalDensity(z) / (slope(z, sd, tail) * x);
  },
  mean: Number.NaN,
});

const known = new Map<string, EvenTable>();

/** Table of the multiple's inverse distribution function; kept between runs. */
export const multipleTable = (sd: number, tail: number): EvenTable => {
  const key = `${sd} ${tail}`;
  const found = known.get(key);
  if (found) return found;
  if (known.size > 32) known.clear();
  const table = evenTable(quantileTable(multipleLaw(sd, tail), { octaves: 16, cellBits: 4 }));
  known.set(key, table);
  return table;
};
