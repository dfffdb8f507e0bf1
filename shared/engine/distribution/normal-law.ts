import { log } from '../special/elementary.ts';
import { exp } from '../fast-exp.ts';
import { normalCdf, normalDensity, normalQuantile } from '../special/normal.ts';
import type { Law } from './law.ts';

export const normalLaw = (mean: number, sd: number): Law => ({
  quantile: u => mean + sd * normalQuantile(u),
  cdf: x => normalCdf((x - mean) / sd),
  density: x => normalDensity((x - mean) / sd) / sd,
  mean,
});

/** exp(N(ln median, logSd²)). */
export const lognormalLaw = (median: number, logSd: number): Law => ({
  quantile: u => median * exp(logSd * normalQuantile(u)),
  cdf: x => (x <= 0 ? 0 : normalCdf(log(x / median) / logSd)),
  density: x => (x <= 0 ? 0 : normalDensity(log(x / median) / logSd) / (logSd * x)),
  mean: median * exp((logSd * logSd) / 2),
});

const logit = (p: number): number => log(p / (1 - p));
const logistic = (y: number): number => 1 / (1 + exp(-y));

/** 1 / (1 + exp(−N(centre, sd²))): a share. */
export const logitNormalLaw = (centre: number, sd: number): Law => ({
  quantile: u => logistic(centre + sd * normalQuantile(u)),
  cdf: x => (x <= 0 ? 0 : x >= 1 ? 1 : normalCdf((logit(x) - centre) / sd)),
  density: x => (x <= 0 || x >= 1 ? 0 : normalDensity((logit(x) - centre) / sd) / (sd * x * (1 - x))),
  mean: logitNormalMean(centre, sd),
});

const logitNormalMean = (centre: number, sd: number): number => {
  let sum = 0;
  let weight = 0;
  for (let z = -8; z <= 8; z += 1 / 64) {
    const w = exp(-0.5 * z * z);
    sum += w * logistic(centre + sd * z);
    weight += w;
  }
  return sum / weight;
};

/** N(mean, sd²) given min ≤ X ≤ max; either bound may be infinite. Works on the side of the nearer tail. */
export const truncatedNormalLaw = (mean: number, sd: number, bounds: readonly [number, number]): Law => {
  const mirrored = (bounds[0] - mean) / sd > 0;
  const side = mirrored ? -1 : 1;
  const from = mirrored ? (mean - bounds[1]) / sd : (bounds[0] - mean) / sd;
  const to = mirrored ? (mean - bounds[0]) / sd : (bounds[1] - mean) / sd;
  const low = from === -Infinity ? 0 : normalCdf(from);
  const mass = (to === Infinity ? 1 : normalCdf(to)) - low;
  const inside = (z: number): number => Math.min(1, Math.max(0, (normalCdf(z) - low) / mass));
  return {
    quantile: u => mean + side * sd * clamp(normalQuantile(low + (mirrored ? 1 - u : u) * mass), [from, to]),
    cdf: x => {
      const p = inside(clamp((side * (x - mean)) / sd, [from, to]));
      return mirrored ? 1 - p : p;
    },
    density: x => {
      const z = (side * (x - mean)) / sd;
      return z < from || z > to ? 0 : normalDensity(z) / (sd * mass);
    },
    mean: mean + (side * sd * (normalDensity(from) - normalDensity(to))) / mass,
  };
};

const clamp = (z: number, [from, to]: readonly [number, number]): number => Math.min(to, Math.max(from, z));
