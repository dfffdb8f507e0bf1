/** Rows of weeks that kernels and engine share: as long as the longest horizon, to whole groups of four. */
export const mostRow: i32 = 264;

/** The draws of the row at hand, 32 bits each. */
export const draws: usize = memory.data(264 * 4, 16);
/** Kernels leave here the weeks that the engine has to settle. */
export const open: usize = memory.data(268 * 4, 16);
/** Sums over the row at hand. */
export const sums: usize = memory.data(4 * 8, 16);

/** Stores a pair of doubles, or the first alone where a row of odd length ends. */
@inline
export function put(at: usize, pair: v128, isWhole: bool): void {
  if (isWhole) v128.store(at, pair);
  else v128.store64_lane(at, pair, 0);
}
