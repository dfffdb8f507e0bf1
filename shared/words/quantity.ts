import type { Currency } from '../domain/money.ts';
import { minorPerMajor } from '../domain/money.ts';
import type { Distribution } from '../domain/quantity.ts';
import { formatEstimate, formatMoney } from './format-money.ts';
import { formatCompact, formatNumber, formatPercent, formatPlain, nbsp } from './format-number.ts';

/** What a quantity's number means. `money` is in major units, `share` runs 0–1, `factor` multiplies. */
export type Unit =
  | { readonly kind: 'share' }
  | { readonly kind: 'money'; readonly currency: Currency }
  | { readonly kind: 'count'; readonly noun: string }
  | { readonly kind: 'factor' }
  | { readonly kind: 'plain' };

/** One number in its unit: `3 %`, `$24.99`, `12,000 views`, `×1.15`, `0.95`. */
export const formatIn = (value: number, unit: Unit): string => {
  switch (unit.kind) {
    case 'share':
      return formatPercent(value);
    case 'money': {
      const amount = value * minorPerMajor(unit.currency);
      return Math.abs(value) >= 1000
        ? formatEstimate(amount, unit.currency)
        : formatMoney(amount, unit.currency);
    }
    case 'count': {
      const text = Math.abs(value) >= 1000 ? formatNumber(value) : formatPlain(value);
      return unit.noun === '' ? text : `${text}${nbsp}${unit.noun}`;
    }
    case 'factor':
      return `×${formatPlain(value)}`;
    case 'plain':
      return Math.abs(value) >= 1e6 ? formatCompact(value) : formatPlain(value);
  }
};

/** 90th percentile of the standard normal: half width of the central 80 %. */
const z80 = 1.2815515655446004;

/** `low to high` sharing the unit's noun: `5 to 50 weeks`, `1 % to 3 %`. */
const spanWords = (low: number, high: number, unit: Unit): string => {
  const bare: Unit = unit.kind === 'count' ? { kind: 'count', noun: '' } : unit;
  return `${formatIn(low, bare)} to ${formatIn(high, unit)}`;
};

export interface QuantityWords {
  /** The typical value: its median, mode or mean, whichever its form states. */
  readonly typical: string;
  /** What else it may be: `5 to 50 (80 %)`; `certain` for a constant. */
  readonly range: string;
}

const eighty = `(80${nbsp}%)`;

/** A distribution as the two cells of a table: typical value and range, without hiding which is which. */
export const quantityWords = (distribution: Distribution, unit: Unit): QuantityWords => {
  const one = (value: number): string => formatIn(value, unit);
  const span = (low: number, high: number): string => spanWords(low, high, unit);
  switch (distribution.kind) {
    case 'constant':
      return { typical: one(distribution.value), range: 'certain' };
    case 'interval': {
      const { low, high, level, share } = distribution;
      return {
        typical: one(intervalMedian(low, high, share)),
        range: `${span(low, high)} (${formatPercent(level)})`,
      };
    }
    case 'uniform':
      return {
        typical: one((distribution.low + distribution.high) / 2),
        range: `${span(distribution.low, distribution.high)} (all equally likely)`,
      };
    case 'triangular':
    case 'pert':
      return {
        typical: one(distribution.mode),
        range: `${span(distribution.low, distribution.high)} (all of it)`,
      };
    case 'normal': {
      const { mean, sd, min = -Infinity, max = Infinity } = distribution;
      const low = Math.max(min, mean - z80 * sd);
      const high = Math.min(max, mean + z80 * sd);
      const cut = Number.isFinite(min) || Number.isFinite(max);
      return {
        typical: one(mean),
        range: `${span(low, high)} ${cut ? '(80 % before it is cut off)' : eighty}`,
      };
    }
    case 'lognormal': {
      const factor = Math.exp(z80 * distribution.logSd);
      return {
        typical: one(distribution.median),
        range: `${span(distribution.median / factor, distribution.median * factor)} ${eighty}`,
      };
    }
    case 'beta':
      return {
        typical: one(distribution.mean),
        range: `as sure as ${formatPlain(distribution.weight)} observations`,
      };
    case 'beta-counts': {
      const seen = distribution.successes + distribution.failures;
      return {
        typical: one(distribution.successes / seen),
        range: `${formatPlain(distribution.successes)} of ${formatPlain(seen)} seen`,
      };
    }
    case 'gamma':
      return {
        typical: one(distribution.mean),
        range: `mean; standard deviation ${one(distribution.mean / Math.sqrt(distribution.shape))}`,
      };
    case 'discrete': {
      const best = distribution.values.reduce((a, b) => (b.weight > a.weight ? b : a));
      const values = distribution.values.map(entry => entry.value);
      return {
        typical: one(best.value),
        range:
          values.length === 1
            ? 'certain'
            : `${span(Math.min(...values), Math.max(...values))} (${values.length} values)`,
      };
    }
    case 'empirical': {
      const sorted = [...distribution.values].toSorted((a, b) => a - b);
      return {
        typical: one(sorted[Math.floor((sorted.length - 1) / 2)]!),
        range: `${span(sorted[0]!, sorted.at(-1)!)} (${formatNumber(sorted.length)} observed)`,
      };
    }
    case 'mixture': {
      const total = distribution.parts.reduce((sum, part) => sum + part.weight, 0);
      const best = distribution.parts.reduce((a, b) => (b.weight > a.weight ? b : a));
      const words = quantityWords(best.distribution, unit);
      return {
        typical: words.typical,
        range: `${words.range} with a weight of ${formatPercent(best.weight / total)}; ${distribution.parts.length} parts`,
      };
    }
  }
};

/** Median of `low to high`: geometric mean if positive, midpoint else, midpoint of logits for a share. */
const intervalMedian = (low: number, high: number, share: boolean): number => {
  if (share && low > 0 && high < 1) {
    const logit = (Math.log(low / (1 - low)) + Math.log(high / (1 - high))) / 2;
    return 1 / (1 + Math.exp(-logit));
  }
  return low > 0 ? Math.sqrt(low * high) : (low + high) / 2;
};

/** A distribution in one phrase: `3 %`, `5 to 50 (80 %)`, `12 of 1,000 seen`. */
export const describeQuantity = (distribution: Distribution, unit: Unit): string => {
  const { typical, range } = quantityWords(distribution, unit);
  if (range === 'certain') return typical;
  return distribution.kind === 'interval'
    ? range
    : `${typical} (${range.replace(/ \(80\u00a0%\)$/, ', 80\u00a0%')})`;
};
