import type { EpochDay } from '../domain/day.ts';
import type { ProgramHistory } from './history.ts';
import { seasonWeeks } from './season-of.ts';

/** Orders of full weeks beside what a steady level with the season profile would have sold. */
export interface WeeklySeries {
  readonly orders: readonly number[];
  readonly expected: readonly number[];
}

/** A program's weeks, counted back from its last day; an incomplete first week is left out. */
export const weeklySeries = (history: ProgramHistory, season: readonly number[]): WeeklySeries => {
  const weeks = Math.floor((history.to - history.from + 1) / 7);
  const first: EpochDay = history.to - weeks * 7 + 1;
  const orders = Array.from({ length: weeks }, () => 0);
  for (const sale of history.sales) {
    const week = Math.floor((sale.day - first) / 7);
    if (week >= 0) orders[week]! += sale.orders;
  }
  const perSeasonWeek = history.orders / seasonWeeks(season, history.from, history.to);
  const expected = orders.map(
    (_, week) => perSeasonWeek * seasonWeeks(season, first + week * 7, first + week * 7 + 6),
  );
  return { orders, expected };
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Level of a stretch of weeks relative to the whole: 1 = as expected. */
const levelOf = ({ orders, expected }: WeeklySeries, from: number, to: number): number =>
  sum(orders.slice(from, to)) / sum(expected.slice(from, to));

/**
 * Variance-to-mean ratio of weekly orders around a moving average of nine weeks (Pearson's X² over its degrees of freedom), which takes
 * out drift and what the season profile misses. Null below 16 weeks.
 */
export const dispersion = (series: WeeklySeries): number | null => {
  const weeks = series.orders.length;
  if (weeks < 16) return null;
  let chiSquare = 0;
  let freedom = 0;
  for (let week = 0; week < weeks; week++) {
    const from = Math.max(0, week - 4);
    const to = Math.min(weeks, week + 5);
    const mean = series.expected[week]! * levelOf(series, from, to);
    if (!(mean > 0)) continue;
    chiSquare += (series.orders[week]! - mean) ** 2 / mean;
    freedom += 1 - 1 / (to - from);
  }
  return freedom > 0 ? chiSquare / freedom : null;
};

const blockWeeks = 4;

/**
 * Squared drift per week of the log level from differences of neighbouring four-week blocks, less the noise that `dispersion` explains;
 * by the median of squares, so that one viral month does not decide. `blocks` tells how much it weighs. Null below 24 weeks.
 */
export const squaredDrift = (
  series: WeeklySeries,
  noise: number,
): { readonly square: number; readonly blocks: number } | null => {
  const weeks = series.orders.length;
  if (weeks < 24) return null;
  const blocks: { log: number; noise: number }[] = [];
  for (let end = weeks; end >= blockWeeks; end -= blockWeeks) {
    const orders = sum(series.orders.slice(end - blockWeeks, end));
    if (orders > 0)
      blocks.push({ log: Math.log(levelOf(series, end - blockWeeks, end)), noise: noise / orders });
  }
  const squares = blocks
    .slice(1)
    .map((block, i) => (block.log - blocks[i]!.log) ** 2 - block.noise - blocks[i]!.noise)
    .toSorted((a, b) => a - b);
  if (squares.length < 4) return null;
  const median = squares[Math.floor(squares.length / 2)]!;
  // Median of a chi-square with one degree of freedom is 0.455 of its mean; two neighbouring means of m weeks of a
  // random walk differ with variance (2m² + 1) / 3m times the weekly one.
  const perWeek = (2 * blockWeeks ** 2 + 1) / (3 * blockWeeks);
  return { square: Math.max(0, median / 0.455 / perWeek), blocks: squares.length };
};

/** Level of the last 13 weeks relative to the whole window; 1 when the window is shorter than half a year. */
export const recentLevel = (all: readonly WeeklySeries[]): number => {
  const long = all.filter(({ orders }) => orders.length >= 26);
  if (long.length === 0) return 1;
  const recent = (values: (series: WeeklySeries) => readonly number[]): number =>
    sum(long.map(series => sum(values(series).slice(-13))));
  const level = recent(series => series.orders) / recent(series => series.expected);
  return level > 0 ? level : 1;
};
