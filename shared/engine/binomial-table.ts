import { wholePower } from './special/elementary.ts';
import { drawBinomial } from './binomial.ts';
import { nextDraw, type RandomState } from './random-stream.ts';

const largest = 255;
const guideBits = 5;

/** Inversion tables of Binomial(n, share) for n = 0 … 255; thresholds on the scale of signed 32-bit draws. */
export interface BinomialTable {
  readonly share: number;
  readonly guide: Int32Array;
  readonly thresholds: Int32Array;
}

const firstOf = (n: number): number => (n * (n + 1)) >> 1;

const known = new Map<number, BinomialTable>();

/** The tables of a thinning share, 0 < share < 1; kept between runs. */
export const binomialTable = (share: number): BinomialTable => {
  const found = known.get(share);
  if (found) return found;
  const cells = 1 << guideBits;
  const thresholds = new Int32Array(firstOf(largest + 1));
  const guide = new Int32Array((largest + 1) * cells);
  for (let n = 0; n <= largest; n++) {
    let mass = wholePower(1 - share, n);
    let total = mass;
    for (let k = 0; k <= n; k++) {
      const level = k === n ? 2 ** 31 - 1 : Math.min(2 ** 31 - 1, Math.round(total * 2 ** 32) - 1 - 2 ** 31);
      thresholds[firstOf(n) + k] = Math.max(-(2 ** 31), level);
      mass *= ((n - k) * share) / ((k + 1) * (1 - share));
      total += mass;
    }
    let at = 0;
    for (let cell = 0; cell < cells; cell++) {
      const lowest = (cell - cells / 2) * 2 ** (32 - guideBits);
      while (thresholds[firstOf(n) + at]! < lowest) at++;
      guide[n * cells + cell] = firstOf(n) + at;
    }
  }
  if (known.size > 64) known.clear();
  const table = { share, guide, thresholds };
  known.set(share, table);
  return table;
};

/** Binomial(n, share) for whole n ≥ 0, exact: by table up to 255, in parts of it up to 1,020, by `drawBinomial` above. */
export const thinnedCount = (table: BinomialTable, n: number, state: RandomState): number => {
  if (n === 0) return 0;
  if (n > 4 * largest) return drawBinomial(n, table.share, state);
  let left = n;
  let kept = 0;
  while (left > 0) {
    const part = left > largest ? largest : left;
    const x = nextDraw(state);
    let at = table.guide[(part << guideBits) + (x >> (32 - guideBits)) + (1 << (guideBits - 1))]!;
    while (x > table.thresholds[at]!) at++;
    kept += at - firstOf(part);
    left -= part;
  }
  return kept;
};
