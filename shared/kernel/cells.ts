// Cells of inversion tables: in the high byte how far the count at the cell's start is from a whole number, in the low one the next byte
// of the draw in which it grows by one (255 where it never does); −128 in the high byte where a cell decides nothing. They are filled by
// `shared/engine/fill-cells.ts`.

// Constants of loops: V8 makes one that stands in the code anew in every turn.
export const byteBits = memory.data<i32>([255, 255, 255, 255], 16);
const nextEnd = memory.data<i32>([254, 254, 254, 254], 16);
const unknown = memory.data<i32>([-128, -128, -128, -128], 16);

@inline
export function cellAt(cells: usize, index: i32): i32 {
  return <i32>load<i16>(cells + ((<usize>index) << 1));
}

/** The cells at four places: loaded into the high halves of the lanes, then moved down with their signs. */
@inline
export function cellsAt(cells: usize, at: v128): v128 {
  const low = i64x2.extract_lane(at, 0);
  const high = i64x2.extract_lane(at, 1);
  let lanes = v128.load_lane<i16>(cells + ((<usize><u32>low) << 1), at, 1);
  lanes = v128.load_lane<i16>(cells + ((<usize>(low >>> 32)) << 1), lanes, 3);
  lanes = v128.load_lane<i16>(cells + ((<usize><u32>high) << 1), lanes, 5);
  lanes = v128.load_lane<i16>(cells + ((<usize>(high >>> 32)) << 1), lanes, 7);
  return i32x4.shr_s(lanes, 16);
}

/** The bytes of four draws behind those that chose the cells, 255 taken for 254: an edge of 255 is never passed. */
@inline
export function nextOf(x: v128, shift: i32): v128 {
  return i32x4.min_s(v128.and(i32x4.shr_u(x, shift), v128.load(byteBits)), v128.load(nextEnd));
}

/** All bits set where a cell leaves its count open. */
@inline
export function openAt(cell: v128, next: v128): v128 {
  const onEdge = i32x4.eq(v128.and(cell, v128.load(byteBits)), next);
  return v128.or(onEdge, i32x4.eq(i32x4.shr_s(cell, 8), v128.load(unknown)));
}

/** Four counts where the cells decide them, from the whole numbers that they are told by. */
@inline
export function countsAt(whole: v128, cell: v128, next: v128): v128 {
  const pastEdge = i32x4.gt_s(next, v128.and(cell, v128.load(byteBits)));
  return i32x4.sub(i32x4.add(whole, i32x4.shr_s(cell, 8)), pastEdge);
}

/** Whether a cell decides by the byte of a draw behind those that chose it. */
@inline
export function isDecided(cell: i32, next: i32): bool {
  return cell >> 8 != -128 && min(next, 254) != (cell & 255);
}

/** A count that its cell decides. */
@inline
export function decided(whole: i32, cell: i32, next: i32): i32 {
  return whole + (cell >> 8) + i32(next > (cell & 255) && (cell & 255) < 255);
}

/**
 * What the nearest lower cell that decides anything says of its start, from the cell that a draw chooses by its bits from `shift` on:
 * −128 where there is none. `row` is the place of the table's first cell.
 */
export function lowerStart(cells: usize, row: i32, shift: i32, x: i32): i32 {
  const half = 1 << (31 - shift);
  let byte = (x >> shift) + half;
  let distance = cellAt(cells, row + (x >>> shift)) >> 8;
  while (distance == -128 && byte > 0) distance = cellAt(cells, row + (--byte ^ half)) >> 8;
  return distance;
}
