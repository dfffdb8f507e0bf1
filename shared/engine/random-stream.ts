import { kernel } from './kernel.ts';

/**
 * State of one sfc32 generator (Chris Doty-Humphrey's "small fast counting", 32-bit; passes PractRand): words a, b, c and
 * the counter.
 */
export type RandomState = Int32Array;

/** What a stream's numbers are used for: streams of one future with different purposes are independent. */
export const purpose = {
  quantities: 1,
  events: 2,
  level: 3,
  videoPlan: 4,
  views: 5,
  livePlan: 6,
  liveViewers: 7,
  onAmazon: 8,
  bounties: 9,
  /** Program g uses `orders + g`. */
  orders: 16,
  /** Every strategy thins the orders of program g with `thinning + g`, bounties with `+ 7`: the same share takes the same orders. Rare draws have a stream per row and week. */
  thinning: 64,
  /** Quick answers, whose streams belong to blocks: quantity q uses `quickQuantities + q`, number n of the events `quickEvents + n`. */
  quickQuantities: 65_536,
  quickEvents: 131_072,
  /** Added to a purpose: the stream of its rare, variable draws. */
  rare: 1024,
} as const;

const warmUp = 15;

/** One generator round; returns the next draw, uniform over all 32-bit integers. */
export const nextDraw = (state: RandomState): number => {
  const b = state[1]!;
  const c = state[2]!;
  const out = (state[0]! + b + state[3]!) | 0;
  state[3] = (state[3]! + 1) | 0;
  state[0] = b ^ (b >>> 9);
  state[1] = (c + (c << 3)) | 0;
  state[2] = (((c << 21) | (c >>> 11)) + out) | 0;
  return out;
};

/** Opens the stream of one future and purpose: state (trial, purpose, seed, 1), then 15 rounds. */
export const openStream = (state: RandomState, seed: number, trial: number, use: number): void => {
  state[0] = trial;
  state[1] = use;
  state[2] = seed;
  state[3] = 1;
  for (let i = 0; i < warmUp; i++) nextDraw(state);
};

/**
 * Opens the row stream of one future and purpose: four streams side by side, lane j of purpose `use` + j·2²⁴. A thread has one at
 * a time; `fillRow` and the kernels draw from it in whole groups of four, draw k of a row from lane k mod 4.
 */
export const openRows = (seed: number, trial: number, use: number): void => kernel.openRows(seed, trial, use);

/** Fills the first `count` places of an array in the kernels' memory with the row stream's next draws, and up to three more. */
export const fillRow = (out: Int32Array, count: number): void => kernel.fillTo(out.byteOffset, count);

/** A draw as a number in (0, 1), the centre of its 2⁻³² cell. */
export const unitOf = (draw: number): number => ((draw >>> 0) + 0.5) * 2 ** -32;

/** Next number in (0, 1), in steps of 2⁻³². */
export const nextUnit = (state: RandomState): number => unitOf(nextDraw(state));
