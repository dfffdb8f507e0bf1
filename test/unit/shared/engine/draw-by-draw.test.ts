import { describe, expect, it } from 'vitest';
import { binomialTables } from '../../../../shared/engine/binomial-table.ts';
import { countRow, rare } from '../../../../shared/engine/count-sampler.ts';
import {
  clearRoom,
  kernel,
  kernelDoubles,
  roomDoubles,
  roomWords,
} from '../../../../shared/engine/kernel.ts';
import { fillRow, nextUnit, openRows, openStream, unitOf } from '../../../../shared/engine/random-stream.ts';
import { logGamma } from '../../../../shared/engine/special/log-gamma.ts';
import { normalOf } from '../../../../shared/engine/standard-normal.ts';
import { findStretches, takeShares } from '../../../../shared/engine/take-shares.ts';

// No statistic sees one count in ten thousand go wrong: here each one is held against its own draw.

/** n has the draws from the n − 1st of these to before the nth; draws are unsigned. */
type Levels = readonly number[];

/** Levels of masses that are known up to a factor, by their ratios to the ones below. */
const levelsOf = (middle: number, most: number, ratio: (n: number) => number): Levels => {
  const masses = new Float64Array(most + 1);
  masses[middle] = 1;
  for (let n = middle; n < most; n++) masses[n + 1] = masses[n]! * ratio(n + 1);
  for (let n = middle; n > 0; n--) masses[n - 1] = masses[n]! / ratio(n);
  const all = masses.reduce((sum, each) => sum + each, 0);
  let total = 0;
  const levels = Array.from(masses, mass => Math.round(((total += mass) / all) * 2 ** 32));
  return [...levels.slice(0, -1), Infinity];
};

const poisson = (mean: number): Levels =>
  mean === 0
    ? [Infinity]
    : levelsOf(Math.floor(mean), Math.ceil(mean + 14 * Math.sqrt(mean) + 40), n => mean / n);
const binomial = (most: number, share: number): Levels =>
  levelsOf(Math.floor(most * share), most, n => ((most - n + 1) / n) * (share / (1 - share)));

const countAt = (levels: Levels, draw: number): number => {
  let [low, high] = [0, levels.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (draw < levels[middle]!) high = middle;
    else low = middle + 1;
  }
  return low;
};

const byte = 2 ** 16;

/** Counts at both ends of a stretch of draws. */
const endsOf = (levels: Levels, from: number, width: number): readonly [number, number] => [
  countAt(levels, from),
  countAt(levels, from + width - 1),
];

const isWithin = (count: number, [low, high]: readonly [number, number]): boolean =>
  low <= count && count <= high;

/** Whether the leading 16 bits of a draw leave its count open. */
const isOpen = (levels: Levels, draw: number): boolean => {
  const [low, high] = endsOf(levels, draw - (draw % byte), byte);
  return low !== high;
};

/** Whether a table surely tells a draw's count by its leading 16 bits: see `fillCells`. */
const isTold = (levels: Levels, draw: number): boolean => {
  const cell = draw - (draw % (256 * byte));
  const [low, high] = endsOf(levels, cell, 256 * byte);
  const edge = Math.floor((levels[low]! - 1 - cell) / byte);
  return (
    low === high || (high === low + 1 && edge < 254 && Math.abs(edge - Math.floor((draw - cell) / byte)) > 1)
  );
};

interface Drawn {
  readonly draw: number;
  readonly count: number;
}

const weeks = 260;

/** The draws of many rows, unsigned, and the counts that they become. */
const drawnBy = (use: number, fill: (row: Float64Array) => void): Drawn[] => {
  clearRoom();
  const [row, draws] = [roomDoubles(weeks), roomWords(weeks)];
  return Array.from({ length: 600 }, (_, trial) => {
    openRows(5, trial, use);
    fillRow(draws, weeks);
    openRows(5, trial, use);
    openStream(rare, 5, trial, use + 1024);
    fill(row);
    return Array.from(row, (count, week) => ({ draw: (draws[week]! ^ (1 << 31)) >>> 0, count }));
  }).flat();
};

