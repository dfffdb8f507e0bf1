import type { Distribution } from './quantity.ts';
import { typicalValue } from './typical-value.ts';

type Plain = Exclude<Distribution, { kind: 'mixture' }>;

/** Largest share that scaling leads to; a beta or logit-normal cannot reach 1. */
const shareLimit = 0.99;

const logit = (share: number): number => Math.log(share / (1 - share));
const fromLogit = (value: number): number => 1 / (1 + Math.exp(-value));

/** A share's interval moves on the logit scale, where its spread is symmetric: the median moves by the factor, no end leaves 0–1. */
const scaleInterval = (
  distribution: Extract<Plain, { kind: 'interval' }>,
  factor: number,
): Extract<Plain, { kind: 'interval' }> => {
  const { low, high, share } = distribution;
  if (!share || low <= 0 || high >= 1) return { ...distribution, low: low * factor, high: high * factor };
  const median = typicalValue(distribution);
  const shift = logit(Math.min(shareLimit, median * factor)) - logit(median);
  return { ...distribution, low: fromLogit(logit(low) + shift), high: fromLogit(logit(high) + shift) };
};

const scalePlain = (distribution: Plain, factor: number): Plain => {
  switch (distribution.kind) {
    case 'constant':
      return { ...distribution, value: distribution.value * factor };
    case 'interval':
      return scaleInterval(distribution, factor);
    case 'uniform':
      return { ...distribution, low: distribution.low * factor, high: distribution.high * factor };
    case 'triangular':
    case 'pert':
      return {
        ...distribution,
        low: distribution.low * factor,
        mode: distribution.mode * factor,
        high: distribution.high * factor,
      };
    case 'normal':
      return {
        ...distribution,
        mean: distribution.mean * factor,
        sd: distribution.sd * factor,
        ...(distribution.min === undefined ? {} : { min: distribution.min * factor }),
        ...(distribution.max === undefined ? {} : { max: distribution.max * factor }),
      };
    case 'lognormal':
      return { ...distribution, median: distribution.median * factor };
    case 'beta':
      return { ...distribution, mean: Math.min(shareLimit, distribution.mean * factor) };
    case 'beta-counts': {
      const seen = distribution.successes + distribution.failures;
      const successes = Math.min(shareLimit * seen, distribution.successes * factor);
      return { ...distribution, successes, failures: seen - successes };
    }
    case 'gamma':
      return { ...distribution, mean: distribution.mean * factor };
    case 'discrete':
      return {
        ...distribution,
        values: distribution.values.map(entry => ({ ...entry, value: entry.value * factor })),
      };
    case 'empirical':
      return { ...distribution, values: distribution.values.map(value => value * factor) };
  }
};

/**
 * The same knowledge about a number `factor` times as large (`factor` > 0): the typical value moves, the relative spread stays.
 * Shares in a share's form stay below 1.
 */
export const scaleDistribution = (distribution: Distribution, factor: number): Distribution => {
  if (!(factor > 0)) throw new RangeError(`${factor} is no factor above zero`);
  if (distribution.kind !== 'mixture') return scalePlain(distribution, factor);
  return {
    ...distribution,
    parts: distribution.parts.map(part => ({
      ...part,
      distribution: scalePlain(part.distribution, factor),
    })),
  };
};
