import { minorPerMajor, type Currency } from '../domain/money.ts';
import type { Scenario } from '../domain/scenario.ts';
import {
  aroundMean,
  calibrated,
  certain,
  guess,
  quantity,
  withinFactors,
  type Evidence,
} from './evidence.ts';
import { meanLevel, meanOf } from './expected-views.ts';
import type { ProgramHistory } from './history.ts';
import { lastDayOfRun, windowDays } from './learning-window.ts';
import { conversion } from './rates-from-counts.ts';
import { seasonWeeks } from './season-of.ts';
import type { SideRow } from './side-row.ts';

type Bounties = NonNullable<Scenario['programs']['amazon']['bounties']>;
type OnAmazon = NonNullable<Scenario['programs']['onAmazon']>;

export interface SideContext {
  readonly currency: Currency;
  readonly season: readonly number[];
  readonly evidence: (rows: readonly SideRow[]) => Evidence;
}

/** Bounties by clicks on Amazon links (`clicksPerWeek`: mean at season 1); null without any in the program's window. */
export const learnedBounties = (
  side: readonly SideRow[],
  { from, to }: ProgramHistory,
  { currency, season, evidence, clicksPerWeek }: SideContext & { readonly clicksPerWeek: number },
): Bounties | null => {
  const rows = side.filter(row => row.kind === 'bounty' && row.day >= from && row.day <= to);
  const events = rows.reduce((sum, row) => sum + (row.commission > 0 ? row.events : 0), 0);
  const each = rows.reduce((sum, row) => sum + row.commission, 0) / events;
  if (!(events > 0 && each > 0 && clicksPerWeek > 0)) return null;
  const squares = rows.reduce(
    (sum, row) => sum + (row.events > 0 ? row.events * (row.commission / row.events - each) ** 2 : 0),
    0,
  );
  const source = evidence(rows);
  const note =
    'Trials and registrations over the clicks that these rows’ orders were set by: views and clicks are not in them';
  return {
    perClick: quantity(
      conversion(events / seasonWeeks(season, from, to) / clicksPerWeek, events, 0),
      calibrated(source(rows.length, note)),
    ),
    amount: quantity(
      aroundMean(each / minorPerMajor(currency), Math.sqrt(squares / events / events) / each),
      source(rows.length, 'Fees per trial or registration'),
    ),
  };
};

interface Weekly {
  /** Commission of a full week at season 1, minor units. */
  readonly mean: number;
  /** Coefficient of variation between weeks, season apart. */
  readonly variation: number;
  readonly weeks: number;
}

const weekly = (rows: readonly SideRow[], season: readonly number[], window: Span): Weekly => {
  const { from, to } = window;
  const weeks = Math.floor((to - from + 1) / 7);
  const first = to - weeks * 7 + 1;
  const sums = Array.from({ length: weeks }, () => 0);
  let total = 0;
  for (const { day, commission } of rows) {
    total += commission;
    const week = Math.floor((day - first) / 7);
    if (week >= 0) sums[week] = sums[week]! + commission;
  }
  const mean = total / seasonWeeks(season, from, to);
  const squares = sums.reduce((sum, amount, week) => {
    const expected = seasonWeeks(season, first + week * 7, first + week * 7 + 6);
    return sum + (amount / expected - mean) ** 2;
  }, 0);
  return { mean, variation: Math.sqrt(squares / Math.max(1, weeks)) / mean, weeks };
};

interface Span {
  readonly from: number;
  readonly to: number;
}

/** The Amazon window, which says that weeks without such rows brought nothing; else the last 365 days of the run of the rows themselves. */
const spanOf = (rows: readonly SideRow[], amazon: ProgramHistory | null): Span => {
  if (amazon) return amazon;
  const to = lastDayOfRun(rows.map(({ day }) => ({ day, orders: 1 }))) ?? -Infinity;
  const first = rows.reduce((day, row) => Math.min(day, row.day), Infinity);
  return { from: Math.max(first, to - windowDays + 1), to };
};

const fewestWeeks = 13;

/** Income on Amazon itself, in mean and scatter of the past's weeks; null when there was none to speak of. */
export const learnedOnAmazon = (
  side: readonly SideRow[],
  amazon: ProgramHistory | null,
  { currency, season, evidence, frame }: SideContext & { readonly frame: Scenario },
): OnAmazon | null => {
  const all = side.filter(row => row.kind === 'on-amazon');
  if (all.length === 0) return null;
  const span = spanOf(all, amazon);
  const rows = all.filter(row => row.day >= span.from && row.day <= span.to);
  const { mean, variation, weeks } = weekly(rows, season, span);
  if (!(mean > 0) || weeks === 0) return null;
  const source = evidence(rows);
  const known = weeks >= fewestWeeks;
  const sd = Math.min(1.5, Math.max(0.1, Math.sqrt(Math.log(1 + variation ** 2))));
  const logSd = known
    ? quantity(
        withinFactors(sd, { low: 0.8, high: 1.2, top: 2 }),
        source(rows.length, 'Scatter of weekly sums: the lognormal law with the same mean and variance'),
      )
    : certain(0.8, guess('Too few weeks of on-Amazon income to tell how they scatter'));
  const { growthPerYear } = frame.content;
  const over =
    meanOf(logSd.value, s => Math.exp((s * s) / 2)) *
    meanLevel({ kind: 'constant', value: 0 }, growthPerYear.value, frame.weeks);
  const sampling = Math.min(0.5, Math.max(0.05, variation / Math.sqrt(weeks)));
  return {
    perWeek: quantity(
      aroundMean(mean / over / minorPerMajor(currency), sampling),
      calibrated(
        source(
          rows.length,
          'Commission without a link of yours, set so that a year brings what these rows did',
        ),
      ),
    ),
    logSd,
  };
};
