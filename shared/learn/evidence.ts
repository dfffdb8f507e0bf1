import { fromEpochDay } from '../domain/day.ts';
import type { Provenance } from '../domain/provenance.ts';
import type { Distribution, Quantity } from '../domain/quantity.ts';
import type { ImportedReport } from '../domain/report.ts';
import type { ProgramHistory } from './history.ts';

/** A number known exactly. */
export const certain = (value: number, provenance: Provenance): Quantity => ({
  value: { kind: 'constant', value },
  provenance,
});

export const quantity = (value: Distribution, provenance: Provenance): Quantity => ({ value, provenance });

export const guess = (note: string): Provenance => ({ kind: 'guess', note });

/** Positive number whose mean is `mean`, with the given standard deviation of its logarithm. */
export const aroundMean = (mean: number, logSd: number): Distribution =>
  logSd > 0
    ? { kind: 'lognormal', median: mean * Math.exp(-(logSd * logSd) / 2), logSd }
    : { kind: 'constant', value: mean };

/** Between `low` and `high` times a most likely value, at most `top`. */
export const withinFactors = (
  mode: number,
  { low, high, top }: { low: number; high: number; top: number },
): Distribution => {
  const value = Math.min(mode, top);
  return { kind: 'pert', low: value * low, mode: value, high: Math.min(value * high, top) };
};

/** Writes provenances of numbers counted in one or both programs' rows. */
export type Evidence = (rows: number, note: string) => Provenance;

/** Marks a number that the rows do not show: set so that with stated guesses (views, clicks) they come out. */
export const calibrated = (source: Provenance): Provenance =>
  source.kind === 'report' ? { ...source, calibrated: true } : source;

/** Names the files behind the histories; a report that has no file name is called by its number. */
export const evidenceOf = (
  histories: readonly Pick<ProgramHistory, 'reportIds' | 'from' | 'to'>[],
  reports: readonly Pick<ImportedReport, 'id' | 'file'>[],
): Evidence => {
  const names = new Map(reports.map(({ id, file }) => [id, file]));
  const ids = [...new Set(histories.flatMap(history => history.reportIds))];
  const files = [...new Set(ids.map(id => names.get(id) ?? `report ${id}`))];
  const from = fromEpochDay(Math.min(...histories.map(history => history.from)));
  const to = fromEpochDay(Math.max(...histories.map(history => history.to)));
  // A product's part of the halo is a fraction of rows.
  return (rows, note) => ({ kind: 'report', files, rows: Math.round(rows), from, to, note });
};
