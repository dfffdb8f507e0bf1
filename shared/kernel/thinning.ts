import { binomialCount } from './binomials';
import { byteBits, cellAt, cellsAt, countsAt, decided, isDecided, lowerStart, nextOf, openAt } from './cells';
import { unitOf } from './normals';
import { draws } from './rows';
import { nextRare, openRare } from './stream';

/** Room for the cells of `mostThinnings` tables of `shared/engine/binomial-table.ts`: see there. */
export const mostThinnings: i32 = 64;
export const cellBytes: usize = 272 * 512;
export const levelBytes: usize = 63631 * 4;
export const thinCells: usize = memory.data(64 * 272 * 512, 64);
export const thinLevels: usize = memory.data(64 * 63631 * 4, 64);
/** Up to so many orders are thinned in parts that the tables have: beyond, rejection is faster. */
const mostParted: f64 = 32768;

const most = memory.data<i32>([4096, 4096, 4096, 4096], 16);

/** Four counts as whole numbers, at most one more than the tables have. */
@inline
function ordersAt(at: usize): v128 {
  const a = i32x4.trunc_sat_f64x2_s_zero(v128.load(at));
  const b = i32x4.trunc_sat_f64x2_s_zero(v128.load(at, 16));
  return i32x4.min_u(v128.shuffle<i32>(a, b, 0, 1, 4, 5), v128.load(most));
}

/** The whole parts of a share (2⁻¹⁶ths) of four numbers of orders. */
@inline
function wholeOf(n: v128, share: v128): v128 {
  return i32x4.shr_s(i32x4.mul(n, share), 16);
}

/** A row's count for a draw: where the cell leaves it open, searched from where the next lower one that knows it begins. */
function tabled(cells: usize, levels: usize, row: i32, whole: i32, x: i32): i32 {
  const cell = cellAt(cells, (row << 8) | (x >>> 24));
  const next = (x >> 16) & 255;
  if (isDecided(cell, next)) return decided(whole, cell, next);
  const distance = lowerStart(cells, row << 8, 24, x);
  let k = distance == -128 ? 0 : whole + distance;
  while (x > load<i32>(levels + ((<usize>k) << 2))) k++;
  return k;
}

/** Of up to 4,095 orders: above 255 they are two rows' and add; the second one's draw begins with the first's last 16 bits, if free. */
function thinnedPart(table: i32, step: i32, orders: i32, x: i32): i32 {
  const cells = thinCells + (<usize>table) * cellBytes;
  const levels = thinLevels + (<usize>table) * levelBytes;
  const row = orders & 255;
  const many = orders >> 8;
  const few = tabled(cells, levels + ((<usize>((row * (row + 1)) >> 1)) << 2), row, (row * step) >> 16, x);
  if (many == 0) return few;
  const fresh = <i32>nextRare();
  const isFree = isDecided(cellAt(cells, (row << 8) | (x >>> 24)), (x >> 16) & 255);
  const first = 32896 + 128 * many * (many - 1) + many - 1;
  const second = isFree ? (x << 16) | (fresh >>> 16) : fresh;
  const whole = ((many << 8) * step) >> 16;
  return few + tabled(cells, levels + ((<usize>first) << 2), 255 + many, whole, second);
}

/** Binomial(n, share) by a table, from one draw and what it needs of the rare stream. */
function thinned(table: i32, step: i32, share: f64, n: f64, x: i32): f64 {
  if (!(n < mostParted)) return binomialCount(n, share, unitOf(x));
  let left = <i32>n;
  let taken = 0;
  let draw = x;
  for (; left > 4095; left -= 4095) {
    taken += thinnedPart(table, step, 4095, draw);
    draw = <i32>nextRare();
  }
  return <f64>(taken + thinnedPart(table, step, left, draw));
}

/**
 * Takes a share (`step` 2⁻¹⁶ths, rounded down) of each week's whole orders, from week `first` to before `end`, to `to`: binomial counts
 * by a table and the row's draws. What a draw leaves open is drawn from the rare stream of its place, week `from` of the row being 0.
 */
export function thinRow(
  table: i32,
  step: i32,
  counts: usize,
  shares: usize,
  to: usize,
  first: i32,
  end: i32,
  from: i32,
): void {
  const cells = thinCells + (<usize>table) * cellBytes;
  const share = i32x4.splat(step);
  for (let week = first & ~3; week < end; week += 4) {
    const at = (<usize>week) << 3;
    const orders = ordersAt(counts + at);
    const x = v128.load(draws + ((<usize>week) << 2));
    const n = v128.and(orders, v128.load(byteBits));
    const cell = cellsAt(cells, v128.or(i32x4.shl(n, 8), i32x4.shr_u(x, 24)));
    const next = nextOf(x, 16);
    let counted = countsAt(wholeOf(n, share), cell, next);
    let isOpen = openAt(cell, next);
    const many = i32x4.gt_s(orders, v128.load(byteBits));
    if (v128.any_true(many)) {
      const row = i32x4.add(i32x4.shr_s(orders, 8), v128.load(byteBits));
      const byte = v128.and(i32x4.shr_u(x, 8), v128.load(byteBits));
      const more = cellsAt(cells, v128.or(i32x4.shl(row, 8), byte));
      const last = nextOf(x, 0);
      const rest = countsAt(wholeOf(i32x4.sub(orders, n), share), more, last);
      counted = i32x4.add(counted, v128.and(rest, many));
      isOpen = v128.or(isOpen, v128.and(openAt(more, last), many));
    }
    const low = f64x2.convert_low_i32x4_s(counted);
    const high = f64x2.convert_low_i32x4_s(v128.shuffle<i32>(counted, counted, 2, 3, 2, 3));
    if (week >= first && end - week >= 4 && !v128.any_true(isOpen)) {
      v128.store(to + at, low);
      v128.store(to + at, high, 16);
      continue;
    }
    v128.store(group, low);
    v128.store(group, high, 16);
    const bits = i32x4.bitmask(isOpen);
    for (let i = max(first, week); i < min(end, week + 4); i++) {
      const place = (<usize>i) << 3;
      let taken = load<f64>(group + (place - at));
      if (((bits >> (i - week)) & 1) == 1) {
        openRare(from + i);
        const x = load<i32>(draws + ((<usize>i) << 2));
        taken = thinned(table, step, load<f64>(shares + place), load<f64>(counts + place), x);
      }
      store<f64>(to + place, taken);
    }
  }
}

/** The four counts at hand, where not all of them stand as they are. */
const group: usize = memory.data(32, 16);
