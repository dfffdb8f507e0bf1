import { gammaDensity, lowerGamma, upperGamma } from '../special/incomplete-gamma.ts';
import { scaledLaw, type Law } from './law.ts';
import { solveQuantile } from './solve-quantile.ts';

/** Gamma with the given mean and shape; scale = mean / shape. Quantiles are solved in the logarithm. */
export const gammaLaw = (mean: number, shape: number): Law => {
  const tails = {
    lower: (y: number) => lowerGamma(shape, Math.exp(y)),
    upper: (y: number) => upperGamma(shape, Math.exp(y)),
    density: (y: number) => gammaDensity(shape, Math.exp(y)) * Math.exp(y),
  };
  const standard: Law = {
    quantile: u => Math.exp(solveQuantile(tails, u, Math.log(shape))),
    cdf: x => lowerGamma(shape, x),
    density: x => gammaDensity(shape, x),
    mean: shape,
  };
  return scaledLaw(standard, 0, mean / shape);
};
