import { smallSine } from './special/elementary.ts';
import { pathByPlace } from '../domain/quantity-path.ts';
import type { Scenario } from '../domain/scenario.ts';
import type { Slot } from './slots.ts';

/** Slots whose ranks go together, and the lower Cholesky factor of their normal scores' correlation. */
export interface CorrelationPlan {
  readonly slots: readonly number[];
  readonly factor: readonly Float64Array[];
}

/** Pearson correlation of normal scores that gives a Spearman rank correlation. Source: Pearson 1907, 2·sin(πρ/6). */
export const scoreCorrelation = (rank: number): number => 2 * smallSine((Math.PI * rank) / 6);

/** Lower Cholesky factor of a correlation matrix; null when it is not positive semi-definite. */
export const cholesky = (matrix: readonly (readonly number[])[]): Float64Array[] | null => {
  const size = matrix.length;
  const factor = Array.from({ length: size }, () => new Float64Array(size));
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i]![j]!;
      for (let k = 0; k < j; k++) sum -= factor[i]![k]! * factor[j]![k]!;
      const pivot = factor[j]![j]!;
      const impossible = i === j ? sum < -1e-9 : pivot === 0 && Math.abs(sum) > 1e-6;
      if (impossible) return null;
      factor[i]![j] = i === j ? Math.sqrt(Math.max(0, sum)) : pivot === 0 ? 0 : sum / pivot;
    }
  }
  return factor;
};

const matrixOf = (slots: readonly number[], pairs: readonly { a: number; b: number; rank: number }[]) => {
  const matrix = slots.map((_, i) => slots.map((__, j): number => (i === j ? 1 : 0)));
  for (const { a, b, rank } of pairs) {
    const [i, j] = [slots.indexOf(a), slots.indexOf(b)];
    matrix[i]![j] = matrix[j]![i] = scoreCorrelation(rank);
  }
  return matrix;
};

/** The correlations of a scenario by slot; a sentence when a name is unknown or they contradict each other; null = none. */
export const correlationPlan = (
  scenario: Scenario,
  slots: readonly Pick<Slot, 'path'>[],
): CorrelationPlan | { readonly problem: string } | null => {
  const wanted = scenario.correlations ?? [];
  if (wanted.length === 0) return null;
  const places = new Map(slots.map((slot, i) => [slot.path, i]));
  const placeOf = (path: string): number | undefined =>
    places.get(path) ?? places.get(pathByPlace(scenario, path));
  const lost = wanted.flatMap(({ a, b }) => [a, b]).find(path => placeOf(path) === undefined);
  if (lost !== undefined)
    return { problem: `there is no quantity "${lost}": what is removed takes its correlations with it` };
  const pairs = wanted.map(({ a, b, rank }) => ({ a: placeOf(a)!, b: placeOf(b)!, rank }));
  if (pairs.some(pair => pair.a === pair.b)) return { problem: 'a quantity is correlated with itself' };
  const ids = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))].toSorted((x, y) => x - y);
  const factor = cholesky(matrixOf(ids, pairs));
  return factor ? { slots: ids, factor } : { problem: 'these correlations contradict each other' };
};
