import type { Law } from './distribution/law.ts';
import { unitOf } from './random-stream.ts';

/** How finely a table follows a law: tail octaves per side and cells per octave (powers of two for `cells`). */
interface TableGrain {
  readonly octaves: number;
  readonly cellBits: number;
}

/**
 * A law's inverse distribution function as cubic pieces. Each half of (0, 1) is cut into octaves of tail probability
 * (¼…½, ⅛…¼, …) and each octave into 2^cellBits cells; a cell holds the Hermite cubic of its end values and slopes.
 * Draws beyond the last octave are answered by the law itself.
 */
export interface QuantileTable {
  readonly law: Law;
  readonly grain: TableGrain;
  /** Width of a cell in the units that `tableValue` counts in. */
  readonly scale: number;
  /** Four coefficients per cell; the lower half's cells first. */
  readonly cubics: Float64Array;
}

/**
 * The same function for rows that are drawn millions of times: equal cells over (0, 1), where the leading bits of a draw are
 * the cell, and the finer table for the outermost `evenTail` cells on either side.
 */
export interface EvenTable {
  /** Four coefficients per cell. */
  readonly cubics: Float64Array;
  readonly tails: QuantileTable;
}

const evenBits = 9;
/** Cells on either side that are left to `tails`: 2.3 % of the draws each. */
export const evenTail = 12;

/** Cells of one half: draws whose index is at least this go to the law itself. */
export const cellsPerHalf = ({ octaves, cellBits }: TableGrain): number => octaves << cellBits;

const tailAt = (index: number, { cellBits }: TableGrain): number => {
  const octave = index >> cellBits;
  const within = (index & ((1 << cellBits) - 1)) / (1 << cellBits);
  return 2 ** (-2 - octave) * (1 + within);
};

const hermite = (from: readonly [number, number], to: readonly [number, number], width: number) => {
  const rise = to[0] - from[0];
  const start = from[1] * width;
  const end = to[1] * width;
  return [from[0], start, 3 * rise - 2 * start - end, start + end - 2 * rise];
};

/** Value and slope of the inverse distribution function at probability `u`. */
const pointOf = (law: Law, u: number): readonly [number, number] => {
  const value = law.quantile(u);
  return [value, 1 / law.density!(value)];
};

/** Builds the even table over a finer one; relative error of a lognormal's values below 1e-6. */
export const evenTable = (tails: QuantileTable): EvenTable => {
  const cells = 1 << evenBits;
  const cubics = new Float64Array(4 * cells);
  for (let cell = evenTail; cell < cells - evenTail; cell++) {
    const [from, to] = [pointOf(tails.law, cell / cells), pointOf(tails.law, (cell + 1) / cells)];
    cubics.set(hermite(from, to, 1 / cells), 4 * cell);
  }
  return { cubics, tails };
};

/** Builds the table of a law with a density. */
export const quantileTable = (law: Law, grain: TableGrain): QuantileTable => {
  const half = cellsPerHalf(grain);
  const cubics = new Float64Array(half * 8);
  const pointAt = (tail: number, upper: boolean): readonly [number, number] => {
    const [value, slope] = pointOf(law, upper ? 1 - tail : tail);
    return [value, upper ? -slope : slope];
  };
  for (const upper of [false, true]) {
    for (let octave = 0; octave < grain.octaves; octave++) {
      const first = octave << grain.cellBits;
      const width = 2 ** (-2 - octave - grain.cellBits);
      let from = pointAt(tailAt(first, grain), upper);
      for (let cell = first; cell < first + (1 << grain.cellBits); cell++) {
        const to = pointAt(tailAt(cell, grain) + width, upper);
        cubics.set(hermite(from, to, width), ((upper ? half : 0) + cell) * 4);
        from = to;
      }
    }
  }
  return { law, grain, scale: 2 ** (grain.cellBits - 31), cubics };
};

/** Where values come from: `count` draws at `from`, every `stride`-th. */
export interface Place {
  readonly count: number;
  readonly from: number;
  readonly stride: number;
}

/** The value of one draw. */
export const tableValue = ({ law, grain, scale, cubics }: QuantileTable, draw: number): number => {
  const bits = grain.cellBits;
  const half = cellsPerHalf(grain);
  const tail = draw ^ (draw >> 31);
  const octave = Math.clz32(tail) - 1;
  const shifted = tail << (octave + 1);
  const within = shifted >>> (31 - bits);
  const cell = (octave << bits) + (within & ((1 << bits) - 1));
  if (cell >= half) return law.quantile(unitOf(draw));
  const rest = 31 - bits;
  const t = ((shifted & ((1 << rest) - 1)) + (1 << octave)) * scale;
  const at = (cell + ((draw >> 31) & half)) << 2;
  return ((cubics[at + 3]! * t + cubics[at + 2]!) * t + cubics[at + 1]!) * t + cubics[at]!;
};

/** Turns `count` draws at `from` of `draws` (every `stride`-th) into values of the law at `out[0 … count − 1]`, as by `tableValue`. */
export const tableValues = (
  table: QuantileTable,
  draws: Int32Array,
  out: Float64Array,
  { count, from, stride }: Place,
): void => {
  const { grain, scale, cubics } = table;
  const bits = grain.cellBits;
  const half = cellsPerHalf(grain);
  const mask = (1 << bits) - 1;
  const rest = 31 - bits;
  const restMask = (1 << rest) - 1;
  let deepest = 0;
  // No call stands in this loop: values returned by one would be garbage. Draws beyond the table are answered below.
  for (let i = 0; i < count; i++) {
    const draw = draws[from + i * stride]!;
    const tail = draw ^ (draw >> 31);
    const octave = Math.clz32(tail) - 1;
    const shifted = tail << (octave + 1);
    deepest = octave > deepest ? octave : deepest;
    const cell = Math.min(half - 1, (octave << bits) + ((shifted >>> rest) & mask));
    const t = ((shifted & restMask) + (1 << octave)) * scale;
    const at = (cell + ((draw >> 31) & half)) << 2;
    out[i] = ((cubics[at + 3]! * t + cubics[at + 2]!) * t + cubics[at + 1]!) * t + cubics[at]!;
  }
  if (deepest < grain.octaves) return;
  for (let i = 0; i < count; i++) {
    const draw = draws[from + i * stride]!;
    const tail = draw ^ (draw >> 31);
    if (Math.clz32(tail) > grain.octaves) out[i] = tableValue(table, draw);
  }
};
