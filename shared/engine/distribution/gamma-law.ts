import { log } from '../special/elementary.ts';
import { exp } from '../fast-exp.ts';
import { gammaDensity, lowerGamma, upperGamma } from '../special/incomplete-gamma.ts';
import { scaledLaw, type Law } from './law.ts';
import { solveQuantile } from './solve-quantile.ts';

/** Gamma with the given mean and shape; scale = mean / shape. Quantiles are solved in the logarithm. */
export const gammaLaw = (mean: number, shape: number): Law => {
  const tails = {
    lower: (y: number) => lowerGamma(shape, exp(y)),
    upper: (y: number) => upperGamma(shape, exp(y)),
    density: (y: number) => gammaDensity(shape, exp(y)) * exp(y),
  };
  const standard: Law = {
    quantile: u => exp(solveQuantile(tails, u, log(shape))),
    cdf: x => lowerGamma(shape, x),
    density: x => gammaDensity(shape, x),
    mean: shape,
  };
  return scaledLaw(standard, 0, mean / shape);
};
