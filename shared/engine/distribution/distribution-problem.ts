import type { Distribution } from '../../domain/quantity.ts';
import { lawOf } from './law-of.ts';

/** Range that a quantity must stay in, both ends included. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

const ordered = (low: number, high: number): string | null =>
  low <= high ? null : `the low end ${low} is above the high end ${high}`;

const modeInside = (low: number, mode: number, high: number): string | null =>
  ordered(low, high) ??
  (mode >= low && mode <= high ? null : `the most likely value ${mode} is not between ${low} and ${high}`);

const shapeProblem = (value: Distribution): string | null => {
  switch (value.kind) {
    case 'interval':
      if (value.share && !(value.low > 0 && value.high < 1))
        return 'both ends of a share must lie between 0 and 1 (ends excluded)';
      return ordered(value.low, value.high);
    case 'uniform':
      return ordered(value.low, value.high);
    case 'triangular':
    case 'pert':
      return modeInside(value.low, value.mode, value.high);
    case 'normal': {
      const { min = -Infinity, max = Infinity } = value;
      if (!(min < max)) return `the smallest value ${min} is not below the largest ${max}`;
      const far = Math.max((min - value.mean) / value.sd, (value.mean - max) / value.sd);
      return far > 8 ? 'the allowed range lies more than 8 standard deviations from the mean' : null;
    }
    case 'mixture':
      return value.parts.map(part => shapeProblem(part.distribution)).find(text => text !== null) ?? null;
    default:
      return null;
  }
};

const percent = (share: number): string => `${Number((share * 100).toPrecision(2))} %`;

/** Largest probability outside the allowed range that is silently moved to the range's edge. */
export const tolerableOutside = 0.01;

/**
 * Why a distribution cannot be used, as a sentence without subject; null when it can. A thin tail outside the range (1 % or
 * less) is allowed: the engine moves such draws to the edge.
 */
export const distributionProblem = (value: Distribution, range: Range): string | null => {
  const shape = shapeProblem(value);
  if (shape !== null) return shape;
  const law = lawOf(value);
  const slack = 1e-12 * Math.max(1, Math.abs(range.min));
  const below = Number.isFinite(range.min) ? law.cdf(range.min - slack) : 0;
  const above = Number.isFinite(range.max) ? 1 - law.cdf(range.max) : 0;
  if (below > tolerableOutside) return `is below ${range.min} with a chance of ${percent(below)}`;
  if (above > tolerableOutside) return `is above ${range.max} with a chance of ${percent(above)}`;
  return null;
};
