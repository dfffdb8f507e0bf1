import { log, log1p } from './special/elementary.ts';
import { exp } from './fast-exp.ts';
import { logGamma } from './special/log-gamma.ts';

/**
 * Inversion tables of an infinitely divisible count law (Poisson, or negative binomial with a fixed over-dispersion) at the
 * means 0, step, 2·step, …: counts of two means add to a count of their sum, so any mean is a table plus a rest. For table k
 * and a draw x, n is the smallest with x ≤ threshold(n); thresholds are distribution functions on the scale of signed
 * 32-bit draws, so each probability is exact to 2⁻³². Nearly always the draw's leading 16 bits decide n, by one look-up.
 */
export interface CountGrid {
  /**
   * `[table][leading byte of the draw, unsigned]`: high byte n at the cell's start, modulo 256; low byte the second byte of the
   * draw in which n becomes n + 1 (255 also where it never does). Where several thresholds lie in the cell or n is more than
   * 126 away from the mean, the high byte stands 128 away from it.
   */
  readonly cells: Uint16Array;
  /** Place in `thresholds`, from the table's first, where a search in the cell begins. */
  readonly guide: Uint16Array;
  readonly thresholds: Int32Array;
  /** Per table: its first place in `thresholds`, and what to add to a place to get its n. */
  readonly first: Int32Array;
  readonly shift: Int32Array;
}

/** Probability of the count 0 and ratios of neighbours: p(n + 1) / p(n). */
export interface CountLaw {
  /** Variance / mean − 1; 0 = Poisson. */
  readonly extra: number;
}

/** Grids for means below `fineEnd` (in steps of 1 / `fineSteps`) and for multiples of 8 below 512. */
export interface CountTable extends CountLaw {
  readonly fine: CountGrid;
  readonly coarse: CountGrid;
}

export const fineSteps = 8;
export const fineEnd = 320;
export const coarseStep = 8;
/** Means from here on are drawn by rejection instead of tables. */
export const tabledMeans = 512;

const top = 2 ** 31 - 1;

/** ln P(N = n) for a count of the given mean. */
export const logMass = (n: number, mean: number, extra: number): number => {
  if (extra === 0) return n * log(mean) - mean - logGamma(n + 1);
  const shape = mean / extra;
  return (
    logGamma(n + shape) -
    logGamma(shape) -
    logGamma(n + 1) -
    shape * log1p(extra) +
    n * log(extra / (1 + extra))
  );
};

const ratio = (n: number, mean: number, extra: number): number =>
  extra === 0 ? mean / (n + 1) : ((n + mean / extra) * extra) / ((n + 1) * (1 + extra));

const levelsOf = (
  mean: number,
  extra: number,
): { readonly first: number; readonly levels: readonly number[] } => {
  if (mean === 0) return { first: 0, levels: [top] };
  const spread = Math.sqrt(mean * (1 + extra));
  let n = Math.max(0, Math.floor(mean - 9 * spread - 9));
  const end = mean + 14 * spread + 40 * (1 + extra);
  const levels: number[] = [];
  let first = n;
  let mass = exp(logMass(n, mean, extra));
  let total = mass;
  for (;;) {
    const level = Math.round(total * 2 ** 32) - 1 - 2 ** 31;
    if (level < -(2 ** 31)) first = n + 1;
    else levels.push(n > end || level >= top ? top : level);
    if (levels.at(-1) === top) return { first, levels };
    mass *= ratio(n, mean, extra);
    total += mass;
    n++;
  }
};

const cellOf = (
  levels: readonly number[],
  at: number,
  { low, n, mean }: { low: number; n: number; mean: number },
): number => {
  const high = low + 2 ** 24 - 1;
  if (Math.abs(n - mean) < 127) {
    if (levels[at]! >= high) return ((n & 255) << 8) | 255;
    if (levels[at + 1]! >= high) return ((n & 255) << 8) | ((levels[at]! - low) >> 16);
  }
  return ((mean + 128) & 255) << 8;
};

const grid = (
  count: number,
  { step, extra }: { readonly step: number; readonly extra: number },
): CountGrid => {
  // One table more, with nothing decided, for means beyond the grid.
  const cells = new Uint16Array((count + 1) << 8).fill(((Math.floor(count * step) + 128) & 255) << 8);
  const guide = new Uint16Array(count << 8);
  const starts = new Int32Array(count);
  const shift = new Int32Array(count);
  const thresholds: number[] = [];
  for (let k = 0; k < count; k++) {
    const { first, levels } = levelsOf(k * step, extra);
    const mean = Math.floor(k * step);
    starts[k] = thresholds.length;
    shift[k] = first - thresholds.length;
    let at = 0;
    for (let byte = 0; byte < 256; byte++) {
      const low = (byte - 128) * 2 ** 24;
      while (levels[at]! < low) at++;
      const place = (k << 8) | (byte ^ 128);
      guide[place] = at;
      cells[place] = cellOf(levels, at, { low, n: first + at, mean });
    }
    for (const level of levels) thresholds.push(level);
  }
  return { cells, guide, thresholds: Int32Array.from(thresholds), first: starts, shift };
};

const known = new Map<number, CountTable>();

/** The tables of a count law; kept between runs. */
export const countTable = (extra: number): CountTable => {
  let table = known.get(extra);
  if (!table) {
    table = {
      extra,
      fine: grid(fineEnd * fineSteps, { step: 1 / fineSteps, extra }),
      coarse: grid(tabledMeans / coarseStep, { step: coarseStep, extra }),
    };
    if (known.size > 16) known.clear();
    known.set(extra, table);
  }
  return table;
};
