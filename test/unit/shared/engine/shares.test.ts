import { describe, expect, it } from 'vitest';
import { addDays } from '../../../../shared/domain/day.ts';
import type { Scenario } from '../../../../shared/domain/scenario.ts';
import { compile } from '../../../../shared/engine/compile.ts';
import { outcomeBytes, outcomeOn } from '../../../../shared/engine/outcome.ts';
import { blockCount } from '../../../../shared/engine/plan.ts';
import { simulate } from '../../../../shared/engine/simulate.ts';
import { simulateBlock } from '../../../../shared/engine/simulate-block.ts';
import { workspaceFor } from '../../../../shared/engine/workspace.ts';
import { everythingScenario } from '../../../bench/everything-scenario.ts';
import { sampleCards, sampleScenario } from '../../../helpers/scenario.ts';

const rates = { cards: sampleCards, categoryNames: {} };
const base = sampleScenario({ trials: 1000, policy: [] });
const step = (week: number, amazon: number) => ({
  from: addDays(base.start, 7 * week),
  amazon,
  tiktokShop: 1 - amazon,
  storefront: 0,
});

const spread = (values: readonly number[]): number => {
  const mean = values.reduce((sum, each) => sum + each, 0) / values.length;
  return Math.sqrt(values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / values.length);
};

describe('shares of the videos', () => {
  it.each([3, 4, 5, 6, 7])('the same share takes the same orders, whatever was before: %i weeks', before => {
    const scenario: Scenario = {
      ...base,
      strategies: [
        { id: 'half', label: 'Half', kind: 'mix', tiktokShopShare: 0.5 },
        { id: 'steps', label: 'Steps', kind: 'plan', steps: [step(0, 0.4), step(before, 0.5)] },
      ],
      headline: { a: 'half', b: 'steps' },
    };
    const plan = compile(scenario, rates, 'full');
    const outcome = outcomeOn(plan, new ArrayBuffer(outcomeBytes(plan)));
    const work = workspaceFor(plan);
    for (let block = 0; block < blockCount(plan); block++) simulateBlock(plan, work, outcome, block);
    const at = (strategy: number, week: number, trial: number): number =>
      outcome.earned[(strategy * plan.weeks + week) * plan.keptTrials + trial]!;
    const trials = Array.from({ length: plan.trials }, (_, trial) => trial);
    const late = (strategy: number): number[] =>
      trials.map(trial => at(strategy, plan.weeks - 1, trial) - at(strategy, before, trial));
    const [half, steps] = [late(0), late(1)];
    // What is left is what rare draws decide: weeks with more orders than a table has. With draws of their own it would be 10 %.
    expect(spread(half.map((each, i) => steps[i]! - each))).toBeLessThan(0.01 * spread(half));
  });

  it('more shares than there is room for tables are taken all the same', () => {
    const many = 70;
    const scenario: Scenario = {
      ...base,
      weeks: 2 * many,
      strategies: [
        {
          id: 'many',
          label: 'Many',
          kind: 'plan',
          steps: Array.from({ length: many }, (_, i) => step(2 * i, (i + 1) / (2 * many + 3))),
        },
        base.strategies[0]!,
      ],
      headline: { a: 'many', b: base.strategies[0]!.id },
    };
    expect(compile(scenario, rates, 'full').tabledShares.size).toBe(64);
    const [counted, expected] = (['random', 'expected'] as const).map(
      counts => simulate({ ...scenario, counts }, rates).strategies[0]!,
    );
    const { mean, meanError } = counted!.totalEarned;
    expect(Math.abs(mean - expected!.totalEarned.mean)).toBeLessThan(4 * meanError);
    expect(meanError).toBeLessThan(0.1 * mean);
  });
});

describe('the largest scenario', () => {
  const large = everythingScenario({ products: 500, weeks: 260, trials: 1000 });
  const { storefront } = large.products[0]!;
  const products = large.products.map(product => ({ ...product, storefront: storefront! }));
  const programs = Object.fromEntries(products.map(({ id }) => [id, 'amazon' as const]));
  const scenario: Scenario = {
    ...large,
    products,
    strategies: [...large.strategies, { id: 'own', label: 'Own', kind: 'per-product', programs }],
  };

  it.each(['full', 'quick'] as const)('has room in the kernels’ memory: %s', grade => {
    expect(() => workspaceFor(compile(scenario, rates, grade))).not.toThrow();
  });
});
