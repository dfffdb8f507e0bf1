import { addDays, daysBetween, type Day } from '../domain/day.ts';
import type { ReportProgram } from '../domain/program.ts';
import type { ImportedReport, ReportKind } from '../domain/report.ts';

export interface DaySpan {
  /** Both inclusive. */
  readonly from: Day;
  readonly to: Day;
}

/** The days that one kind of report of one program speaks of. */
export interface CoverageLane {
  readonly id: string;
  readonly program: ReportProgram;
  readonly kind: ReportKind;
  readonly currency: string | null;
  /** Of the reports in it; null is the network's first account. */
  readonly account: string | null;
  /** True where rows of several accounts stand in the same reports. */
  readonly severalAccounts: boolean;
  readonly reports: number;
  /** Days with a report, joined; in order. */
  readonly covered: readonly DaySpan[];
  /** Days between them that no report speaks of. */
  readonly gaps: readonly DaySpan[];
  /** Days that two or more reports speak of. */
  readonly overlaps: readonly DaySpan[];
}

export interface Coverage extends DaySpan {
  readonly lanes: readonly CoverageLane[];
}

/** A report's days are those of its rows: fewer quiet days than this at a seam are no gap. */
const quietDays = 3;

/** Number of days of a span. */
export const spanDays = ({ from, to }: DaySpan): number => daysBetween(from, to) + 1;

const later = (a: Day, b: Day): Day => (a > b ? a : b);
const earlier = (a: Day, b: Day): Day => (a < b ? a : b);

/** Spans joined where they touch or lie no more than `apart` days apart. */
const joined = (spans: readonly DaySpan[], apart: number): readonly DaySpan[] => {
  const result: DaySpan[] = [];
  for (const span of spans.toSorted((a, b) => a.from.localeCompare(b.from))) {
    const last = result.at(-1);
    if (last && daysBetween(last.to, span.from) <= apart + 1) {
      result[result.length - 1] = { from: last.from, to: later(last.to, span.to) };
    } else result.push({ from: span.from, to: span.to });
  }
  return result;
};

const overlapsOf = (spans: readonly DaySpan[]): readonly DaySpan[] => {
  const shared: DaySpan[] = [];
  let reached: Day | null = null;
  for (const { from, to } of spans.toSorted((a, b) => a.from.localeCompare(b.from))) {
    if (reached !== null && from <= reached) shared.push({ from, to: earlier(to, reached) });
    reached = reached === null ? to : later(reached, to);
  }
  return joined(shared, 0);
};

const gapsBetween = (covered: readonly DaySpan[]): readonly DaySpan[] =>
  covered
    .slice(1)
    .map((span, index) => ({ from: addDays(covered[index]!.to, 1), to: addDays(span.from, -1) }));

const hasSeveralAccounts = ({ rowAccounts = [] }: ImportedReport): boolean => rowAccounts.length > 1;

/** Which days the imported reports speak of, by program, account, kind and currency; null when none says its days. */
export const coverageOf = (reports: readonly ImportedReport[]): Coverage | null => {
  const lanes = new Map<string, { readonly first: ImportedReport; readonly spans: DaySpan[] }>();
  for (const report of reports) {
    const { from, to, program, kind, currency } = report;
    if (from === null || to === null) continue;
    const id = `${program} ${hasSeveralAccounts(report) ? '*' : (report.account ?? '')} ${kind} ${currency}`;
    const lane = lanes.get(id) ?? { first: report, spans: [] };
    lane.spans.push({ from, to });
    lanes.set(id, lane);
  }
  const all = [...lanes.values()].flatMap(({ spans }) => spans);
  if (all.length === 0) return null;
  return {
    from: all.map(({ from }) => from).reduce(earlier),
    to: all.map(({ to }) => to).reduce(later),
    lanes: [...lanes]
      .toSorted(([a], [b]) => a.localeCompare(b))
      .map(([id, { first, spans }]) => {
        const covered = joined(spans, quietDays);
        return {
          id,
          program: first.program,
          kind: first.kind,
          currency: first.currency,
          account: first.account,
          severalAccounts: hasSeveralAccounts(first),
          reports: spans.length,
          covered,
          gaps: gapsBetween(covered),
          overlaps: overlapsOf(spans),
        };
      }),
  };
};