const counted = (mean: number): Drawn[] => drawnBy(16, row => countRow(row.fill(mean)));

const taken = (orders: number, share: number): Drawn[] =>
  drawnBy(64, row => {
    const shares = kernelDoubles(kernel.reach, weeks).fill(share);
    findStretches(binomialTables([share]), shares);
    takeShares(row.fill(orders), shares, row);
  });

describe('counts of orders, draw by draw', () => {
  it.each([0, 0.25, 3, 33.75, 150.5, 319.75, 320, 352, 1504, 2016])(
    'are the inversion of their draw where a table has their mean: %d',
    mean => {
      const levels = poisson(mean);
      expect(counted(mean).filter(({ draw, count }) => count !== countAt(levels, draw))).toEqual([]);
    },
  );

  it.each([0.1, 0.2499, 7.9, 33.9999, 150.6, 319.99])(
    'are those of a table and of the rest, which the last 16 bits tell: %d',
    mean => {
      const [levels, rest] = [poisson(Math.floor(mean * 4) / 4), poisson(mean % 0.25)];
      const all = counted(mean).map(each => ({
        ...each,
        more: each.count - countAt(levels, each.draw),
        told: endsOf(rest, (each.draw % byte) * byte, byte),
      }));
      const wrong = all.filter(({ draw, more, told }) => isTold(levels, draw) && !isWithin(more, told));
      expect(wrong).toEqual([]);
      // Bits that the table has used say nothing about the rest: it is drawn anew.
      const used = all.filter(({ draw, told }) => isOpen(levels, draw) && told[0] > 0);
      expect(used.filter(each => each.more === 0).length).toBeGreaterThanOrEqual(used.length / 2);
    },
  );
});

describe('orders taken, draw by draw', () => {
  it.each([
    [1, 0.3],
    [40, 0.07],
    [255, 0.5],
    [255, 0.93],
  ])('are the inversion of their draw up to 255: %d × %d', (orders, share) => {
    const levels = binomial(orders, share);
    expect(taken(orders, share).filter(({ draw, count }) => count !== countAt(levels, draw))).toEqual([]);
  });

  it.each([
    [256, 0.3],
    [300, 0.9],
    [767, 0.5],
    [2304, 0.07],
    [4095, 0.5],
  ])('are two rows’ from there on, of which the last 16 bits tell the second: %d × %d', (orders, share) => {
    const [first, second] = [binomial(orders % 256, share), binomial(orders - (orders % 256), share)];
    const all = taken(orders, share).map(each => ({
      ...each,
      more: each.count - countAt(first, each.draw),
      told: endsOf(second, ((each.draw % byte) ^ (byte / 2)) * byte, byte),
    }));
    const wrong = all.filter(({ draw, more, told }) => isTold(first, draw) && !isWithin(more, told));
    expect(wrong).toEqual([]);
    const used = all.filter(({ draw }) => isOpen(first, draw));
    const alike = used.filter(({ more, told }) => isWithin(more, told));
    expect(alike.length).toBeLessThanOrEqual(used.length / 2);
  });
});

const logFactorial = (n: number): number => logGamma(n + 1);

/** Source: Hörmann 1993, algorithm PTRS. */
const rejectedPoisson = (mean: number, state: Int32Array): number => {
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  for (;;) {
    const u = nextUnit(state) - 0.5;
    const v = nextUnit(state);
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= 0.9277 - 3.6224 / (b - 2)) return k;
    if (k < 0 || (us < 0.013 && v > us)) continue;
    const weight = Math.log((v * (1.1239 + 1.1328 / (b - 3.4))) / (a / (us * us) + b));
    if (weight <= k * Math.log(mean) - mean - logFactorial(k)) return k;
  }
};

