import type { Comparison, StrategyResult, Total } from '../../../shared/domain/comparison.ts';
import type { RandomCase } from '../../helpers/random-scenario.ts';
import type { Engine } from './engine.ts';

/** One figure of the quick and the full answers to the same scenario. */
interface Apart {
  readonly what: string;
  /** In standard errors of both (means), or in shares of the full answer's middle 80 % (quantiles). */
  readonly distance: number;
}

/** Means over seeds of a total, and their standard error from the scatter between the seeds. */
const meanOf = (totals: readonly Total[]): { readonly mean: number; readonly error: number } => {
  const mean = totals.reduce((sum, each) => sum + each.mean, 0) / totals.length;
  const told = Math.sqrt(totals.reduce((sum, each) => sum + each.meanError ** 2, 0)) / totals.length;
  return { mean, error: told };
};

const levels = [
  ['P10', 1],
  ['P50', 3],
  ['P90', 5],
] as const;

const quantileOf = (totals: readonly Total[], level: number): number =>
  totals.reduce((sum, each) => sum + each.quantiles[level]!, 0) / totals.length;

const apartTotals = (what: string, quick: readonly Total[], full: readonly Total[]): Apart[] => {
  const [a, b] = [meanOf(quick), meanOf(full)];
  const error = Math.hypot(a.error, b.error, 1e-3 * Math.abs(b.mean), 1);
  const width = Math.max(quantileOf(full, 5) - quantileOf(full, 1), 0.02 * Math.abs(b.mean), 100);
  return [
    { what: `${what}: mean`, distance: Math.abs(a.mean - b.mean) / error },
    ...levels.map(([name, level]) => ({
      what: `${what}: ${name}`,
      distance: Math.abs(quantileOf(quick, level) - quantileOf(full, level)) / width,
    })),
  ];
};

/** How far the totals of quick and full answers lie apart, over some seeds. */
const distances = (engine: Engine, { scenario, rates }: RandomCase, seeds: number): Apart[] => {
  const runs = (grade: Comparison['grade'], trials: number): Comparison[] =>
    Array.from({ length: seeds }, (_, i) =>
      engine.simulate({ ...scenario, trials, seed: scenario.seed ^ (i + 1) }, rates, grade),
    );
  const [quick, full] = [runs('quick', 512), runs('full', 3000)];
  const read = (all: readonly Comparison[], of: (comparison: Comparison) => Total): Total[] => all.map(of);
  const strategy = (i: number, name: 'totalEarned' | 'totalPaid') => (all: Comparison) =>
    (all.strategies[i] as StrategyResult)[name];
  return [
    ...scenario.strategies.flatMap(({ id, kind }, i) =>
      (['totalEarned', 'totalPaid'] as const).flatMap(name =>
        apartTotals(`${id} (${kind}) ${name}`, read(quick, strategy(i, name)), read(full, strategy(i, name))),
      ),
    ),
    ...full[0]!.pairs.flatMap((pair, i) =>
      apartTotals(
        `${pair.b} − ${pair.a}`,
        read(quick, all => all.pairs[i]!.difference),
        read(full, all => all.pairs[i]!.difference),
      ),
    ),
  ];
};

const tolerated = { errors: 4.5, width: 0.15 };

/**
 * Over two seeds, totals earned and paid and all differences: means within 4.5 standard errors (of both answers; never less than
 * 0.1 % of the mean), P10, P50 and P90 within 15 % of the full answer's P10 to P90.
 */
export const quickAgrees = (engine: Engine, each: RandomCase): string[] =>
  distances(engine, each, 2)
    .filter(({ what, distance }) => distance > (what.endsWith('mean') ? tolerated.errors : tolerated.width))
    .map(({ what, distance }) => `${what} ${distance.toFixed(2)} apart`);
