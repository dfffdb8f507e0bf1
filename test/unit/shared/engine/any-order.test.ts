import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../../../shared/domain/scenario.ts';
import { compile } from '../../../../shared/engine/compile.ts';
import { clearSums, outcomeBytes, outcomeOn, type Outcome } from '../../../../shared/engine/outcome.ts';
import { blockCount, type Plan } from '../../../../shared/engine/plan.ts';
import { simulateBlock } from '../../../../shared/engine/simulate-block.ts';
import { workspaceFor } from '../../../../shared/engine/workspace.ts';
import { everythingScenario } from '../../../bench/everything-scenario.ts';
import { certain, quantity, sampleCards, sampleScenario } from '../../../helpers/scenario.ts';
import { certainEvent } from '../../../helpers/zero-spread-scenario.ts';

const rates = { cards: sampleCards, categoryNames: {} };
const sample = sampleScenario({ weeks: 27, trials: 100 });
const { amazon, tiktokShop } = sample.programs;
const plainTerms = {
  amazon: { ...amazon, returnDelayWeeks: certain(0), shippingLagDays: 0 },
  tiktokShop: { ...tiktokShop, returnDelayWeeks: certain(0) },
};
const either = (low: number, high: number) => quantity({ kind: 'empirical', values: [low, high] });
const perhaps = { probability: certain(0.5), durationWeeks: certain(6) };

/** Scenarios that leave as much as possible behind. */
const scenarios: Readonly<Record<string, Scenario>> = {
  everything: everythingScenario({ products: 3, weeks: 19, trials: 100 }),
  'plain counts': {
    ...sample,
    content: { ...sample.content, videosPerWeek: certain(10), viewsCorrelation: certain(0) },
    programs: plainTerms,
    overDispersion: certain(0),
  },
  'refunds that come in time now and then': {
    ...sample,
    programs: { ...sample.programs, tiktokShop: { ...tiktokShop, returnDelayWeeks: either(1, 4) } },
  },
  'changes of rates and of one category': {
    ...sample,
    policy: [
      ...sample.policy,
      {
        ...certainEvent('commission-change', '2026-03-05', { amazon: 1, tiktokShop: 1 }),
        ...perhaps,
        amazonRate: either(0.5, 0.9),
        tiktokShopRate: either(0.5, 1.5),
        categories: ['Home'],
      },
      { ...certainEvent('app-outage', '2026-04-05', { amazon: 0, tiktokShop: 0.5 }), ...perhaps },
    ],
  },
  'changes of rates': {
    ...sample,
    policy: [
      {
        ...certainEvent('commission-change', '2026-03-05', { amazon: 1, tiktokShop: 1 }),
        ...perhaps,
        amazonRate: either(0.5, 0.9),
        tiktokShopRate: either(0.5, 1.5),
      },
    ],
  },
  'LIVEs now and then, videos counted at random': {
    ...sample,
    weeks: 9,
    content: {
      ...sample.content,
      // Of the first product so many that every count takes rare draws.
      videosPerWeek: certain(801),
      videoCount: 'poisson',
      lives: { perWeek: either(0, 1.5), count: 'poisson', viewers: certain(400), viewersLogSd: certain(0.5) },
    },
    products: sample.products.map((product, p) => ({
      ...product,
      tiktokShop: {
        ...product.tiktokShop!,
        ...(p > 1 && { live: { clickRate: certain(0.1), conversion: certain(0.1) } }),
      },
    })),
  },
};

/** The outcome of all blocks, computed in the given order in one workspace. */
const computed = (plan: Plan, blocks: readonly number[]): Outcome => {
  // Memory that held something else before.
  const memory = new Float64Array(outcomeBytes(plan) / 8).fill(7);
  const out = outcomeOn(plan, memory.buffer);
  clearSums(out);
  const work = workspaceFor(plan);
  for (const block of blocks) simulateBlock(plan, work, out, block);
  return out;
};

describe.each(Object.entries(scenarios))('%s', (_, scenario) => {
  it.each(['full', 'quick'] as const)('a future is the same whatever was computed before it: %s', grade => {
    const plan = compile(scenario, rates, grade);
    const blocks = Array.from({ length: blockCount(plan) }, (__, block) => block);
    const first = computed(plan, blocks);
    const fresh = outcomeOn(plan, new ArrayBuffer(outcomeBytes(plan)));
    const work = workspaceFor(plan);
    for (const block of blocks) simulateBlock(plan, work, fresh, block);
    expect(first).toEqual(fresh);
    expect(computed(plan, blocks.toReversed())).toEqual(first);
    // More products, weeks and programs in the same memory.
    computed(compile(everythingScenario({ products: 5, weeks: 60, trials: 40 }), rates, 'full'), [0]);
    expect(computed(plan, blocks)).toEqual(first);
  });

  it('a future is the same in a block of its own', () => {
    const plan = compile(scenario, rates, 'full');
    const blocks = Array.from({ length: blockCount(plan) }, (__, block) => block);
    const trials = Array.from({ length: plan.trials }, (__, trial) => trial);
    const together = computed(plan, blocks);
    const alone = computed({ ...plan, blockTrials: 1 }, trials.toReversed());
    // Sums are those of blocks.
    expect({ ...alone, sums: [] }).toEqual({ ...together, sums: [] });
  });
});
