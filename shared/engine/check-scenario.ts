import { marketCurrency } from '../domain/market.ts';
import type { Quantity } from '../domain/quantity.ts';
import type { RateCard } from '../domain/rate-card.ts';
import type { Scenario } from '../domain/scenario.ts';
import { policyProblems } from './check-policy.ts';
import { rateProblems } from './check-rates.ts';
import { strategyProblems } from './check-strategies.ts';
import { correlationPlan } from './correlation.ts';
import { lawOf } from './distribution/law-of.ts';
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

const marketProblems = ({ market, currency }: Scenario): ScenarioProblem[] => {
  const own = marketCurrency[market];
  if (currency === own) return [];
  return [{ path: 'currency', message: `the programs of ${market} pay in ${own}, not in ${currency}` }];
};

const [firstYear, lastYear] = [2015, 2100];

const startProblems = ({ start }: Scenario): ScenarioProblem[] => {
  const year = Number(start.slice(0, 4));
  if (year >= firstYear && year <= lastYear) return [];
  return [{ path: 'start', message: `the year ${year} is not between ${firstYear} and ${lastYear}` }];
};

/** More than everyone on earth, who would have to see every video. */
const mostViews = 1e10;

const top = (quantity: Quantity): number => lawOf(quantity.value).quantile(0.999);

/** Asks the laws themselves, so only of a scenario whose laws are sound. */
const contentProblems = ({ content }: Scenario): ScenarioProblem[] => {
  const none = top(content.videosPerWeek) <= 0 && !(content.lives && top(content.lives.perWeek) > 0);
  const seen = lawOf(content.viewsPerVideo.value).quantile(0.5);
  return [
    ...(none
      ? [
          {
            path: 'content.videosPerWeek',
            message: 'no videos and no LIVEs: every strategy earns nothing, so there is nothing to compare',
          },
        ]
      : []),
    ...(seen > mostViews
      ? [
          {
            path: 'content.viewsPerVideo',
            message: 'more than 10 billion views of one video: nobody has those',
          },
        ]
      : []),
  ];
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
    ...marketProblems(scenario),
    ...startProblems(scenario),
    ...(list.problems.length === 0 ? contentProblems(scenario) : []),
    ...rateProblems(scenario, { cards, categoryNames }),
    ...sizeProblems(scenario),
  ];
};
