import { log } from './special/elementary.ts';
import {
  coarseGrid,
  coarseStep,
  fineEnd,
  fineGrid,
  fineSteps,
  tabledMeans,
  type CountGrid,
} from './count-table.ts';
import { mostWeeks } from './calendar.ts';
import { fastExp } from './fast-exp.ts';
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
export const smallCount = (mean: number, u: number): number => {
  let mass = fastExp(-mean);
  let total = mass;
  let n = 0;
  while (u > total && n < 1000) {
    mass *= mean / (n + 1);
    n++;
    total += mass;
  }
  return n;
};

/** What a cell says of n: how far from the whole part of the table's mean, −128 = nothing. */
const distanceOf = (cell: number, whole: number): number => (((cell >> 8) - whole) << 24) >> 24;

interface TablePlace {
  readonly k: number;
  /** Whole part of its mean. */
  readonly whole: number;
}

/** The count of a table for a draw that its cell cannot decide: searched from where the next lower cell that knows one begins. */
const searchedCount = (grid: CountGrid, { k, whole }: TablePlace, x: number): number => {
  const { cells, thresholds, first, shift } = grid;
  let byte = (x >> 24) + 128;
  let distance = distanceOf(cells[(k << 8) | (byte ^ 128)]!, whole);
  while (distance === -128 && byte > 0) distance = distanceOf(cells[(k << 8) | (--byte ^ 128)]!, whole);
  let at = distance === -128 ? first[k]! : whole + distance - shift[k]!;
  while (x > thresholds[at]!) at++;
  return at + shift[k]!;
};

/** Whether the leading 16 bits of a draw leave n open. */
const isOpen = (cell: number, whole: number, x: number): boolean =>
  distanceOf(cell, whole) === -128 || ((x >> 16) & 255) === (cell & 255);

/** A count of mean ≥ `fineEnd`: a multiple of 8 by coarse table from x, what is left with fresh draws. */
const largeCount = (mean: number, x: number, rare: RandomState): number => {
  // Beyond 10¹⁵ a double holds no odd counts: the count is its mean.
  if (!(mean < tabledMeans)) return mean < 1e15 ? rejectedPoisson(mean, rare) : mean;
  const steps = (mean / coarseStep) | 0;
  const whole = steps * coarseStep;
  return searchedCount(coarseGrid, { k: steps, whole }, x) + countOf(mean - whole, nextDraw(rare), rare);
};

/** e^−r for 0 ≤ r ≤ 1/4 by its series, to 10⁻¹². */
const noneOf = (r: number): number => {
  const far = 1 - r * (1 / 6) * (1 - r * (1 / 7) * (1 - r * (1 / 8) * (1 - r * (1 / 9))));
  return 1 - r * (1 - r * (1 / 2) * (1 - r * (1 / 3) * (1 - r * (1 / 4) * (1 - r * (1 / 5) * far))));
};

/**
 * One count of any mean, from one draw and what it needs of `rare`. Where the leading 16 bits of x decide n, the others are
 * still unused, and decide whether the rest of the mean adds anything.
 */
export const countOf = (mean: number, x: number, rare: RandomState): number => {
  if (!(mean < fineEnd)) return largeCount(mean, x, rare);
  const k = (mean * fineSteps) | 0;
  const whole = k >> wholeShift;
  const n = searchedCount(fineGrid, { k, whole }, x);
  const rest = mean - k * (1 / fineSteps);
  const open = isOpen(fineGrid.cells[(k << 8) | (x >>> 24)]!, whole, x);
  const u = open ? nextUnit(rare) : ((x & 0xffff) + nextUnit(rare)) * 2 ** -16;
  // P(a count of mean `rest` is 0) ≥ 1 − rest: mostly no exponential is needed.
  if (u <= 1 - rest) return n;
  const none = noneOf(rest);
  return u <= none ? n : u <= none * (1 + rest) ? n + 1 : n + smallCount(rest, u);
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

// What the loops below read many times are constants of this module that are not exported: only those the compiler embeds.
const unit = countUnit;
const shift = tableShift;
const mask = tableMask;
const restBits = restMask;
const none = surelyNone;
const one = surelyOne;
const end = fineEnd;
const { cells } = fineGrid;
const draws = new Int32Array(mostWeeks);
const fixedMeans = new Int32Array(mostWeeks);
const found = new Int32Array(mostWeeks);
const open = new Int32Array(mostWeeks + 1);
const counts = new Float64Array(mostWeeks);

/** The streams a row of counts draws from: one number per count, and `rare` for what one draw cannot decide. */
export interface CountStreams {
  readonly state: RandomState;
  readonly rare: RandomState;
}

/**
 * Turns a row of means, at most `mostWeeks`, into Poisson counts, exact to 2⁻³² per probability: a mean is a table's plus a
 * rest, and the counts of the parts add. No call may stand inside the first loops: see `sell-row.ts`.
 */
export const countRow = (row: Float64Array, { state, rare }: CountStreams): void => {
  const weeks = row.length;
  fillDraws(state, draws, weeks);
  for (let i = 0; i < weeks; i++) {
    const mean = row[i]!;
    fixedMeans[i] = mean < end ? (mean * unit) | 0 : end * unit;
  }
  for (let i = 0; i < weeks; i++) found[i] = cells[((fixedMeans[i]! >> shift) & mask) | (draws[i]! >>> 24)]!;
  let left = 0;
  for (let i = 0; i < weeks; i++) {
    const x = draws[i]!;
    const cell = found[i]!;
    const fixed = fixedMeans[i]!;
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
    open[left] = i;
    left = (left - isLeft) | 0;
    counts[i] = whole + distance + ((edge - second) >>> 31) + ((beyond >> 31) + 1);
  }
  for (let j = 0; j < left; j++) {
    const i = open[j]!;
    counts[i] = countOf(row[i]!, draws[i]!, rare);
  }
  for (let i = 0; i < weeks; i++) row[i] = counts[i]!;
};
