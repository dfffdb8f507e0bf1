import { draws } from './rows';

/** Words a, b, c and counter of the row stream's four sfc32 generators, side by side. */
const lanes: usize = memory.data(64, 16);

/** Words of the scalar stream of rare draws. */
export const rare: usize = memory.data(16, 16);

/** Seed, future and purpose of the row stream that is open. */
const opened: usize = memory.data(12, 4);

const warmUp: i32 = 15;

/** Opens the row stream of one future and purpose, overwriting `draws`: lane j is the stream of purpose `use` + j·2²⁴. */
export function openRows(seed: u32, trial: u32, use: u32): void {
  v128.store(lanes, i32x4.splat(trial));
  v128.store(lanes, i32x4.add(i32x4.splat(use), i32x4(0, 1 << 24, 2 << 24, 3 << 24)), 16);
  v128.store(lanes, i32x4.splat(seed), 32);
  v128.store(lanes, i32x4.splat(1), 48);
  store<u32>(opened, seed);
  store<u32>(opened, trial, 4);
  store<u32>(opened, use, 8);
  fillTo(draws, 4 * warmUp);
}

/** The row stream's next `count` draws to `to`, rounded up to whole groups of four: draw k is lane k mod 4's. */
export function fillTo(to: usize, count: i32): void {
  let a = v128.load(lanes);
  let b = v128.load(lanes, 16);
  let c = v128.load(lanes, 32);
  let d = v128.load(lanes, 48);
  const one = i32x4.splat(1);
  const end = to + ((<usize>count) << 2);
  for (let at = to; at < end; at += 16) {
    const out = i32x4.add(i32x4.add(a, b), d);
    v128.store(at, out);
    d = i32x4.add(d, one);
    a = v128.xor(b, i32x4.shr_u(b, 9));
    b = i32x4.add(c, i32x4.shl(c, 3));
    c = i32x4.add(v128.or(i32x4.shl(c, 21), i32x4.shr_u(c, 11)), out);
  }
  v128.store(lanes, a);
  v128.store(lanes, b, 16);
  v128.store(lanes, c, 32);
  v128.store(lanes, d, 48);
}

/** The next draw of the rare stream: sfc32. */
@inline
export function nextRare(): u32 {
  const b = load<u32>(rare, 4);
  const c = load<u32>(rare, 8);
  const d = load<u32>(rare, 12);
  const out = load<u32>(rare) + b + d;
  store<u32>(rare, b ^ (b >>> 9));
  store<u32>(rare, c + (c << 3), 4);
  store<u32>(rare, rotl<u32>(c, 21) + out, 8);
  store<u32>(rare, d + 1, 12);
  return out;
}

/** Opens the rare stream of one place in the rows of the stream that is open: draws there do not depend on what others needed. */
export function openRare(place: i32): void {
  store<u32>(rare, load<u32>(opened, 4));
  store<u32>(rare, load<u32>(opened, 8) + 1024 + ((place + 1) << 11), 4);
  store<u32>(rare, load<u32>(opened), 8);
  store<u32>(rare, 1, 12);
  for (let i = 0; i < warmUp; i++) nextRare();
}

/** The rare stream's next `count` draws to `to`. */
export function fillRare(to: usize, count: i32): void {
  let a = load<u32>(rare);
  let b = load<u32>(rare, 4);
  let c = load<u32>(rare, 8);
  let d = load<u32>(rare, 12);
  const end = to + ((<usize>count) << 2);
  for (let at = to; at < end; at += 4) {
    const out = a + b + d++;
    store<u32>(at, out);
    a = b ^ (b >>> 9);
    b = c + (c << 3);
    c = rotl<u32>(c, 21) + out;
  }
  store<u32>(rare, a);
  store<u32>(rare, b, 4);
  store<u32>(rare, c, 8);
  store<u32>(rare, d, 12);
}
