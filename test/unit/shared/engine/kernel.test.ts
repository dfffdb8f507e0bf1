import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileKernel, kernelSource } from '../../../../electron/dev/compile-kernel.ts';
import { binomialTables } from '../../../../shared/engine/binomial-table.ts';
import { countRow, rare } from '../../../../shared/engine/count-sampler.ts';
import {
  clearRoom,
  kernel,
  kernelDoubles,
  kernelWords,
  roomDoubles,
  roomWords,
} from '../../../../shared/engine/kernel.ts';
import { log } from '../../../../shared/engine/special/elementary.ts';
import { normalQuantile } from '../../../../shared/engine/special/normal.ts';
import { nextDraw, nextUnit, openRows, openStream, unitOf } from '../../../../shared/engine/random-stream.ts';
import { findStretches } from '../../../../shared/engine/take-shares.ts';
import { normalOf, normalRow } from '../../../../shared/engine/standard-normal.ts';

const state = new Int32Array(4);
openStream(state, 7, 7, 7);
const root = join(import.meta.dirname, '../../../..');

describe('the kernels’ code', () => {
  it('is what its source compiles to', { timeout: 60_000 }, async () => {
    const source = kernelSource(await compileKernel(root));
    expect(readFileSync(join(root, 'shared/engine/kernel-code.ts'), 'utf8')).toBe(source);
  });

  it('asks nothing of its host and has one memory of fixed size', async () => {
    const module = new WebAssembly.Module((await compileKernel(root)).slice());
    expect(WebAssembly.Module.imports(module)).toEqual([]);
    expect(() => (kernel.memory as WebAssembly.Memory).grow(1)).toThrow();
  });
});

it('the kernels’ logarithm has the bits of the engine’s', () => {
  const values = Array.from(
    { length: 20_000 },
    () => nextUnit(state) * 2 ** (Math.floor(80 * nextUnit(state)) - 40),
  );
  expect(values.filter(x => !Object.is(kernel.log(x), log(x)))).toEqual([]);
});

const guard = 12_345;

/** A row of `weeks` numbers around `size` with three guards behind it, where a group of four would reach. */
const rowOf = (weeks: number, size: number): Float64Array => {
  const row = roomDoubles(weeks + 3);
  for (let i = 0; i < weeks; i++) row[i] = size * nextUnit(state);
  row.fill(guard, weeks);
  return row;
};

const guardsOf = (row: Float64Array): number[] => Array.from(row.subarray(-3));
const valuesOf = (row: Float64Array): number[] => Array.from(row.subarray(0, -3));
const at = (row: Float64Array): number => row.byteOffset;

const closeTo = (actual: readonly number[], expected: readonly number[], within = 1e-12): void => {
  expect(actual.length).toBe(expected.length);
  actual.forEach((value, i) =>
    expect(Math.abs(value - expected[i]!)).toBeLessThanOrEqual(within * Math.abs(expected[i]!)),
  );
};

const sum = (values: readonly number[]): number => values.reduce((all, each) => all + each, 0);

/** Fills the kernels' own row of reach: zeros behind the horizon. */
const setReach = (weeks: number): number[] => {
  const reach = kernelDoubles(kernel.reach, 264).fill(0);
  for (let i = 0; i < weeks; i++) reach[i] = nextUnit(state);
  return [...reach.subarray(0, weeks)];
};

/** Draws at every distance 2^k from both ends, which are 0 and −1, and between. */
const drawsOfAllSizes = Array.from({ length: 31 }, (_, k) =>
  [2 ** k - 1, 2 ** k, Math.floor(1.3 * 2 ** k), Math.floor(1.9 * 2 ** k)].flatMap(tail => [tail, ~tail]),
).flat();

it('normal values are quantiles, however far out', () => {
  clearRoom();
  const draws = roomWords(drawsOfAllSizes.length);
  draws.set(drawsOfAllSizes);
  const out = roomDoubles(draws.length);
  normalRow(draws, out, draws.length);
  draws.forEach((draw, i) => {
    const exact = normalQuantile(unitOf(draw));
    expect(Math.abs(out[i]! - exact)).toBeLessThan(1e-7);
    expect(normalOf(draw)).toBe(out[i]);
  });
});

