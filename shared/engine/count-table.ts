import { log, log1p } from './special/elementary.ts';
import { exp } from './fast-exp.ts';
import { logGamma } from './special/log-gamma.ts';

/**
 * Inversion tables of an infinitely divisible count law (Poisson, or negative binomial with a fixed over-dispersion) at the
 * means 0, step, 2·step, …: counts of two means add to a count of their sum, so any mean is a table plus a rest. For table k
 * and a draw x, n is the smallest with x ≤ threshold(n); thresholds are distribution functions on the scale of signed
 * 32-bit draws, so each probability is exact to 2⁻³². `guide` holds, per table and leading bits of x, where the search starts.
 */
export interface CountGrid {
  readonly guideBits: number;
  /** Steps from the table's first place. */
  readonly guide: Uint16Array;
  readonly thresholds: Int32Array;
  /** Per table and leading byte of x: n less `lowest`, or `ambiguous` where a threshold lies inside. */
  readonly direct: Uint8Array;
  /** Smallest n of each table. */
  readonly lowest: Int32Array;
  /** First place of each table in `thresholds`, and what to add to a place to get its n. */
  readonly first: Int32Array;
  readonly shift: Int32Array;
}

/** Probability of the count 0 and ratios of neighbours: p(n + 1) / p(n). */
export interface CountLaw {
  /** Variance / mean − 1; 0 = Poisson. */
  readonly extra: number;
}

/** Grids for means below 128 (in steps of ⅛) and for multiples of 8 below 512. */
export interface CountTable extends CountLaw {
  readonly fine: CountGrid;
  readonly coarse: CountGrid;
}

export const fineSteps = 8;
export const fineEnd = 128;
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

/** Mark of a byte whose draws do not all give the same n. */
export const ambiguous = 255;

const fillDirect = (direct: Uint8Array, table: number, levels: readonly number[]): void => {
  let at = 0;
  for (let byte = 0; byte < 256; byte++) {
    const low = (byte - 128) * 2 ** 24;
    while (levels[at]! < low) at++;
    direct[(table << 8) + byte] = at < ambiguous && levels[at]! >= low + 2 ** 24 - 1 ? at : ambiguous;
  }
};

const grid = (
  count: number,
  { step, guideBits, extra }: { readonly step: number; readonly guideBits: number; readonly extra: number },
): CountGrid => {
  const cells = 1 << guideBits;
  const guide = new Uint16Array(count * cells);
  const starts = new Int32Array(count);
  const shift = new Int32Array(count);
  const direct = new Uint8Array(count << 8);
  const lowestOf = new Int32Array(count);
  const thresholds: number[] = [];
  for (let k = 0; k < count; k++) {
    const { first, levels } = levelsOf(k * step, extra);
    const base = thresholds.length;
    starts[k] = base;
    shift[k] = first - base;
    let at = 0;
    for (let cell = 0; cell < cells; cell++) {
      const lowest = (cell - cells / 2) * 2 ** (32 - guideBits);
      while (levels[at]! < lowest) at++;
      guide[k * cells + cell] = at;
    }
    for (const level of levels) thresholds.push(level);
    lowestOf[k] = first;
    fillDirect(direct, k, levels);
  }
  return {
    guideBits,
    guide,
    thresholds: Int32Array.from(thresholds),
    first: starts,
    shift,
    direct,
    lowest: lowestOf,
  };
};

const known = new Map<number, CountTable>();

/** The tables of a count law; kept between runs. */
export const countTable = (extra: number): CountTable => {
  let table = known.get(extra);
  if (!table) {
    table = {
      extra,
      fine: grid(fineEnd * fineSteps, { step: 1 / fineSteps, guideBits: 6, extra }),
      coarse: grid(tabledMeans / coarseStep, { step: coarseStep, guideBits: 8, extra }),
    };
    if (known.size > 16) known.clear();
    known.set(extra, table);
  }
  return table;
};
