import { describe, expect, it } from 'vitest';
import { binomialTables } from '../../../../shared/engine/binomial-table.ts';
import { rare } from '../../../../shared/engine/count-sampler.ts';
import {
  clearRoom,
  kernel,
  kernelDoubles,
  kernelWords,
  roomBytes,
  roomDoubles,
} from '../../../../shared/engine/kernel.ts';
import type { Plan } from '../../../../shared/engine/plan.ts';
import { nextUnit, openRows, openStream } from '../../../../shared/engine/random-stream.ts';
import { findStretches, takeShares } from '../../../../shared/engine/take-shares.ts';

const state = new Int32Array(4);
openStream(state, 3, 5, 7);
const weeks = 53;
const sum = (values: readonly number[]): number => values.reduce((all, each) => all + each, 0);
const places = (length: number): number[] => Array.from({ length }, (_, i) => i);

const open = (): void => {
  openRows(1, 2, 64);
  openStream(rare, 1, 2, 1088);
};

const rowOf = (length: number, value: (i: number) => number): Float64Array => {
  const row = roomDoubles(length);
  for (let i = 0; i < length; i++) row[i] = value(i);
  return row;
};

/** Three products, the second of which is not offered; shares that change in weeks 10 and 40. */
const setting = (orders: (i: number) => number) => {
  clearRoom();
  const shares = rowOf(weeks, week => (week < 10 ? 0.3 : week < 40 ? 1 : 0.75));
  findStretches(binomialTables([0.3]), shares);
  const offered = roomBytes(3);
  offered.set([1, 0, 1]);
  return {
    offered,
    shares,
    kept: rowOf(3 * weeks, orders),
    returned: rowOf(3 * weeks, () => Math.floor(5 * nextUnit(state))),
    each: rowOf(3 * weeks, () => 1 + nextUnit(state)),
    gross: rowOf(weeks, () => 0),
    reversed: rowOf(weeks, () => 0),
    to: rowOf(9, () => -1),
  };
};

const take = (set: ReturnType<typeof setting>, splits: boolean): number =>
  kernel.takeProducts(
    3,
    set.offered.byteOffset,
    set.kept.byteOffset,
    set.returned.byteOffset,
    set.each.byteOffset,
    set.shares.byteOffset,
    set.gross.byteOffset,
    set.reversed.byteOffset,
    weeks,
    splits,
    splits,
    weeks - 1,
    weeks - 3,
    set.to.byteOffset,
  );

/** What single rows give, in the same order of draws. */
const takenRow = (set: ReturnType<typeof setting>, counts: Float64Array, from: number): number[] => {
  const taken = roomDoubles(weeks);
  takeShares({ weeks, counted: true } as Plan, { counts, from, shares: set.shares, whole: true, taken });
  return [...taken];
};

describe('a strategy’s share of all products', () => {
  it.each([true, false])('is the share of one row after another, booked (returns apart: %s)', splits => {
    const set = setting(() => Math.floor(30 * nextUnit(state)));
    open();
    expect(take(set, splits)).toBe(3);
    open();
    const expected = [0, 2].map(product => {
      const from = product * weeks;
      const took = takenRow(set, set.kept, from);
      const back = splits
        ? takenRow(set, set.returned, from)
        : places(weeks).map(week => set.returned[from + week]! * set.shares[week]!);
      const each = [...set.each.subarray(from, from + weeks)];
      const sold = took.map((n, week) => n * each[week]!);
      const later = back.map((n, week) => (splits ? n * each[week]! : 0));
      const earned = sold.map((amount, week) => amount + (week >= weeks - 3 ? later[week]! : 0));
      return { took, back, sold, later, earned: sum(earned.slice(0, -1)) };
    });
    expected.forEach(({ took, back, earned }, i) => {
      const at = 6 * i;
      expect(set.to[at]).toBeCloseTo(sum(took) + sum(back), 6);
      expect(set.to[at + 1]).toBeCloseTo(sum(back), 6);
      expect(set.to[at + 2]).toBeCloseTo(earned, 6);
    });
    for (const week of places(weeks)) {
      expect(set.gross[week]).toBeCloseTo(
        sum(expected.map(({ sold, later }) => sold[week]! + later[week]!)),
        6,
      );
      expect(set.reversed[week]).toBeCloseTo(splits ? sum(expected.map(({ later }) => later[week]!)) : 0, 6);
    }
    expect([...set.to.subarray(3, 6)]).toEqual([-1, -1, -1]);
  });

  it('stops at a product with a million orders in a week, of which nothing is booked', () => {
    const set = setting(i => (i === 2 * weeks + 50 ? 1_500_000 : 20));
    open();
    expect(take(set, true)).toBe(2);
    expect(set.to[0]).toBeGreaterThan(0);
    expect([...set.to.subarray(3)]).toEqual(Array.from({ length: 6 }, () => -1));
    const worth = places(weeks).map(week => 20 * set.each[week]! + set.returned[week]! * set.each[week]!);
    for (const week of places(weeks)) expect(set.gross[week]).toBeLessThanOrEqual(worth[week]! + 1e-9);
  });
});

