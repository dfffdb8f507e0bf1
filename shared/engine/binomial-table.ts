import { wholePower } from './special/elementary.ts';
import { drawBinomial } from './binomial.ts';
import { mostWeeks } from './calendar.ts';
import { kernel, kernelHalves, kernelWords } from './kernel.ts';
import { nextDraw, type RandomState } from './random-stream.ts';

const largest = 255;

/**
 * Inversion tables of Binomial(n, share) for n = 0 … 255, laid out like `CountGrid`: the draw's leading byte picks a cell that
 * holds k at its start and the second byte in which k becomes k + 1. Thresholds are distribution functions on the scale of
 * signed 32-bit draws.
 */
export interface BinomialTable {
  readonly share: number;
  /** `[n][leading byte, unsigned]`; high byte `searched` where several thresholds lie in the cell. */
  readonly cells: Int16Array;
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

const mostKnown = kernel.mostThinnings.value;
const allCells = kernelHalves(kernel.thinnings, mostKnown << 16);
const known = new Map<number, BinomialTable>();

/** The tables of a thinning share, 0 < share < 1; kept between runs, to be asked for anew before every row. */
export const binomialTable = (share: number): BinomialTable => {
  const found = known.get(share);
  if (found) return found;
  const thresholds = thresholdsOf(share);
  if (known.size === mostKnown) known.clear();
  const cells = allCells.subarray(known.size << 16, (known.size + 1) << 16);
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

const draws = kernelWords(kernel.draws, mostWeeks);
const open = kernelWords(kernel.open, mostWeeks);

/** A row of counts, which begins at `from`, and the row that takes a share of its weeks; both in the kernels' memory. */
export interface Thinning {
  readonly counts: Float64Array;
  readonly from: number;
  readonly taken: Float64Array;
  /** The weeks that are thinned: from `first` to before `end`. */
  readonly first: number;
  readonly end: number;
}

/**
 * Thins weeks of a row: of each one's whole orders each is taken with the table's share, by the week's own draw (`kernel.draws`), and
 * more from `state` where that leaves the number open.
 */
export const thinRow = (
  table: BinomialTable,
  { counts, from, taken, first, end }: Thinning,
  state: RandomState,
): void => {
  const { byteOffset } = table.cells;
  const left = kernel.thinRow(byteOffset, counts.byteOffset + 8 * from, taken.byteOffset, first, end);
  for (let j = 0; j < left; j++) {
    const week = open[j]!;
    const n = counts[from + week]!;
    taken[week] = n > largest ? thinnedCount(table, n, state) : searchedCount(table, n, draws[week]!);
  }
};
