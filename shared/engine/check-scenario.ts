import type { RateCard } from '../domain/rate-card.ts';
import type { Scenario } from '../domain/scenario.ts';
import { policyProblems } from './check-policy.ts';
import { rateProblems } from './check-rates.ts';
import { strategyProblems } from './check-strategies.ts';
import { correlationPlan } from './correlation.ts';
import { scenarioSlots } from './scenario-slots.ts';
import { problemList } from './slots.ts';

/** One thing that keeps a scenario from running: where, and why, as a sentence. */
export interface ScenarioProblem {
  readonly path: string;
  readonly message: string;
}

/** Largest trials × weeks × strategies a run may hold in memory (about 16 bytes each). */
export const largestRun = 60_000_000;

/** Names used twice. */
const repeated = (ids: readonly string[], path: string): ScenarioProblem[] =>
  ids.flatMap((id, i) =>
    ids.indexOf(id) === i ? [] : [{ path: `${path}.${i}.id`, message: `the name "${id}" is used twice` }],
  );

const sizeProblems = ({ trials, weeks, strategies }: Scenario): ScenarioProblem[] => {
  const most = Math.floor(largestRun / (weeks * strategies.length));
  if (trials <= most) return [];
  const message = `too many futures for this machine's memory: at most ${most} with these weeks and strategies`;
  return [{ path: 'trials', message }];
};

const peakProblems = ({ content }: Scenario): ScenarioProblem[] =>
  (content.peaks ?? []).flatMap((peak, i) =>
    peak.from <= peak.to
      ? []
      : [{ path: `content.peaks.${i}`, message: `"${peak.label}" ends before it begins` }],
  );

/** What keeps a scenario that has passed its schema from running, as sentences; empty when it can run. */
export const checkScenario = (
  scenario: Scenario,
  cards: readonly RateCard[],
  categoryNames: Readonly<Record<string, string>>,
): ScenarioProblem[] => {
  const list = problemList();
  scenarioSlots(scenario, list);
  const correlation = correlationPlan(scenario, list.paths);
  const correlated = correlation && 'problem' in correlation ? correlation.problem : null;
  return [
    ...list.problems,
    ...(correlated === null ? [] : [{ path: 'correlations', message: correlated }]),
    ...repeated(
      scenario.products.map(each => each.id),
      'products',
    ),
    ...repeated(
      scenario.policy.map(each => each.id),
      'policy',
    ),
    ...repeated(
      scenario.strategies.map(each => each.id),
      'strategies',
    ),
    ...strategyProblems(scenario),
    ...policyProblems(scenario),
    ...peakProblems(scenario),
    ...rateProblems(scenario, { cards, categoryNames }),
    ...sizeProblems(scenario),
  ];
};
