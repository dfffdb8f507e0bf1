import type { Comparison } from '../../shared/domain/comparison.ts';
import type { Scenario } from '../../shared/domain/scenario.ts';
import { closedForms } from './closed-forms.ts';

/** Deviation of one closed form over many seeds, in standard errors. */
export interface Measured {
  readonly name: string;
  /** Largest over seeds. */
  readonly worst: number;
  /** How many seeds deviate by more than 4. */
  readonly beyond4: number;
  /** Of the mean over seeds. */
  readonly overall: number;
}

/** Runs every closed form with seeds 1 … `seeds` and gives its deviations. */
export const measureClosedForms = (
  simulate: (scenario: Scenario) => Comparison,
  seeds: number,
): Measured[] => {
  const forms = closedForms();
  const scenarios = new Map<Scenario, number[][]>();
  for (const form of forms) scenarios.set(form.scenario, []);
  const zs = forms.map((): number[] => []);
  for (const scenario of scenarios.keys())
    for (let seed = 1; seed <= seeds; seed++) {
      const comparison = simulate({ ...scenario, seed });
      forms.forEach((form, i) => {
        if (form.scenario !== scenario) return;
        const error = form.sd / Math.sqrt(scenario.trials);
        zs[i]!.push((form.read(comparison) - form.exact) / error);
      });
    }
  return forms.map((form, i) => ({
    name: form.name,
    worst: Math.max(...zs[i]!.map(Math.abs)),
    beyond4: zs[i]!.filter(z => Math.abs(z) > 4).length,
    overall: Math.abs(zs[i]!.reduce((sum, z) => sum + z, 0)) / Math.sqrt(zs[i]!.length),
  }));
};
