import { binomialTable, thinRow } from './binomial-table.ts';
import { mostWeeks } from './calendar.ts';
import type { Plan } from './plan.ts';
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

const ends = new Int32Array(mostWeeks);
let stretches = 0;

/** Notes where the stretches of weeks with one share end, for `takeShares`. */
export const findStretches = (shares: Float64Array): void => {
  const weeks = shares.length;
  stretches = 0;
  for (let week = 1; week < weeks; week++) if (shares[week] !== shares[week - 1]) ends[stretches++] = week;
  ends[stretches++] = weeks;
};

/** A strategy's part of a row of counts: weeks of a stretch that `findStretches` found are thinned together. */
export const takeShares = (
  plan: Plan,
  work: Workspace,
  { counts, from, shares, whole, taken }: Taking,
): void => {
  let first = 0;
  for (let i = 0; i < stretches; i++) {
    const share = shares[first]!;
    const end = ends[i]!;
    if (whole && plan.counted && share > 0 && share < 1) {
      const row = { counts, from: from + first, taken, to: first, count: end - first };
      thinRow(binomialTable(share), row, work.rare);
    } else for (let week = first; week < end; week++) taken[week] = counts[from + week]! * share;
    first = end;
  }
};
