import { kernelCode } from './kernel-code.ts';

/** The part of WebAssembly that the engine uses: Node and browsers have it, the language's own types do not. */
declare const WebAssembly: {
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

interface Place {
  /** Address in bytes. */
  readonly value: number;
}

type Places =
  | ('draws' | 'open' | 'sums' | 'rare' | 'reach' | 'gross' | 'kept' | 'multiples')
  | ('tableCells' | 'tableThresholds' | 'tableFirst' | 'tableShift' | 'evenCubics' | 'tailCubics')
  | 'normalCubics'
  | ('beside' | 'besideClicks' | 'clicks' | 'expected' | 'returned' | 'squares')
  | ('took' | 'stretchEnds' | 'stretchTables' | 'stretchSteps')
  | ('programTerms' | 'productTerms' | 'thinCells' | 'thinLevels' | 'fractions' | 'arrival' | 'tailPoints')
  | ('sample' | 'ranks' | 'ranked');

/**
 * What `shared/kernel/index.ts` exports. Rows are passed by their address, the `byteOffset` of an array made below; functions that
 * return a number of weeks have left so many to the engine, listed in `open`.
 */
interface Kernel extends Readonly<Record<Places, Place>> {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly mostTables: { readonly value: number };
  readonly mostThresholds: { readonly value: number };
  readonly mostThinnings: { readonly value: number };
  readonly cellBytes: { readonly value: number };
  readonly levelBytes: { readonly value: number };
  readonly mostTailPoints: { readonly value: number };
  readonly mostSampled: { readonly value: number };
  readonly mostRanks: { readonly value: number };
  readonly tailDepth: (z: number) => number;
  readonly freeFrom: () => number;
  readonly openRows: (seed: number, trial: number, use: number) => void;
  readonly fillTo: (to: number, count: number) => void;
  readonly fillRare: (to: number, count: number) => void;
  readonly log: (x: number) => number;
  readonly countRow: (row: number, weeks: number) => void;
  readonly sellRow: (views: number, each: number, weeks: number, sold: number) => void;
  readonly multiplesRow: (weeks: number) => number;
  readonly postRow: (views: number, level: number, weeks: number, scale: number, adds: boolean) => void;
  readonly normalQuantile: (p: number) => number;
  readonly normalRow: (draws: number, to: number, count: number, scale: number) => void;
  readonly expRow: (row: number, count: number) => void;
  readonly chainRow: (
    count: number,
    z: number,
    first: number,
    sd: number,
    correlation: number,
    fresh: number,
    tail: number,
    largest: number,
  ) => number;
  readonly beginPosts: () => void;
  readonly postRows: (
    counts: number,
    to: number,
    weekScales: number,
    productScales: number,
    weeks: number,
    products: number,
    count: number,
  ) => number;
  readonly spreadRows: (views: number, weeks: number, products: number) => void;
  readonly addRows: (rows: number, to: number, weeks: number, count: number) => void;
  readonly sumRow: (row: number, count: number) => number;
  readonly disperseRow: (row: number, weeks: number, extra: number) => void;
  readonly expectRow: (
    views: number,
    each: number,
    weeks: number,
    click: number,
    orders: number,
    stays: number,
    share: number,
  ) => void;
  readonly keepExpected: (
    views: number,
    kept: number,
    back: number,
    own: number,
    weeks: number,
    click: number,
    orders: number,
    share: number,
  ) => void;
  readonly figureRow: (
    kept: number,
    back: number,
    each: number,
    shares: number,
    left: number,
    rates: number,
    weeks: number,
    factor: number,
    booked: number,
    returning: number,
  ) => void;
  readonly noiseRow: (
    gross: number,
    returned: number,
    squares: number,
    to: number,
    weeks: number,
    wide: boolean,
    cost: boolean,
    extra: number,
  ) => void;
  readonly scaleRow: (
    expected: number,
    to: number,
    returned: number,
    back: number,
    shares: number,
    left: number,
    rates: number,
    noise: number,
    scores: number,
    weeks: number,
    factor: number,
  ) => void;
  readonly expectOrders: (
    views: number,
    clicks: number,
    own: number,
    means: number,
    weeks: number,
    click: number,
    sold: number,
  ) => number;
  readonly addChannels: (
    live: number,
    tab: number,
    clicks: number,
    own: number,
    means: number,
    each: number,
    fromVideo: number,
    fromLive: number,
    fromTab: number,
    weeks: number,
    liveClick: number,
    liveSold: number,
    tabClick: number,
    tabSold: number,
    netted: number,
  ) => number;
  readonly rateRow: (
    to: number,
    weeks: number,
    base: number,
    first: number,
    firstRow: number,
    second: number,
    secondRow: number,
    factors: number,
  ) => void;
  readonly sellProduct: (product: number) => number;
  readonly splitRow: (means: number, kept: number, returned: number, weeks: number, share: number) => void;
  readonly bookRow: (
    kept: number,
    returned: number,
    each: number,
    gross: number,
    reversed: number,
    weeks: number,
    splits: boolean,
    reverses: boolean,
    booked: number,
    returning: number,
  ) => void;
  readonly takeRow: (counts: number, shares: number, to: number, weeks: number, row: number) => void;
  readonly takeProducts: (
    products: number,
    chosen: number,
    kept: number,
    returned: number,
    each: number,
    shares: number,
    gross: number,
    reversed: number,
    weeks: number,
    counted: boolean,
    splits: boolean,
    reverses: boolean,
    booked: number,
    returning: number,
    to: number,
  ) => void;
  readonly fillWith: (row: number, count: number, value: number) => void;
  readonly wholeSum: (row: number, count: number) => number;
  readonly netRow: (gross: number, reversed: number, net: number, weeks: number, delay: number) => void;
  readonly bookWeeks: (
    net: number,
    earned: number,
    monthly: number,
    months: number,
    booked: number,
  ) => number;
  readonly payMonthly: (
    net: number,
    paid: number,
    weeks: number,
    months: number,
    count: number,
    days: number,
    threshold: number,
  ) => void;
  readonly payShop: (
    gross: number,
    reversed: number,
    paid: number,
    weeks: number,
    days: number,
    threshold: number,
  ) => void;
  readonly recordRow: (earned: number, paid: number, to: number, weeks: number) => number;
  readonly shareRow: (from: number, shares: number, to: number, weeks: number) => void;
  readonly addIncome: (
    gross: number,
    counts: number,
    shares: number,
    weeks: number,
    amount: number,
  ) => number;
  readonly weighedSum: (
    from: number,
    amount: number,
    shares: number,
    counts: number,
    weeks: number,
  ) => number;
  readonly channelRow: (
    video: number,
    live: number,
    showcase: number,
    shares: number,
    left: number,
    rates: number,
    weeks: number,
  ) => void;
  readonly stratifyRow: (keys: number, weeks: number, inner: number, bits: number, turn: number) => void;
  readonly describeSample: (count: number, wanted: number) => void;
}

const code = Uint8Array.from({ length: kernelCode.length / 2 }, (_, i) =>
  Number.parseInt(kernelCode.slice(2 * i, 2 * i + 2), 16),
);

/**
 * The hot loops, in WebAssembly (four 32-bit or two 64-bit numbers at a time), and their memory: one of each per thread. Made of
 * `shared/kernel` by `npm run kernel`.
 */
export const kernel: Kernel = {
  // A plain object: calls by the module's own, a dictionary, are not inlined.
  ...(new WebAssembly.Instance(new WebAssembly.Module(code)).exports as Kernel),
};

const { buffer } = kernel.memory;

/** Doubles that the kernels keep at an address. */
export const kernelDoubles = ({ value }: Place, length: number): Float64Array =>
  new Float64Array(buffer, value, length);

/** 16-bit numbers that the kernels keep at an address. */
export const kernelHalves = ({ value }: Place, length: number): Int16Array =>
  new Int16Array(buffer, value, length);

/** 32-bit numbers that the kernels keep at an address. */
export const kernelWords = ({ value }: Place, length: number): Int32Array =>
  new Int32Array(buffer, value, length);

/** Kernels read and draw whole groups of four: so much may be touched behind an array. */
const margin = 32;
const first = Math.ceil(kernel.freeFrom() / 16) * 16;
let free = first;

/** Makes room for a new workspace where the last one was: a thread has one at a time. */
export const clearRoom = (): void => {
  free = first;
};

const take = (bytes: number): number => {
  const at = free;
  free = Math.ceil((at + bytes + margin) / 16) * 16;
  if (free > buffer.byteLength)
    throw new Error('the scenario has more products and weeks than the engine has room for');
  new Uint8Array(buffer, at, free - at).fill(0);
  return at;
};

/** Zeros where the kernels can reach them, until the room is cleared. */
export const roomDoubles = (length: number): Float64Array =>
  new Float64Array(buffer, take(8 * length), length);

export const roomBytes = (length: number): Uint8Array => new Uint8Array(buffer, take(length), length);

export const roomWords = (length: number): Int32Array => new Int32Array(buffer, take(4 * length), length);
