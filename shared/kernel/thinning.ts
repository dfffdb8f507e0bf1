import { draws, open } from './rows';

/** Room for the cells of `mostThinnings` tables of `shared/engine/binomial-table.ts`: see there. */
export const mostThinnings: i32 = 64;
export const thinnings: usize = memory.data(64 * 272 * 512, 64);

@inline
function cellAt(cells: usize, index: i32): i32 {
  return <i32>load<i16>(cells + ((<usize>index) << 1));
}

/** The cells at four places. */
@inline
function cellsAt(cells: usize, at: v128): v128 {
  return i32x4.replace_lane(
    i32x4.replace_lane(
      i32x4.replace_lane(
        i32x4.splat(cellAt(cells, i32x4.extract_lane(at, 0))),
        1,
        cellAt(cells, i32x4.extract_lane(at, 1)),
      ),
      2,
      cellAt(cells, i32x4.extract_lane(at, 2)),
    ),
    3,
    cellAt(cells, i32x4.extract_lane(at, 3)),
  );
}

/** Four counts as whole numbers, at most one more than the tables have. */
@inline
function ordersAt(at: usize): v128 {
  const a = i32x4.trunc_sat_f64x2_s_zero(v128.load(at));
  const b = i32x4.trunc_sat_f64x2_s_zero(v128.load(at, 16));
  return i32x4.min_u(v128.shuffle<i32>(a, b, 0, 1, 4, 5), i32x4.splat(4096));
}

/** How many of four numbers of orders are taken where the cells and the draws' next bytes decide it. */
@inline
function takenOf(n: v128, share: v128, cell: v128, next: v128): v128 {
  const start = i32x4.add(i32x4.shr_s(i32x4.mul(n, share), 16), i32x4.shr_s(cell, 8));
  return i32x4.sub(start, i32x4.gt_s(next, v128.and(cell, i32x4.splat(255))));
}

/** All bits set where they do not. */
@inline
function openOf(cell: v128, next: v128): v128 {
  const onEdge = i32x4.eq(next, v128.and(cell, i32x4.splat(255)));
  return v128.or(onEdge, i32x4.eq(i32x4.shr_s(cell, 8), i32x4.splat(-128)));
}

/** A byte of four draws, where 255 is taken for 254: an edge of 255 is never passed. */
@inline
function nextOf(x: v128, shift: i32): v128 {
  return i32x4.min_s(v128.and(i32x4.shr_u(x, shift), i32x4.splat(255)), i32x4.splat(254));
}

/**
 * Takes a share (`step` 2⁻¹⁶ths, rounded down) of each week's whole orders, from week `first` to before `end`, to `to`: binomial counts
 * by a table's cells and the row's draws, their leading halves for the rest of the orders above 256ths, the others for these. Weeks
 * whose draw leaves the count open, or with more orders than the table has, are listed in `open`; says how many.
 */
export function thinRow(cells: usize, step: i32, counts: usize, to: usize, first: i32, end: i32): i32 {
  const share = i32x4.splat(step);
  const byteBits = i32x4.splat(255);
  let left: usize = 0;
  for (let week = first & ~3; week < end; week += 4) {
    const at = (<usize>week) << 3;
    const orders = ordersAt(counts + at);
    const x = v128.load(draws + ((<usize>week) << 2));
    const n = v128.and(orders, byteBits);
    const cell = cellsAt(cells, v128.or(i32x4.shl(n, 8), i32x4.shr_u(x, 24)));
    const next = nextOf(x, 16);
    let taken = takenOf(n, share, cell, next);
    let isOpen = openOf(cell, next);
    const many = i32x4.gt_s(orders, byteBits);
    if (v128.any_true(many)) {
      const row = i32x4.add(i32x4.shr_s(orders, 8), byteBits);
      const byte = v128.and(i32x4.shr_u(x, 8), byteBits);
      const more = cellsAt(cells, v128.or(i32x4.shl(row, 8), byte));
      const last = nextOf(x, 0);
      const rest = takenOf(i32x4.sub(orders, n), share, more, last);
      taken = i32x4.add(taken, v128.and(rest, many));
      isOpen = v128.or(isOpen, v128.and(openOf(more, last), many));
    }
    const low = f64x2.convert_low_i32x4_s(taken);
    const high = f64x2.convert_low_i32x4_s(v128.shuffle<i32>(taken, taken, 2, 3, 2, 3));
    if (week >= first && end - week >= 4) {
      v128.store(to + at, low);
      v128.store(to + at, high, 16);
      if (!v128.any_true(isOpen)) continue;
    } else {
      v128.store(group, low);
      v128.store(group, high, 16);
    }
    left += note(to, week, max(first, week), min(end, week + 4), i32x4.bitmask(isOpen), left);
  }
  return <i32>(left >>> 2);
}

/** The four counts at hand, where not all of them are wanted. */
const group: usize = memory.data(32, 16);

/** Writes those weeks of a group that are wanted, and lists the open ones; returns the bytes it added. */
function note(to: usize, week: i32, first: i32, end: i32, bits: i32, left: usize): usize {
  let added: usize = 0;
  for (let i = first; i < end; i++) {
    if (end - first < 4) store<f64>(to + ((<usize>i) << 3), load<f64>(group + ((<usize>(i - week)) << 3)));
    if (((bits >> (i - week)) & 1) == 0) continue;
    store<i32>(open + left + added, i);
    added += 4;
  }
  return added;
}
