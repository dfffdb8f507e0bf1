import { normalLaw } from './distribution/normal-law.ts';
import { kernel, kernelDoubles } from './kernel.ts';
import { cellsPerHalf, quantileTable } from './quantile-table.ts';
import { unitOf } from './random-stream.ts';
import { normalCdf, normalDensity, normalQuantile } from './special/normal.ts';

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

// Φ·2³² between ±6.5, beyond which it is below 1 or above 2³² − 1: Hermite cubics on 1,664 equal cells, |error| < 0.03.
const farthest = 6.5;
const perUnit = 128;
const cumulative = new Float64Array(4 * 2 * farthest * perUnit);
for (let at = 0; at < cumulative.length; at += 4) {
  const [low, high] = [at / 4 / perUnit - farthest, (at / 4 + 1) / perUnit - farthest];
  const [from, to] = [normalCdf(low) * 2 ** 32, normalCdf(high) * 2 ** 32];
  const [rise, end] = [normalDensity(low), normalDensity(high)].map(slope => (slope * 2 ** 32) / perUnit) as [
    number,
    number,
  ];
  cumulative.set([from, rise, 3 * (to - from) - 2 * rise - end, 2 * (from - to) + rise + end], at);
}

/** The draw of a standard normal value by inversion: its place in 2³², rounded down, within 0.03 before. */
export const drawOf = (z: number): number => {
  const at = (z + farthest) * perUnit;
  if (at <= 0) return 0;
  if (at >= cumulative.length / 4) return -1;
  const cell = Math.floor(at);
  const t = at - cell;
  const i = 4 * cell;
  const bend = (cumulative[i + 3]! * t + cumulative[i + 2]!) * t;
  return Math.floor((bend + cumulative[i + 1]!) * t + cumulative[i]!) | 0;
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
