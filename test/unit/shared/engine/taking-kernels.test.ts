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
    returned: rowOf(3 * weeks, i => (i % 11 === 5 ? 40_000 : Math.floor(5 * nextUnit(state)))),
    each: rowOf(3 * weeks, () => 1 + nextUnit(state)),
    gross: rowOf(weeks, () => 0),
    reversed: rowOf(weeks, () => 0),
    to: rowOf(9, () => -1),
  };
};

const take = (set: ReturnType<typeof setting>, splits: boolean): void =>
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
    true,
    splits,
    splits,
    weeks - 1,
    weeks - 3,
    set.to.byteOffset,
  );

/** What single rows give, in the same order of draws. */
const takenRow = (
  set: ReturnType<typeof setting>,
  counts: Float64Array,
  { from, row }: { readonly from: number; readonly row: number },
): number[] => {
  const taken = roomDoubles(weeks);
  kernel.takeRow(counts.byteOffset + 8 * from, set.shares.byteOffset, taken.byteOffset, weeks, row);
  return [...taken];
};

describe('a strategy’s share of all products', () => {
  it.each([true, false])('is the share of one row after another, booked (returns apart: %s)', splits => {
    const set = setting(i => (i % 7 === 3 ? 50_000 : Math.floor(400 * nextUnit(state))));
    open();
    take(set, splits);
    open();
    const expected = [0, 2].map(product => {
      const from = product * weeks;
      const took = takenRow(set, set.kept, { from, row: 2 * product });
      const back = splits
        ? takenRow(set, set.returned, { from, row: 2 * product + 1 })
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

  it('is the same in weeks of the same share, whatever was before and however many orders there are', () => {
    const set = setting(i => [3, 40, 300, 3000, 9000, 40_000, 1e6][i % 7]!);
    const takenBy = (share: (week: number) => number): number[] => {
      for (const week of places(weeks)) set.shares[week] = share(week);
      findStretches(binomialTables([0.5, 0.75]), set.shares);
      open();
      return takenRow(set, set.kept, { from: 0, row: 0 });
    };
    const half = takenBy(() => 0.5);
    for (const before of [0, 0.3, 0.75, 1])
      expect(takenBy(week => (week < 17 ? before : 0.5)).slice(17)).toEqual(half.slice(17));
  });
});

describe('a share of its own for every week', () => {
  it('takes binomial counts, and all or nothing where that is certain', () => {
    clearRoom();
    const laws = [
      [0, 0.4],
      [7, 0],
      [7, 1],
      [12, 0.3],
      [12, 0.9],
      [300, 0.5],
      [1e6, 2e-6],
    ] as const;
    const counts = rowOf(laws.length, i => laws[i]![0]);
    const shares = rowOf(laws.length, i => laws[i]![1]);
    const taken = rowOf(laws.length, () => -1);
    findStretches(null, shares);
    const rounds = 40_000;
    const sums = laws.map(() => 0);
    for (let round = 0; round < rounds; round++) {
      openRows(1, round, 64);
      takeShares(counts, shares, taken);
      taken.forEach((n, i) => (sums[i] = sums[i]! + n));
    }
    expect(sums.slice(0, 3)).toEqual([0, 0, 7 * rounds]);
    laws.slice(3).forEach(([n, share], i) => {
      const sd = Math.sqrt(n * share * (1 - share) * rounds);
      expect(Math.abs(sums[i + 3]! - n * share * rounds)).toBeLessThan(5 * sd);
    });
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
