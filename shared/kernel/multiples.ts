import { draws, open } from './rows';

// The tables of `shared/engine/quantile-table.ts` that hold for the plan at hand.
export const evenCubics: usize = memory.data(512 * 4 * 8, 64);
export const tailCubics: usize = memory.data(512 * 4 * 8, 64);
const evenShift: i32 = 23;
const evenTail: i32 = 12;

/** Values of the row at hand. */
export const multiples: usize = memory.data(264 * 8, 16);
const outer: usize = memory.data(268 * 4, 16);

@inline
function cubicAt(at: usize, t: f64): f64 {
  return ((load<f64>(at, 24) * t + load<f64>(at, 16)) * t + load<f64>(at, 8)) * t + load<f64>(at);
}

/**
 * Values of the row's draws by the tables held: equal cells, a finer table for the outermost ones. Draws beyond the finer one too
 * are left, listed in `open`; says how many.
 */
export function multiplesRow(weeks: i32): i32 {
  let tails: usize = 0;
  for (let week: usize = 0; week < <usize>weeks; week++) {
    const x = load<u32>(draws + (week << 2));
    const cell = x >>> evenShift;
    const t = <f64>(<i32>(x & 0x7fffff)) * (1.0 / 8388608.0);
    store<f64>(multiples + (week << 3), cubicAt(evenCubics + ((<usize>cell) << 5), t));
    store<i32>(outer + tails, <i32>week);
    tails += ((cell + evenTail) & 511) < 2 * evenTail ? 4 : 0;
  }
  let left: usize = 0;
  for (let j: usize = 0; j < tails; j += 4) {
    const week = load<i32>(outer + j);
    const x = load<i32>(draws + ((<usize>week) << 2));
    const tail = x ^ (x >> 31);
    const octave = clz(tail) - 1;
    if (octave >= 16) {
      store<i32>(open + left, week);
      left += 4;
      continue;
    }
    const shifted = (<u32>tail) << (octave + 1);
    const cell = (octave << 4) + (<i32>(shifted >>> 27) & 15) + ((x >> 31) & 256);
    const t = <f64>(<i32>(shifted & 0x7ffffff) + (1 << octave)) * (1.0 / 134217728.0);
    store<f64>(multiples + ((<usize>week) << 3), cubicAt(tailCubics + ((<usize>cell) << 5), t));
  }
  return <i32>(left >>> 2);
}

/** Views of a product's videos: `scale` × level × multiple by week, in place of what stands there or (`adds`) on top of it. */
export function postRow(views: usize, level: usize, weeks: i32, scale: f64, adds: bool): void {
  const factor = f64x2.splat(scale);
  const pairs = (<usize>weeks & ~1) << 3;
  let at: usize = 0;
  for (; at < pairs; at += 16) {
    const posted = f64x2.mul(f64x2.mul(factor, v128.load(level + at)), v128.load(multiples + at));
    v128.store(views + at, adds ? f64x2.add(v128.load(views + at), posted) : posted);
  }
  if ((weeks & 1) == 1) {
    const posted = scale * load<f64>(level + at) * load<f64>(multiples + at);
    store<f64>(views + at, adds ? load<f64>(views + at) + posted : posted);
  }
}
