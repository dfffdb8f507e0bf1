const buckets = 1024;
const mostWanted = 32;

/** Scratch of `describeSample`, for samples of up to `size` values. */
export interface QuantileSpace {
  readonly counts: Int32Array;
  /** Bucket of each value. */
  readonly places: Uint16Array;
  /** For each bucket: 0, or one more than its place among the wanted ones. */
  readonly wanted: Uint8Array;
  /** Where each wanted bucket's values begin in `gathered`, and where the next one goes. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly gathered: Float64Array;
}

export const quantileSpace = (size: number): QuantileSpace => ({
  counts: new Int32Array(buckets + 1),
  places: new Uint16Array(size),
  wanted: new Uint8Array(buckets + 1),
  starts: new Int32Array(mostWanted),
  ends: new Int32Array(mostWanted),
  gathered: new Float64Array(size),
});

/** Order statistics of a sample at rising zero-based ranks, at most 32 of them. */
export const orderStatistics = (
  values: Float64Array,
  ranks: readonly number[],
  space: QuantileSpace,
): Float64Array => {
  const bins = binsOf(values);
  fill(values, bins, space);
  return picked(values, ranks, { bins, space });
};

/** Mean, standard deviation (n − 1) and quantiles of a sample. */
export interface Described {
  readonly mean: number;
  readonly sd: number;
  readonly quantiles: readonly number[];
}

/**
 * Mean, standard deviation and exact sample quantiles (Hyndman–Fan type 7: linear between order statistics) of `values` at the
 * given levels, at most 16 of them and rising. Every value is put in one of 1,024 buckets of equal width (the outermost ones are open); only buckets that
 * hold a wanted order statistic are gathered and sorted. Three passes over the values.
 */
export const describeSample = (
  values: Float64Array,
  levels: readonly number[],
  space: QuantileSpace,
): Described => {
  const bins = binsOf(values);
  const squares = fill(values, bins, space);
  const last = values.length - 1;
  const ranks = levels.flatMap(level => [Math.floor(level * last), Math.ceil(level * last)]);
  const found = picked(values, ranks, { bins, space });
  const quantiles = levels.map((level, i) => {
    const [from, to] = [found[2 * i]!, found[2 * i + 1]!];
    return from === to ? from : from + (level * last - Math.floor(level * last)) * (to - from);
  });
  return { mean: bins.mean, sd: Math.sqrt(squares / last), quantiles };
};

interface Bins {
  readonly low: number;
  /** Buckets per unit; 0 where buckets tell nothing. */
  readonly scale: number;
  readonly mean: number;
}

/** Values looked at to lay out the buckets: those beyond them belong to the outermost ones, and a few far ones do not widen all. */
const scouts = 256;

const rangeOf = (values: Float64Array, step: number): { readonly low: number; readonly high: number } => {
  let low = values[0]!;
  let high = low;
  for (let i = 0; i < values.length; i += step) {
    const value = values[i]!;
    if (value < low) low = value;
    else if (value > high) high = value;
  }
  return { low, high };
};

const binsOf = (values: Float64Array): Bins => {
  const n = values.length;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += values[i]!;
  const scouted = rangeOf(values, Math.max(1, Math.floor(n / scouts)));
  const { low, high } = scouted.low < scouted.high ? scouted : rangeOf(values, 1);
  const scale = low === high ? 0 : buckets / (high - low);
  return { low, scale: Number.isFinite(scale) ? scale : 0, mean: sum / n };
};

/** Notes each value's bucket and counts them; returns the sum of squared deviations. */
const fill = (
  values: Float64Array,
  { low, scale, mean }: Bins,
  { counts, places }: QuantileSpace,
): number => {
  const n = values.length;
  const last = buckets - 1;
  counts.fill(0);
  let squares = 0;
  for (let i = 0; i < n; i++) {
    const value = values[i]!;
    const place = (value - low) * scale;
    const bucket = place > 0 ? (place < last ? place | 0 : last) : 0;
    const deviation = value - mean;
    squares += deviation * deviation;
    places[i] = bucket;
    counts[bucket] = (counts[bucket]! + 1) | 0;
  }
  return squares;
};

/** Order statistics at rising zero-based ranks, from buckets that are filled. */
const picked = (
  values: Float64Array,
  ranks: readonly number[],
  { bins, space }: { readonly bins: Bins; readonly space: QuantileSpace },
): Float64Array => {
  if (bins.scale === 0 || values.length < 64) {
    const sorted = values.toSorted();
    return Float64Array.from(ranks, rank => sorted[rank]!);
  }
  const found = locate(ranks, space);
  gather(values, space);
  return Float64Array.from(found, ({ segment, offset }) => space.gathered[space.starts[segment]! + offset]!);
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

const gather = (values: Float64Array, space: QuantileSpace): void => {
  const { wanted, starts, ends, gathered, places } = space;
  const n = values.length;
  for (let i = 0; i < n; i++) {
    const mark = wanted[places[i]!]!;
    if (mark === 0) continue;
    const at = ends[mark - 1]!;
    gathered[at] = values[i]!;
    ends[mark - 1] = at + 1;
  }
  for (let segment = 0; segment < mostWanted; segment++) {
    const [from, to] = [starts[segment]!, ends[segment]!];
    if (to - from <= 40) insertionSort(gathered, from, to);
    else if (!areEqual(gathered, from, to)) gathered.subarray(from, to).sort();
    starts[segment] = from;
    ends[segment] = from;
  }
};

const areEqual = (values: Float64Array, from: number, to: number): boolean => {
  for (let i = from + 1; i < to; i++) if (values[i] !== values[from]) return false;
  return true;
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
