import { log } from './elementary.ts';
import { exp } from '../fast-exp.ts';
import { logGamma } from './log-gamma.ts';

const tiny = 1e-300;

const last = { shape: Number.NaN, value: Number.NaN };

/** x^shape·e^−x / Γ(shape). Normal probabilities ask for shape ½ time and again. */
const front = (shape: number, x: number): number => {
  if (shape !== last.shape) {
    last.shape = shape;
    last.value = logGamma(shape);
  }
  return exp(shape * log(x) - x - last.value);
};

/** Density of Gamma(shape, scale 1) at x ≥ 0. */
export const gammaDensity = (shape: number, x: number): number =>
  x <= 0
    ? shape < 1
      ? Infinity
      : shape === 1 && x === 0
        ? 1
        : 0
    : exp((shape - 1) * log(x) - x - logGamma(shape));

const lowerSeries = (shape: number, x: number): number => {
  let term = 1 / shape;
  let sum = term;
  for (let n = 1; n < 10_000 && term > sum * 1e-17; n++) {
    term *= x / (shape + n);
    sum += term;
  }
  return sum * front(shape, x);
};

const upperFraction = (shape: number, x: number): number => {
  let b = x + 1 - shape;
  let c = 1 / tiny;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < 10_000; i++) {
    const an = -i * (i - shape);
    b += 2;
    d = 1 / (an * d + b || tiny);
    c = b + an / c || tiny;
    const step = d * c;
    h *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return h * front(shape, x);
};

/** Regularised lower incomplete gamma P(shape, x). Source: series below shape + 1, Lentz's continued fraction above. */
export const lowerGamma = (shape: number, x: number): number =>
  x <= 0 ? 0 : x < shape + 1 ? lowerSeries(shape, x) : 1 - upperFraction(shape, x);

/** Regularised upper incomplete gamma Q(shape, x) = 1 − P, accurate in the far tail. */
export const upperGamma = (shape: number, x: number): number =>
  x <= 0 ? 1 : x < shape + 1 ? 1 - lowerSeries(shape, x) : upperFraction(shape, x);
