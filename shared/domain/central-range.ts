import type { Distribution } from './quantity.ts';

/** 90th percentile of the standard normal: half width of the central 80 %. */
const z80 = 1.2815515655446004;

/** Below this shape the cube roots leave the law by more than 2 %. */
const smallestShape = 1.5;

/** Quantile of a gamma with mean 1. Source: Wilson & Hilferty 1931. */
const gammaAt = (shape: number, z: number): number => (1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape))) ** 3;

/** Quantile of Beta(a, b) through F's cube root, which is nearly normal. Source: Paulson 1942. */
const betaAt = (a: number, b: number, z: number): number => {
  const [first, second] = [1 / (9 * a), 1 / (9 * b)];
  // (1 − second)·r − (1 − first) = z·√(second·r² + first), squared and solved for r.
  const square = (1 - second) ** 2 - z * z * second;
  const half = (1 - first) * (1 - second);
  const rest = (1 - first) ** 2 - z * z * first;
  const root = (half + Math.sign(z) * Math.sqrt(Math.max(0, half * half - square * rest))) / square;
  const ratio = (a / b) * root ** 3;
  return ratio / (1 + ratio);
};

/**
 * The middle 80 % of a beta or gamma law, within 2 % of its ends, in the law's own unit; null for shapes below 1.5, where the short formulas fail.
 */
export const central80 = (
  distribution: Extract<Distribution, { kind: 'beta' | 'beta-counts' | 'gamma' }>,
): readonly [number, number] | null => {
  if (distribution.kind === 'gamma') {
    const { mean, shape } = distribution;
    return shape < smallestShape ? null : [mean * gammaAt(shape, -z80), mean * gammaAt(shape, z80)];
  }
  const [a, b] =
    distribution.kind === 'beta'
      ? [distribution.mean * distribution.weight, (1 - distribution.mean) * distribution.weight]
      : [distribution.successes, distribution.failures];
  return Math.min(a, b) < smallestShape ? null : [betaAt(a, b, -z80), betaAt(a, b, z80)];
};
