import { describe, expect, it } from 'vitest';
import { describeSample, quantileSpace } from '../../../../shared/engine/quantiles.ts';
import { nextUnit, openStream } from '../../../../shared/engine/random-stream.ts';

const levels = [0, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 1];

/** Hyndman and Fan's type 7 from a full sort. */
const sortedQuantiles = (values: Float64Array): number[] => {
  const sorted = values.toSorted();
  const last = sorted.length - 1;
  return levels.map(level => {
    const low = sorted[Math.floor(level * last)]!;
    const high = sorted[Math.ceil(level * last)]!;
    return low === high ? low : low + (level * last - Math.floor(level * last)) * (high - low);
  });
};

const sample = (index: number, size: number, shape: (u: number) => number): Float64Array => {
  const state = new Int32Array(4);
  openStream(state, 5, index, 1);
  return Float64Array.from({ length: size }, () => shape(nextUnit(state)));
};

const shapes: readonly (readonly [string, (u: number) => number])[] = [
  ['uniform', u => u],
  ['heavy-tailed', u => u ** -3],
  ['of few whole numbers', u => Math.floor(u * 4)],
  ['constant', () => 7],
  ['negative and huge', u => -(10 ** (300 * u))],
  ['mostly zero', u => (u < 0.97 ? 0 : u)],
];

describe('exact quantiles', () => {
  it.each(shapes)('equal those of a sorted sample that is %s', (_, shape) => {
    for (const size of [1, 2, 63, 64, 100, 1000, 10_007]) {
      const values = sample(size, size, shape);
      expect(describeSample(values, levels, quantileSpace(size)).quantiles).toEqual(sortedQuantiles(values));
    }
  });

  it('leave the sample as it was', () => {
    const values = sample(1, 500, u => u);
    const before = values.slice();
    describeSample(values, levels, quantileSpace(500));
    expect(values).toEqual(before);
  });
});