describe('a share of its own for every week', () => {
  it('takes binomial counts, all or nothing where that is certain, and leaves the many to the engine', () => {
    clearRoom();
    const laws = [
      [0, 0.4],
      [7, 0],
      [7, 1],
      [12, 0.3],
      [12, 0.9],
      [30, 0.5],
    ] as const;
    const counts = rowOf(laws.length, i => laws[i]![0]);
    const shares = rowOf(laws.length, i => laws[i]![1]);
    const taken = rowOf(laws.length, () => -1);
    open();
    findStretches(null, shares);
    const rounds = 40_000;
    const sums = laws.map(() => 0);
    for (let round = 0; round < rounds; round++) {
      expect(kernel.takeRow(counts.byteOffset, shares.byteOffset, taken.byteOffset, laws.length)).toBe(1);
      taken.forEach((n, i) => (sums[i] = sums[i]! + n));
    }
    expect(kernelWords(kernel.open, 1)[0]).toBe(5);
    expect(sums.slice(0, 3)).toEqual([0, 0, 7 * rounds]);
    expect(taken[5]).toBe(-1);
    for (const i of [3, 4]) {
      const [n, share] = laws[i]!;
      const sd = Math.sqrt(n * share * (1 - share) * rounds);
      expect(Math.abs(sums[i]! - n * share * rounds)).toBeLessThan(5 * sd);
    }
  });
});

describe('all weeks of one product', () => {
  it.each([0, 1.5])('are those of its steps, one after the other (over-dispersion %d)', extra => {
    clearRoom();
    const reach = kernelDoubles(kernel.reach, 264).fill(0);
    for (let week = 0; week < weeks; week++) reach[week] = nextUnit(state);
    const views = rowOf(2 * weeks, () => 9000 * nextUnit(state));
    const each = rowOf(2 * weeks, () => 1 + nextUnit(state));
    const [live, tab] = [
      rowOf(weeks, () => 800 * nextUnit(state)),
      rowOf(weeks, () => 5000 * nextUnit(state)),
    ];
    const rows = () => ({
      kept: roomDoubles(2 * weeks),
      returned: roomDoubles(2 * weeks),
      weekly: Array.from({ length: 7 }, () => roomDoubles(weeks)),
    });
    const [fused, plain] = [rows(), rows()];
    const terms = [0.02, 0.0015, 0.1, extra, 0.05, 0.004, 0.001, 0.0001, 0.9];
    kernelDoubles(kernel.productTerms, 9).set(terms);
    const [clicks, gross, reversed, means, video, inLive, inTab] = fused.weekly.map(row => row.byteOffset);
    kernelWords(kernel.programTerms, 20).set([
      views.byteOffset,
      each.byteOffset,
      fused.kept.byteOffset,
      fused.returned.byteOffset,
      0,
      clicks!,
      gross!,
      reversed!,
      means!,
      live.byteOffset,
      tab.byteOffset,
      video!,
      inLive!,
      inTab!,
      weeks,
      1,
      1,
      1,
      weeks - 1,
      weeks - 2,
    ]);
    open();
    const clicked = kernel.sellProduct(1);
    const sums = [...kernelDoubles(kernel.sums, 3)];

    const from = 8 * weeks;
    const [clicks2, gross2, reversed2, means2, ...channels] = plain.weekly.map(row => row.byteOffset);
    const [kept2, returned2] = [plain.kept.byteOffset + from, plain.returned.byteOffset + from];
    open();
    const [click, sold, share, , liveClick, liveSold, tabClick, tabSold, netted] = terms as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const seen = kernel.expectOrders(views.byteOffset + from, clicks2!, 0, means2!, weeks, click, sold);
    const beside = kernel.addChannels(
      live.byteOffset,
      tab.byteOffset,
      clicks2!,
      0,
      means2!,
      each.byteOffset + from,
      channels[0]!,
      channels[1]!,
      channels[2]!,
      weeks,
      liveClick,
      liveSold,
      tabClick,
      tabSold,
      netted,
    );
    if (extra > 0) kernel.disperseRow(means2!, weeks, extra);
    kernel.splitRow(means2!, kept2, returned2, weeks, share);
    kernel.countRow(kept2, weeks);
    kernel.countRow(returned2, weeks);
    kernel.bookRow(
      kept2,
      returned2,
      each.byteOffset + from,
      gross2!,
      reversed2!,
      weeks,
      true,
      true,
      weeks - 1,
      weeks - 2,
    );
    expect(clicked).toBe(click * seen + beside);
    expect(sums).toEqual([...kernelDoubles(kernel.sums, 3)]);
    expect([...fused.kept]).toEqual([...plain.kept]);
    expect([...fused.returned]).toEqual([...plain.returned]);
    expect(fused.weekly.map(row => [...row])).toEqual(plain.weekly.map(row => [...row]));
    expect(sum([...fused.kept.subarray(0, weeks)])).toBe(0);
    expect(sums[0]).toBeGreaterThan(100);
  });
});
