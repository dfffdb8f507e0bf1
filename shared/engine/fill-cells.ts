/** A cell that decides nothing. */
export const undecided = -128 << 8;

/** The largest threshold: of the last count of a table. */
export const topLevel = 2 ** 31 - 1;

/** A probability on the scale of signed 32-bit draws: as many of them lie at or below. Below −2³¹ where none does. */
export const levelOf = (probability: number): number => Math.round(probability * 2 ** 32) - 1 - 2 ** 31;

/** A table of counts: the smallest n whose threshold holds a draw. */
export interface Levels {
  readonly levels: Int32Array;
  /** The count of the first threshold, and the whole number that cells tell counts by. */
  readonly first: number;
  readonly whole: number;
}

/**
 * Fills the cells of a table, chosen by the leading `bits` of a draw (unsigned): high byte how far n at the cell's start is from
 * `whole`; low byte the next byte of the draw in which n becomes n + 1 (255 where it never does). Where several thresholds lie in the
 * cell, or one in its last 256th, or n is more than 126 away, it is `undecided`.
 */
export const fillCells = (cells: Int16Array, { levels, first, whole }: Levels, bits: number): void => {
  const half = 2 ** (bits - 1);
  const width = 2 ** (32 - bits);
  let at = 0;
  for (let cell = -half; cell < half; cell++) {
    const low = cell * width;
    const high = low + width - 1;
    while (levels[at]! < low) at++;
    const distance = first + at - whole;
    const level = levels[at]!;
    const edge = level >= high ? 255 : Math.floor((level - low) / (width / 256));
    const isOne = level >= high || (edge < 255 && levels[at + 1]! >= high);
    cells[cell & (2 * half - 1)] = isOne && Math.abs(distance) < 127 ? (distance << 8) | edge : undecided;
  }
};
