import { binomialTables } from '../../shared/engine/binomial-table.ts';
import { countRow, rare } from '../../shared/engine/count-sampler.ts';
import { logMass } from '../../shared/engine/count-table.ts';
import { betaLaw } from '../../shared/engine/distribution/beta-law.ts';
import type { Law } from '../../shared/engine/distribution/law.ts';
import { gammaLaw } from '../../shared/engine/distribution/gamma-law.ts';
import { normalLaw } from '../../shared/engine/distribution/normal-law.ts';
import { clearRoom, kernel, kernelDoubles, roomDoubles } from '../../shared/engine/kernel.ts';
import { quantileTable, tableValues } from '../../shared/engine/quantile-table.ts';
import { nextDraw, openRows, openStream, purpose } from '../../shared/engine/random-stream.ts';
import { findStretches, takeShares } from '../../shared/engine/take-shares.ts';
import { upperGamma } from '../../shared/engine/special/incomplete-gamma.ts';
import { logGamma } from '../../shared/engine/special/log-gamma.ts';
import { normalOf } from '../../shared/engine/standard-normal.ts';

/** A sampler to be tested: fills `out` from a stream. */
type Fill = (out: Float64Array, state: Int32Array) => void;

export interface SamplerCheck {
  readonly name: string;
  /** Probability of a deviation at least as large under the right law; tiny when the sampler is wrong. */
  readonly pValue: (draws: number) => number;
}

/** As many as a row of weeks may hold. */
const chunk = 256;

const each = (draws: number, fill: Fill, use: (value: number) => void): void => {
  const state = new Int32Array(4);
  openStream(state, 20_261_121, 3, 5);
  clearRoom();
  const out = roomDoubles(chunk);
  for (let done = 0; done < draws; done += chunk) {
    fill(out, state);
    for (const value of out) use(value);
  }
};

/** χ² of counts against their probabilities; neighbouring values are pooled until 20 are expected. */
const chiSquared = (fill: Fill, mass: (n: number) => number, draws: number): number => {
  const counts: number[] = [];
  let total = 0;
  each(draws, fill, value => {
    counts[value] = (counts[value] ?? 0) + 1;
    total++;
  });
  let statistic = 0;
  let cells = 0;
  let expected = 0;
  let observed = 0;
  let left = total;
  for (let n = 0; n < counts.length || (left - expected >= 20 && n < 1e6); n++) {
    expected += mass(n) * total;
    observed += counts[n] ?? 0;
    if (expected < 20 || left - expected < 20) continue;
    statistic += (observed - expected) ** 2 / expected;
    left -= expected;
    cells++;
    expected = 0;
    observed = 0;
  }
  // The rest, whatever is left of both, is the last cell.
  const rest = Math.max(left, 1e-9);
  statistic += (observed - rest) ** 2 / rest;
  return cells === 0 ? 1 : upperGamma(cells / 2, statistic / 2);
};

/** χ² of continuous values over 200 cells of equal probability. */
const uniformity = (fill: Fill, law: Law, draws: number): number => {
  const cells = 200;
  const counts = new Float64Array(cells);
  let total = 0;
  each(draws, fill, value => {
    const cell = Math.min(cells - 1, Math.floor(law.cdf(value) * cells));
    counts[cell] = counts[cell]! + 1;
    total++;
  });
  const expected = total / cells;
  const statistic = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  return upperGamma((cells - 1) / 2, statistic / 2);
};

const countFill =
  (extra: number, mean: number): Fill =>
  (out, state) => {
    const [seed, trial] = [nextDraw(state), nextDraw(state)];
    openRows(seed, trial, 9);
    openStream(rare, seed, trial, 9 + purpose.rare);
    out.fill(mean);
    if (extra > 0) kernel.disperseRow(out.byteOffset, out.length, extra);
    countRow(out);
  };

/** Gamma factors of mean 1. */
const gammaFill =
  (shape: number): Fill =>
  (out, state) => {
    const [seed, trial] = [nextDraw(state), nextDraw(state)];
    openRows(seed, trial, 9);
    openStream(rare, seed, trial, 9 + purpose.rare);
    out.fill(1);
    kernel.disperseRow(out.byteOffset, out.length, 1 / shape);
  };

