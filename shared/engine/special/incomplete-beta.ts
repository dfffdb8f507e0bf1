import { log, log1p } from './elementary.ts';
import { exp } from '../fast-exp.ts';
import { logBeta } from './log-gamma.ts';

const tiny = 1e-300;

/** Density of Beta(a, b) at 0 < x < 1. */
export const betaDensity = (a: number, b: number, x: number): number =>
  x <= 0 || x >= 1 ? 0 : exp((a - 1) * log(x) + (b - 1) * log1p(-x) - logBeta(a, b));

const fraction = (a: number, b: number, x: number): number => {
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1) || tiny);
  let h = d;
  for (let m = 1; m < 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d || tiny);
    c = 1 + even / c || tiny;
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d || tiny);
    c = 1 + odd / c || tiny;
    h *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return h;
};

/** Regularised incomplete beta I_x(a, b), a, b > 0. Source: Lentz's continued fraction (Abramowitz & Stegun 26.5.8). */
export const incompleteBeta = (a: number, b: number, x: number): number => {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = exp(a * log(x) + b * log1p(-x) - logBeta(a, b));
  return x < (a + 1) / (a + b + 2)
    ? (front * fraction(a, b, x)) / a
    : 1 - (front * fraction(b, a, 1 - x)) / b;
};
