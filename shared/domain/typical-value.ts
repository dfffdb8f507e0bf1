import type { Distribution } from './quantity.ts';

/** Median of `low to high`: geometric mean if positive, midpoint else, midpoint of logits for a share. */
const intervalMedian = (low: number, high: number, share: boolean): number => {
  if (share && low > 0 && high < 1) {
    const logit = (Math.log(low / (1 - low)) + Math.log(high / (1 - high))) / 2;
    return 1 / (1 + Math.exp(-logit));
  }
  return low > 0 ? Math.sqrt(low * high) : (low + high) / 2;
};

/** The one value that stands for a distribution where there is room for one: its median, mode or mean, whichever its form states. */
export const typicalValue = (distribution: Distribution): number => {
  switch (distribution.kind) {
    case 'constant':
      return distribution.value;
    case 'interval':
      return intervalMedian(distribution.low, distribution.high, distribution.share);
    case 'uniform':
      return (distribution.low + distribution.high) / 2;
    case 'triangular':
    case 'pert':
      return distribution.mode;
    case 'normal':
    case 'beta':
    case 'gamma':
      return distribution.mean;
    case 'lognormal':
      return distribution.median;
    case 'beta-counts':
      return distribution.successes / (distribution.successes + distribution.failures);
    case 'discrete':
      return heaviest(distribution.values).value;
    case 'empirical':
      return distribution.values.toSorted((a, b) => a - b)[Math.floor((distribution.values.length - 1) / 2)]!;
    case 'mixture':
      return typicalValue(heaviest(distribution.parts).distribution);
  }
};

/** The entry of greatest weight, the first of equals. */
export const heaviest = <Entry extends { readonly weight: number }>(entries: readonly Entry[]): Entry =>
  entries.reduce((best, entry) => (entry.weight > best.weight ? entry : best));
