import type { Currency } from '../domain/money.ts';
import { minorPerMajor } from '../domain/money.ts';
import type { Distribution } from '../domain/quantity.ts';
import { central80 } from '../domain/central-range.ts';
import { heaviest, typicalValue } from '../domain/typical-value.ts';
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

const eightyOf = (distribution: Extract<Distribution, { kind: 'normal' }>): readonly [number, number] => {
  const { mean, sd, min = -Infinity, max = Infinity } = distribution;
  return [Math.max(min, mean - z80 * sd), Math.min(max, mean + z80 * sd)];
};

type Skewed = Extract<Distribution, { kind: 'beta' | 'beta-counts' | 'gamma' }>;

/** Where a law is too lopsided for a range: what it was made of. */
const spreadWords = (distribution: Skewed, unit: Unit): string => {
  switch (distribution.kind) {
    case 'beta':
      return `as sure as ${formatPlain(distribution.weight)} observations`;
    case 'beta-counts': {
      const seen = distribution.successes + distribution.failures;
      return `as sure as ${formatPlain(distribution.successes)} in ${formatPlain(seen)}`;
    }
    case 'gamma':
      return `mean; standard deviation ${formatIn(distribution.mean / Math.sqrt(distribution.shape), unit)}`;
  }
};

const rangeWords = (distribution: Distribution, unit: Unit): string => {
  const span = (low: number, high: number): string => spanWords(low, high, unit);
  switch (distribution.kind) {
    case 'constant':
      return 'certain';
    case 'interval':
      return `${span(distribution.low, distribution.high)} (${formatPercent(distribution.level)})`;
    case 'uniform':
      return `${span(distribution.low, distribution.high)} (all alike)`;
    case 'triangular':
    case 'pert':
      return `${span(distribution.low, distribution.high)} (100${nbsp}%)`;
    case 'normal': {
      const cut = distribution.min !== undefined || distribution.max !== undefined;
      return `${span(...eightyOf(distribution))} ${cut ? `(80${nbsp}% before it is cut off)` : eighty}`;
    }
    case 'lognormal': {
      const factor = Math.exp(z80 * distribution.logSd);
      return `${span(distribution.median / factor, distribution.median * factor)} ${eighty}`;
    }
    case 'beta':
    case 'beta-counts':
    case 'gamma': {
      const ends = central80(distribution);
      return ends ? `${span(...ends)} ${eighty}` : spreadWords(distribution, unit);
    }
    case 'discrete': {
      const values = distribution.values.map(entry => entry.value);
      if (values.length === 1) return 'certain';
      return `${span(Math.min(...values), Math.max(...values))} (${values.length} values)`;
    }
    case 'empirical': {
      const sorted = distribution.values.toSorted((a, b) => a - b);
      return `${span(sorted[0]!, sorted.at(-1)!)} (${formatNumber(sorted.length)} observed)`;
    }
    case 'mixture': {
      const total = distribution.parts.reduce((sum, part) => sum + part.weight, 0);
      const best = heaviest(distribution.parts);
      const weight = formatPercent(best.weight / total);
      return `${rangeWords(best.distribution, unit)} with a weight of ${weight}; ${distribution.parts.length} parts`;
    }
  }
};

/** A distribution as the two cells of a table: typical value and range, without hiding which is which. */
export const quantityWords = (distribution: Distribution, unit: Unit): QuantityWords => ({
  typical: formatIn(typicalValue(distribution), unit),
  range: rangeWords(distribution, unit),
});

/** A distribution in one phrase: `3 %`, `5 to 50 (80 %)`, `3 % (as sure as 1 in 33)`. */
export const describeQuantity = (distribution: Distribution, unit: Unit): string => {
  const { typical, range } = quantityWords(distribution, unit);
  if (range === 'certain') return typical;
  return distribution.kind === 'interval'
    ? range
    : `${typical} (${range.replace(/ \(80\u00a0%\)$/, ', 80\u00a0%')})`;
};
