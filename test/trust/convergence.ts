import type { Comparison } from '../../shared/domain/comparison.ts';
import type { Scenario } from '../../shared/domain/scenario.ts';
import { sampleScenario } from '../helpers/scenario.ts';
import { closedForms } from './closed-forms.ts';

/** How the error falls with the number of futures. */
export interface Convergence {
  /** Slope of log error against log futures; −0.5 for independent futures. */
  readonly slope: number;
  /** Standard error of the slope, from the number of independent squared errors behind each point. */
  readonly error: number;
  readonly sizes: readonly number[];
}

type Simulate = (scenario: Scenario) => Comparison;

/** Slope through the ends of root mean squared errors; `values` independent squares lie behind each. */
const slopeOf = (sizes: readonly number[], squares: readonly number[], values: number): Convergence => {
  const [first, last] = [0, sizes.length - 1];
  const span = Math.log(sizes[last]! / sizes[first]!);
  return {
    sizes,
    slope: (0.5 * Math.log(squares[last]! / squares[first]!)) / span,
    // The log of a mean of n squared normals has standard deviation √(2/n); half of that for its root; two ends.
    error: Math.sqrt(1 / (2 * values) + 1 / (2 * values)) / span,
  };
};

const formSizes = [64, 512, 4096];

/**
 * Squared errors against the exact expectation, one form of a mean per scenario, in units of one future's standard deviation
 * and averaged over forms and seeds.
 */
export const convergenceOnForms = (simulate: Simulate, seeds: number): Convergence => {
  const forms = closedForms().filter(
    (form, i, all) =>
      !form.name.endsWith('variance') &&
      form.sd > 1e-3 &&
      all.findIndex(each => each.scenario === form.scenario) === i,
  );
  const squares = formSizes.map(trials => {
    let sum = 0;
    forms.forEach((form, f) => {
      for (let i = 0; i < seeds; i++) {
        // Seeds of their own: with the same ones, forms would err together.
        const seed = trials * 100_000 + f * 1000 + i;
        const found = form.read(simulate({ ...form.scenario, trials, seed }));
        sum += ((found - form.exact) / form.sd) ** 2;
      }
    });
    return sum / (forms.length * seeds);
  });
  return slopeOf(formSizes, squares, forms.length * seeds);
};

const figuresOf = ({ strategies, pairs }: Comparison): number[] => [
  strategies[0]!.totalEarned.mean,
  strategies[1]!.totalPaid.mean,
  strategies[0]!.totalEarned.quantiles[1]!,
  strategies[1]!.totalEarned.quantiles[3]!,
  pairs[0]!.probability,
];

const wholeSizes = [125, 500, 2000];

/**
 * The whole model: the scatter between seeds of means, a lower and a middle quantile and a probability. Its views are
 * lognormal, because the scatter of a fat-tailed mean can itself not be measured well.
 */
export const convergenceOfModel = (simulate: Simulate, seeds: number): Convergence => {
  const base = sampleScenario({ weeks: 8 });
  const scenario = { ...base, content: { ...base.content, viewsTail: null } };
  const samples = wholeSizes.map(trials =>
    Array.from({ length: seeds }, (_, i) =>
      figuresOf(simulate({ ...scenario, trials, seed: trials * 1000 + i })),
    ),
  );
  const scatter = (rows: readonly number[][], figure: number): number => {
    const middle = rows.reduce((sum, row) => sum + row[figure]!, 0) / rows.length;
    return rows.reduce((sum, row) => sum + (row[figure]! - middle) ** 2, 0) / (rows.length - 1);
  };
  const figures = samples[0]![0]!.map((_, figure) => samples.map(rows => scatter(rows, figure)));
  const squares = wholeSizes.map((_, size) =>
    Math.exp(figures.reduce((sum, each) => sum + Math.log(each[size]!), 0) / figures.length),
  );
  // The figures of one seed go together: count them once.
  return slopeOf(wholeSizes, squares, seeds - 1);
};

/** Whether the slope is −0.5 ± 0.05. */
export const fallsAsItShould = ({ slope }: Convergence): boolean => Math.abs(slope + 0.5) <= 0.05;
