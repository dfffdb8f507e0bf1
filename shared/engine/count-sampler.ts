import { log, log1p } from './special/elementary.ts';
import {
  coarseStep,
  fineEnd,
  fineSteps,
  tabledMeans,
  type CountGrid,
  type CountTable,
} from './count-table.ts';
import { mostWeeks } from './calendar.ts';
import { fastExp } from './fast-exp.ts';
import { drawGamma } from './gamma-sampler.ts';
import { fillDraws, nextDraw, nextUnit, type RandomState } from './random-stream.ts';
import { logFactorial } from './special/log-gamma.ts';

/**
 * Poisson(mean ≥ 10) by transformed rejection with squeeze, exact. Source: Hörmann 1993, "The transformed rejection method
 * for generating Poisson random variables", algorithm PTRS.
 */
export const rejectedPoisson = (mean: number, state: RandomState): number => {
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const squeeze = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = nextUnit(state) - 0.5;
    const v = nextUnit(state);
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= squeeze) return k;
    if (k < 0 || (us < 0.013 && v > us)) continue;
    const weight = log((v * inverseAlpha) / (a / (us * us) + b));
    if (weight <= k * log(mean) - mean - logFactorial(k)) return k;
  }
};

/** Count of a small mean by plain inversion of u. */
export const smallCount = (mean: number, extra: number, u: number): number => {
  const log0 = extra === 0 ? -mean : (-mean / extra) * log1p(extra);
  let mass = fastExp(log0);
  let total = mass;
  let n = 0;
  while (u > total && n < 1000) {
    mass *= extra === 0 ? mean / (n + 1) : ((n + mean / extra) * extra) / ((n + 1) * (1 + extra));
    n++;
    total += mass;
  }
  return n;
};

/** Any mean, with draws from `rare` alone. */
const untabled = (mean: number, extra: number, rare: RandomState): number => {
  const rate = extra === 0 ? mean : drawGamma(mean / extra, rare) * extra;
  if (rate < 10) return smallCount(rate, 0, nextUnit(rare));
  // Beyond 10¹⁵ a double holds no odd counts: the count is its mean.
  return rate < 1e15 ? rejectedPoisson(rate, rare) : rate;
};

/** The count of table k for a draw that its cell cannot decide. */
const searchedCount = ({ guide, thresholds, first, shift }: CountGrid, k: number, x: number): number => {
  let at = first[k]! + guide[(k << 8) | (x >>> 24)]!;
  while (x > thresholds[at]!) at++;
  return at + shift[k]!;
};

/** What a cell says of n: how far from the whole part of the table's mean, −128 = nothing. */
const distanceOf = (cell: number, whole: number): number => (((cell >> 8) - whole) << 24) >> 24;

/** Whether the leading 16 bits of a draw leave n open. */
const isOpen = (cell: number, whole: number, x: number): boolean =>
  distanceOf(cell, whole) === -128 || ((x >> 16) & 255) === (cell & 255);

/** A count of mean ≥ `fineEnd`: a multiple of 8 by coarse table from x, what is left with fresh draws. */
const largeCount = (table: CountTable, mean: number, x: number, rare: RandomState): number => {
  if (!(mean < tabledMeans)) return untabled(mean, table.extra, rare);
  const steps = (mean / coarseStep) | 0;
  return (
    searchedCount(table.coarse, steps, x) + countOf(table, mean - steps * coarseStep, nextDraw(rare), rare)
  );
};

/** e^−r for 0 ≤ r ≤ 1/4 by its series, to 10⁻¹². */
const noneOf = (r: number): number => {
  let sum = 1;
  for (let n = 9; n > 0; n--) sum = 1 - (sum * r) / n;
  return sum;
};

/**
 * One count of any mean, from one draw and what it needs of `rare`. Where the leading 16 bits of x decide n, the others are
 * still unused, and decide whether the rest of the mean adds anything.
 */
