import { describe, expect, it } from 'vitest';
import { compile } from '../../../../shared/engine/compile.ts';
import { outcomeBytes, outcomeOn } from '../../../../shared/engine/outcome.ts';
import { blockCount } from '../../../../shared/engine/plan.ts';
import { simulate } from '../../../../shared/engine/simulate.ts';
import { simulateBlock } from '../../../../shared/engine/simulate-block.ts';
import { tellFuture } from '../../../../shared/engine/tell-future.ts';
import { workspaceFor } from '../../../../shared/engine/workspace.ts';
import { everythingScenario } from '../../../bench/everything-scenario.ts';
import { certain, quantity, sampleCards } from '../../../helpers/scenario.ts';
import { certainEvent, zeroSpreadScenario } from '../../../helpers/zero-spread-scenario.ts';

const rates = { cards: sampleCards, categoryNames: {} };
const trials = 600;
const scenario = everythingScenario({ products: 2, weeks: 20, trials });
const plan = compile(scenario, rates, 'full');

describe('a single future told', () => {
  it('is the one of the full run, in every week and strategy, wherever in its block it lies', () => {
    const outcome = outcomeOn(plan, new ArrayBuffer(outcomeBytes(plan)));
    const work = workspaceFor(plan);
    for (let block = 0; block < blockCount(plan); block++) simulateBlock(plan, work, outcome, block);
    for (const future of [0, 1, 255, 256, 511, 599]) {
      const story = tellFuture(scenario, rates, future);
      story.strategies.forEach((strategy, s) => {
        let [earned, paid] = [0, 0];
        for (let week = 0; week < plan.weeks; week++) {
          const at = (s * plan.weeks + week) * trials + future;
          earned += strategy.earned[week]!;
          paid += strategy.paid[week]!;
          expect([earned, paid]).toEqual([outcome.earned[at], outcome.paid[at]]);
          expect(strategy.waiting[week]).toBe(earned - paid);
        }
        strategy.products.forEach(({ earned: own }, p) =>
          expect(own).toBe(outcome.productEarned[(s * plan.products.length + p) * trials + future]),
        );
      });
    }
  });

  it('adds up over all futures to what the comparison says', () => {
    const small = { ...scenario, trials: 100 };
    const comparison = simulate(small, rates);
    const stories = Array.from({ length: 100 }, (_, future) => tellFuture(small, rates, future));
    const mean = (read: (story: (typeof stories)[number]) => number): number =>
      stories.reduce((sum, story) => sum + read(story), 0) / stories.length;
    comparison.strategies.forEach((strategy, s) => {
      expect(mean(({ strategies }) => strategies[s]!.orders)).toBeCloseTo(strategy.funnel.orders, 6);
      expect(mean(({ strategies }) => strategies[s]!.returned)).toBeCloseTo(strategy.funnel.returned, 6);
      expect(mean(({ views }) => views) / strategy.funnel.views).toBeCloseTo(1, 9);
    });
    comparison.events.forEach(({ share }, i) =>
      expect(mean(({ events }) => (events[i]!.on === null ? 0 : 1))).toBeCloseTo(share, 9),
    );
    const [pair] = comparison.pairs;
    const [bad, typical, good] = pair!.examples!.map(future => {
      const total = (id: string): number =>
        stories[future]!.strategies.find(each => each.id === id)!.earned.reduce((a, b) => a + b);
      return total(pair!.b) - total(pair!.a);
    });
    const { quantiles } = pair!.difference;
    const sd = pair!.difference.sd;
    expect(Math.abs(bad! - quantiles[1]!)).toBeLessThan(sd / 5);
    expect(Math.abs(typical! - quantiles[3]!)).toBeLessThan(sd / 5);
    expect(Math.abs(good! - quantiles[5]!)).toBeLessThan(sd / 5);
  });

  it('names every uncertain quantity once, the most unusual draw first', () => {
    const { draws } = tellFuture(scenario, rates, 77);
    expect(new Set(draws.map(({ path }) => path)).size).toBe(draws.length);
    expect(draws.some(({ path }) => path === 'content.marketFactor')).toBe(true);
    const odd = draws.map(({ rank }) => Math.abs(rank - 0.5));
    expect(odd).toEqual(odd.toSorted((a, b) => b - a));
    expect(draws.every(({ rank }) => rank > 0 && rank < 1)).toBe(true);
    // Ranks of many futures are even: their mean is ½ within four standard errors.
    const { content } = zeroSpreadScenario();
    const marketFactor = quantity({ kind: 'lognormal', median: 1, logSd: 0.4 });
    const one = zeroSpreadScenario({ weeks: 4, trials: 400, content: { ...content, marketFactor } });
    const ranks = Array.from({ length: 400 }, (_, future) => tellFuture(one, rates, future).draws[0]!.rank);
    const mean = ranks.reduce((a, b) => a + b) / ranks.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / 400));
  });

  it('on paper: the ban’s day, the weeks before and after it, and what waits', () => {
    const policy = [certainEvent('external-link-ban', '2026-01-26', { amazon: 0.1, tiktokShop: 1 })];
    const known = zeroSpreadScenario({ policy });
    const story = tellFuture({ ...known, overDispersion: certain(0) }, rates, 42);
    expect(story.events).toEqual([{ id: 'external-link-ban', label: 'external-link-ban', on: '2026-01-26' }]);
    expect(story.draws).toEqual([]);
    expect(story.views).toBeCloseTo(260_000, 6);
    const [amazon] = story.strategies;
    expect(amazon!.earned.slice(0, 7)).toEqual([2000, 2000, 1800, 0, 0, 180, 180]);
    expect(amazon!.waiting.slice(0, 4)).toEqual([2000, 4000, 5800, 5800]);
  });
});
