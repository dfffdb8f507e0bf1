import { addDays, day, type Day } from '../domain/day.ts';
import type { PendingEntry, PendingMoney, PendingRule } from '../domain/pending.ts';
import { minor, type Currency } from '../domain/money.ts';
import { formatDayRange, formatDayShort } from './format-day.ts';
import { accountLabel, networkLabel } from './labels.ts';
import { provenanceSentence } from './provenance.ts';

/** More lines than this are joined by weeks. */
const mostLines = 24;

const mondayOf = (on: Day): Day => {
  const weekday = (new Date(`${on}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(on, -weekday);
};

const joined = (a: PendingEntry, b: PendingEntry): PendingEntry => ({
  ...a,
  amount: minor(a.amount + b.amount),
  rows: a.rows + b.rows,
  expected:
    a.expected && b.expected
      ? {
          on: a.expected.on,
          from: a.expected.from < b.expected.from ? a.expected.from : b.expected.from,
          to: a.expected.to > b.expected.to ? a.expected.to : b.expected.to,
        }
      : null,
});

const byWeek = (entries: readonly PendingEntry[]): readonly PendingEntry[] => {
  const weeks = new Map<string, PendingEntry>();
  for (const entry of entries) {
    const week = entry.state === 'expected' && entry.expected ? mondayOf(entry.expected.on) : '';
    const key = [entry.network, entry.account ?? '', entry.stream, entry.kind, entry.state, week].join('\n');
    const known = weeks.get(key);
    const dated =
      entry.expected && week !== '' ? { ...entry, expected: { ...entry.expected, on: day(week) } } : entry;
    weeks.set(key, known ? joined(known, dated) : dated);
  }
  return [...weeks.values()];
};

const withoutDay: Readonly<Record<'overdue' | 'frozen' | 'unknown', string>> = {
  overdue: 'late: still open in your newest report',
  frozen: 'frozen by the program',
  unknown: 'day not known',
};

export interface PendingLine {
  readonly when: string;
  readonly range: string;
  readonly whose: string;
  readonly kind: PendingEntry['kind'];
  readonly amount: PendingEntry['amount'];
  readonly rows: number;
}

const whoseWords = ({ network, account, stream }: PendingEntry): string =>
  [
    networkLabel(network),
    account === null ? '' : accountLabel(account),
    stream === 'onsite' ? 'sold on Amazon itself' : '',
  ]
    .filter(part => part !== '')
    .join(', ');

const lineOf = (entry: PendingEntry, isLong: boolean): PendingLine => {
  const { state, expected, kind, amount, rows } = entry;
  return {
    when:
      state === 'expected' && expected
        ? `${isLong ? 'week of ' : ''}${formatDayShort(expected.on)}`
        : withoutDay[state === 'expected' ? 'unknown' : state],
    range: state === 'expected' && expected ? formatDayRange(expected.from, expected.to) : '–',
    whose: whoseWords(entry),
    kind,
    amount,
    rows,
  };
};

/** One currency's money on its way, line by line: by day, or by week where there are many days. */
export const pendingLines = ({ entries }: PendingMoney, currency: Currency): readonly PendingLine[] => {
  const own = entries.filter(entry => entry.currency === currency);
  const isLong = own.length > mostLines;
  return (isLong ? byWeek(own) : own).map(entry => lineOf(entry, isLong));
};

/** Why money is expected when it is, with its source. */
export const pendingRuleSentence = ({ network, countedFrom, days, provenance }: PendingRule): string => {
  const start = countedFrom === 'month-end' ? 'the end of the month of shipping' : 'the order';
  const range = days.low === days.high ? '' : ` (${days.low} to ${days.high})`;
  return `${networkLabel(network)}: ${days.mode} days after ${start}${range}. ${provenanceSentence(provenance)}`;
};
