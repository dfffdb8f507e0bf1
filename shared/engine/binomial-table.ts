import { fillCells, levelOf, topLevel, undecided } from './fill-cells.ts';
import { kernel, kernelHalves, kernelWords } from './kernel.ts';

/** Rows of a table: 0 … 255 orders, then 256, 512, … 3,840, then one for more. */
const fineRows = 256;
const rows = 272;

/**
 * Inversion tables of Binomial(n, share), laid out like those of `count-table.ts`: thresholds are distribution functions on the scale of
 * signed 32-bit draws, cells tell k by the whole part of the orders' share. Orders above 255 are two rows' and add.
 */
export interface BinomialTable {
  /** The share in 2⁻¹⁶, rounded down. */
  readonly step: number;
  /** Which of the kernels' tables it is. */
  readonly place: number;
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

/** Thresholds of one row: k is the smallest whose one holds the draw. */
const fillLevels = (levels: Int32Array, n: number, share: number): void => {
  let total = 0;
  massesOf(n, share).forEach((mass, k) => {
    total += mass;
    levels[k] = Math.max(-(2 ** 31), Math.min(topLevel, levelOf(total)));
  });
  levels[n] = topLevel;
};

const known = new Map<number, BinomialTable>();
const allCells = kernelHalves(kernel.thinCells, (kernel.mostThinnings.value * kernel.cellBytes.value) / 2);
const allLevels = kernelWords(kernel.thinLevels, (kernel.mostThinnings.value * kernel.levelBytes.value) / 4);

/** The part of a table in memory for all of them. */
const partOf = <Part extends Int16Array | Int32Array>(all: Part, table: number): Part => {
  const size = all.length / kernel.mostThinnings.value;
  return all.subarray(table * size, (table + 1) * size) as Part;
};

/** Builds the tables of a share strictly between 0 and 1, where there is room for them. */
const tableOf = (share: number): BinomialTable => {
  const before = known.get(share);
  if (before) return before;
  const table = { place: known.size, step: Math.floor(share * 2 ** 16) };
  const cells = partOf(allCells, table.place);
  const levels = partOf(allLevels, table.place);
  let used = 0;
  for (let row = 0; row < rows - 1; row++) {
    const n = ordersOf(row);
    const own = levels.subarray(used, used + n + 1);
    fillLevels(own, n, share);
    const whole = Math.floor((n * table.step) / 2 ** 16);
    fillCells(cells.subarray(row << 8, (row + 1) << 8), { levels: own, first: 0, whole }, 8);
    used += n + 1;
  }
  cells.fill(undecided, (rows - 1) << 8);
  known.set(share, table);
  return table;
};

/** The most shares that there is room for. */
export const mostShares = kernel.mostThinnings.value;

/** The tables of at most `mostShares` shares strictly between 0 and 1: built once, while there is room; good until the next call. */
export const binomialTables = (shares: Iterable<number>): ReadonlyMap<number, BinomialTable> => {
  const all = [...shares];
  const fresh = all.filter(share => !known.has(share)).length;
  if (known.size + fresh > mostShares) known.clear();
  return new Map(all.map(share => [share, tableOf(share)]));
};