export const countOf = (table: CountTable, mean: number, x: number, rare: RandomState): number => {
  if (!(mean < fineEnd)) return largeCount(table, mean, x, rare);
  const k = (mean * fineSteps) | 0;
  const n = searchedCount(table.fine, k, x);
  const rest = mean - k * (1 / fineSteps);
  const open = isOpen(table.fine.cells[(k << 8) | (x >>> 24)]!, k >> wholeShift, x);
  const u = open ? nextUnit(rare) : ((x & 0xffff) + nextUnit(rare)) * 2 ** -16;
  // P(a count of mean `rest` is 0) ≥ 1 − rest for every law here: mostly no exponential is needed.
  if (u <= 1 - rest) return n;
  if (table.extra > 0) return n + smallCount(rest, table.extra, u);
  const none = noneOf(rest);
  return u <= none ? n : u <= none * (1 + rest) ? n + 1 : n + smallCount(rest, 0, u);
};

/** For the look-up inlined in `countRow` and `sellRow`: 2¹⁶ per unit of mean; a mean's table and the whole part of it. */
export const countUnit = 65_536;
export const tableShift = Math.log2(countUnit / fineSteps) - 8;
export const tableMask = -256;
/** Its rest beyond the table, in 2⁻¹⁶. */
export const restMask = countUnit / fineSteps - 1;
const wholeShift = Math.log2(fineSteps);
/** With ρ = rest − rest²/2, a draw's last 16 bits below 1 − ρ − 176·2⁻¹⁶ (rest³/6) surely add no order, beyond 1 − ρ + 2·2⁻¹⁶ surely one. */
export const surelyNone = 176;
export const surelyOne = 2;

// What the loop below reads many times are constants of this module that are not exported: only those the compiler embeds.
const unit = countUnit;
const shift = tableShift;
const mask = tableMask;
const restBits = restMask;
const none = surelyNone;
const end = fineEnd;
const draws = new Int32Array(mostWeeks);
const openPlaces = new Int32Array(mostWeeks + 1);
const openMeans = new Float64Array(mostWeeks + 1);

/** The streams a row of counts draws from: one number per count, and `rare` for what one draw cannot decide. */
export interface CountStreams {
  readonly state: RandomState;
  readonly rare: RandomState;
}

/**
 * Turns a row of means, at most `mostWeeks`, into counts, exact to 2⁻³² per probability: a mean is a table's plus a rest, and
 * the counts of the parts add. No call may stand inside the first loop: see `sell-row.ts`.
 */
export const countRow = (table: CountTable, row: Float64Array, { state, rare }: CountStreams): void => {
  const { cells } = table.fine;
  const weeks = row.length;
  // Over-dispersed orders come several at a time: what may add one is settled with care.
  const one = table.extra > 0 ? unit : surelyOne;
  fillDraws(state, draws, weeks);
  let open = 0;
  for (let i = 0; i < weeks; i++) {
    const mean = row[i]!;
    const x = draws[i]!;
    const fixed = mean < end ? (mean * unit) | 0 : end * unit;
    const cell = cells[((fixed >> shift) & mask) | (x >>> 24)]!;
    const whole = fixed >> 16;
    const distance = (((cell >> 8) - whole) << 24) >> 24;
    const second = (x >> 16) & 255;
    const edge = cell & 255;
    const rest = fixed & restBits;
    const square = Math.imul(rest, rest) >> 17;
    const last = (x & 0xffff) - unit;
    const beyond = last + rest - square;
    const isLeft =
      (((edge ^ second) - 1) |
        (distance + 127) |
        ((beyond - one) & ~(beyond + none)) |
        ~(last + square + 2)) >>
      31;
    openPlaces[open] = i;
    openMeans[open] = mean;
    open = (open - isLeft) | 0;
    row[i] = whole + distance + ((edge - second) >>> 31) + ((beyond >> 31) + 1);
  }
  for (let j = 0; j < open; j++) {
    const i = openPlaces[j]!;
    row[i] = countOf(table, openMeans[j]!, draws[i]!, rare);
  }
};
