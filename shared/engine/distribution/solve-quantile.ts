import { log } from '../special/elementary.ts';
/** A positive continuous law through a coordinate y in (−∞, ∞): both tails, and the density with respect to y. */
export interface Tails {
  readonly lower: (y: number) => number;
  readonly upper: (y: number) => number;
  readonly density: (y: number) => number;
}

const widest = 1e4;

/**
 * Solves P(Y ≤ y) = u by Newton's method on the logarithm of the smaller tail, kept inside a bracket; relative error of the
 * probability about 1e-14.
 */
export const solveQuantile = (tails: Tails, u: number, start: number): number => {
  const below = u <= 0.5;
  const target = log(below ? u : 1 - u);
  const tail = below ? tails.lower : tails.upper;
  const sign = below ? 1 : -1;
  let low = -widest;
  let high = widest;
  let y = start;
  for (let i = 0; i < 200; i++) {
    const p = tail(y);
    const gap = sign * (log(p) - target);
    if (gap > 0) high = y;
    else low = y;
    const step = (gap * p) / tails.density(y);
    if (Math.abs(step) <= 2e-16 * Math.max(1, Math.abs(y))) return y;
    let next = y - step;
    if (!(next > low && next < high)) next = p > 0 && p < 1 ? (low + high) / 2 : inward(y, low, high);
    if (next === y) return y;
    y = next;
  }
  return y;
};

const inward = (y: number, low: number, high: number): number =>
  y === high ? (Math.max(low, y - 8) + y) / 2 : (Math.min(high, y + 8) + y) / 2;
