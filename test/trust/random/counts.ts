import type { StrategyResult } from '../../../shared/domain/comparison.ts';
import type { Product } from '../../../shared/domain/product.ts';
import type { Quantity } from '../../../shared/domain/quantity.ts';
import { certain } from '../../helpers/scenario.ts';
import type { RandomCase } from '../../helpers/random-scenario.ts';
import type { Engine } from './engine.ts';

const tolerated = 4.7;

/** Means of counted futures against the expectation: standard errors of the total, of all orders by the total's relative ones. */
const apart = (counted: StrategyResult, expected: StrategyResult, weeks: number): string[] => {
  const { mean, meanError } = counted.totalEarned;
  // A week's commission of a program is rounded: of few orders not always to either side alike.
  const money = tolerated * meanError + weeks;
  const relative = tolerated * (meanError / Math.max(1, Math.abs(mean))) + 0.01;
  const orders = expected.funnel.orders;
  return [
    Math.abs(mean - expected.totalEarned.mean) > money &&
      `${counted.id}: earned ${mean} ± ${meanError}, expected ${expected.totalEarned.mean}`,
    Math.abs(counted.funnel.orders - orders) > 2 * relative * orders + 0.5 &&
      `${counted.id}: ${counted.funnel.orders} orders, expected ${orders}`,
  ].filter(text => text !== false);
};

/** Counts of videos, orders, returns and bounties have the means that `counts: expected` puts in their place. */
export const countsAsExpected = (engine: Engine, { scenario, rates }: RandomCase): string[] => {
  const { counts: _counts, ...random } = scenario;
  const [counted, expected] = [engine.simulate(random, rates), engine.simulate(scenario, rates)];
  return counted.strategies.flatMap((each, i) => apart(each, expected.strategies[i]!, scenario.weeks));
};

const halved = (rate: Quantity): Quantity => certain((rate.value as { value: number }).value / 2);

/** One of two halves of a product: half the videos, half the clicks of what is shown beside videos. */
const half = (product: Product, id: string): Product => {
  const { tiktokShop } = product;
  const beside = (channel: 'live' | 'showcase') => {
    const own = tiktokShop?.[channel];
    return own && { [channel]: { ...own, clickRate: halved(own.clickRate) } };
  };
  return {
    ...product,
    id,
    videoShare: product.videoShare / 2,
    tiktokShop: tiktokShop && { ...tiktokShop, ...beside('live'), ...beside('showcase') },
  };
};

/** A product cut in two equal halves is still the product, and products in another order are the same. */
export const halvesAreWhole = (engine: Engine, { scenario, rates }: RandomCase): string[] => {
  const [first, ...rest] = scenario.products;
  const strategies = scenario.strategies.map(strategy => {
    const own = strategy.kind === 'per-product' ? strategy.programs[first!.id] : undefined;
    if (strategy.kind !== 'per-product' || own === undefined) return strategy;
    return { ...strategy, programs: { ...strategy.programs, 'other half': own } };
  });
  const products = [...rest.toReversed(), half(first!, 'other half'), half(first!, first!.id)];
  const [whole, cut] = [
    engine.simulate(scenario, rates),
    engine.simulate({ ...scenario, products, strategies }, rates),
  ];
  const far = (a: number, b: number, tolerance: number): boolean => Math.abs(a - b) > tolerance;
  return whole.strategies.flatMap((each, i) => {
    const other = cut.strategies[i]!;
    const traffic = (['views', 'clicks', 'orders', 'returned'] as const).filter(name =>
      far(each.funnel[name], other.funnel[name], 1e-9 * each.funnel[name] + 1e-6),
    );
    return [
      each.earned.mean.some((mean, week) => far(mean, other.earned.mean[week]!, 2)) && `${each.id}: earned`,
      each.paid.mean.some((mean, week) => far(mean, other.paid.mean[week]!, 2)) && `${each.id}: paid`,
      each.streams!.some((stream, s) => far(stream.mean, other.streams![s]!.mean, 3)) &&
        `${each.id}: streams`,
      each.net !== undefined && far(each.net.mean, other.net!.mean, 3) && `${each.id}: net`,
      traffic.length > 0 && `${each.id}: ${traffic.join(', ')}`,
    ].filter(text => text !== false);
  });
};
