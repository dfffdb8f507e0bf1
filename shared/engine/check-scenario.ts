import { addDays } from '../domain/day.ts';
import type { RateCard } from '../domain/rate-card.ts';
import type { Scenario } from '../domain/scenario.ts';
import { rateOn, shippingLag, type Rates } from './compile.ts';
import { scenarioSlots } from './scenario-slots.ts';
import { problemList } from './slots.ts';

/** One thing that keeps a scenario from running: where, and why, as a sentence. */
export interface ScenarioProblem {
  readonly path: string;
  readonly message: string;
}

/** Largest trials × weeks × strategies a run may hold in memory (about 16 bytes each). */
export const largestRun = 60_000_000;

const repeated = (ids: readonly string[], path: string): ScenarioProblem[] =>
  ids.flatMap((id, i) =>
    ids.indexOf(id) === i ? [] : [{ path: `${path}.${i}.id`, message: `the name "${id}" is used twice` }],
  );

const strategyProblems = ({ strategies, policy, headline }: Scenario): ScenarioProblem[] => {
  const known = new Set(strategies.map(strategy => strategy.id));
  const events = new Set(policy.map(event => event.id));
  const ends = (['a', 'b'] as const).flatMap(side =>
    known.has(headline[side])
      ? []
      : [{ path: `headline.${side}`, message: `there is no strategy "${headline[side]}"` }],
  );
  const same =
    headline.a === headline.b ? [{ path: 'headline', message: 'compares a strategy with itself' }] : [];
  const switches = strategies.flatMap((strategy, i) =>
    strategy.kind === 'switch-at-event' && !events.has(strategy.event)
      ? [{ path: `strategies.${i}.event`, message: `there is no policy event "${strategy.event}"` }]
      : [],
  );
  return [
    ...ends,
    ...same,
    ...switches,
    ...repeated(
      strategies.map(each => each.id),
      'strategies',
    ),
  ];
};

const policyProblems = ({ policy }: Scenario): ScenarioProblem[] =>
  policy.flatMap(({ date }, i) => {
    const path = `policy.${i}.date`;
    if (date.kind === 'window' && date.to < date.from)
      return [{ path, message: `the window ends (${date.to}) before it begins (${date.from})` }];
    if (date.kind === 'elicited' && !(date.within6 <= date.within12 && date.within12 <= date.within24))
      return [
        { path, message: 'the chance within a longer time cannot be smaller than within a shorter one' },
      ];
    return [];
  });

/** The first and last shipping day and every day a new card begins between them. */
const rateProblems = (scenario: Scenario, rates: Rates): ScenarioProblem[] => {
  const lag = shippingLag(scenario);
  const days = [lag, scenario.weeks * 7 - 1 + lag];
  return scenario.products.flatMap((product, i) => {
    if (!product.amazon || product.amazon.rate) return [];
    const { category } = product.amazon;
    const missing = days.find(day => rateOn(scenario, category, { rates, shippingDay: day }) === null);
    if (missing === undefined) return [];
    const on = addDays(scenario.start, missing);
    const message = `no Amazon rate for "${category}" in ${scenario.market} on ${on}: choose another category or set the rate`;
    return [{ path: `products.${i}.amazon.category`, message }];
  });
};

/** What keeps a scenario that has passed its schema from running, as sentences; empty when it can run. */
export const checkScenario = (
  scenario: Scenario,
  cards: readonly RateCard[],
  categoryNames: Readonly<Record<string, string>>,
): ScenarioProblem[] => {
  const list = problemList();
  scenarioSlots(scenario, list);
  const cells = scenario.trials * scenario.weeks * scenario.strategies.length;
  const size =
    cells > largestRun
      ? [
          {
            path: 'trials',
            message: `too many futures for this machine's memory: at most ${Math.floor(largestRun / (scenario.weeks * scenario.strategies.length))} with these weeks and strategies`,
          },
        ]
      : [];
  return [
    ...list.problems,
    ...repeated(
      scenario.products.map(each => each.id),
      'products',
    ),
    ...repeated(
      scenario.policy.map(each => each.id),
      'policy',
    ),
    ...strategyProblems(scenario),
    ...policyProblems(scenario),
    ...rateProblems(scenario, { cards, categoryNames }),
    ...size,
  ];
};
