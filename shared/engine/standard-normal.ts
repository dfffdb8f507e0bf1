import { normalLaw } from './distribution/normal-law.ts';
import { kernel, kernelDoubles } from './kernel.ts';
import { cellsPerHalf, quantileTable } from './quantile-table.ts';
import { unitOf } from './random-stream.ts';
import { normalQuantile } from './special/normal.ts';

const table = quantileTable(normalLaw(0, 1), { octaves: 20, cellBits: 4 });
const { cubics } = table;
const half = cellsPerHalf(table.grain);

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

/** The kernels' table has the octaves by the last five bits of a draw's exponent. */
const kernelCubics = kernelDoubles(kernel.normalCubics, 2 * 32 * 16 * 4);
for (const side of [0, 1])
  for (let octave = 0; octave < 20; octave++) {
    const from = side * half + 16 * octave;
    const to = 16 * (32 * side + ((1053 - octave) & 31));
    kernelCubics.set(cubics.subarray(4 * from, 4 * (from + 16)), 4 * to);
  }

/** Standard normal values of the first `count` draws, as by `normalOf`, times `scale`; both arrays in the kernels' memory. */
export const normalRow = (draws: Int32Array, out: Float64Array, count: number, scale = 1): void =>
  kernel.normalRow(draws.byteOffset, out.byteOffset, count, scale);
