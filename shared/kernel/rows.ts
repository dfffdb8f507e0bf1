/** Rows of weeks that kernels and engine share: as long as the longest horizon, to whole groups of four. */
export const mostRow: i32 = 264;

/** The draws of the row at hand, 32 bits each. */
export const draws: usize = memory.data(264 * 4, 16);
/** Kernels leave here the weeks that the engine has to settle. */
export const open: usize = memory.data(268 * 4, 16);
/** Sums over the row at hand. */
export const sums: usize = memory.data(4 * 8, 16);
