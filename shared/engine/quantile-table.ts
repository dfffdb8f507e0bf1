import type { Law } from './distribution/law.ts';
import { unitOf } from './random-stream.ts';

/** How finely a table follows a law: tail octaves per side and cells per octave (powers of two for `cells`). */
export interface TableGrain {
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
  /** Four coefficients per cell; the lower half's cells first. */
  readonly cubics: Float64Array;
}

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

/** Builds the table of a law with a density. */
export const quantileTable = (law: Law, grain: TableGrain): QuantileTable => {
  const half = cellsPerHalf(grain);
  const cubics = new Float64Array(half * 8);
  const pointAt = (tail: number, upper: boolean): readonly [number, number] => {
    const value = law.quantile(upper ? 1 - tail : tail);
    const slope = 1 / law.density!(value);
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
  return { law, grain, cubics };
};

/** Where values come from: `count` draws at `from`, every `stride`-th. */
export interface Place {
  readonly count: number;
  readonly from: number;
  readonly stride: number;
}

/** Turns `count` draws at `from` of `draws` (every `stride`-th) into values of the law at `out[0 … count − 1]`. */
export const tableValues = (
  table: QuantileTable,
  draws: Int32Array,
  out: Float64Array,
  place: Place,
): void => {
  const { cubics } = table;
  const bits = table.grain.cellBits;
  const half = cellsPerHalf(table.grain);
  const mask = (1 << bits) - 1;
  const rest = 31 - bits;
  const scale = 2 ** -rest;
  for (let i = 0; i < place.count; i++) {
    const draw = draws[place.from + i * place.stride]!;
    const tail = draw ^ (draw >> 31);
    const octave = Math.clz32(tail) - 1;
    const shifted = tail << (octave + 1);
    const cell = (octave << bits) + ((shifted >>> rest) & mask);
    if (cell >= half) {
      out[i] = table.law.quantile(unitOf(draw));
      continue;
    }
    const t = ((shifted & (2 ** rest - 1)) + (1 << octave)) * scale;
    const at = (cell + ((draw >> 31) & half)) << 2;
    out[i] = ((cubics[at + 3]! * t + cubics[at + 2]!) * t + cubics[at + 1]!) * t + cubics[at]!;
  }
};
