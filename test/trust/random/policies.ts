import type { StrategyResult } from '../../../shared/domain/comparison.ts';
import type { PolicyEvent } from '../../../shared/domain/policy.ts';
import { addDays } from '../../../shared/domain/day.ts';
import type { Scenario } from '../../../shared/domain/scenario.ts';
import { certain } from '../../helpers/scenario.ts';
import { categories } from '../../helpers/random-product.ts';
import type { RandomCase } from '../../helpers/random-scenario.ts';
import type { Engine } from './engine.ts';

/** A whole unit now and then: sums over products in another order stand on the other side of a half. */
const nearlySame = (a: StrategyResult, b: StrategyResult): string[] => {
  const apart = (x: number, y: number, tolerance: number): boolean => Math.abs(x - y) > tolerance;
  const tiny = (x: number): number => 1e-9 * Math.abs(x) + 1e-6;
  return [
    a.earned.mean.some((mean, week) => apart(mean, b.earned.mean[week]!, 2)) && 'earned',
    apart(a.totalPaid.mean, b.totalPaid.mean, 2) && 'paid',
    apart(a.worstMonth, b.worstMonth, 2) && 'worst month',
    (['views', 'clicks', 'orders', 'returned'] as const).some(name =>
      apart(a.funnel[name], b.funnel[name], tiny(a.funnel[name])),
    ) && 'funnel',
    a.streams!.some((each, i) => apart(each.mean, b.streams![i]!.mean, 2)) && 'streams',
    a.products.some((each, p) =>
      apart(each.earned.mean, b.products[p]!.earned.mean, tiny(each.earned.mean)),
    ) && 'products',
  ]
    .filter(text => text !== false)
    .map(text => `${a.id}: ${text}`);
};

const sameStrategies = (
  engine: Engine,
  [a, b]: readonly [Scenario, Scenario],
  { rates }: RandomCase,
): string[] => {
  const [one, other] = [engine.simulate(a, rates), engine.simulate(b, rates)];
  return one.strategies.flatMap((each, i) => nearlySame(each, other.strategies[i]!));
};

/** An event that touches only categories that no product has moves nothing. */
export const unmovedByOtherCategories = (engine: Engine, each: RandomCase): string[] => {
  const { scenario } = each;
  const event: PolicyEvent = {
    id: 'idle',
    kind: 'commission-change',
    label: 'Idle',
    probability: certain(1),
    date: { kind: 'fixed', on: addDays(scenario.start, 10) },
    durationWeeks: null,
    amazonReach: certain(0),
    tiktokShopReach: certain(0),
    amazonRate: certain(0.5),
    tiktokShopRate: certain(1.5),
    categories: ['Nothing here'],
  };
  return sameStrategies(engine, [scenario, { ...scenario, policy: [...scenario.policy, event] }], each);
};

const withCategories = (event: PolicyEvent, named: readonly string[] | null): PolicyEvent => {
  const { categories: _event, stages, ...rest } = event;
  const own = named === null ? {} : { categories: [...named] };
  return {
    ...rest,
    ...own,
    ...(stages && { stages: stages.map(({ categories: _stage, ...stage }) => ({ ...stage, ...own })) }),
  };
};

/** Events that name every product's category are the events that name none. */
export const everyCategoryIsAll = (engine: Engine, each: RandomCase): string[] => {
  const { scenario } = each;
  // Only products with an Amazon link have a category.
  const products = scenario.products.filter(product => product.amazon);
  const named = scenario.strategies.filter(strategy => strategy.kind !== 'per-product');
  if (products.length === 0 || named.length < 2 || scenario.correlations) return [];
  const whole = { ...scenario, products, strategies: named, headline: { a: named[0]!.id, b: named[1]!.id } };
  const [none, all] = [null, categories].map(names => ({
    ...whole,
    policy: scenario.policy.map(event => withCategories(event, names)),
  }));
  return sameStrategies(engine, [none!, all!], each);
};

/** Events happen as often as the scenario says: within 5.5 standard errors and one future. */
export const eventsAsAssumed = (engine: Engine, { scenario, rates }: RandomCase): string[] =>
  (['full', 'quick'] as const).flatMap(grade => {
    const { events, trials } = engine.simulate(scenario, rates, grade);
    return events.flatMap(({ id, share, assumed }) => {
      if (assumed === null || assumed === undefined) return [];
      const slack = 5.5 * Math.sqrt((assumed * (1 - assumed)) / trials) + 1 / trials + 1e-9;
      return Math.abs(share - assumed) > slack ? [`${grade} ${id}: ${share}, not ${assumed}`] : [];
    });
  });
