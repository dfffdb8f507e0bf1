import { beforeAll, describe, expect, it } from 'vitest';
import { bandLevels, type Comparison } from '../../../../shared/domain/comparison.ts';
import { monthOf } from '../../../../shared/domain/day.ts';
import { assemble } from '../../../../shared/engine/assemble.ts';
import { compile } from '../../../../shared/engine/compile.ts';
import { outcomeBytes, outcomeOn, type Outcome } from '../../../../shared/engine/outcome.ts';
import { blockCount, type Plan } from '../../../../shared/engine/plan.ts';
import { simulate } from '../../../../shared/engine/simulate.ts';
import { simulateBlock } from '../../../../shared/engine/simulate-block.ts';
import { summarise, summaryLayout, summaryWidth } from '../../../../shared/engine/summary-rows.ts';
import { workspaceFor } from '../../../../shared/engine/workspace.ts';
import { everythingScenario } from '../../../bench/everything-scenario.ts';
import { sampleCards } from '../../../helpers/scenario.ts';

const rates = { cards: sampleCards, categoryNames: {} };
const scenario = {
  ...everythingScenario({ products: 3, weeks: 30, trials: 500 }),
  goals: [
    { label: 'Earned', amount: 4000, of: 'earned' as const },
    { label: 'Paid by summer', amount: 1500, of: 'paid' as const, by: '2023-06-01' as never },
  ],
  monthlyFloor: 500,
};

let plan: Plan;
let futures: Outcome;
let answer: Comparison;

beforeAll(() => {
  plan = compile(scenario, rates, 'full');
  futures = outcomeOn(plan, new ArrayBuffer(outcomeBytes(plan)));
  const work = workspaceFor(plan);
  for (let block = 0; block < blockCount(plan); block++) simulateBlock(plan, work, futures, block);
  const { count } = summaryLayout(plan);
  const summaries = new Float64Array(count * summaryWidth);
  for (let task = 0; task < count; task++) summarise(plan, futures, { task, out: summaries });
  answer = assemble({ plan, outcome: futures, summaries });
});

const sampleAt = (rows: Float64Array, strategy: number, week: number): number[] => {
  const at = (strategy * plan.weeks + week) * plan.trials;
  return [...rows.subarray(at, at + plan.trials)];
};
const lastOf = (rows: Float64Array, strategy: number): number[] => sampleAt(rows, strategy, plan.weeks - 1);
const rising = (values: readonly number[]): number[] => values.toSorted((a, b) => a - b);
const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, each) => sum + each, 0) / values.length;

/** Hyndman and Fan's type 7. */
const quantile = (values: readonly number[], level: number): number => {
  const sorted = rising(values);
  const at = level * (sorted.length - 1);
  const below = Math.floor(at);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + (at - below) * (high - low);
};

