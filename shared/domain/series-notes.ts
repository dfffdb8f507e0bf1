import { networkOf } from './account.ts';
import type { Day } from './day.ts';
import type { Currency } from './money.ts';
import type { Provenance } from './provenance.ts';
import type { ImportedReport, ReportKind } from './report.ts';

/** A day from which a program counts something otherwise. */
export interface MetricBreak {
  readonly program: ImportedReport['program'];
  readonly measure: string;
  readonly on: Day;
  readonly text: string;
  readonly provenance: Provenance;
}

/** Something that makes the parts of one series not comparable. */
export type SeriesNote =
  | { readonly kind: 'metric-break'; readonly network: string; readonly broken: MetricBreak }
  /** One account's reports of one kind: in `before` up to `until`, then in `after` from `since`. */
  | {
      readonly kind: 'currency-change';
      readonly report: ReportKind;
      readonly account: string | null;
      readonly before: Currency;
      readonly until: Day;
      readonly after: Currency;
      readonly since: Day;
    };

/** What a note needs of a report, imported or planned. */
export type SeriesReport = Pick<ImportedReport, 'program' | 'kind' | 'account' | 'from' | 'to' | 'currency'>;

type Dated = SeriesReport & { readonly from: Day; readonly to: Day };

const isDated = (report: SeriesReport): report is Dated => report.from !== null && report.to !== null;

const groupBy = (reports: readonly Dated[], keyOf: (report: Dated) => string) => {
  const groups = new Map<string, Dated[]>();
  for (const report of reports) groups.set(keyOf(report), [...(groups.get(keyOf(report)) ?? []), report]);
  return [...groups.values()];
};

const breaksIn = (reports: readonly Dated[], breaks: readonly MetricBreak[]): readonly SeriesNote[] =>
  breaks
    .filter(({ program, on }) => {
      const own = reports.filter(report => report.program === program);
      return own.some(({ from }) => from < on) && own.some(({ to }) => to >= on);
    })
    .map(broken => ({ kind: 'metric-break', network: broken.program, broken }));

const changesIn = (series: readonly Dated[]): readonly SeriesNote[] => {
  const ordered = series
    .filter(({ currency }) => currency !== null)
    .toSorted((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)));
  return ordered.slice(1).flatMap((report, index): readonly SeriesNote[] => {
    const before = ordered[index]!;
    if (before.currency === report.currency) return [];
    return [
      {
        kind: 'currency-change',
        report: report.kind,
        account: report.account,
        before: before.currency!,
        until: before.to,
        after: report.currency!,
        since: report.from,
      },
    ];
  });
};

/** Where a series of reports breaks: a metric that was redefined, a currency that changes from one report of an account to the next. */
export const seriesNotes = (
  reports: readonly SeriesReport[],
  breaks: readonly MetricBreak[],
): readonly SeriesNote[] => {
  const dated = reports.filter(isDated);
  const series = groupBy(dated, ({ program, kind, account }) => [program, kind, account ?? ''].join('\n'));
  return [
    ...groupBy(dated, networkOf).flatMap(group => breaksIn(group, breaks)),
    ...series.flatMap(changesIn),
  ];
};
