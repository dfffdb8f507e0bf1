import type { ReportHistory } from '../contract/contract.ts';
import type { Currency } from '../domain/money.ts';
import type { ReportProgram } from '../domain/program.ts';
import { programLabels } from '../words/labels.ts';
import type { ChartSpec, SeriesTone } from './chart-spec.ts';

const toneOf: Readonly<Record<ReportProgram, SeriesTone>> = {
  amazon: 'amazon',
  'tiktok-shop': 'tiktok-shop',
  storefront: 'neutral',
  other: 'neutral',
};

/** Every month from the first to the last, `YYYY-MM`, both inclusive. */
export const monthsBetween = (first: string, last: string): readonly string[] => {
  const months: string[] = [];
  let [year = 0, month = 0] = first.split('-').map(Number);
  for (;;) {
    const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
    if (text > last) return months;
    months.push(text);
    month += 1;
    if (month > 12) {
      year += 1;
      month = 1;
    }
  }
};

/** The currency of most months, since one axis carries one currency. */
export const historyCurrencies = (history: ReportHistory): readonly Currency[] => {
  const counts = new Map<Currency, number>();
  for (const { currency } of history.months) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  return [...counts.entries()].toSorted((x, y) => y[1] - x[1]).map(([currency]) => currency);
};

/** Commission per program and month of one currency; a month without a report is null, never zero. */
export const monthsChart = (
  history: ReportHistory,
  currency: Currency,
): Extract<ChartSpec, { kind: 'months' }> => {
  const rows = history.months.filter(row => row.currency === currency);
  const known = rows.map(row => row.month).toSorted();
  const months = known.length === 0 ? [] : monthsBetween(known[0]!, known.at(-1)!);
  const programs = [...new Set(rows.map(row => row.program))].toSorted();
  return {
    kind: 'months',
    title: 'Commission by month',
    currency,
    months,
    series: programs.map(program => {
      const byMonth = new Map(
        rows.filter(row => row.program === program).map(row => [row.month, row.commission]),
      );
      return {
        label: programLabels[program],
        tone: toneOf[program],
        values: months.map(month => byMonth.get(month) ?? null),
      };
    }),
  };
};
