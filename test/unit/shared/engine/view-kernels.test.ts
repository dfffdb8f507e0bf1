import { describe, expect, it } from 'vitest';
import { rare } from '../../../../shared/engine/count-sampler.ts';
import { expRow, fastExp } from '../../../../shared/engine/fast-exp.ts';
import {
  clearRoom,
  kernel,
  kernelDoubles,
  kernelWords,
  roomDoubles,
} from '../../../../shared/engine/kernel.ts';
import { nextDraw, nextUnit, openStream, unitOf } from '../../../../shared/engine/random-stream.ts';
import { normalOf } from '../../../../shared/engine/standard-normal.ts';
import { normalCdf, normalQuantile } from '../../../../shared/engine/special/normal.ts';
import {
  logLargest,
  logMultiple,
  multipleTable,
  tailDepth,
  tailStart,
} from '../../../../shared/engine/view-law.ts';
import { holdTable, postChain } from '../../../../shared/engine/view-multiples.ts';

const state = new Int32Array(4);
openStream(state, 8, 8, 8);
const guard = 12_345;
const products = 3;

/** Numbers by `make` with three guards behind them, where a group of four would reach. */
const rowOf = (length: number, make: (i: number) => number): Float64Array => {
  const row = roomDoubles(length + 3);
  for (let i = 0; i < length; i++) row[i] = make(i);
  row.fill(guard, length);
  return row;
};

const guardsOf = (row: Float64Array): number[] => Array.from(row.subarray(-3));
const valuesOf = (row: Float64Array): number[] => Array.from(row.subarray(0, -3));
const unit = (): number => nextUnit(state);

it('the kernels’ exponentials have the bits of the engine’s, also beyond where they end', () => {
  clearRoom();
  const ends = [0, -0, 708, -708, 709, -709, 1e9, -1e9, Infinity, -Infinity];
  const values = [
    ...ends,
    ...Array.from({ length: 20_000 }, (_, i) => (i % 2 === 0 ? 1400 : 4) * (unit() - 0.5)),
  ];
  const row = roomDoubles(values.length);
  row.set(values);
  expRow(row);
  expect(values.filter((x, i) => !Object.is(row[i], fastExp(x)))).toEqual([]);
});

/** Draws at every distance 2^k from both ends, which are 0 and −1, and between. */
const drawsOfAllSizes = Array.from({ length: 31 }, (_, k) =>
  [2 ** k - 1, 2 ** k, Math.floor(1.45 * 2 ** k), Math.floor(1.9 * 2 ** k)].flatMap(tail => [tail, ~tail]),
).flat();

it('multiples of certain views are those of their law, however far out, whatever law was before', () => {
  const draws = drawsOfAllSizes;
  const row = kernelWords(kernel.draws, draws.length);
  const [multiples, open] = [kernelDoubles(kernel.multiples, draws.length), kernelWords(kernel.open, 264)];
  for (const [sd, tail] of [
    [1.1, 0],
    [0.95, 3],
    [0.95, 2.4],
  ] as const) {
    holdTable(multipleTable(sd, tail));
    row.set(draws);
    const left = kernel.multiplesRow(draws.length);
    // Beyond 16 octaves from ¼ on: a chance of 2⁻¹⁷ on either side.
    const far = draws.flatMap((draw, i) => ((draw ^ (draw >> 31)) < 2 ** 15 ? [i] : []));
    expect([...open.subarray(0, left)]).toEqual(far);
    draws.forEach((draw, i) => {
      if (far.includes(i)) return;
      const exact = Math.exp(logMultiple(normalQuantile(unitOf(draw)), sd, tail));
      expect(Math.abs(multiples[i]! / exact - 1)).toBeLessThan(1e-6);
    });
  }
});

it('no certain views are above a thousand medians, and all that reach them are there', () => {
  const draws = Array.from({ length: 260 }, (_, i) => ~Math.round(2 ** 20 * 0.987 ** i));
  const multiples = kernelDoubles(kernel.multiples, draws.length);
  holdTable(multipleTable(1, 1.02));
  kernelWords(kernel.draws, draws.length).set(draws);
  kernel.multiplesRow(draws.length);
  const exact = draws.map(draw => Math.exp(logMultiple(normalQuantile(unitOf(draw)), 1, 1.02)));
  expect(exact.filter(each => each > 999.9).length).toBeGreaterThan(50);
  // Only the cell in which the cap begins is off.
  exact.forEach((each, i) => expect(Math.abs(multiples[i]! / each - 1)).toBeLessThan(2.5e-3));
  expect(Math.max(...multiples)).toBeLessThan(1000 * (1 + 1e-12));
});

it('how far out in the upper tail is −ln of what lies beyond over a twentieth', () => {
  for (let z = tailStart; z < 6.2; z += 0.013)
    expect(tailDepth(z)).toBeCloseTo(-Math.log(normalCdf(-z) / 0.05), 5);
});

