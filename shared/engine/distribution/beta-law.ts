import { log } from '../special/elementary.ts';
import { exp } from '../fast-exp.ts';
import { betaDensity, incompleteBeta } from '../special/incomplete-beta.ts';
import { scaledLaw, type Law } from './law.ts';
import { solveQuantile } from './solve-quantile.ts';

const logistic = (y: number): number => (y < 0 ? exp(y) / (1 + exp(y)) : 1 / (1 + exp(-y)));

/** Beta(alpha, beta). Quantiles are solved in the logit, so that both far tails keep their digits. */
export const betaLaw = (alpha: number, beta: number): Law => {
  const tails = {
    lower: (y: number) => incompleteBeta(alpha, beta, logistic(y)),
    upper: (y: number) => incompleteBeta(beta, alpha, logistic(-y)),
    density: (y: number) => {
      const x = logistic(y);
      return betaDensity(alpha, beta, x) * x * logistic(-y);
    },
  };
  const centre = log(alpha / beta);
  return {
    quantile: u => logistic(solveQuantile(tails, u, centre)),
    cdf: x => incompleteBeta(alpha, beta, x),
    density: x => betaDensity(alpha, beta, x),
    mean: alpha / (alpha + beta),
  };
};

/** PERT: a beta on low … high with the given mode and mean (low + 4 mode + high) / 6. Source: Malcolm et al. 1959. */
export const pertLaw = (low: number, mode: number, high: number): Law => {
  const width = high - low;
  return scaledLaw(betaLaw(1 + (4 * (mode - low)) / width, 1 + (4 * (high - mode)) / width), low, width);
};
