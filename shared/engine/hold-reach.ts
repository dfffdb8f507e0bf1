import { mostWeeks } from './calendar.ts';
import { kernel, kernelDoubles } from './kernel.ts';

const reach = kernelDoubles(kernel.reach, mostWeeks + 4);

/** Hands a row of reach to the kernels, with zeros where their last group of four reads beyond the horizon. */
export const holdReach = (from: Float64Array): void => {
  const weeks = from.length;
  for (let week = 0; week < weeks; week++) reach[week] = from[week]!;
  for (let week = weeks; week < weeks + 4; week++) reach[week] = 0;
};
