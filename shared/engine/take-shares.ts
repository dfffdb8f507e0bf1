import { thinRow, type BinomialTable } from './binomial-table.ts';
import { drawBinomial } from './binomial.ts';
import { mostWeeks } from './calendar.ts';
import { kernel, kernelWords } from './kernel.ts';
import type { Plan } from './plan.ts';
import { fillRow } from './random-stream.ts';
import type { Workspace } from './workspace.ts';

/** Counts by week, and the share to be taken of them. */
export interface Taking {
  readonly counts: Float64Array;
  readonly from: number;
  readonly shares: Float64Array;
  /** Whether they are whole orders, not expectations. */
  readonly whole: boolean;
  readonly taken: Float64Array;
}

const draws = kernelWords(kernel.draws, mostWeeks);
const ends = kernelWords(kernel.stretchEnds, mostWeeks);
const places = kernelWords(kernel.stretchTables, mostWeeks);
const steps = kernelWords(kernel.stretchSteps, mostWeeks);
/** By stretch; undefined where its share has none. */
const tables: (BinomialTable | undefined)[] = [];
let stretches = 0;

/** Notes where the stretches of weeks with one share end, and the tables of those shares; says whether all that need one have it. */
export const findStretches = (work: Workspace, shares: Float64Array): boolean => {
  const weeks = shares.length;
  let areTabled = true;
  stretches = 0;
  for (let week = 1; week <= weeks; week++) {
    const share = shares[week - 1]!;
    if (week < weeks && shares[week] === share) continue;
    const table = work.thinnings.get(share);
    if (!table && share !== 0 && share !== 1) areTabled = false;
    tables[stretches] = table;
    places[stretches] = table ? table.place : -1;
    steps[stretches] = table ? table.step : 0;
    ends[stretches++] = week;
  }
  return areTabled;
};

/**
 * A strategy's part of a row of counts: weeks of a stretch that `findStretches` found are thinned together. Every week has its own
 * draw whatever the shares: strategies with the same share in a week take the same orders.
 */
export const takeShares = (
  plan: Plan,
  work: Workspace,
  { counts, from, shares, whole, taken }: Taking,
): void => {
  const isDrawn = whole && plan.counted;
  if (isDrawn) fillRow(draws, plan.weeks);
  let first = 0;
  for (let i = 0; i < stretches; i++) {
    const share = shares[first]!;
    const end = ends[i]!;
    const table = tables[i];
    if (!isDrawn || share === 0 || share === 1)
      for (let week = first; week < end; week++) taken[week] = counts[from + week]! * share;
    else if (table) thinRow(table, { counts, from, taken, first, end });
    else
      for (let week = first; week < end; week++)
        taken[week] = drawBinomial(counts[from + week]!, share, work.rare);
    first = end;
  }
};
