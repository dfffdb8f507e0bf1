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

/** What `shared/kernel/index.ts` exports; addresses are `byteOffset`s of arrays made below. */
interface Kernel {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly freeFrom: () => number;
  readonly draws: Place;
  readonly open: Place;
  readonly sums: Place;
  readonly rare: Place;
  readonly tableCells: Place;
  readonly tableThresholds: Place;
  /** How many thresholds there is room for. */
  readonly mostThresholds: { readonly value: number };
  readonly tableFirst: Place;
  readonly tableShift: Place;
  readonly reach: Place;
  readonly gross: Place;
  readonly kept: Place;
  readonly evenCubics: Place;
  readonly tailCubics: Place;
  readonly multiples: Place;
  readonly openRows: (seed: number, trial: number, use: number) => void;
  readonly fillTo: (to: number, count: number) => void;
  readonly countOf: (mean: number, draw: number) => number;
  readonly countRow: (row: number, weeks: number) => number;
  readonly sellRow: (views: number, each: number, weeks: number, sold: number) => number;
  readonly multiplesRow: (weeks: number) => number;
  readonly postRow: (views: number, level: number, weeks: number, scale: number, adds: boolean) => void;
}

const code = Uint8Array.from({ length: kernelCode.length / 2 }, (_, i) =>
  Number.parseInt(kernelCode.slice(2 * i, 2 * i + 2), 16),
);

/**
 * The hot loops, in WebAssembly (four 32-bit or two 64-bit numbers at a time), and their memory: one of each per thread. Made of
 * `shared/kernel` by `npm run kernel`.
 */
export const kernel = new WebAssembly.Instance(new WebAssembly.Module(code)).exports as Kernel;

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
let first = Math.ceil(kernel.freeFrom() / 16) * 16;
let free = first;

/** Makes room for a new workspace where the last one was: a thread has one at a time. */
export const clearRoom = (): void => {
  free = first;
};

const take = (bytes: number): number => {
  const at = free;
  free = Math.ceil((at + bytes + margin) / 16) * 16;
  if (free > buffer.byteLength) throw new Error('the scenario has more products and weeks than the engine has room for');
  new Uint8Array(buffer, at, free - at).fill(0);
  return at;
};

/** Zeros where the kernels can reach them, until the room is cleared. */
export const roomDoubles = (length: number): Float64Array => new Float64Array(buffer, take(8 * length), length);

export const roomWords = (length: number): Int32Array => new Int32Array(buffer, take(4 * length), length);

/** 32-bit numbers where the kernels can reach them, for good: asked for before the first workspace. */
export const lastingWords = (length: number): Int32Array => {
  if (free !== first) throw new Error('asked for lasting room when there was a workspace already');
  const words = roomWords(length);
  first = free;
  return words;
};