describe('the answer, computed again from its futures', () => {
  it('is the one that simulate gives', () => expect(answer).toEqual(simulate(scenario, rates)));

  it('money is whole cents in every week of every future', () => {
    for (const rows of [futures.earned, futures.paid, futures.net])
      expect(rows.every(Number.isInteger)).toBe(true);
  });

  it('bands are the sample quantiles of every week, earned and paid', () => {
    answer.strategies.forEach((strategy, s) => {
      for (const week of [0, 7, plan.weeks - 1])
        for (const [bands, rows] of [
          [strategy.earned, futures.earned],
          [strategy.paid, futures.paid],
        ] as const) {
          const values = sampleAt(rows, s, week);
          bandLevels.forEach((level, i) =>
            expect(bands.values[i]![week]).toBeCloseTo(quantile(values, level), 6),
          );
          expect(bands.mean[week]).toBeCloseTo(meanOf(values), 6);
        }
    });
  });

  it('CVaR is the mean of the lowest tenth, the worst month’s and the gap’s are medians', () => {
    answer.strategies.forEach((strategy, s) => {
      const totals = rising(lastOf(futures.earned, s));
      expect(strategy.worstTenthMean).toBeCloseTo(meanOf(totals.slice(0, plan.trials / 10)), 6);
      const own = (row: Float64Array): number[] => [...row.subarray(s * plan.trials, (s + 1) * plan.trials)];
      expect(strategy.worstMonth).toBeCloseTo(quantile(own(futures.worstMonth), 0.5), 6);
      expect(strategy.cashGapWeeks).toBe(quantile(own(futures.cashGap), 0.5));
      const floor = meanOf(own(futures.worstMonth).map(each => (each < 50_000 ? 1 : 0)));
      expect(strategy.belowFloor).toBe(floor);
    });
  });

  it('the longest gap is the longest run of weeks in which nothing was paid', () => {
    for (const [s, future] of [
      [0, 0],
      [2, 17],
      [4, 499],
    ] as const) {
      const paid = Array.from({ length: plan.weeks }, (_, week) => sampleAt(futures.paid, s, week)[future]!);
      const runs = paid
        .map((total, week) => (total > (paid[week - 1] ?? 0) ? '|' : '.'))
        .join('')
        .split('|')
        .map(run => run.length);
      expect(futures.cashGap[s * plan.trials + future]).toBe(Math.max(...runs));
    }
  });

  it('goals are the share of futures that reach them by the last whole week before their day', () => {
    // 1 June 2023 lies in the week that begins on Sunday 28 May, the 22nd: 21 whole weeks.
    answer.strategies.forEach((strategy, s) => {
      const [earned, paid] = strategy.goals!;
      expect(earned!.probability).toBe(meanOf(lastOf(futures.earned, s).map(v => (v >= 400_000 ? 1 : 0))));
      expect(paid!.probability).toBe(meanOf(sampleAt(futures.paid, s, 20).map(v => (v >= 150_000 ? 1 : 0))));
    });
  });

  it('differences are taken future by future, ties count half', () => {
    for (const pair of answer.pairs) {
      const [a, b] = [pair.a, pair.b].map(id => answer.strategies.findIndex(each => each.id === id));
      const [from, to] = [lastOf(futures.earned, a!), lastOf(futures.earned, b!)];
      const gaps = to.map((value, i) => value - from[i]!);
      expect(pair.difference.mean).toBeCloseTo(meanOf(gaps), 6);
      expect(pair.probability).toBe(meanOf(gaps.map(gap => (gap > 0 ? 1 : gap === 0 ? 0.5 : 0))));
      expect(pair.difference.quantiles[3]).toBeCloseTo(quantile(gaps, 0.5), 6);
      expect(pair.histogram.counts.reduce((sum, each) => sum + each, 0)).toBe(plan.trials);
    }
  });

  it('events begin in the share of futures and in the weeks that they begin in', () => {
    answer.events.forEach((event, e) => {
      const days = [...futures.eventDay.subarray(e * plan.trials, (e + 1) * plan.trials)];
      const weeks = rising(days.filter(each => each < 7 * plan.weeks).map(each => Math.floor(each / 7)));
      expect(event.share).toBe(weeks.length / plan.trials);
      const ranks = [0.1, 0.5, 0.9].map(level => Math.floor(level * (weeks.length - 1)));
      expect(event.weeks).toEqual(weeks.length === 0 ? null : ranks.map(rank => weeks[rank]));
    });
    expect(answer.events.some(({ weeks }) => weeks && weeks[0] < weeks[2])).toBe(true);
  });

  it('streams, programs and products add to the total', () => {
    for (const strategy of answer.strategies) {
      const total = strategy.totalEarned.mean;
      expect(strategy.streams!.reduce((sum, each) => sum + each.mean, 0)).toBeCloseTo(total, 3);
      const { amazon, tiktokShop, storefront = 0 } = strategy.byProgram;
      expect(amazon + tiktokShop + storefront).toBeCloseTo(total, 3);
      const beside = strategy
        .streams!.filter(each => each.stream === 'amazon-bounties' || each.stream === 'on-amazon')
        .reduce((sum, each) => sum + each.mean, 0);
      const products = strategy.products.reduce((sum, each) => sum + each.earned.mean, 0);
      // A program's week is rounded, a product's is not: half a cent a week, program and direction at most.
      expect(Math.abs(products + beside - total)).toBeLessThan(0.5 * plan.weeks * 6);
    }
  });

  it('the months of a future are those of its weeks, days counted', () => {
    // All Amazon's first future without returns across months would do; here: the sum of full months never exceeds all that was earned.
    const months = new Set(answer.weekEnds.map(monthOf));
    expect(months.size).toBeGreaterThan(6);
    for (const [s, strategy] of answer.strategies.entries())
      expect(strategy.worstMonth * (months.size - 2)).toBeLessThanOrEqual(
        quantile(lastOf(futures.earned, s), 0.95),
      );
  });
});
