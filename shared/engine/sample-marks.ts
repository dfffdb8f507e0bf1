import { orderStatistics } from './quantiles.ts';

/** Mean of the lowest tenth; where that is no whole number of futures, the next one counts for the rest. */
export const worstTenthMean = (values: Float64Array): number => {
  const share = values.length / 10;
  const next = orderStatistics(values, [Math.floor(share)])[0]!;
  let below = 0;
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value >= next) continue;
    below++;
    sum += value;
  }
  return (sum + (share - below) * next) / share;
};

const bins = 40;

/** How many of a sample's values lie in each of 40 equal bins between two ends; those outside join the end bins. */
export const histogramOf = (values: Float64Array, [low, high]: readonly [number, number]) => {
  const width = (high - low) / bins || 1;
  const counts = new Int32Array(bins);
  for (let i = 0; i < values.length; i++) {
    const bin = Math.min(bins - 1, Math.max(0, Math.floor((values[i]! - low) / width)));
    counts[bin] = counts[bin]! + 1;
  }
  return { edges: Array.from({ length: bins + 1 }, (_, i) => low + i * width), counts: [...counts] };
};

/**
 * Ends of the histogram, the middle 98 %, and the futures at the order statistics nearest to the
 * 10th, 50th and 90th percentile, the first of equal ones.
 */
export const marksOf = (values: Float64Array) => {
  const last = values.length - 1;
  const ranks = [0.1, 0.5, 0.9].map(level => Math.round(level * last));
  const [low, ten, fifty, ninety, high] = orderStatistics(values, [
    Math.floor(last * 0.01),
    ...ranks,
    Math.ceil(last * 0.99),
  ]);
  const examples: [number, number, number] = [
    values.indexOf(ten!),
    values.indexOf(fifty!),
    values.indexOf(ninety!),
  ];
  return { ends: [low!, high!] as const, examples };
};
