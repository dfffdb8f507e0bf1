import { cpus } from 'node:os';
import { createPool, type ComputePool } from '../../electron/compute/pool.ts';
import type { Comparison } from '../../shared/domain/comparison.ts';
import type { Scenario } from '../../shared/domain/scenario.ts';
import { sampleCards } from '../helpers/scenario.ts';
import { everythingScenario } from './everything-scenario.ts';
import { findPeers, type Answer } from './peers.ts';
import { r1, referenceScenario } from './reference-scenario.ts';

const rounds = 5;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

const major = (value: number): number => value / 100;

const answerOf = (comparison: Comparison, ms: number): Answer => {
  const [amazon, shop] = comparison.strategies;
  const pair = comparison.pairs[0]!;
  return {
    ms,
    mean: [amazon!, shop!].map(each => major(each.totalEarned.mean)),
    probability: pair.probability,
    quantiles: [amazon!.totalEarned, shop!.totalEarned, pair.difference].map(each =>
      each.quantiles.map(major),
    ),
    products: [amazon!, shop!].flatMap(each => each.products.map(product => major(product.earned.mean))),
  };
};

const timed = async (pool: ComputePool, scenario: Scenario, grade: 'quick' | 'full'): Promise<Answer> => {
  const start = performance.now();
  const comparison = await pool.run(scenario, sampleCards, {}, { grade });
  return answerOf(comparison, performance.now() - start);
};

const figuresOf = (answer: Answer): number[] => [
  ...answer.mean,
  answer.probability,
  ...answer.quantiles.flat(),
  ...answer.products,
];

/**
 * Largest deviation of a peer from us over all figures, in standard deviations: ours are known from independent seeds, a peer's
 * average over its rounds is compared with the average of ours.
 */
const deviation = (ours: readonly Answer[], theirs: readonly Answer[]): number => {
  const [a, b] = [ours.map(figuresOf), theirs.map(figuresOf)];
  const mean = (rows: readonly number[][], at: number): number =>
    rows.reduce((sum, row) => sum + row[at]!, 0) / rows.length;
  return Math.max(
    ...a[0]!.map((_, at) => {
      const middle = mean(a, at);
      const variance = a.reduce((sum, row) => sum + (row[at]! - middle) ** 2, 0) / (a.length - 1);
      const error = Math.sqrt(variance * (1 / a.length + 1 / b.length));
      return Math.abs(mean(b, at) - middle) / error;
    }),
  );
};

/** Slope of log time against log size, least squares. */
const slope = (sizes: readonly number[], times: readonly number[]): number => {
  const x = sizes.map(Math.log);
  const y = times.map(Math.log);
  const [mx, my] = [x, y].map(row => row.reduce((sum, each) => sum + each, 0) / row.length);
  const top = x.reduce((sum, each, i) => sum + (each - mx!) * (y[i]! - my!), 0);
  return top / x.reduce((sum, each) => sum + (each - mx!) ** 2, 0);
};

const slopes = async (pool: ComputePool): Promise<Record<'trials' | 'weeks' | 'products', number>> => {
  const grow = async (key: 'trials' | 'weeks' | 'products', sizes: readonly number[]): Promise<number> => {
    const times: number[] = [];
    for (const value of sizes) {
      const scenario = referenceScenario({
        products: 10,
        weeks: 52,
        trials: 4000,
        [key]: value,
      });
      const runs: number[] = [];
      for (let i = 0; i < 3; i++) runs.push((await timed(pool, scenario, 'full')).ms);
      times.push(Math.min(...runs));
    }
    return slope(sizes, times);
  };
  return {
    trials: await grow('trials', [2500, 5000, 10_000, 20_000]),
    weeks: await grow('weeks', [26, 52, 104, 208]),
    products: await grow('products', [5, 10, 20, 40]),
  };
};

/** Spread of quick totals over seeds and their distance from the full ones: largest over P10, P50, P90 of both programs. */
const quickAccuracy = (quick: readonly Answer[], full: readonly Answer[]) => {
  const places = [0, 1].flatMap(program => [1, 3, 5].map(level => [program, level] as const));
  const values = (all: readonly Answer[], [program, level]: readonly [number, number]): number[] =>
    all.map(each => each.quantiles[program]![level]!);
  const mean = (row: readonly number[]): number => row.reduce((sum, each) => sum + each, 0) / row.length;
  return places.map(place => {
    const row = values(quick, place);
    const middle = mean(row);
    const sd = Math.sqrt(row.reduce((sum, each) => sum + (each - middle) ** 2, 0) / (row.length - 1));
    return { error: sd / middle, bias: middle / mean(values(full, place)) - 1 };
  });
};

