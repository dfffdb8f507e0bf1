import { fastExp } from './fast-exp.ts';
import { nextDraw, nextUnit, type RandomState } from './random-stream.ts';
import { normalOf } from './standard-normal.ts';

/**
 * Gamma(shape, scale 1), exact. Source: Marsaglia & Tsang 2000, "A simple method for generating gamma variables"; shapes
 * below 1 by its boost Gamma(shape + 1) × U^(1/shape).
 */
export const drawGamma = (shape: number, state: RandomState): number => {
  if (shape < 1) {
    const boost = fastExp(Math.log(nextUnit(state)) / shape);
    return drawGamma(shape + 1, state) * boost;
  }
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const z = normalOf(nextDraw(state));
    const v = (1 + c * z) ** 3;
    if (v <= 0) continue;
    const u = nextUnit(state);
    if (u < 1 - 0.0331 * z ** 4 || Math.log(u) < 0.5 * z * z + d * (1 - v + Math.log(v))) return d * v;
  }
};