it('counts are the same whatever stands behind their row', () => {
  clearRoom();
  const row = roomDoubles(8);
  const countsBefore = (behind: number): number[] => {
    row.fill(30, 1, 5).fill(behind, 5)[0] = 3000;
    openRows(3, 1, 16);
    openStream(rare, 3, 1, 1040);
    countRow(row.subarray(0, 5));
    return [...row.subarray(0, 5)];
  };
  expect(countsBefore(1000)).toEqual(countsBefore(0));
});

describe.each([1, 2, 3, 4, 5, 6, 7, 52, 53, 259, 260])('in a row of %i weeks', weeks => {
  const places = Array.from({ length: weeks }, (_, i) => i);

  it('a count is its mean on average, and nothing behind the row is touched', () => {
    clearRoom();
    const row = roomDoubles(weeks + 3);
    openRows(weeks, 1, 16);
    openStream(rare, weeks, 1, 1040);
    let all = 0;
    const rounds = Math.ceil(40_000 / weeks);
    for (let i = 0; i < rounds; i++) {
      row.fill(30.3, 0, weeks).fill(guard, weeks);
      countRow(row.subarray(0, weeks));
      all += sum(valuesOf(row));
      expect(guardsOf(row)).toEqual([guard, guard, guard]);
    }
    expect(Math.abs(all / rounds / weeks - 30.3)).toBeLessThan(
      (5 * Math.sqrt(30.3)) / Math.sqrt(rounds * weeks),
    );
  });

  it('orders sold in one pass are those of separate passes', () => {
    clearRoom();
    const reach = setReach(weeks);
    const [views, each] = [rowOf(weeks, 4_000_000), rowOf(weeks, 5)];
    const gross = kernelDoubles(kernel.gross, weeks).fill(1);
    const before = [weeks, 2, 16] as const;
    openRows(...before);
    openStream(rare, ...before);
    kernel.sellRow(at(views), at(each), weeks, 0.001);
    const kept = [...kernelDoubles(kernel.kept, weeks)];
    const sums = [...kernelDoubles(kernel.sums, 3)];
    openRows(...before);
    openStream(rare, ...before);
    const means = roomDoubles(weeks);
    places.forEach(i => (means[i] = views[i]! * reach[i]! * 0.001));
    kernel.countRow(at(means), weeks);
    expect(kept).toEqual([...means]);
    closeTo(sums, [
      sum(places.map(i => views[i]! * reach[i]!)),
      sum(kept),
      sum(kept.map((n, i) => n * each[i]!)),
    ]);
    closeTo(
      [...gross],
      places.map(i => 1 + kept[i]! * each[i]!),
    );
  });

  it('expected orders, splits and bookings are those of the plain sums', () => {
    clearRoom();
    const reach = setReach(weeks);
    const [views, each, clicks, own, means] = [900, 5, 10, 10, 10].map(size => rowOf(weeks, size));
    const earlier = valuesOf(clicks!);
    const seen = places.map(i => views![i]! * reach[i]!);
    const all = kernel.expectOrders(at(views!), at(clicks!), at(own!), at(means!), weeks, 0.1, 0.01);
    expect(all).toBeCloseTo(sum(seen), 6);
    closeTo(
      valuesOf(means!),
      seen.map(n => n * 0.01),
    );
    closeTo(
      valuesOf(own!),
      seen.map(n => n * 0.1),
    );
    closeTo(
      valuesOf(clicks!),
      seen.map((n, i) => earlier[i]! + n * 0.1),
    );
    const [kept, returned, gross, reversed] = [1, 1, 9, 9].map(size => rowOf(weeks, size));
    kernel.splitRow(at(means!), at(kept!), at(returned!), weeks, 0.25);
    closeTo(
      valuesOf(kept!),
      seen.map(n => n * 0.01 * 0.75),
    );
    closeTo(
      valuesOf(returned!),
      seen.map(n => n * 0.01 * 0.25),
    );
    const [gross0, reversed0] = [valuesOf(gross!), valuesOf(reversed!)];
    const [booked, returning] = [weeks - 1, weeks - 3];
    kernel.bookRow(
      at(kept!),
      at(returned!),
      at(each!),
      at(gross!),
      at(reversed!),
      weeks,
      true,
      true,
      booked,
      returning,
    );
    const sold = places.map(i => each![i]! * kept![i]!);
    const later = places.map(i => each![i]! * returned![i]!);
    closeTo(
      valuesOf(gross!),
      places.map(i => gross0[i]! + sold[i]! + later[i]!),
    );
    closeTo(
      valuesOf(reversed!),
      places.map(i => reversed0[i]! + later[i]!),
    );
    closeTo(
      [...kernelDoubles(kernel.sums, 3)],
      [
        sum(valuesOf(kept!)) + sum(valuesOf(returned!)),
        sum(valuesOf(returned!)),
        sum(places.filter(i => i < booked).map(i => sold[i]! + (i >= returning ? later[i]! : 0))),
      ],
    );
    for (const row of [clicks, own, means, kept, returned, gross, reversed])
      expect(guardsOf(row!)).toEqual([guard, guard, guard]);
  });

  it('what LIVEs and the showcase add is that of the plain sums', () => {
    clearRoom();
    const reach = setReach(weeks);
    const rows = [900, 800, 10, 10, 10, 5, 9, 9, 9].map(size => rowOf(weeks, size));
    const [live, tab, clicks, own, means, each, video, inLive, inTab] = rows as [
      Float64Array,
      ...Float64Array[],
    ];
    const before = rows.map(valuesOf);
    const places9 = rows.map(at) as [number, number, number, number, number, number, number, number, number];
    const all = kernel.addChannels(...places9, weeks, 0.1, 0.02, 0.03, 0.004, 0.5);
    const beside = places.map(i => reach[i]! * (live[i]! * 0.1 + tab![i]! * 0.03));
    expect(all).toBeCloseTo(sum(beside), 6);
    closeTo(
      valuesOf(clicks!),
      places.map(i => before[2]![i]! + beside[i]!),
    );
    closeTo(
      valuesOf(own!),
      places.map(i => before[3]![i]! + beside[i]!),
    );
    const [sold, shown] = [
      places.map(i => reach[i]! * live[i]! * 0.02),
      places.map(i => reach[i]! * tab![i]! * 0.004),
    ];
    closeTo(
      valuesOf(means!),
      places.map(i => before[4]![i]! + sold[i]! + shown[i]!),
    );
    closeTo(
      valuesOf(video!),
      places.map(i => before[6]![i]! + before[4]![i]! * each![i]! * 0.5),
    );
    closeTo(
      valuesOf(inLive!),
      places.map(i => before[7]![i]! + sold[i]! * each![i]! * 0.5),
    );
    closeTo(
      valuesOf(inTab!),
      places.map(i => before[8]![i]! + shown[i]! * each![i]! * 0.5),
    );
    for (const row of rows) expect(guardsOf(row)).toEqual([guard, guard, guard]);
  });

  it('the expectations of a quick answer are those of the plain sums', () => {
    clearRoom();
    const reach = setReach(weeks);
    const besides = kernelDoubles(kernel.beside, 264).fill(0);
    const besideClicks = kernelDoubles(kernel.besideClicks, 264).fill(0);
    places.forEach(i => ((besides[i] = nextUnit(state)), (besideClicks[i] = nextUnit(state))));
    const sums4 = [kernel.clicks, kernel.expected, kernel.returned, kernel.squares].map(row =>
      kernelDoubles(row, weeks).fill(1),
    );
    const [views, each, stays, back, own] = [900, 5, 9, 9, 9].map(size => rowOf(weeks, size));
    const [shares, left, noise] = [1, 1, 0].map(size => rowOf(weeks, size));
    const clicked = places.map(i => views![i]! * reach[i]! * 0.1);
    const orders = clicked.map((n, i) => n * 0.3 + besides[i]!);
    const worth = orders.map((n, i) => n * each![i]!);
    kernel.expectRow(at(views!), at(each!), weeks, 0.1, 0.3, 0.8, 0.25);
    const wanted = [
      clicked,
      worth.map(n => n * 0.8),
      worth.map(n => n * 0.25),
      worth.map((n, i) => n * each![i]!),
    ];
    sums4.forEach((row, k) =>
      closeTo(
        [...row],
        wanted[k]!.map(n => n + 1),
      ),
    );
    kernel.keepExpected(at(views!), at(stays!), at(back!), at(own!), weeks, 0.1, 0.3, 0.25);
    closeTo(
      valuesOf(stays!),
      orders.map(n => n * 0.75),
    );
    closeTo(
      valuesOf(back!),
      orders.map(n => n * 0.25),
    );
    closeTo(
      valuesOf(own!),
      clicked.map((n, i) => n + besideClicks[i]!),
    );
    const [booked, returning] = [weeks - 1, weeks - 3];
    const rates = rowOf(weeks, 2);
    for (const isChanged of [false, true]) {
      const rows = [stays!, back!, each!, shares!, left!].map(at) as [number, number, number, number, number];
      kernel.figureRow(...rows, isChanged ? at(rates) : 0, weeks, 1.7, booked, returning);
      const times = places.map(i => shares![i]! * left![i]! * 1.7);
      const earned = places
        .filter(i => i < booked)
        .map(
          i =>
            times[i]! *
            each![i]! *
            (stays![i]! + (i >= returning ? back![i]! : 0)) *
            (isChanged ? rates[i]! : 1),
        );
      closeTo(
        [...kernelDoubles(kernel.sums, 3)],
        [
          sum(times.map((n, i) => n * (stays![i]! + back![i]!))),
          sum(times.map((n, i) => n * back![i]!)),
          sum(earned),
        ],
      );
    }
    // Kept orders are Poisson counts of an expectation whose own variance is mean × extra: see `CountTerms`.
    const [gross, returned, squares] = [8, 2, 30].map(size => rowOf(weeks, size));
    places.forEach(i => (gross![i] = gross![i]! + 2));
    for (const [wide, cost] of [
      [true, true],
      [true, false],
      [false, true],
    ] as const) {
      kernel.noiseRow(at(gross!), at(returned!), at(squares!), at(noise!), weeks, wide, cost, 1.5);
      closeTo(
        valuesOf(noise!),
        places.map(i => {
          const all = wide ? gross![i]! : gross![i]! + returned![i]!;
          return (squares![i]! / all ** 2) * (1 / (cost ? 1 - returned![i]! / all : 1) + 1.5);
        }),
      );
    }
    for (const row of [stays, back, own, noise]) expect(guardsOf(row!)).toEqual([guard, guard, guard]);
  });

  it('the deviations of a quick answer are those of Wilson and Hilferty, but lognormal where orders are few', () => {
    clearRoom();
    const [shares, left, noise, thirds, rates] = [1, 1, 0.1, 0.6, 2].map(size => rowOf(weeks, size));
    const [from, to, back, taken] = [5, 1, 3, 1].map(size => rowOf(weeks, size));
    places.forEach(i => (thirds![i] = thirds![i]! - 0.3));
    left![0] = 0;
    for (const [share, rate, returned] of [
      [shares, rates, back],
      [undefined, undefined, undefined],
    ]) {
      const [of, by] = [share ? at(share) : 0, rate ? at(rate) : 0];
      const rows = [at(from!), at(to!), returned ? at(returned) : 0, at(taken!), of, at(left!), by] as const;
      const untouched = valuesOf(taken!);
      kernel.scaleRow(...rows, at(noise!), at(thirds!), weeks, 1.7);
      const times = places.map(i => {
        const size = (share ? share[i]! : 1) * left![i]! * 1.7;
        const spread = size > 0 ? noise![i]! / size : 0;
        const third = 1 - spread / 9 + thirds![i]! * Math.sqrt(spread);
        const variance = Math.log(1 + spread);
        const few = Math.exp(3 * thirds![i]! * Math.sqrt(variance) - variance / 2);
        return size * (spread > 0.25 || third < 0 ? few : third ** 3) * (rate ? rate[i]! : 1);
      });
      closeTo(
        valuesOf(to!),
        times.map((n, i) => n * from![i]!),
        1e-8,
      );
      if (returned)
        closeTo(
          valuesOf(taken!),
          times.map((n, i) => n * returned[i]!),
          1e-8,
        );
      else expect(valuesOf(taken!)).toEqual(untouched);
    }
    for (const row of [to, taken]) expect(guardsOf(row!)).toEqual([guard, guard, guard]);
  });

  it.each([3, 6])('2^%i inner futures have a stratum each in every week', bits => {
    clearRoom();
    const keys = roomWords(weeks + 3);
    places.forEach(i => (keys[i] = nextDraw(state)));
    const draws = kernelWords(kernel.draws, weeks);
    const strata = places.map(() => new Set<number>());
    for (let inner = 0; inner < 2 ** bits; inner++) {
      places.forEach(i => (draws[i] = nextDraw(state)));
      const before = [...draws];
      kernel.stratifyRow(keys.byteOffset, weeks, inner, bits, 77);
      places.forEach(i => {
        strata[i]!.add(draws[i]! >>> (32 - bits));
        // The other bits are the draw’s own.
        expect((draws[i]! << bits) >>> bits).toBe(((before[i]! >>> bits) << bits) >>> bits);
      });
    }
    expect(strata.every(each => each.size === 2 ** bits)).toBe(true);
  });

  it('what channels are expected to earn ends with the row', () => {
    clearRoom();
    const [video, live, tab, shares, left, rates] = [9, 9, 9, 1, 1, 1].map(size => rowOf(weeks, size));
    const sums3 = kernelDoubles(kernel.sums, 3).fill(1);
    const rows = [video!, live!, tab!, shares!].map(at) as [number, number, number, number];
    kernel.channelRow(...rows, at(left!), at(rates!), weeks);
    const wanted = [video!, live!, tab!].map(
      row => 1 + sum(places.map(i => row[i]! * shares![i]! * left![i]! * rates![i]!)),
    );
    closeTo([...sums3], wanted);
  });

  it('views of one video and of the next add up', () => {
    clearRoom();
    const [views, level] = [rowOf(weeks, 1), rowOf(weeks, 1)];
    const multiples = kernelDoubles(kernel.multiples, weeks);
    const all = places.map(() => 0);
    for (const adds of [false, true, true]) {
      places.forEach(i => (multiples[i] = nextUnit(state)));
      kernel.postRow(at(views), at(level), weeks, 900, adds);
      places.forEach(i => (all[i] = all[i]! + 900 * level[i]! * multiples[i]!));
    }
    closeTo(valuesOf(views), all);
    expect(guardsOf(views)).toEqual([guard, guard, guard]);
  });

  it('normal values are those of single draws', () => {
    clearRoom();
    const draws = roomWords(weeks);
    places.forEach(i => (draws[i] = i % 5 === 4 ? (i % 2 === 0 ? i : ~i) : nextDraw(state)));
    const out = rowOf(weeks, 1);
    normalRow(draws, out, weeks, 0.5);
    expect(valuesOf(out)).toEqual(places.map(i => normalOf(draws[i]!) * 0.5));
    expect(guardsOf(out)).toEqual([guard, guard, guard]);
  });

  it('a gamma factor leaves an expectation of 0 what it is, and nothing behind the row is touched', () => {
    clearRoom();
    const row = rowOf(weeks, 0);
    places.forEach(i => (row[i] = [0, 0.001, 3, 400][i % 4]!));
    openRows(weeks, 4, 16);
    openStream(rare, weeks, 4, 1040);
    kernel.disperseRow(at(row), weeks, 1.5);
    places.forEach(i => expect(row[i]! > 0).toBe(i % 4 > 1 || (i % 4 === 1 && row[i] !== 0)));
    expect(guardsOf(row)).toEqual([guard, guard, guard]);
  });

  it('orders are taken by stretches of weeks with one share, and nothing behind the row is touched', () => {
    clearRoom();
    const [counts, taken, shares] = [rowOf(weeks, 0), rowOf(weeks, 1), roomDoubles(weeks)];
    const [first, end] = [Math.floor(weeks / 4), weeks - Math.floor(weeks / 5)];
    places.forEach(i => {
      counts[i] = [0, 1, 40, 255, 256, 2000, 5000, 9e5][i % 8]!;
      shares[i] = i < first ? 1 : i < end ? 0.3 : 0;
    });
    findStretches(binomialTables([0.3]), shares);
    let [kept, all] = [0, 0];
    for (let round = 0; round < Math.ceil(20_000 / weeks); round++) {
      openRows(weeks, round, 64);
      kernel.takeRow(at(counts), at(shares), at(taken), weeks, 0);
      expect(guardsOf(taken)).toEqual([guard, guard, guard]);
      const now = valuesOf(taken);
      expect(now.slice(0, first)).toEqual([...counts.subarray(0, first)]);
      expect(now.slice(end).every(each => each === 0)).toBe(true);
      for (let i = first; i < end; i++) expect(now[i]! >= 0 && now[i]! <= counts[i]!).toBe(true);
      kept += sum(now.slice(first, end));
      all += sum(valuesOf(counts).slice(first, end));
    }
    expect(Math.abs(kept - 0.3 * all)).toBeLessThan(5 * Math.sqrt(0.21 * all + 1));
  });
});