/** Orders taken with one share, by its tables or without. */
const thinFill =
  (n: number, share: number, isTabled: boolean): Fill =>
  (out, state) => {
    const [seed, trial] = [nextDraw(state), nextDraw(state)];
    openRows(seed, trial, 9);
    out.fill(n);
    const shares = kernelDoubles(kernel.reach, out.length).fill(share);
    findStretches(isTabled ? binomialTables([share]) : null, shares);
    takeShares(out, shares, out);
  };

const binomialMass =
  (n: number, p: number) =>
  (k: number): number =>
    k > n
      ? 0
      : Math.exp(
          logGamma(n + 1) -
            logGamma(k + 1) -
            logGamma(n - k + 1) +
            k * Math.log(p) +
            (n - k) * Math.log1p(-p),
        );

const one =
  (draw: (state: Int32Array) => number): Fill =>
  (out, state) => {
    for (let i = 0; i < out.length; i++) out[i] = draw(state);
  };

const tabled =
  (law: Law): Fill =>
  (out, state) => {
    const draws = new Int32Array(chunk).map(() => nextDraw(state));
    tableValues(quantileTableOf(law), draws, out, { count: chunk, from: 0, stride: 1 });
  };

const tables = new Map<Law, ReturnType<typeof quantileTable>>();
const quantileTableOf = (law: Law) => {
  let table = tables.get(law);
  if (!table) tables.set(law, (table = quantileTable(law, { octaves: 12, cellBits: 3 })));
  return table;
};

const counts = (name: string, fill: Fill, mass: (n: number) => number): SamplerCheck => ({
  name,
  pValue: draws => chiSquared(fill, mass, draws),
});
const values = (name: string, fill: Fill, law: Law): SamplerCheck => ({
  name,
  pValue: draws => uniformity(fill, law, draws),
});

const poissonMass =
  (mean: number) =>
  (n: number): number =>
    Math.exp(logMass(n, mean));

/** Negative binomial of variance mean × (1 + extra). */
const dispersedMass = (mean: number, extra: number) => {
  const shape = mean / extra;
  return (n: number): number =>
    Math.exp(
      logGamma(n + shape) -
        logGamma(shape) -
        logGamma(n + 1) -
        shape * Math.log1p(extra) +
        n * Math.log(extra / (1 + extra)),
    );
};

/** Every sampler of the engine against its law. */
export const samplerChecks = (): readonly SamplerCheck[] => [
  ...[0.03, 0.4, 1.06, 7.9, 33.3, 63.99, 64, 71.7, 300.2, 511.9, 2000.5, 2048, 2048.5, 30_000].map(mean =>
    counts(`Poisson ${mean}`, countFill(0, mean), poissonMass(mean)),
  ),
  ...[0.3, 5.2, 80, 700].map(mean =>
    counts(`over-dispersed ${mean}`, countFill(1.7, mean), dispersedMass(mean, 1.7)),
  ),
  ...[
    [5, 0.3],
    [64, 0.5],
    [65, 0.25],
    [300, 0.9],
    [3000, 0.07],
    [9000, 0.5],
    [40_000, 0.3],
  ].map(([n, p]) => counts(`thinned ${n} × ${p}`, thinFill(n!, p!, true), binomialMass(n!, p!))),
  ...[
    [12, 0.08],
    [40, 0.4],
    [1000, 0.7],
    [6000, 0.001],
  ].map(([n, p]) => counts(`binomial ${n} × ${p}`, thinFill(n!, p!, false), binomialMass(n!, p!))),
  ...[0.02, 0.3, 1, 1.7, 13].map(shape => values(`gamma ${shape}`, gammaFill(shape), gammaLaw(1, shape))),
  values(
    'normal',
    one(state => normalOf(nextDraw(state))),
    normalLaw(0, 1),
  ),
  ...[betaLaw(12, 988), betaLaw(0.7, 4), gammaLaw(3, 2)].map((law, i) =>
    values(`table ${['beta 12/988', 'beta 0.7/4', 'gamma 2'][i]}`, tabled(law), law),
  ),
];

/** A sampler that is wrong: a Poisson law drawn 0.5 % too large. */
export const plantedSampler: SamplerCheck = counts('planted', countFill(0, 20.1), poissonMass(20));
