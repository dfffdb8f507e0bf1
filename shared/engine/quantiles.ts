const buckets = 1024;
const mostWanted = 32;

/** Scratch of `selectQuantiles`, for samples of up to `size` values. */
export interface QuantileSpace {
  readonly counts: Int32Array;
  /** For each bucket: 0, or one more than its place among the wanted ones. */
  readonly wanted: Uint8Array;
  /** Where each wanted bucket's values begin in `gathered`, and where the next one goes. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly gathered: Float64Array;
}

export const quantileSpace = (size: number): QuantileSpace => ({
  counts: new Int32Array(buckets + 1),
  wanted: new Uint8Array(buckets + 1),
  starts: new Int32Array(mostWanted),
  ends: new Int32Array(mostWanted),
  gathered: new Float64Array(size),
});

/**
 * Exact sample quantiles (Hyndman–Fan type 7: linear between order statistics) of `values` at the given levels, at most 16
 * of them and rising. Every value is put in one of 1,024 buckets of equal width; only buckets that hold a wanted order
 * statistic are gathered and sorted.
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
  const n = values.length;
  let low = values[0]!;
  let high = low;
  for (let i = 1; i < n; i++) {
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
  const scale = (buckets - 0.5) / (high - low);
  if (values.length < 64 || !Number.isFinite(scale) || scale === 0) {
    const sorted = values.toSorted();
    return ranks.map(rank => sorted[rank]!);
  }
  count(values, { low, scale }, space.counts);
  const places = locate(ranks, space);
  gather(values, { low, scale }, space);
  return places.map(({ segment, offset }) => space.gathered[space.starts[segment]! + offset]!);
};

interface Bins {
  readonly low: number;
  readonly scale: number;
}

const count = (values: Float64Array, { low, scale }: Bins, counts: Int32Array): void => {
  const n = values.length;
  counts.fill(0);
  for (let i = 0; i < n; i++) {
    const bucket = ((values[i]! - low) * scale) | 0;
    counts[bucket] = (counts[bucket]! + 1) | 0;
  }
};

/** Finds the bucket of each rank, marks it as wanted and lays out where its values will be gathered. */
const locate = (ranks: readonly number[], { counts, wanted, starts, ends }: QuantileSpace) => {
  wanted.fill(0);
  let bucket = 0;
  let before = 0;
  let segment = -1;
  let free = 0;
  return ranks.map(rank => {
    while (rank >= before + counts[bucket]!) before += counts[bucket++]!;
    if (wanted[bucket] === 0) {
      segment++;
      wanted[bucket] = segment + 1;
      starts[segment] = ends[segment] = free;
      free += counts[bucket]!;
    }
    return { segment, offset: rank - before };
  });
};

const gather = (values: Float64Array, { low, scale }: Bins, space: QuantileSpace): void => {
  const { wanted, starts, ends, gathered } = space;
  const n = values.length;
  for (let i = 0; i < n; i++) {
    const value = values[i]!;
    const mark = wanted[((value - low) * scale) | 0]!;
    if (mark === 0) continue;
    const at = ends[mark - 1]!;
    gathered[at] = value;
    ends[mark - 1] = at + 1;
  }
  for (let segment = 0; segment < mostWanted; segment++) {
    const [from, to] = [starts[segment]!, ends[segment]!];
    if (to - from > 40) gathered.subarray(from, to).sort();
    else insertionSort(gathered, from, to);
    starts[segment] = from;
    ends[segment] = from;
  }
};

const insertionSort = (values: Float64Array, from: number, to: number): void => {
  for (let i = from + 1; i < to; i++) {
    const value = values[i]!;
    let j = i - 1;
    while (j >= from && values[j]! > value) {
      values[j + 1] = values[j]!;
      j--;
    }
    values[j + 1] = value;
  }
};
