import { describe, expect, it } from 'vitest';
import { kernel } from '../../../../shared/engine/kernel.ts';
import { describeTaken, orderStatistics, takeSample } from '../../../../shared/engine/quantiles.ts';
import { nextUnit, openStream } from '../../../../shared/engine/random-stream.ts';
import { worstTenthMean } from '../../../../shared/engine/sample-marks.ts';

const levels = [0, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 1];

/** Hyndman and Fan's type 7 from a full sort; mean and standard deviation from plain sums. */
const described = (values: Float64Array) => {
  const sorted = values.toSorted();
  const last = sorted.length - 1;
  const quantiles = levels.map(level => {
    const low = sorted[Math.floor(level * last)]!;
    const high = sorted[Math.ceil(level * last)]!;
    return low === high ? low : low + (level * last - Math.floor(level * last)) * (high - low);
  });
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) * (value - mean);
  return { mean, sd: Math.sqrt(squares / last), quantiles };
};

const sample = (index: number, size: number, shape: (u: number) => number): Float64Array => {
  const state = new Int32Array(4);
  openStream(state, 5, index, 1);
  return Float64Array.from({ length: size }, () => shape(nextUnit(state)));
};

const shapes: readonly (readonly [string, (u: number) => number])[] = [
  ['uniform', u => u],
  ['heavy-tailed', u => u ** -3],
  ['heavy-tailed both ways', u => (u - 0.5) ** -5],
  ['of few whole numbers', u => Math.floor(u * 4)],
  ['of two values', u => (u < 0.25 ? -3 : 1e9)],
  ['constant', () => 7],
  ['all zero', () => 0],
  ['negative and huge', u => -(10 ** (300 * u))],
  ['mostly zero', u => (u < 0.97 ? 0 : u)],
  ['zero but for a few', u => (u < 0.9995 ? 0 : -u)],
  ['narrow and far from zero', u => 1e15 + Math.floor(u * 8) / 8],
  ['as close as doubles are', u => Math.floor(u * 4) * 5e-324],
  ['as wide as doubles are', u => (u < 0.5 ? -1 : 1) * 1.7e308 * u],
  ['infinite at times', u => (u < 0.1 ? -Infinity : u > 0.8 ? Infinity : u)],
];

const quantilesOf = (values: Float64Array) => {
  takeSample(values);
  return describeTaken(values.length, levels);
};

describe('exact quantiles', () => {
  it.each(shapes)('equal those of a sorted sample that is %s', (_, shape) => {
    for (const size of [
      ...Array.from({ length: 70 }, (__, i) => i + 1),
      640,
      1000,
      4095,
      4096,
      5120,
      10_007,
    ]) {
      const values = sample(size, size, shape);
      expect(quantilesOf(values)).toEqual(described(values));
    }
  });

  it.each([
    ['rising', (i: number) => i],
    ['falling', (i: number) => -i],
    ['rising and falling', (i: number) => Math.min(i, 10_007 - i)],
    ['going to and fro', (i: number) => (i * 3571) % 97],
    ['rising by powers', (i: number) => 1.07 ** i],
  ])('equal those of a sorted sample whose values come %s', (_, valueAt) => {
    const values = Float64Array.from({ length: 10_007 }, (__, i) => valueAt(i));
    expect(quantilesOf(values)).toEqual(described(values));
  });

  it('take the largest sample that a scenario can have', () => {
    const values = sample(3, 1_000_000, u => Math.floor(u ** -2));
    expect(kernel.mostSampled.value).toBe(values.length);
    expect(quantilesOf(values)).toEqual(described(values));
    expect(() => takeSample(new Float64Array(1_000_001))).toThrow(RangeError);
  });

  it('leave the sample as it was', () => {
    const values = sample(1, 500, u => u);
    const before = values.slice();
    quantilesOf(values);
    expect(values).toEqual(before);
  });

  it('of paired differences are those of the differences', () => {
    const [to, from] = [sample(1, 501, u => u), sample(2, 501, u => u)];
    const differences = to.map((value, i) => value - from[i]!);
    expect(takeSample(to, from)).toEqual(differences);
    expect(describeTaken(501, levels)).toEqual(described(differences));
  });
});

it.each([10, 11, 15, 19, 100])(
  'the mean of the lowest tenth of %i futures counts the next one in part',
  count => {
    const values = Float64Array.from({ length: count }, (_, i) => (7 * i) % count);
    // The least ones are 0, 1, 2 … up to a tenth of their number, where the last counts for what is left of it.
    const share = count / 10;
    const whole = Math.floor(share);
    const expected = ((whole * (whole - 1)) / 2 + (share - whole) * whole) / share;
    expect(worstTenthMean(values)).toBeCloseTo(expected, 12);
  },
);

describe('order statistics', () => {
  it.each(shapes)('are those of a sorted sample that is %s, at any ranks', (_, shape) => {
    const values = sample(9, 5001, shape);
    const sorted = values.toSorted();
    for (const ranks of [
      [0],
      [5000],
      [0, 0, 1, 5000],
      [2500, 2500, 2501],
      sample(4, 32, u => Math.floor(u * 5001)).toSorted(),
    ])
      expect([...orderStatistics(values, [...ranks])]).toEqual([...ranks].map(rank => sorted[rank]!));
  });
});
