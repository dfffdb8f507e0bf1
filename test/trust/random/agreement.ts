import type { Comparison, Total } from '../../../shared/domain/comparison.ts';
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

/**
 * How far a quantile lies from the full answer's, in shares of its middle 80 % (of `least` at least). Where the law has gaps (an event
 * happens or not) a quantile leaps from one side to the other: between the full answer's next levels it counts as near.
 */
const leap = (
  quick: readonly Total[],
  full: readonly Total[],
  at: { level: number; least: number },
): number => {
  const { level, least } = at;
  const value = quantileOf(quick, level);
  if (value >= quantileOf(full, level - 1) && value <= quantileOf(full, level + 1)) return 0;
  return Math.abs(value - quantileOf(full, level)) / Math.max(middle(full), least);
};

const middle = (totals: readonly Total[]): number =>
  Math.max(quantileOf(totals, 5) - quantileOf(totals, 1), 0.02 * Math.abs(quantileOf(totals, 3)), 100);

interface Both {
  readonly quick: readonly Total[];
  readonly full: readonly Total[];
}

const apartTotals = (what: string, { quick, full }: Both, least = 0): Apart[] => {
  const [a, b] = [meanOf(quick), meanOf(full)];
  const error = Math.hypot(a.error, b.error, 1e-3 * Math.abs(b.mean), 1);
  return [
    { what: `${what}: mean`, distance: Math.abs(a.mean - b.mean) / error },
    ...levels.map(([name, level]) => ({
      what: `${what}: ${name}`,
      distance: leap(quick, full, { level, least }),
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
  const read = (of: (comparison: Comparison) => Total): Both => ({
    quick: quick.map(of),
    full: full.map(of),
  });
  const total = (id: string, name: 'totalEarned' | 'totalPaid'): Both =>
    read(all => all.strategies.find(each => each.id === id)![name]);
  return [
    ...scenario.strategies.flatMap(({ id, kind }) =>
      (['totalEarned', 'totalPaid'] as const).flatMap(name =>
        apartTotals(`${id} (${kind}) ${name}`, total(id, name)),
      ),
    ),
    // Two mixes differ by the luck of their thinning, which a quick answer leaves out: measured on what they are mixes of.
    ...full[0]!.pairs.flatMap(({ a, b }, i) =>
      apartTotals(
        `${b} − ${a}`,
        read(all => all.pairs[i]!.difference),
        Math.max(middle(total(a, 'totalEarned').full), middle(total(b, 'totalEarned').full)) / 3,
      ),
    ),
  ];
};

const tolerated = { errors: 4.5, width: 0.15 };

/**
 * Over two seeds, totals earned and paid and all differences: means within 4.5 standard errors (of both answers; never less than
 * 0.1 % of the mean), P10, P50 and P90 within 15 % of the full answer's P10 to P90, or between its next levels.
 */
export const quickAgrees = (engine: Engine, each: RandomCase): string[] =>
  distances(engine, each, 2)
    .filter(({ what, distance }) => distance > (what.endsWith('mean') ? tolerated.errors : tolerated.width))
    .map(({ what, distance }) => `${what} ${distance.toFixed(2)} apart`);
