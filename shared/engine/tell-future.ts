import { addDays } from '../domain/day.ts';
import type { DrawnQuantity, FutureStory, StrategyStory } from '../domain/future-story.ts';
import type { Scenario } from '../domain/scenario.ts';
import { compile, type Rates } from './compile.ts';
import { drawQuantities } from './draw-quantities.ts';
import { figures, figuresAt, type Outcome, outcomeBytes, outcomeOn } from './outcome.ts';
import type { Plan } from './plan.ts';
import { simulateBlock } from './simulate-block.ts';
import { drawn, workspaceFor } from './workspace.ts';

/** The outcome of a block's futures before `trials`: what a full run computes, cut off there. */
const computeUpTo = (plan: Plan, block: number, trials: number): { plan: Plan; outcome: Outcome } => {
  const cut = { ...plan, trials, keptTrials: trials };
  const outcome = outcomeOn(cut, new ArrayBuffer(outcomeBytes(cut)));
  if (trials > block * plan.blockTrials) simulateBlock(cut, workspaceFor(cut), outcome, block);
  return { plan: cut, outcome };
};

const drawnIn = (plan: Plan, future: number): DrawnQuantity[] => {
  const work = workspaceFor(plan);
  drawQuantities(plan, work, future, 1);
  work.future = 0;
  return plan.slots
    .flatMap(({ path, sampler }, slot) => {
      if (sampler.kind === 'constant') return [];
      const law = sampler.kind === 'table' ? sampler.table.law : sampler.law;
      const value = drawn(work, slot);
      return [{ path, value, rank: law.cdf(value) }];
    })
    .toSorted((a, b) => Math.abs(b.rank - 0.5) - Math.abs(a.rank - 0.5));
};

const perWeek = (cumulative: readonly number[]): number[] =>
  cumulative.map((value, week) => value - (cumulative[week - 1] ?? 0));

/**
 * Computes one future of a full run again, bit by bit the same, and tells what happened in it. Only its block is computed, twice:
 * up to it and up to the one before it, whose difference is what a block's sums say of it.
 */
export const tellFuture = (scenario: Scenario, rates: Rates, future: number): FutureStory => {
  const full = compile(scenario, rates, 'full');
  const block = Math.floor(future / full.blockTrials);
  const { plan, outcome } = computeUpTo(full, block, future + 1);
  const before = computeUpTo(full, block, future).outcome;
  const figure = (strategy: number, at: number): number =>
    outcome.sums[figuresAt(plan, block, strategy) + at]! -
    (future > block * full.blockTrials ? before.sums[figuresAt(plan, block, strategy) + at]! : 0);
  const series = (rows: Float64Array, strategy: number): number[] =>
    Array.from(
      { length: plan.weeks },
      (_, week) => rows[(strategy * plan.weeks + week) * plan.trials + future]!,
    );
  const strategies = plan.strategies.map(({ strategy: { id, label } }, s): StrategyStory => {
    const [earned, paid] = [series(outcome.earned, s), series(outcome.paid, s)];
    const products = plan.products.map((product, p) => ({
      productId: product.id,
      name: product.name,
      orders: figure(s, figures.products + 2 * p),
      earned: outcome.productEarned[(s * plan.products.length + p) * plan.trials + future]!,
    }));
    return {
      id,
      label,
      earned: perWeek(earned),
      paid: perWeek(paid),
      waiting: earned.map((value, week) => value - paid[week]!),
      orders: products.reduce((sum, each) => sum + each.orders, 0),
      returned: plan.products.reduce((sum, _, p) => sum + figure(s, figures.products + 2 * p + 1), 0),
      products,
    };
  });
  return {
    future,
    currency: plan.currency,
    start: scenario.start,
    weekEnds: plan.calendar.weekEnds,
    draws: drawnIn(full, future),
    events: plan.events.map(({ event }, index) => {
      const day = outcome.eventDay[index * plan.trials + future]!;
      const on = day < plan.weeks * 7 ? addDays(scenario.start, day) : null;
      return { id: event.id, label: event.label, on };
    }),
    views: figure(0, figures.views),
    strategies,
  };
};
