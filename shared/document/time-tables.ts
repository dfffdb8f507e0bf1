import { bandLevels, type Comparison, type EventResult, type PairResult } from '../domain/comparison.ts';
import { addDays, monthOf } from '../domain/day.ts';
import { formatDayShort, formatMonth } from '../words/format-day.ts';
import { formatDifference, formatEstimate } from '../words/format-money.ts';
import { formatNumber, formatPercent, nbsp } from '../words/format-number.ts';
import { monthsIn } from '../words/headline.ts';
import { atLevel, chancePercent } from './key-figures.ts';
import { left, right, type TableBlock } from './table.ts';

/** Indices of about four evenly spaced weeks, the last one always. */
const checkpoints = (weeks: number): readonly number[] => {
  const step = Math.max(1, Math.round(weeks / 4));
  const picked: number[] = [];
  for (let index = weeks - 1; index >= 0 && picked.length < 4; index -= step) picked.unshift(index);
  return picked;
};

const at = (level: (typeof bandLevels)[number]): number => bandLevels.indexOf(level);

/** The fan chart in numbers: median and middle 80 % at four dates for the headline's pair. */
export const fanTable = (comparison: Comparison): TableBlock => {
  const pair = comparison.pairs[0];
  const shown = comparison.strategies.filter(({ id }) => id === pair?.a || id === pair?.b);
  const money = (amount: number | undefined): string => formatEstimate(amount ?? 0, comparison.currency);
  return {
    kind: 'table',
    caption: 'Earned since the start: typical, and the middle 80 of 100 futures',
    columns: [left('Until'), ...shown.flatMap(({ label }) => [right(label), right('80 of 100')])],
    rows: checkpoints(comparison.weeks).map(week => [
      formatDayShort(comparison.weekEnds[week] ?? ''),
      ...shown.flatMap(({ earned: { values } }) => [
        money(values[at(0.5)]?.[week]),
        `${money(values[at(0.1)]?.[week])} to ${money(values[at(0.9)]?.[week])}`,
      ]),
    ]),
  };
};

const levelNames: Readonly<Record<(typeof bandLevels)[number], string>> = {
  0.05: '5 of 100 futures are below',
  0.1: '10 of 100 (the bad tenth)',
  0.25: '25 of 100',
  0.5: '50 of 100 (typical)',
  0.75: '75 of 100',
  0.9: '90 of 100 (the good tenth)',
  0.95: '95 of 100',
};

/** The histogram in numbers: quantiles of the paired difference, whole period and a month. */
export const differenceTable = (comparison: Comparison, pair: PairResult): TableBlock => {
  const months = monthsIn(comparison.weeks);
  const money = (amount: number): string => formatDifference(amount, comparison.currency);
  return {
    kind: 'table',
    caption: 'How the difference is spread over the futures',
    columns: [left('Futures'), right('Whole period'), right('A month')],
    rows: bandLevels.map(level => {
      const value = atLevel(pair.difference, level);
      return [levelNames[level], money(value), money(value / months)];
    }),
  };
};

/** Means of earned and paid by calendar month (a week counts where it ends) for the headline's pair. */
export const cashTable = (comparison: Comparison): TableBlock => {
  const pair = comparison.pairs[0];
  const shown = comparison.strategies.filter(({ id }) => id === pair?.a || id === pair?.b);
  const months = [...new Set(comparison.weekEnds.map(monthOf))];
  const sum = (values: readonly number[], month: string): string =>
    formatEstimate(
      values.reduce((total, value, week) => {
        const end = comparison.weekEnds[week];
        return end !== undefined && monthOf(end) === month ? total + value : total;
      }, 0),
      comparison.currency,
    );
  return {
    kind: 'table',
    caption: 'Earned and paid by month, mean over all futures (a week counts in the month in which it ends)',
    columns: [left('Month'), ...shown.flatMap(({ label }) => [right(`${label}: earned`), right('paid')])],
    rows: months.map(month => [
      formatMonth(month),
      ...shown.flatMap(({ weekly }) => [sum(weekly.earned, month), sum(weekly.paid, month)]),
    ]),
  };
};

/** A simulated share with twice its error, in percentage points. */
const shareCell = ({ share, error }: EventResult): string => {
  if (error === undefined) return `${chancePercent(share)} of${nbsp}futures`;
  return `${formatPercent(share, 1)} ±${nbsp}${formatNumber(200 * error, 1)}`;
};

/** What happened to each policy event over the futures, beside what was assumed of it: the two differ by chance alone. */
export const eventTable = (comparison: Comparison): TableBlock | undefined => {
  if (comparison.events.length === 0) return undefined;
  const date = (week: number): string => formatDayShort(addDays(comparison.start, week * 7));
  const told = comparison.events.some(event => event.error !== undefined);
  return {
    kind: 'table',
    caption: told
      ? 'Policy events within the period; ± is twice the simulation error, in percentage points'
      : 'Policy events within the period',
    columns: [
      left('Event'),
      ...(told ? [right('Chance assumed')] : []),
      right(told ? 'Share of the futures played' : 'Happens in'),
      right('Typical start'),
      right('80 of 100 starts'),
    ],
    rows: comparison.events.map(event => [
      event.label,
      ...(told ? [typeof event.assumed === 'number' ? formatPercent(event.assumed, 1) : '–'] : []),
      shareCell(event),
      event.weeks ? date(event.weeks[1]) : 'never',
      event.weeks ? `${date(event.weeks[0])} to ${date(event.weeks[2])}` : '–',
    ]),
  };
};
