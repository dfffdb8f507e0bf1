import { normalLaw } from './distribution/normal-law.ts';
import { cellsPerHalf, quantileTable } from './quantile-table.ts';
import { unitOf } from './random-stream.ts';
import { normalQuantile } from './special/normal.ts';

const table = quantileTable(normalLaw(0, 1), { octaves: 20, cellBits: 4 });
const { cubics } = table;
const half = cellsPerHalf(table.grain);
/** Draws this near to an end lie beyond the table's last octave. */
const farTail = 2 ** (31 - table.grain.octaves);

/** Standard normal value of a draw by inversion, monotone in the unsigned draw; |error| < 1e-7, exact beyond |z| = 5.1. */
export const normalOf = (draw: number): number => {
  const tail = draw ^ (draw >> 31);
  const octave = Math.clz32(tail) - 1;
  const shifted = tail << (octave + 1);
  const cell = (octave << 4) + ((shifted >>> 27) & 15);
  if (cell >= half) return normalQuantile(unitOf(draw));
  const t = ((shifted & 0x7ffffff) + (1 << octave)) * 2 ** -27;
  const at = (cell + ((draw >> 31) & half)) << 2;
  return ((cubics[at + 3]! * t + cubics[at + 2]!) * t + cubics[at + 1]!) * t + cubics[at]!;
};

/** Standard normal values of the first `count` draws, as by `normalOf`. */
export const normalRow = (draws: Int32Array, out: Float64Array, count: number): void => {
  for (let i = 0; i < count; i++) {
    const draw = draws[i]!;
    const tail = draw ^ (draw >> 31);
    const octave = Math.clz32(tail) - 1;
    const shifted = tail << (octave + 1);
    // Draws beyond the table are answered by the last cell here, and exactly below.
    const cell = Math.min(half - 1, (octave << 4) + ((shifted >>> 27) & 15));
    const t = ((shifted & 0x7ffffff) + (1 << octave)) * 2 ** -27;
    const at = (cell + ((draw >> 31) & half)) << 2;
    out[i] = ((cubics[at + 3]! * t + cubics[at + 2]!) * t + cubics[at + 1]!) * t + cubics[at]!;
  }
  for (let i = 0; i < count; i++) {
    const draw = draws[i]!;
    const tail = draw ^ (draw >> 31);
    if (tail < farTail) out[i] = normalQuantile(unitOf(draw));
  }
};
