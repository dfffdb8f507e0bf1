import './count-table.ts';
import { kernel, kernelWords } from './kernel.ts';
import type { RandomState } from './random-stream.ts';

/** The stream of what one draw cannot decide, shared with the kernels: a thread has one at a time. */
export const rare: RandomState = kernelWords(kernel.rare, 4);

/**
 * Turns a row of means in the kernels' memory, at most `mostWeeks`, into Poisson counts, exact to 2⁻³² per probability: one
 * draw of the row stream each, and what it cannot decide from `rare`.
 */
export const countRow = (row: Float64Array): void => kernel.countRow(row.byteOffset, row.length);
