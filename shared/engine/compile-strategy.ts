import { daysBetween, type Day } from '../domain/day.ts';
import type { Program } from '../domain/program.ts';
import type { Scenario } from '../domain/scenario.ts';
import type { Strategy } from '../domain/strategy.ts';
import { mostShares } from './binomial-table.ts';
import { amazon, programCount, storefront, tiktokShop, type StrategyPlan } from './plan.ts';

const numberOf: Readonly<Record<Program, number>> = { amazon, 'tiktok-shop': tiktokShop, storefront };

type Shares = readonly [amazon: number, tiktokShop: number, storefront: number];

/** The first week that a day's change can reach: the week that holds it. */
const weekOf = (scenario: Scenario, on: Day): number => Math.floor(daysBetween(scenario.start, on) / 7);

const planShares = (scenario: Scenario, steps: Extract<Strategy, { kind: 'plan' }>['steps']) => {
  const sorted = steps.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return (week: number): Shares => {
    const step = sorted.findLast(each => weekOf(scenario, each.from) <= week) ?? sorted[0]!;
    return [step.amazon, step.tiktokShop, step.storefront];
  };
};

/** Shares by week that hold in every future; null for a switch at an event. */
const sharesOf = (scenario: Scenario, strategy: Strategy): ((week: number) => Shares) | null => {
  switch (strategy.kind) {
    case 'all-amazon':
      return () => [1, 0, 0];
    case 'all-tiktok-shop':
      return () => [0, 1, 0];
    case 'all-storefront':
      return () => [0, 0, 1];
    case 'mix':
      return () => [1 - strategy.tiktokShopShare, strategy.tiktokShopShare, 0];
    case 'switch-on-day':
      return week => (week >= weekOf(scenario, strategy.on) ? [0, 1, 0] : [1, 0, 0]);
    case 'plan':
      return planShares(scenario, strategy.steps);
    case 'per-product':
      return () => [1, 1, 1];
    case 'switch-at-event':
      return null;
  }
};

export const compileStrategy = (scenario: Scenario, strategy: Strategy): StrategyPlan => {
  const shareIn = sharesOf(scenario, strategy);
  const shares =
    shareIn &&
    Array.from({ length: programCount }, (_, program) =>
      Float64Array.from({ length: scenario.weeks }, (__, week) => shareIn(week)[program]!),
    );
  return {
    strategy,
    event:
      strategy.kind === 'switch-at-event'
        ? scenario.policy.findIndex(event => event.id === strategy.event)
        : -1,
    shares,
    productProgram:
      strategy.kind === 'per-product'
        ? Int8Array.from(scenario.products, product => {
            const program = strategy.programs[product.id];
            return program === undefined ? -1 : numberOf[program];
          })
        : null,
    constant: Int8Array.from({ length: programCount }, (_, program) => {
      if (!shares) return program === storefront ? 0 : -1;
      const row = shares[program]!;
      const first = row[0]!;
      return (first === 0 || first === 1) && row.every(share => share === first) ? first : -1;
    }),
    thins: shares !== null && shares.some(row => row.some(share => share > 0 && share < 1)),
  };
};

/** Programs that some strategy may use, in order. */
export const usedPrograms = (strategies: readonly StrategyPlan[]): number[] =>
  [amazon, tiktokShop, storefront].filter(program =>
    strategies.some(({ shares, productProgram }) => {
      if (productProgram) return productProgram.includes(program);
      return shares === null ? program !== storefront : shares[program]!.some(share => share > 0);
    }),
  );

/** The first shares of the strategies that take some of a week's orders, as many as there is room for tables. */
export const tabledShares = (strategies: readonly StrategyPlan[]): ReadonlySet<number> => {
  const shares = new Set<number>();
  for (const strategy of strategies)
    for (const row of strategy.shares ?? [])
      for (const share of row) if (share > 0 && share < 1 && shares.size < mostShares) shares.add(share);
  return shares;
};
