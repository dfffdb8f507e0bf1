import { log } from './special/elementary.ts';
import { exp } from './fast-exp.ts';
import { logGamma } from './special/log-gamma.ts';

/**
 * Inversion tables of Poisson counts at the means 0, step, 2·step, …: counts of two means add to a count of their sum, so any
 * mean is a table plus a rest. For table k and a draw x, n is the smallest with x ≤ threshold(n); thresholds are distribution
 * functions on the scale of signed 32-bit draws, so each probability is exact to 2⁻³². Nearly always the draw's leading 16 bits
 * decide n, by one look-up.
 */
export interface CountGrid {
  /**
   * `[table][leading byte of the draw, unsigned]`: high byte n at the cell's start, modulo 256; low byte the second byte of the
   * draw in which n becomes n + 1 (255 also where it never does). Where several thresholds lie in the cell or n is more than
   * 126 away from the mean, the high byte stands 128 away from it.
   */
  readonly cells: Uint16Array;
  readonly thresholds: Int32Array;
  /** Per table: its first place in `thresholds`, and what to add to a place to get its n. */
  readonly first: Int32Array;
  readonly shift: Int32Array;
}

export const fineSteps = 4;
export const fineEnd = 320;
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

/** At least as many thresholds as a mean can have. */
const mostLevels = (mean: number): number => Math.ceil(24 * Math.sqrt(mean) + 104);

const grid = (count: number, step: number): CountGrid => {
  // One table more, with nothing decided, for means beyond the grid.
  const cells = new Uint16Array((count + 1) << 8).fill(((Math.floor(count * step) + 128) & 255) << 8);
  const starts = new Int32Array(count);
  const shift = new Int32Array(count);
  let thresholds = new Int32Array(1 << 16);
  let used = 0;
  for (let k = 0; k < count; k++) {
    const mean = Math.floor(k * step);
    if (used + mostLevels(k * step) > thresholds.length) {
      const larger = new Int32Array(2 * thresholds.length + mostLevels(k * step));
      larger.set(thresholds);
      thresholds = larger;
    }
    const { first, size } = fillLevels(thresholds, used, k * step);
    starts[k] = used;
    shift[k] = first - used;
    const undecided = ((mean + 128) & 255) << 8;
    let at = 0;
    for (let byte = 0; byte < 256; byte++) {
      const low = (byte - 128) * 2 ** 24;
      const high = low + 2 ** 24 - 1;
      while (thresholds[used + at]! < low) at++;
      const n = first + at;
      const level = thresholds[used + at]!;
      const place = (k << 8) | (byte ^ 128);
      const isNear = n - mean < 127 && mean - n < 127;
      if (!isNear) cells[place] = undecided;
      else if (level >= high) cells[place] = ((n & 255) << 8) | 255;
      else if (thresholds[used + at + 1]! >= high) cells[place] = ((n & 255) << 8) | ((level - low) >> 16);
      else cells[place] = undecided;
    }
    used += size;
  }
  return { cells, thresholds: thresholds.slice(0, used), first: starts, shift };
};

/** Poisson counts of means below `fineEnd`. */
export const fineGrid = grid(fineEnd * fineSteps, 1 / fineSteps);

/** Poisson counts of multiples of 8 below `tabledMeans`. */
export const coarseGrid = grid(tabledMeans / coarseStep, coarseStep);
