import { kernel, kernelDoubles, kernelWords } from './kernel.ts';

const row = kernelDoubles(kernel.sample, kernel.mostSampled.value);
const wanted = kernelWords(kernel.ranks, kernel.mostRanks.value);
const found = kernelDoubles(kernel.ranked, kernel.mostRanks.value);
const sums = kernelDoubles(kernel.sums, 2);

/**
 * Copies up to a million values, each less the one at its place of `less` if given, to the thread's one row for samples, and returns
 * them there: for `describeTaken`, until the next sample.
 */
export const takeSample = (values: Float64Array, less: Float64Array | null = null): Float64Array => {
  const count = values.length;
  if (less === null) row.set(values);
  else for (let i = 0; i < count; i++) row[i] = values[i]! - less[i]!;
  return row.subarray(0, count);
};

/** Order statistics of a sample at rising zero-based ranks, at most 32 of them. */
export const orderStatistics = (values: Float64Array, ranks: readonly number[]): Float64Array => {
  takeSample(values);
  wanted.set(ranks);
  kernel.describeSample(values.length, ranks.length);
  return found.slice(0, ranks.length);
};

/** Mean, standard deviation (n − 1) and quantiles of a sample. */
export interface Described {
  readonly mean: number;
  readonly sd: number;
  readonly quantiles: readonly number[];
}

/**
 * Mean, standard deviation and exact sample quantiles (Hyndman–Fan type 7: linear between order statistics) of the `count` values last
 * taken, at the given levels, at most 16 of them and rising; uses the values up. Every value is put in one of many buckets of equal
 * width (the outermost ones are open); only those of buckets that hold a wanted order statistic are gathered and put in order.
 */
export const describeTaken = (count: number, levels: readonly number[]): Described => {
  const last = count - 1;
  levels.forEach((level, i) => {
    wanted[2 * i] = Math.floor(level * last);
    wanted[2 * i + 1] = Math.ceil(level * last);
  });
  kernel.describeSample(count, 2 * levels.length);
  const quantiles = levels.map((level, i) => {
    const [from, to] = [found[2 * i]!, found[2 * i + 1]!];
    return from === to ? from : from + (level * last - Math.floor(level * last)) * (to - from);
  });
  return { mean: sums[0]! / count, sd: Math.sqrt(sums[1]! / last), quantiles };
};