/** Source: Hörmann 1993, algorithm BTRS, for a share of at most ½. */
const rejectedBinomial = (n: number, share: number, state: Int32Array): number => {
  const spread = Math.sqrt(n * share * (1 - share));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * share;
  const mode = Math.floor((n + 1) * share);
  for (;;) {
    const u = nextUnit(state) - 0.5;
    const v = nextUnit(state);
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + n * share + 0.5);
    if (us >= 0.07 && v <= 0.92 - 4.2 / b) return k;
    if (k < 0 || k > n) continue;
    const weight = Math.log((v * (2.83 + 5.1 / b) * spread) / (a / (us * us) + b));
    const top = logFactorial(mode) + logFactorial(n - mode) + (k - mode) * Math.log(share / (1 - share));
    if (weight <= top - logFactorial(k) - logFactorial(n - k)) return k;
  }
};

describe('counts beyond the tables', () => {
  const state = new Int32Array(4);

  it.each([2048, 2500.7, 80_000, 1e7])('are those of PTRS: %d', mean => {
    clearRoom();
    const row = roomDoubles(1);
    for (let trial = 0; trial < 20_000; trial++) {
      openRows(5, trial, 16);
      openStream(rare, 5, trial, 1040);
      openStream(state, 5, trial, 1040);
      // Four draws are for weeks that a coarse table has.
      for (let i = 0; i < 4; i++) nextUnit(state);
      countRow(row.fill(mean));
      if (row[0] !== rejectedPoisson(mean, state)) expect(`${trial}: ${row[0]}`).toBe('another');
    }
  });

  it('have their spread until doubles no longer tell them apart, then are their means', () => {
    clearRoom();
    const row = roomDoubles(4);
    openRows(5, 1, 16);
    row.set([1e11, 9e11, 1e12, 3e13 + 0.5]);
    countRow(row);
    expect(Math.abs(row[0]! - 1e11)).toBeGreaterThan(1);
    expect(Math.abs(row[1]! - 9e11)).toBeGreaterThan(1);
    expect([...row.subarray(2)]).toEqual([1e12, 3e13]);
  });

  it.each([
    [100, 0.1],
    [33, 0.4],
    [1000, 0.7],
    [1e6, 0.03],
  ])('orders taken are those of BTRS: %d × %d', (orders, share) => {
    clearRoom();
    const [row, shares] = [roomDoubles(5), kernelDoubles(kernel.reach, 5).fill(share)];
    findStretches(null, shares);
    for (let trial = 0; trial < 4000; trial++) {
      openRows(5, trial, 66);
      // Every row of weeks has places of its own: the third ones are 2 × 264 and so on.
      kernel.takeRow(row.fill(orders).byteOffset, shares.byteOffset, row.byteOffset, row.length, 2);
      row.forEach((count, week) => {
        openStream(state, 5, trial, 66 + 1024 + 2048 * (2 * 264 + week + 1));
        const few = rejectedBinomial(orders, Math.min(share, 1 - share), state);
        if (count !== (share > 0.5 ? orders - few : few)) expect(`${trial}: ${count}`).toBe('another');
      });
    }
  });
});

it.each([
  [1.2, 1],
  [3, 1.5],
  [40, 0.7],
])('gamma factors are those of Marsaglia and Tsang, first by the row’s draws: %d / %d', (mean, extra) => {
  clearRoom();
  const [row, draws, uniforms] = [roomDoubles(weeks), roomWords(weeks), roomWords(weeks)];
  const d = mean / extra - 1 / 3;
  for (let trial = 0; trial < 200; trial++) {
    openRows(5, trial, 16);
    fillRow(draws, weeks);
    fillRow(uniforms, weeks);
    openRows(5, trial, 16);
    openStream(rare, 5, trial, 1040);
    kernel.disperseRow(row.fill(mean).byteOffset, weeks, extra);
    row.forEach((value, week) => {
      const z = normalOf(draws[week]!);
      const v = (1 + z / Math.sqrt(9 * d)) ** 3;
      const isTaken = v > 0 && Math.log(unitOf(uniforms[week]!)) < 0.5 * z * z + d * (1 - v + Math.log(v));
      const isFirst = Math.abs(value / (extra * d * v) - 1) < 1e-12;
      if (isFirst !== isTaken) expect(`${trial}, ${week}: ${value}`).toBe('another');
    });
  }
});
