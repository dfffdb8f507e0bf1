import { logGamma } from './special/log-gamma.ts';

/**
 * Inversion tables of Poisson laws at `step`, 2·step, … `step`·(count − 1) (the first is the law of 0). For table k and a draw x, N is the
 * smallest n with x ≤ threshold(n); thresholds are distribution functions on the scale of signed 32-bit draws, so each
 * probability is exact to 2⁻³². `guide` holds, per table and leading bits of x, where the search starts.
 */
export interface PoissonTable {
  readonly guideBits: number;
  readonly guide: Int32Array;
  readonly thresholds: Int32Array;
  /** Add to a place in `thresholds` to get its n. */
  readonly shift: Int32Array;
}

const steps = (mean: number): { readonly first: number; readonly levels: readonly number[] } => {
  if (mean === 0) return { first: 0, levels: [2 ** 31 - 1] };
  const levels: number[] = [];
  let first = 0;
  let total = 0;
  const from = Math.max(0, Math.floor(mean - 9 * Math.sqrt(mean) - 9));
  for (let n = from; n < mean || levels.at(-1) !== 2 ** 31 - 1; n++) {
    total += Math.exp(n * Math.log(mean) - mean - logGamma(n + 1));
    const level = Math.min(2 ** 31 - 1, Math.round(total * 2 ** 32) - 1 - 2 ** 31);
    if (level < -(2 ** 31)) {
      first = n + 1;
      continue;
    }
    levels.push(level);
    if (n > mean + 12 * Math.sqrt(mean) + 40) levels[levels.length - 1] = 2 ** 31 - 1;
  }
  return { first, levels };
};

/** Builds the tables of means 0, step, 2·step … (count of them). */
export const poissonTable = (count: number, step: number, guideBits: number): PoissonTable => {
  const cells = 1 << guideBits;
  const guide = new Int32Array(count * cells);
  const shift = new Int32Array(count);
  const thresholds: number[] = [];
  for (let k = 0; k < count; k++) {
    const { first, levels } = steps(k * step);
    const base = thresholds.length;
    shift[k] = first - base;
    let at = 0;
    for (let cell = 0; cell < cells; cell++) {
      const lowest = (cell - cells / 2) * 2 ** (32 - guideBits);
      while (levels[at]! < lowest) at++;
      guide[k * cells + cell] = base + at;
    }
    for (const level of levels) thresholds.push(level);
  }
  return { guideBits, guide, thresholds: Int32Array.from(thresholds), shift };
};
