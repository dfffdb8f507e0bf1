import { log } from './special/elementary.ts';
import { exp } from './fast-exp.ts';
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

const top = 2 ** 31 - 1;

/** Leading bits of a draw that choose one of a table's cells. */
const fineBits = 8;
const coarseBits = 10;

/**
 * `[table][leading bits of the draw, unsigned]`: high byte how far n at the cell's start is from the whole part of the mean; low
 * byte the next byte of the draw in which n becomes n + 1 (255 where it never does). Where several thresholds lie in the cell,
 * or one in its last 256th, or n is more than 127 away from the mean, the high byte is −128.
 */
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
    levels[at] = top;
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
    const level = Math.round(total * 2 ** 32) - 1 - 2 ** 31;
    if (level < -(2 ** 31)) first = n + 1;
    else if (n > end || level >= top) {
      levels[at + size] = top;
      return { first, size: size + 1 };
    } else levels[at + size++] = level;
    mass *= mean / (n + 1);
    total += mass;
    n++;
  }
};

/** A cell that decides nothing. */
const undecided = -128 << 8;

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
  const whole = Math.floor(mean);
  starts[k] = used;
  shift[k] = first - used;
  const half = 2 ** (bits - 1);
  const width = 2 ** (32 - bits);
  let at = 0;
  for (let cell = -half; cell < half; cell++) {
    const low = cell * width;
    const high = low + width - 1;
    while (thresholds[used + at]! < low) at++;
    const distance = first + at - whole;
    const level = thresholds[used + at]!;
    const edge = level >= high ? 255 : Math.floor((level - low) / (width / 256));
    const isOne = level >= high || (edge < 255 && thresholds[used + at + 1]! >= high);
    cells[row + (cell & (2 * half - 1))] =
      isOne && Math.abs(distance) < 127 ? (distance << 8) | edge : undecided;
  }
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