it('one chain runs through all posts, however many rows of draws they take', () => {
  clearRoom();
  const weeks = 7;
  const each = 90;
  const counts = rowOf(weeks, () => each).subarray(0, weeks);
  const [to, weekScales, productScales] = [rowOf(weeks, () => 0), rowOf(weeks, unit), rowOf(1, () => 1)];
  const law = { sd: 1.1, tail: 0, correlation: 0.6 };
  const drawn: number[] = [];
  postChain(law, { counts, to, weekScales, productScales, weeks, about: weeks * each }, (place, count) => {
    const row = kernelWords({ value: place }, count).map(() => nextDraw(state));
    kernelWords({ value: place }, count).set(row);
    drawn.push(...row);
  });
  let z = 0;
  for (let week = 0; week < weeks; week++) {
    let views = 0;
    for (let post = week * each; post < (week + 1) * each; post++) {
      z = post === 0 ? normalOf(drawn[0]!) : 0.6 * z + 0.8 * normalOf(drawn[post]!);
      views += Math.exp(1.1 * z);
    }
    expect(to[week]! / (views * weekScales[week]!)).toBeCloseTo(1, 9);
  }
});

describe.each([1, 2, 3, 4, 5, 52, 53, 260])('in rows of %i weeks', weeks => {
  const cells = products * weeks;

  it('the rare stream is drawn as by single draws', () => {
    openStream(rare, 3, weeks, 5);
    const alone = Int32Array.from(rare);
    const draws = kernelWords(kernel.draws, weeks);
    kernel.fillRare(kernel.draws.value, weeks);
    expect([...draws]).toEqual(Array.from(draws, () => nextDraw(alone)));
    expect([...rare]).toEqual([...alone]);
  });

  it('exponentials leave alone what is behind the row', () => {
    clearRoom();
    const row = rowOf(weeks, unit);
    expRow(row.subarray(0, weeks));
    expect(guardsOf(row)).toEqual([guard, guard, guard]);
  });

  it.each([0, 1.8])('a chain goes on from its last value, with tail %d', tail => {
    const draws = kernelWords(kernel.draws, weeks);
    for (let i = 0; i < weeks; i++) draws[i] = i % 7 === 4 ? ~i : nextDraw(state);
    let z = 0.7;
    const fresh = Array.from(draws, (draw, i) => (i === 0 ? normalOf(draw) / 0.8 : normalOf(draw)));
    const chain = fresh.map(score => (z = 0.3 * z + 0.9 * score));
    kernel.chainRow(weeks, 0.7, 0.8, 1.1, 0.3, 0.9, tail, logLargest);
    expect([...kernelDoubles(kernel.multiples, weeks)]).toEqual(
      chain.map(score => fastExp(logMultiple(score, 1.1, tail))),
    );
  });

  it('every post gets one multiple in order of weeks, however many come at a time', () => {
    clearRoom();
    const counts = rowOf(cells, i => [0, 1, 0.25, 3, 2.5][i % 5]!);
    const [posted, weekScales, productScales] = [
      rowOf(cells, unit),
      rowOf(weeks, unit),
      rowOf(products, unit),
    ];
    const multiples = kernelDoubles(kernel.multiples, 12);
    const drawn: number[] = [];
    kernel.beginPosts();
    for (let isMore = 1; isMore === 1; ) {
      const count = 1 + (drawn.length % multiples.length);
      for (let i = 0; i < count; i++) drawn.push((multiples[i] = unit()));
      isMore = kernel.postRows(
        counts.byteOffset,
        posted.byteOffset,
        weekScales.byteOffset,
        productScales.byteOffset,
        weeks,
        products,
        count,
      );
    }
    const sums = valuesOf(posted).map(() => 0);
    for (let week = 0; week < weeks; week++)
      for (let p = 0; p < products; p++) {
        const at = p * weeks + week;
        for (let rest = counts[at]!; rest > 0; rest--)
          sums[at] = sums[at]! + Math.min(1, rest) * drawn.shift()!;
        sums[at] = sums[at]! * weekScales[week]! * productScales[p]!;
      }
    expect(valuesOf(posted)).toEqual(sums);
    expect(guardsOf(posted)).toEqual([guard, guard, guard]);
  });

  it.each([1, 2, 3])('views of %i products arrive over the weeks, and are added up', count => {
    clearRoom();
    const views = rowOf(count * weeks, unit);
    const posted = valuesOf(views);
    const [now, fastNext, slowNext, fastKeep, slowKeep, fastShare, slowShare] = kernelDoubles(
      kernel.arrival,
      7,
    ).map(unit) as unknown as [number, number, number, number, number, number, number];
    kernelDoubles(kernel.arrival, 7).set([now, fastNext, slowNext, fastKeep, slowKeep, fastShare, slowShare]);
    kernel.spreadRows(views.byteOffset, weeks, count);
    const arrived = posted.map((_, i) => {
      let [fast, slow] = [0, 0];
      for (let j = i - (i % weeks); j < i; j++) {
        fast = fastKeep * fast + fastShare * posted[j]!;
        slow = slowKeep * slow + slowShare * posted[j]!;
      }
      return posted[i]! * now + fastNext * fast + slowNext * slow;
    });
    expect(valuesOf(views)).toEqual(arrived);
    expect(guardsOf(views)).toEqual([guard, guard, guard]);

    const byWeek = rowOf(weeks, unit);
    kernel.addRows(views.byteOffset, byWeek.byteOffset, weeks, count);
    expect(valuesOf(byWeek)).toEqual(
      Array.from({ length: weeks }, (_, week) =>
        arrived.reduce((sum, each, i) => (i % weeks === week ? sum + each : sum), 0),
      ),
    );
    expect(guardsOf(byWeek)).toEqual([guard, guard, guard]);
    const all = arrived.reduce((sum, each) => sum + each, 0);
    expect(kernel.sumRow(views.byteOffset, count * weeks)).toBeCloseTo(all, 9);
  });
});
