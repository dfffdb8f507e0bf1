import { exp } from '../fast-exp.ts';
import { kernel } from '../kernel.ts';
import { lowerGamma, upperGamma } from './incomplete-gamma.ts';

/** Standard normal density. */
export const normalDensity = (z: number): number => 0.3989422804014327 * exp(-0.5 * z * z);

/** P(Z ≤ z) of the standard normal, to about 1e-14 relative, also in the lower tail. */
export const normalCdf = (z: number): number => {
  const half = 0.5 * z * z;
  if (z < -1) return 0.5 * upperGamma(0.5, half);
  if (z > 1) return 1 - 0.5 * upperGamma(0.5, half);
  return 0.5 + (Math.sign(z) * lowerGamma(0.5, half)) / 2;
};

/** Standard normal quantile of 0 < p < 1, to about 1e-15. */
export const { normalQuantile } = kernel;
