import { log } from './special/elementary.ts';
import { exp } from './fast-exp.ts';
import { kernel, kernelHalves, kernelWords } from './kernel.ts';
import { logGamma } from './special/log-gamma.ts';

/**
 * Inversion tables of Poisson counts at the means 0, step, 2·step, …: counts of two means add to a count of their sum, so any
 * mean is a table plus a rest. For table k and a draw x, n is the smallest with x ≤ threshold(n); thresholds are distribution
 * functions on the scale of signed 32-bit draws, so each probability is exact to 2⁻³². Nearly always the draw's leading 16 bits
 * decide n, by one look-up.
 */
export interface CountGrid {
  /**
   * `[table][leading byte of the draw, unsigned]`: high byte how far n at the cell's start is from the whole part of the mean; low
   * byte the second byte of the draw in which n becomes n + 1 (255 also where it never does). Where several thresholds lie in the
   * cell or n is more than 127 away from the mean, the high byte is −128.
   */
  readonly cells: Int16Array;
  readonly thresholds: Int32Array;
  /** Per table: its first place in `thresholds`, and what to add to a place to get its n. */
  readonly first: Int32Array;
  readonly shift: Int32Array;
}

const fineSteps = 4;
const fineEnd = 320;
export const coarseStep = 8;
/** Means from here on are drawn by rejection instead of tables. */
export const tabledMeans = 512;

const top = 2 ** 31 - 1;

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

/** Fills the tables of means 0, step, 2·step, … */
const fillGrid = (grid: CountGrid, step: number): CountGrid => {
  const { cells, thresholds, first: starts, shift } = grid;
  let used = 0;
  for (let k = 0; k < starts.length; k++) {
    const mean = Math.floor(k * step);
    const { first, size } = fillLevels(thresholds, used, k * step);
    starts[k] = used;
    shift[k] = first - used;
    let at = 0;
    for (let byte = 0; byte < 256; byte++) {
      const low = (byte - 128) * 2 ** 24;
      const high = low + 2 ** 24 - 1;
      while (thresholds[used + at]! < low) at++;
      const distance = first + at - mean;
      const level = thresholds[used + at]!;
      const place = (k << 8) | (byte ^ 128);
      const isNear = distance < 127 && distance > -127;
      if (!isNear) cells[place] = undecided;
      else if (level >= high) cells[place] = (distance << 8) | 255;
      else if (thresholds[used + at + 1]! >= high) cells[place] = (distance << 8) | ((level - low) >> 16);
      else cells[place] = undecided;
    }
    used += size;
  }
  if (used > thresholds.length) throw new RangeError('the thresholds of counts need more room');
  // One table more, with nothing decided, for means beyond the grid.
  cells.fill(undecided, starts.length << 8);
  return grid;
};

const fineTables = fineEnd * fineSteps;

// Poisson counts of means below `fineEnd`, where the kernels look them up.
fillGrid(
  {
    cells: kernelHalves(kernel.tableCells, (fineTables + 1) << 8),
    thresholds: kernelWords(kernel.tableThresholds, kernel.mostThresholds.value),
    first: kernelWords(kernel.tableFirst, fineTables),
    shift: kernelWords(kernel.tableShift, fineTables),
  },
  1 / fineSteps,
);

const coarseTables = tabledMeans / coarseStep;

/** Poisson counts of multiples of 8 below `tabledMeans`. */
export const coarseGrid = fillGrid(
  {
    cells: new Int16Array(coarseTables << 8),
    thresholds: new Int32Array(1 << 15),
    first: new Int32Array(coarseTables),
    shift: new Int32Array(coarseTables),
  },
  coarseStep,
);
