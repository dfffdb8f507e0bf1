import { log } from './special/elementary.ts';
import { exp } from './fast-exp.ts';
import { fillCells, levelOf, topLevel, undecided } from './fill-cells.ts';
import { kernel, kernelHalves, kernelWords } from './kernel.ts';
import { logGamma } from './special/log-gamma.ts';

/*
 * Inversion tables of Poisson counts at the means 0, ¼, ½, … and, from `fineEnd` on, every 32: counts of two means add to a count of
 * their sum, so any mean is a table plus a rest. For table k and a draw x, n is the smallest with x ≤ threshold(n); thresholds are
 * distribution functions on the scale of signed 32-bit draws, so each probability is exact to 2⁻³². Nearly always the draw's leading
 * 16 bits decide n, by one look-up.
 */

const fineSteps = 4;
const fineEnd = 320;
const coarseStep = 32;
/** Means from here on are drawn by rejection instead of tables. */
const tabledMeans = 2048;

/** Leading bits of a draw that choose one of a table's cells. */
const fineBits = 8;
const coarseBits = 10;

/** `[table][leading bits of the draw, unsigned]`, told by the whole part of the mean. */
const cells = kernelHalves(kernel.tableCells, kernel.mostTables.value << 8);
const thresholds = kernelWords(kernel.tableThresholds, kernel.mostThresholds.value);
/** Per table: its first place in `thresholds`, and what to add to a place to get its n. */
const starts = kernelWords(kernel.tableFirst, kernel.mostTables.value);
const shift = kernelWords(kernel.tableShift, kernel.mostTables.value);

/** ln P(N = n) for a Poisson count of the given mean. */
export const logMass = (n: number, mean: number): number => n * log(mean) - mean - logGamma(n + 1);

/** Thresholds of one mean, into `levels` from place `at`: n = `first` + i has the i-th of `size`. */
const fillLevels = (
  levels: Int32Array,
  at: number,
  mean: number,
): { readonly first: number; readonly size: number } => {
  if (mean === 0) {
    levels[at] = topLevel;
    return { first: 0, size: 1 };
  }
  const spread = Math.sqrt(mean);
  let n = Math.max(0, Math.floor(mean - 9 * spread - 9));
  const end = mean + 14 * spread + 40;
  let first = n;
  let size = 0;
  let mass = exp(logMass(n, mean));
  let total = mass;
  for (;;) {
    const level = levelOf(total);
    if (level < -(2 ** 31)) first = n + 1;
    else if (n > end || level >= topLevel) {
      levels[at + size] = topLevel;
      return { first, size: size + 1 };
    } else levels[at + size++] = level;
    mass *= mean / (n + 1);
    total += mass;
    n++;
  }
};

let used = 0;

/** Where the cells of a table begin, and how many bits of a draw choose one. */
interface Cells {
  readonly row: number;
  readonly bits: number;
}

/** Fills table k, its thresholds from place `used` on. */
const fillTable = (k: number, mean: number, { row, bits }: Cells): void => {
  const { first, size } = fillLevels(thresholds, used, mean);
  if (used + size > thresholds.length) throw new RangeError('the thresholds of counts need more room');
  starts[k] = used;
  shift[k] = first - used;
  const levels = thresholds.subarray(used, used + size);
  fillCells(cells.subarray(row, row + 2 ** bits), { levels, first, whole: Math.floor(mean) }, bits);
  used += size;
};

const fineTables = fineEnd * fineSteps;
for (let k = 0; k < fineTables; k++) fillTable(k, k / fineSteps, { row: k << fineBits, bits: fineBits });
// Behind both kinds stands one for means beyond them: nothing decided.
cells.fill(undecided, fineTables << fineBits, (fineTables + 1) << fineBits);
const coarseTables = (tabledMeans - fineEnd) / coarseStep;
for (let k = 0; k <= coarseTables; k++) {
  const row = ((fineTables + 1) << fineBits) + (k << coarseBits);
  if (k < coarseTables) fillTable(fineTables + 1 + k, fineEnd + k * coarseStep, { row, bits: coarseBits });
  else cells.fill(undecided, row, row + 2 ** coarseBits);
}