const largest = (values: readonly number[]): number => Math.max(...values.map(Math.abs));

/** R1 by the engine and by its peers, interleaved in one run, with a check that all agree; `--json` prints the figures. */
export const run = async (options: readonly string[]): Promise<boolean> => {
  const say = (text: string): void => {
    if (!options.includes('--json')) console.log(text);
  };
  const peers = findPeers();
  const one = createPool({ threads: 1 });
  const two = createPool({ threads: 2 });
  say(`${cpus()[0]?.model.trim()}, ${cpus().length} logical processors, Node ${process.version}`);
  for (let i = 0; i < 3; i++) {
    await timed(one, referenceScenario(r1, 900 + i), 'full');
    await timed(two, referenceScenario(r1, 910 + i), 'full');
  }
  // A drag asks for many answers a second: its first ones, before the compiler is done, are not the measure.
  for (let i = 0; i < 60; i++) await timed(two, referenceScenario(r1, 920 + i), 'quick');
  const single: Answer[] = [];
  const double: Answer[] = [];
  const quick: Answer[] = [];
  const everything: Answer[] = [];
  const theirs = new Map(peers.map(peer => [peer.name, [] as Answer[]]));
  await timed(one, everythingScenario(r1), 'full');
  for (let round = 1; round <= rounds; round++) {
    single.push(await timed(one, referenceScenario(r1, round), 'full'));
    double.push(await timed(two, referenceScenario(r1, 100 + round), 'full'));
    for (let i = 0; i < 24; i++)
      quick.push(await timed(two, referenceScenario(r1, 1000 * round + i), 'quick'));
    everything.push(await timed(one, everythingScenario(r1, round), 'full'));
    for (const peer of peers) theirs.get(peer.name)!.push(peer.run(r1, round));
    say(`round ${round} of ${rounds} done`);
  }
  const time = (all: readonly Answer[] | undefined): number | null =>
    all ? median(all.map(each => each.ms)) : null;
  const ours = time(single)!;
  const full = [...single, ...double];
  const deviations = peers.map(peer => [peer.name, deviation(full, theirs.get(peer.name)!)] as const);
  const agree = deviations.every(([, z]) => z < 5);
  const accuracy = quickAccuracy(quick, full);
  const grown = await slopes(one);
  await one.close();
  await two.close();
  const ratio = (name: 'naive' | 'numpy' | 'c'): number | null => {
    const peer = time(theirs.get(name));
    return peer === null ? null : Number((peer / ours).toFixed(2));
  };
  const figures = {
    naive: ratio('naive'),
    numpy: ratio('numpy'),
    c: ratio('c'),
    threads2: Number((ours / time(double)!).toFixed(2)),
    full_ms: Number(time(double)!.toFixed(1)),
    quick_ms: Number(time(quick)!.toFixed(1)),
    everything: Number((time(everything)! / ours).toFixed(2)),
    slopes: Object.fromEntries(Object.entries(grown).map(([key, value]) => [key, Number(value.toFixed(2))])),
    agree,
  };
  say(
    `\nR1: ${r1.products} products × ${r1.weeks} weeks × ${r1.trials} futures; medians of ${rounds} interleaved rounds, ms`,
  );
  say(`  engine, 1 thread   ${ours.toFixed(0)}`);
  say(`  engine, 2 threads  ${figures.full_ms}  (${figures.threads2} × faster)`);
  say(`  engine, quick      ${figures.quick_ms}`);
  for (const peer of peers)
    say(
      `  ${peer.name.padEnd(18)} ${time(theirs.get(peer.name))!.toFixed(0)}  (${ratio(peer.name)} × our time)`,
    );
  say(`  with everything    ${time(everything)!.toFixed(0)}  (${figures.everything} × R1)`);
  say(
    `  time grows as trials^${figures.slopes.trials}, weeks^${figures.slopes.weeks}, products^${figures.slopes.products}`,
  );
  say(
    `  largest deviation from us in 44 figures: ${deviations.map(([name, z]) => `${name} ${z.toFixed(1)} sd`).join(', ')}`,
  );
  say(
    `  quick P10, P50, P90 of both totals: standard error up to ${(100 * largest(accuracy.map(each => each.error))).toFixed(1)} %, bias up to ${(100 * largest(accuracy.map(each => each.bias))).toFixed(1)} %`,
  );
  say(agree ? '  all agree' : '  THEY DO NOT AGREE');
  if (options.includes('--json')) console.log(JSON.stringify(figures));
  return agree;
};
