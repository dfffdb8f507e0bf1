import type { Aggregate } from '../domain/aggregate.ts';
import { monthOf, type Day } from '../domain/day.ts';
import { minor } from '../domain/money.ts';
import type { OpenRows } from './pending-money.ts';

/** Amazon's summed-up reports with money, the finest split of a month first; they tell of the same money and are never added. */
const kinds = ['amazon.category', 'amazon.tracking-id', 'amazon.linked-product'] as const;

interface Window {
  readonly from: Day;
  readonly to: Day;
  readonly amount: number;
  readonly rows: number;
}

const windowsOf = (rows: readonly Aggregate[]): readonly Window[] => {
  const windows = new Map<string, Window>();
  for (const { from, to, commission } of rows) {
    const known = windows.get(`${from} ${to}`) ?? { from, to, amount: 0, rows: 0 };
    windows.set(`${from} ${to}`, {
      ...known,
      amount: known.amount + (commission ?? 0),
      rows: known.rows + 1,
    });
  }
  return [...windows.values()];
};

const length = ({ from, to }: Window): number => Date.parse(to) - Date.parse(from);

/** The longest windows that do not overlap: a month's later report holds its earlier ones. */
const apart = (windows: readonly Window[]): readonly Window[] => {
  const taken: Window[] = [];
  for (const window of windows.toSorted((a, b) => length(b) - length(a)))
    if (taken.every(other => window.to < other.from || other.to < window.from)) taken.push(window);
  return taken;
};

const keyOf = (account: string | null, currency: string | null, month: string): string =>
  [account ?? '', currency ?? '', month].join('\n');

/**
 * What Amazon's summed-up reports say was earned, month by month, where no row of a finer report does. A window over more than one
 * month cannot be told apart by months and is left out.
 */
export const openSummaries = (
  aggregates: readonly Aggregate[],
  known: readonly OpenRows[],
): readonly OpenRows[] => {
  const byMonth = new Map<string, Aggregate[]>();
  for (const row of aggregates) {
    if (row.program !== 'amazon' || row.commission === null || monthOf(row.from) !== monthOf(row.to))
      continue;
    const key = keyOf(row.account ?? null, row.currency, monthOf(row.to));
    byMonth.set(key, [...(byMonth.get(key) ?? []), row]);
  }
  const finer = new Set(
    known.flatMap(({ network, account, currency, day }) =>
      network === 'amazon' && day !== null ? [keyOf(account, currency, monthOf(day))] : [],
    ),
  );
  return [...byMonth].flatMap(([key, rows]) => {
    const kind = finer.has(key) ? undefined : kinds.find(one => rows.some(({ report }) => report === one));
    if (kind === undefined) return [];
    const first = rows[0]!;
    return apart(windowsOf(rows.filter(({ report }) => report === kind))).map(
      (window): OpenRows => ({
        network: 'amazon',
        account: first.account ?? null,
        currency: first.currency!,
        stream: 'offsite',
        status: 'earned',
        day: window.to,
        amount: minor(window.amount),
        rows: window.rows,
      }),
    );
  });
};
