import type { Comparison } from '../../shared/domain/comparison.ts';
import type { Scenario } from '../../shared/domain/scenario.ts';
import { sampleCards } from '../helpers/scenario.ts';
import { measureClosedForms } from './measure-closed-forms.ts';
import { paperChecks, type Simulate } from './paper-checks.ts';

/** Largest deviation of a form's mean over seeds that a right engine may show, in standard errors. */
export const tolerated = 4;
/** Largest of one seed: there are thousands of them, some of skewed figures. */
export const toleratedOnce = 5.5;

/** Names of all checks that an engine fails: on paper, and closed forms over `seeds` seeds. */
export const failingChecks = (simulate: Simulate, seeds: number): string[] => {
  const onPaper = paperChecks.filter(([, holds]) => !holds(simulate)).map(([name]) => name);
  const run = (scenario: Scenario): Comparison =>
    simulate(scenario, { cards: sampleCards, categoryNames: {} });
  const forms = measureClosedForms(run, seeds).filter(
    each => !(each.worst <= toleratedOnce && each.overall <= tolerated),
  );
  return [...onPaper, ...forms.map(each => each.name)];
};
