import { drawBinomial } from './binomial.ts';
import { mostWeeks } from './calendar.ts';
import { kernel, kernelHalves, kernelWords } from './kernel.ts';
import { nextDraw, type RandomState } from './random-stream.ts';

/** Rows of a table: 0 … 255 orders, then 256, 512, … 3,840, then one for more. */
const fineRows = 256;
const rows = 272;
const top = 2 ** 31 - 1;
const undecided = -128 << 8;

/**
 * Inversion tables of Binomial(n, share), laid out like those of `count-table.ts`: a draw's byte picks a cell that holds k at its start
 * (how far from the share's whole part) and the next byte in which k becomes k + 1, 255 where it never does. Thresholds are
 * distribution functions on the scale of signed 32-bit draws. Orders above 255 are two rows' and add.
 */
export interface BinomialTable {
  readonly share: number;
  /** The share in 2⁻¹⁶, rounded down. */
  readonly step: number;
  /** `[row][byte of the draw, unsigned]`, in the kernels' memory. */
  readonly cells: Int16Array;
  /** By row. */
  readonly thresholds: readonly Int32Array[];
}

const ordersOf = (row: number): number => (row < fineRows ? row : (row - fineRows + 1) * fineRows);

/** Probabilities of Binomial(n, share) by their ratios, from the middle outwards. */
const massesOf = (n: number, share: number): Float64Array => {
  const masses = new Float64Array(n + 1);
  const odds = share / (1 - share);
  const middle = Math.floor((n + 1) * share);
  masses[middle] = 1;
  for (let k = middle; k < n; k++) masses[k + 1] = (masses[k]! * odds * (n - k)) / (k + 1);
  for (let k = middle; k > 0; k--) masses[k - 1] = (masses[k]! * k) / (odds * (n - k + 1));
  const total = masses.reduce((sum, mass) => sum + mass, 0);
  return masses.map(mass => mass / total);
};

const thresholdsOf = (n: number, share: number): Int32Array => {
  let total = 0;
  const thresholds = Int32Array.from(massesOf(n, share), mass => {
    total += mass;
    return Math.max(-(2 ** 31), Math.min(top, Math.round(total * 2 ** 32) - 1 - 2 ** 31));
  });
  thresholds[n] = top;
  return thresholds;
};

/** Fills the cells of one row; `whole` is the whole part of the orders' share. */
const fillCells = (cells: Int16Array, thresholds: Int32Array, whole: number): void => {
  let k = 0;
  for (let byte = 0; byte < 256; byte++) {
    const low = (byte - 128) * 2 ** 24;
    const high = low + 2 ** 24 - 1;
    while (thresholds[k]! < low) k++;
    const distance = k - whole;
    const level = thresholds[k]!;
    const edge = level >= high ? 255 : (level - low) >> 16;
    const isOne = level >= high || (edge < 255 && thresholds[k + 1]! >= high);
    cells[byte ^ 128] = isOne && Math.abs(distance) < 127 ? (distance << 8) | edge : undecided;
  }
};

const known = new Map<number, BinomialTable>();
const allCells = kernelHalves(kernel.thinnings, kernel.mostThinnings.value * rows * 256);

/** The tables of a share strictly between 0 and 1, built once; when there is room for no more of them, the others are forgotten. */
export const binomialTable = (share: number): BinomialTable => {
  const before = known.get(share);
  if (before) return before;
  if (known.size === kernel.mostThinnings.value) known.clear();
  const from = known.size * rows * 256;
  const cells = allCells.subarray(from, from + rows * 256);
  const step = Math.floor(share * 2 ** 16);
  const thresholds = Array.from({ length: rows - 1 }, (_, row) => thresholdsOf(ordersOf(row), share));
  thresholds.forEach((each, row) =>
    fillCells(cells.subarray(row << 8, (row + 1) << 8), each, Math.floor((ordersOf(row) * step) / 2 ** 16)),
  );
  cells.fill(undecided, (rows - 1) << 8);
  const table = { share, step, cells, thresholds };
  known.set(share, table);
  return table;
};

/** The smallest k whose threshold holds x, from the middle of the row outwards. */
const searchedCount = ({ thresholds, share }: BinomialTable, row: number, x: number): number => {
  const levels = thresholds[row]!;
  let k = Math.min(levels.length - 1, Math.floor(levels.length * share));
  while (k > 0 && x <= levels[k - 1]!) k--;
  while (x > levels[k]!) k++;
  return k;
};

/** Whether a row's cell decides by 16 bits of a draw. */
const isDecided = ({ cells }: BinomialTable, row: number, bits: number): boolean => {
  const cell = cells[(row << 8) | (bits >>> 8)]!;
  return cell >> 8 !== -128 && (cell & 255) !== Math.min(254, bits & 255);
};

/**
 * Binomial(n, share) for whole n ≥ 0, exact to 2⁻³² per probability: by a row of the table and, above 255, a second one, whose
 * draw begins with the first's last 16 bits unless the first needed them; beyond 4,095 by `drawBinomial`.
 */
export const thinnedCount = (table: BinomialTable, n: number, x: number, state: RandomState): number => {
  const many = Math.floor(n / fineRows);
  if (fineRows + many >= rows) return drawBinomial(n, table.share, state);
  const row = n - many * fineRows;
  const few = searchedCount(table, row, x);
  if (many === 0) return few;
  const fresh = nextDraw(state);
  const second = isDecided(table, row, x >>> 16) ? (x << 16) | (fresh >>> 16) : fresh;
  return few + searchedCount(table, fineRows - 1 + many, second);
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
  const { cells, step } = table;
  const source = counts.byteOffset + 8 * from;
  const left = kernel.thinRow(cells.byteOffset, step, source, taken.byteOffset, first, end);
  for (let j = 0; j < left; j++) {
    const week = open[j]!;
    taken[week] = thinnedCount(table, counts[from + week]!, draws[week]!, state);
  }
};
