import { wholePower } from './special/elementary.ts';
import { drawBinomial } from './binomial.ts';
import { mostWeeks } from './calendar.ts';
import { kernel, kernelWords } from './kernel.ts';
import { fillRow, nextDraw, type RandomState } from './random-stream.ts';

const largest = 255;

/**
 * Inversion tables of Binomial(n, share) for n = 0 … 255, laid out like `CountGrid`: the draw's leading byte picks a cell that
 * holds k at its start and the second byte in which k becomes k + 1. Thresholds are distribution functions on the scale of
 * signed 32-bit draws.
 */
export interface BinomialTable {
  readonly share: number;
  /** `[n][leading byte, unsigned]`; high byte `searched` where several thresholds lie in the cell. */
  readonly cells: Uint16Array;
  readonly thresholds: Int32Array;
}

const searched = 255;
const firstOf = (n: number): number => (n * (n + 1)) >> 1;

const thresholdsOf = (share: number): Int32Array => {
  const thresholds = new Int32Array(firstOf(largest + 1));
  for (let n = 0; n <= largest; n++) {
    let mass = wholePower(1 - share, n);
    let total = mass;
    for (let k = 0; k <= n; k++) {
      const level = k === n ? 2 ** 31 - 1 : Math.min(2 ** 31 - 1, Math.round(total * 2 ** 32) - 1 - 2 ** 31);
      thresholds[firstOf(n) + k] = Math.max(-(2 ** 31), level);
      mass *= ((n - k) * share) / ((k + 1) * (1 - share));
      total += mass;
    }
  }
  return thresholds;
};

const known = new Map<number, BinomialTable>();

/** The tables of a thinning share, 0 < share < 1; kept between runs. */
export const binomialTable = (share: number): BinomialTable => {
  const found = known.get(share);
  if (found) return found;
  const thresholds = thresholdsOf(share);
  const cells = new Uint16Array((largest + 1) << 8);
  for (let n = 0; n <= largest; n++) {
    const first = firstOf(n);
    let k = 0;
    for (let byte = 0; byte < 256; byte++) {
      const low = (byte - 128) * 2 ** 24;
      const high = low + 2 ** 24 - 1;
      while (thresholds[first + k]! < low) k++;
      const none = thresholds[first + k]! >= high;
      const one = !none && thresholds[first + k + 1]! >= high;
      const edge = none ? 255 : (thresholds[first + k]! - low) >> 16;
      cells[(n << 8) | (byte ^ 128)] = k < searched && (none || one) ? (k << 8) | edge : searched << 8;
    }
  }
  if (known.size > 128) known.clear();
  const table = { share, cells, thresholds };
  known.set(share, table);
  return table;
};

/** The smallest k whose threshold holds x, from the middle of n outwards: a rare case. */
const searchedCount = ({ thresholds, share }: BinomialTable, n: number, x: number): number => {
  const first = firstOf(n);
  let k = Math.min(n, Math.floor((n + 1) * share));
  while (k > 0 && x <= thresholds[first + k - 1]!) k--;
  while (x > thresholds[first + k]!) k++;
  return k;
};

/** Binomial(n, share) for whole n ≥ 0, exact: by table up to 255, in parts of it up to 1,020, by `drawBinomial` above. */
export const thinnedCount = (table: BinomialTable, n: number, state: RandomState): number => {
  if (n === 0) return 0;
  if (n > 4 * largest) return drawBinomial(n, table.share, state);
  let left = n;
  let kept = 0;
  while (left > 0) {
    const part = left > largest ? largest : left;
    kept += searchedCount(table, part, nextDraw(state));
    left -= part;
  }
  return kept;
};

// Constants of this module that are not exported, so that the compiler embeds them in the loops below: see `sell-row.ts`.
const draws = kernelWords(kernel.draws, mostWeeks);
const open = new Int32Array(mostWeeks + 1);
const row = new Float64Array(mostWeeks);
const most = largest;
const searchedEnd = (searched << 8) - 1;

/** What `thinRow` took: overwritten by the next row. */
export const thinned = row;

/**
 * Thins a row: of `counts[from … from + count − 1]` whole orders each is taken with the table's share, into `thinned`. One draw
 * of the row stream for each week, more from `state` where that leaves the number open.
 */
export const thinRow = (
  table: BinomialTable,
  counts: Float64Array,
  { from, count, state }: { readonly from: number; readonly count: number; readonly state: RandomState },
): void => {
  const { cells } = table;
  fillRow(draws, count);
  let opened = 0;
  for (let i = 0; i < count; i++) {
    const n = counts[(from + i) | 0]!;
    const x = draws[i]!;
    const inside = n <= most ? n | 0 : 0;
    const cell = cells[(inside << 8) | (x >>> 24)]!;
    const second = (x >> 16) & 255;
    const edge = cell & 255;
    row[i] = (cell >>> 8) + ((edge - second) >>> 31);
    open[opened] = i;
    // Without a branch: open where the edge is met, where several thresholds lie in the cell, where n is beyond the table.
    const isOpen = ((edge ^ second) - 1) | (searchedEnd - cell) | (n > most ? -1 : 0);
    opened = (opened + (isOpen >>> 31)) | 0;
  }
  for (let j = 0; j < opened; j++) {
    const i = open[j]!;
    const n = counts[from + i]!;
    row[i] = n > most ? thinnedCount(table, n, state) : searchedCount(table, n, draws[i]!);
  }
};
