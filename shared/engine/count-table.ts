import { log } from './special/elementary.ts';
import { exp } from './fast-exp.ts';
import { kernel, kernelHalves, kernelWords } from './kernel.ts';
import { logGamma } from './special/log-gamma.ts';

/*
 * Inversion tables of Poisson counts at the means 0, ¼, ½, … and, from `fineEnd` on, every 8: counts of two means add to a count of
 * their sum, so any mean is a table plus a rest. For table k and a draw x, n is the smallest with x ≤ threshold(n); thresholds are
 * distribution functions on the scale of signed 32-bit draws, so each probability is exact to 2⁻³². Nearly always the draw's leading
 * 16 bits decide n, by one look-up.
 */

const fineSteps = 4;
const fineEnd = 320;
const coarseStep = 8;
/** Means from here on are drawn by rejection instead of tables. */
const tabledMeans = 2048;

const top = 2 ** 31 - 1;

/**
 * `[table][leading byte of the draw, unsigned]`: high byte how far n at the cell's start is from the whole part of the mean; low
 * byte the second byte of the draw in which n becomes n + 1 (255 where it never does). Where several thresholds lie in the cell,
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

/** Fills a table from place `used` of the thresholds on. */
const fillTable = (k: number, mean: number): void => {
  const { first, size } = fillLevels(thresholds, used, mean);
  if (used + size > thresholds.length) throw new RangeError('the thresholds of counts need more room');
  const whole = Math.floor(mean);
  starts[k] = used;
  shift[k] = first - used;
  let at = 0;
  for (let byte = 0; byte < 256; byte++) {
    const low = (byte - 128) * 2 ** 24;
    const high = low + 2 ** 24 - 1;
    while (thresholds[used + at]! < low) at++;
    const distance = first + at - whole;
    const level = thresholds[used + at]!;
    const edge = level >= high ? 255 : (level - low) >> 16;
    const isOne = level >= high || (edge < 255 && thresholds[used + at + 1]! >= high);
    cells[(k << 8) | (byte ^ 128)] = isOne && Math.abs(distance) < 127 ? (distance << 8) | edge : undecided;
  }
  used += size;
};

const fineTables = fineEnd * fineSteps;
for (let k = 0; k < fineTables; k++) fillTable(k, k / fineSteps);
// For means beyond them: nothing decided.
cells.fill(undecided, fineTables << 8, (fineTables + 1) << 8);
for (let mean = fineEnd; mean < tabledMeans; mean += coarseStep)
  fillTable(fineTables + 1 + (mean - fineEnd) / coarseStep, mean);
