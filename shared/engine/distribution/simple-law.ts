import type { Law } from './law.ts';

export const uniformLaw = (low: number, high: number): Law => ({
  quantile: u => low + u * (high - low),
  cdf: x => Math.min(1, Math.max(0, (x - low) / (high - low))),
  density: x => (x < low || x > high ? 0 : 1 / (high - low)),
  mean: (low + high) / 2,
});

export const triangularLaw = (low: number, mode: number, high: number): Law => {
  const width = high - low;
  const left = mode - low;
  const right = high - mode;
  return {
    quantile: u =>
      u * width <= left ? low + Math.sqrt(u * width * left) : high - Math.sqrt((1 - u) * width * right),
    cdf: x => {
      if (x <= low) return 0;
      if (x >= high) return 1;
      return x <= mode ? (x - low) ** 2 / (width * left) : 1 - (high - x) ** 2 / (width * right);
    },
    density: x => {
      if (x < low || x > high) return 0;
      if (x === mode) return 2 / width;
      return x < mode ? (2 * (x - low)) / (width * left) : (2 * (high - x)) / (width * right);
    },
    mean: (low + mode + high) / 3,
  };
};

/** Values with weights > 0; the quantile is the smallest value whose cumulated weight reaches u. */
export const discreteLaw = (entries: readonly { readonly value: number; readonly weight: number }[]): Law => {
  const sorted = entries.toSorted((x, y) => x.value - y.value);
  const total = sorted.reduce((sum, entry) => sum + entry.weight, 0);
  const steps = sorted.map(entry => entry.value);
  const reached: number[] = [];
  for (const entry of sorted) reached.push((reached.at(-1) ?? 0) + entry.weight / total);
  const countBelow = (test: (index: number) => boolean): number => {
    let low = 0;
    let high = steps.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (test(middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    quantile: u =>
      steps[
        Math.min(
          steps.length - 1,
          countBelow(i => reached[i]! < u),
        )
      ]!,
    cdf: x => {
      const count = countBelow(i => steps[i]! <= x);
      return count === 0 ? 0 : count === steps.length ? 1 : reached[count - 1]!;
    },
    density: null,
    mean: sorted.reduce((sum, entry) => sum + (entry.value * entry.weight) / total, 0),
  };
};
