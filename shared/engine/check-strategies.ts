import type { Scenario } from '../domain/scenario.ts';
import type { Strategy } from '../domain/strategy.ts';
import type { ScenarioProblem } from './check-scenario.ts';

const headlineProblems = ({ strategies, headline }: Scenario): ScenarioProblem[] => {
  const known = new Set(strategies.map(strategy => strategy.id));
  const ends = (['a', 'b'] as const).flatMap(side =>
    known.has(headline[side])
      ? []
      : [{ path: `headline.${side}`, message: `there is no strategy "${headline[side]}"` }],
  );
  return headline.a === headline.b
    ? [...ends, { path: 'headline', message: 'compares a strategy with itself' }]
    : ends;
};

const problemOf = ({ policy, products }: Scenario, strategy: Strategy): readonly [string, string] | null => {
  switch (strategy.kind) {
    case 'switch-at-event':
      return policy.some(event => event.id === strategy.event)
        ? null
        : ['event', `there is no policy event "${strategy.event}"`];
    case 'plan': {
      const over = strategy.steps.findIndex(
        step => step.amazon + step.tiktokShop + step.storefront > 1 + 1e-9,
      );
      return over === -1 ? null : [`steps.${over}`, 'the shares add to more than the whole'];
    }
    case 'per-product': {
      const ids = new Set(products.map(product => product.id));
      const lost = Object.keys(strategy.programs).find(id => !ids.has(id));
      return lost === undefined ? null : ['programs', `there is no product "${lost}"`];
    }
    default:
      return null;
  }
};

/** Strategies that name what does not exist or do not add up. */
export const strategyProblems = (scenario: Scenario): ScenarioProblem[] => [
  ...headlineProblems(scenario),
  ...scenario.strategies.flatMap((strategy, i) => {
    const problem = problemOf(scenario, strategy);
    return problem === null ? [] : [{ path: `strategies.${i}.${problem[0]}`, message: problem[1] }];
  }),
];
