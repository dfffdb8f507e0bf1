import type { BinomialTable } from './binomial-table.ts';
import { drawBinomial } from './binomial.ts';
import { mostWeeks } from './calendar.ts';
import { rare } from './count-sampler.ts';
import { kernel, kernelWords } from './kernel.ts';
import type { Plan } from './plan.ts';

const ends = kernelWords(kernel.stretchEnds, mostWeeks);
const tables = kernelWords(kernel.stretchTables, mostWeeks);
const steps = kernelWords(kernel.stretchSteps, mostWeeks);
const open = kernelWords(kernel.open, mostWeeks);

const noTable = -2;
const allOrNone = -1;

/** Tells the kernels where the stretches of weeks with one share end, and their tables; without tables every week is its own. */
export const findStretches = (
  thinnings: ReadonlyMap<number, BinomialTable> | null,
  shares: Float64Array,
): void => {
  const weeks = shares.length;
  ends[0] = weeks;
  tables[0] = noTable;
  if (thinnings === null) return;
  let stretches = 0;
  for (let week = 1; week <= weeks; week++) {
    const share = shares[week - 1]!;
    if (week < weeks && shares[week] === share) continue;
    const table = thinnings.get(share);
    const other = share === 0 || share === 1 ? allOrNone : noTable;
    ends[stretches] = week;
    tables[stretches] = table ? table.place : other;
    steps[stretches] = table ? table.step : 0;
    stretches++;
  }
};

/** Counts by week, and the share to be taken of them; all rows in the kernels' memory. */
export interface Taking {
  readonly counts: Float64Array;
  /** Place of the first week in `counts`. */
  readonly from: number;
  readonly shares: Float64Array;
  /** Whether they are whole orders, not expectations. */
  readonly whole: boolean;
  readonly taken: Float64Array;
}

/**
 * A strategy's part of a row of counts, by the stretches that `findStretches` found: each order is taken with its week's share. Every
 * week has its own draw whatever the shares: strategies with the same share in a week take the same orders. Of expectations, the part.
 */
export const takeShares = (plan: Plan, { counts, from, shares, whole, taken }: Taking): void => {
  const source = counts.byteOffset + 8 * from;
  const { weeks } = plan;
  if (!whole || !plan.counted) {
    kernel.shareRow(source, shares.byteOffset, taken.byteOffset, weeks);
    return;
  }
  const left = kernel.takeRow(source, shares.byteOffset, taken.byteOffset, weeks);
  for (let j = 0; j < left; j++) {
    const week = open[j]!;
    taken[week] = drawBinomial(counts[from + week]!, shares[week]!, rare);
  }
};
