const buckets = 1024;

/** Scratch of `selectQuantiles`, for samples of up to `size` values. */
export interface QuantileSpace {
  readonly counts: Int32Array;
  readonly gathered: Float64Array;
}

export const quantileSpace = (size: number): QuantileSpace => ({
  counts: new Int32Array(buckets + 1),
  gathered: new Float64Array(size),
});

/**
 * Exact sample quantiles (Hyndman–Fan type 7: linear between order statistics) of `values` at the given levels, which must
 * rise. Every value is put in one of 1,024 buckets of equal width; only buckets that hold a wanted order statistic are sorted.
 */
export const selectQuantiles = (
  values: Float64Array,
  levels: readonly number[],
  space: QuantileSpace,
): number[] => {
  const last = values.length - 1;
  const ranks = levels.flatMap(level => [Math.floor(level * last), Math.ceil(level * last)]);
  const picked = orderStatistics(values, ranks, space);
  return levels.map((level, i) => {
    const low = picked[2 * i]!;
    const high = picked[2 * i + 1]!;
    return low === high ? low : low + (level * last - Math.floor(level * last)) * (high - low);
  });
};

const limits = (values: Float64Array): readonly [number, number] => {
  let low = values[0]!;
  let high = low;
  for (let i = 1; i < values.length; i++) {
    const value = values[i]!;
    if (value < low) low = value;
    else if (value > high) high = value;
  }
  return [low, high];
};

/** Order statistics at rising zero-based ranks. */
const orderStatistics = (values: Float64Array, ranks: readonly number[], space: QuantileSpace): number[] => {
  const [low, high] = limits(values);
  if (low === high) return ranks.map(() => low);
  const scale = buckets / (high - low);
  if (values.length < 64 || !Number.isFinite(scale)) {
    const sorted = values.toSorted();
    return ranks.map(rank => sorted[rank]!);
  }
  const { counts } = space;
  counts.fill(0);
  for (let i = 0; i < values.length; i++) {
    const bucket = ((values[i]! - low) * scale) | 0;
    counts[bucket] = counts[bucket]! + 1;
  }
  counts[buckets - 1] = counts[buckets - 1]! + counts[buckets]!;
  const out: number[] = [];
  let bucket = 0;
  let before = 0;
  let sorted: Float64Array | null = null;
  for (const rank of ranks) {
    while (rank >= before + counts[bucket]!) {
      before += counts[bucket]!;
      bucket++;
      sorted = null;
    }
    sorted ??= inBucket(values, bucket, { low, scale, space, size: counts[bucket]! });
    out.push(sorted[rank - before]!);
  }
  return out;
};

interface Bucket {
  readonly low: number;
  readonly scale: number;
  readonly space: QuantileSpace;
  readonly size: number;
}

const inBucket = (
  values: Float64Array,
  wanted: number,
  { low, scale, space, size }: Bucket,
): Float64Array => {
  const { gathered } = space;
  let at = 0;
  for (let i = 0; i < values.length && at < size; i++) {
    const bucket = ((values[i]! - low) * scale) | 0;
    if (bucket === wanted || (bucket === buckets && wanted === buckets - 1)) gathered[at++] = values[i]!;
  }
  return gathered.subarray(0, at).toSorted();
};
