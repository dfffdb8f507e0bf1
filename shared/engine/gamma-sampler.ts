import { log } from './special/elementary.ts';
import { fastExp } from './fast-exp.ts';
import { nextDraw, nextUnit, type RandomState } from './random-stream.ts';
import { normalOf } from './standard-normal.ts';

const cube = (x: number): number => x * x * x;

/**
 * Gamma(shape, scale 1), exact. Source: Marsaglia & Tsang 2000, "A simple method for generating gamma variables"; shapes
 * below 1 by its boost Gamma(shape + 1) × U^(1/shape).
 */
export const drawGamma = (shape: number, state: RandomState): number => {
  if (shape < 1) {
    const boost = fastExp(log(nextUnit(state)) / shape);
    return drawGamma(shape + 1, state) * boost;
  }
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const z = normalOf(nextDraw(state));
    const v = cube(1 + c * z);
    if (v <= 0) continue;
    const u = nextUnit(state);
    if (u < 1 - 0.0331 * z * z * z * z || log(u) < 0.5 * z * z + d * (1 - v + log(v))) return d * v;
  }
};
