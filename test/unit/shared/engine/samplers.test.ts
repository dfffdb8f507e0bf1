import { describe, expect, it } from 'vitest';
import { cholesky, scoreCorrelation } from '../../../../shared/engine/correlation.ts';
import { gammaLaw } from '../../../../shared/engine/distribution/gamma-law.ts';
import { correlate, drawSlot } from '../../../../shared/engine/draw-quantities.ts';
import { clearRoom, roomWords } from '../../../../shared/engine/kernel.ts';
import { fillRow, nextDraw, openRows, openStream, unitOf } from '../../../../shared/engine/random-stream.ts';
import { quantileTable, tableValue, tableValues } from '../../../../shared/engine/quantile-table.ts';
import { rememberedSampler } from '../../../../shared/engine/slots.ts';
import { quantity } from '../../../helpers/scenario.ts';
import { plantedSampler, samplerChecks } from '../../../trust/sampler-checks.ts';
import { sharedStreams, streamPValues } from '../../../trust/stream-checks.ts';

describe('the generator', () => {
  it("gives the numbers of PractRand's sfc32", () => {
    // From PractRand's own C source: seeded (7, 2, 12345, 1), 15 rounds unused; then an xor of 10⁶ numbers times odd weights.
    const state = new Int32Array(4);
    openStream(state, 12_345, 7, 2);
    const first = Array.from({ length: 6 }, () => nextDraw(state) >>> 0);
    expect(first).toEqual([3567940980, 3437103240, 482241170, 2597691049, 2343303770, 2972693315]);
    const many = new Int32Array(1_000_000).map(() => nextDraw(state));
    const mixed = many.reduce((sum, draw, i) => sum ^ Math.imul(draw, 2 * i + 1), 0);
    expect(mixed >>> 0).toBe(440_742_640);
  });

  it('gives rows four streams side by side', () => {
    clearRoom();
    const row = roomWords(12);
    openRows(12_345, 7, 2);
    fillRow(row, 4);
    fillRow(row.subarray(4), 7);
    const lanes = [0, 1, 2, 3].map(lane => {
      const state = new Int32Array(4);
      openStream(state, 12_345, 7, 2 + lane * 2 ** 24);
      return state;
    });
    expect([...row]).toEqual(Array.from(row, (_, k) => nextDraw(lanes[k % 4]!)));
  });

  it('opens streams that are independent between futures, purposes and seeds', { timeout: 30_000 }, () => {
    for (const { name, p } of streamPValues(60_000)) expect(p, name).toBeGreaterThan(1e-4);
  });

  it('would be seen to share one stream in a hundred', { timeout: 30_000 }, () => {
    expect(streamPValues(60_000, sharedStreams)[0]!.p).toBeLessThan(1e-9);
  });
});

it.each([-0.8, 0.3, 0.6])('correlated quantities have the rank correlation that is asked for: %d', rank => {
  const score = scoreCorrelation(rank);
  const factor = cholesky([
    [1, score],
    [score, 1],
  ])!;
  const state = new Int32Array(4);
  openStream(state, 1, 2, 3);
  const draws = new Int32Array(2);
  const futures = 200_000;
  let sum = 0;
  for (let i = 0; i < futures; i++) {
    draws[0] = nextDraw(state);
    draws[1] = nextDraw(state);
    correlate({ slots: [0, 1], factor }, draws, 0);
    sum += (unitOf(draws[0]) - 0.5) * (unitOf(draws[1]) - 0.5);
  }
  // Of uniform numbers, ranks and values are one; their variance is a twelfth.
  expect(Math.abs((12 * sum) / futures - rank)).toBeLessThan(0.01);
});

it('a quantity stays within its range, whatever its law says', () => {
  const value = { kind: 'normal', mean: 0.5, sd: 0.4 } as const;
  const range = { min: 0, max: 1 };
  const slot = { path: '', quantity: quantity(value), range, sampler: rememberedSampler(value) };
  const state = new Int32Array(4);
  openStream(state, 1, 2, 3);
  const draws = Int32Array.from({ length: 1000 }, () => nextDraw(state));
  const values = new Float64Array(draws.length);
  drawSlot(slot, draws, values, { count: draws.length, from: 0, stride: 1 });
  expect([Math.min(...values), Math.max(...values)]).toEqual([0, 1]);
  expect(values.filter(each => each > 0 && each < 1).length).toBeGreaterThan(600);
});

it('values of a table are quantiles, however far out', () => {
  const law = gammaLaw(3, 2);
  const table = quantileTable(law, { octaves: 12, cellBits: 3 });
  const draws = Int32Array.from(
    Array.from({ length: 31 }, (_, k) =>
      [2 ** k, Math.floor(1.7 * 2 ** k)].flatMap(tail => [tail, ~tail]),
    ).flat(),
  );
  const values = new Float64Array(draws.length);
  tableValues(table, draws, values, { count: draws.length, from: 0, stride: 1 });
  const alone = new Float64Array(1);
  draws.forEach((draw, i) => {
    expect(values[i]).toBe(tableValue(table, draw));
    tableValues(table, draws, alone, { count: 1, from: i, stride: 1 });
    expect(alone[0]).toBe(values[i]);
    expect(Math.abs(values[i]! / law.quantile(unitOf(draw)) - 1)).toBeLessThan(1e-4);
  });
});

describe('samplers', () => {
  it.each(samplerChecks())('$name has its law', { timeout: 30_000 }, check => {
    expect(check.pValue(200_000)).toBeGreaterThan(1e-4);
  });

  it('notice a mean half a percent too large', () => {
    expect(plantedSampler.pValue(400_000)).toBeLessThan(1e-4);
  });
});
