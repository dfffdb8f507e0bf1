import type { BinomialTable } from './binomial-table.ts';
import { mostWeeks } from './calendar.ts';
import { kernel, kernelWords } from './kernel.ts';

const ends = kernelWords(kernel.stretchEnds, mostWeeks);
const tables = kernelWords(kernel.stretchTables, mostWeeks);
const steps = kernelWords(kernel.stretchSteps, mostWeeks);
const noTable = -1;

/** Tells the kernels where the stretches of weeks with one share end, and their tables; without tables all weeks are one stretch. */
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
    ends[stretches] = week;
    tables[stretches] = table ? table.place : noTable;
    steps[stretches] = table ? table.step : 0;
    stretches++;
  }
};

/**
 * A strategy's part of a row of whole orders in the kernels' memory, to `taken`, by the stretches that `findStretches` found: each order
 * is taken with its week's share. Every week has its own draws whatever the shares: strategies with the same share in a week take the
 * same orders.
 */
export const takeShares = (counts: Float64Array, shares: Float64Array, taken: Float64Array): void =>
  kernel.takeRow(counts.byteOffset, shares.byteOffset, taken.byteOffset, shares.length, 0);
