import type { Comparison, StrategyResult } from '../../../shared/domain/comparison.ts';
import type { Quantity } from '../../../shared/domain/quantity.ts';
import type { Scenario } from '../../../shared/domain/scenario.ts';
import type { Strategy } from '../../../shared/domain/strategy.ts';
import { certain } from '../../helpers/scenario.ts';
import type { RandomCase } from '../../helpers/random-scenario.ts';
import type { Engine } from './engine.ts';

type Grade = Comparison['grade'];
const grades: readonly Grade[] = ['full', 'quick'];

/** Everything that is said of a strategy but its name. */
const told = (result: StrategyResult): string => JSON.stringify({ ...result, id: '', label: '' });

/** Names of the top-level figures that differ. */
const differing = (a: StrategyResult, b: StrategyResult): string[] => {
  const figures = (
    ['earned', 'paid', 'totalEarned', 'byProgram', 'products', 'funnel', 'streams', 'goals', 'net'] as const
  ).filter(name => JSON.stringify(a[name]) !== JSON.stringify(b[name]));
  return told(a) === told(b) ? [] : [`${a.id} ${b.id}: ${figures.join(', ')}`];
};

const named = { label: 'Twin' };

/** Pairs of strategies that are the same in other words. */
const inOtherWords = ({ start, products }: Scenario): readonly (readonly [Strategy, Strategy])[] => {
  const step = { from: start, amazon: 0, tiktokShop: 0, storefront: 0 };
  return [
    [
      { ...named, id: 'x0', kind: 'all-amazon' },
      { ...named, id: 'x1', kind: 'mix', tiktokShopShare: 0 },
    ],
    [
      { ...named, id: 'x2', kind: 'all-tiktok-shop' },
      { ...named, id: 'x3', kind: 'mix', tiktokShopShare: 1 },
    ],
    [
      { ...named, id: 'x4', kind: 'all-storefront' },
      { ...named, id: 'x5', kind: 'plan', steps: [{ ...step, storefront: 1 }] },
    ],
    [
      { ...named, id: 'x6', kind: 'switch-on-day', on: start },
      { ...named, id: 'x7', kind: 'plan', steps: [{ ...step, tiktokShop: 1 }] },
    ],
    [
      { ...named, id: 'x8', kind: 'per-product', programs: {} },
      { ...named, id: 'x9', kind: 'plan', steps: [step] },
    ],
    [
      {
        ...named,
        id: 'xa',
        kind: 'per-product',
        programs: Object.fromEntries(products.map(each => [each.id, 'amazon'])),
      },
      { ...named, id: 'xb', kind: 'all-amazon' },
    ],
  ];
};

const pairOf = (scenario: Scenario, [a, b]: readonly [Strategy, Strategy]): Scenario => ({
  ...scenario,
  strategies: [a, b],
  headline: { a: a.id, b: b.id },
});

/** The same strategy in other words gives the same numbers; a strategy per product to the rounding of its sums. */
export const sameInOtherWords = (engine: Engine, { scenario, rates, index }: RandomCase): string[] => {
  const pairs = inOtherWords(scenario);
  // One pair of each scenario in turn: together they would have other programs in use than each has alone.
  const pair = pairs[index % pairs.length]!;
  return grades.flatMap(grade => {
    const [a, b] = engine.simulate(pairOf(scenario, pair), rates, grade).strategies;
    if (pair[0].kind !== 'per-product') return differing(a!, b!).map(text => `${grade} ${text}`);
    return nearlyEqual(a!, b!, scenario.weeks).map(text => `${grade} ${text}`);
  });
};

/** A whole unit a week, program and row may be rounded to the other side where the same money is added up in another order. */
const nearlyEqual = (a: StrategyResult, b: StrategyResult, weeks: number): string[] => {
  const units = Math.max(1, weeks / 4);
  const apart = (x: number, y: number, tolerance: number): boolean => Math.abs(x - y) > tolerance;
  const relative = (x: number): number => 1e-9 * Math.abs(x) + 1e-6;
  return [
    apart(a.totalEarned.mean, b.totalEarned.mean, units) && 'earned',
    a.earned.mean.some((mean, week) => apart(mean, b.earned.mean[week]!, units)) && 'earned by week',
    (['views', 'clicks', 'orders', 'returned'] as const).some(name =>
      apart(a.funnel[name], b.funnel[name], relative(a.funnel[name])),
    ) && 'funnel',
    a.products.some((each, p) =>
      apart(each.earned.mean, b.products[p]!.earned.mean, relative(each.earned.mean)),
    ) && 'products',
    a.streams!.some((each, i) => apart(each.mean, b.streams![i]!.mean, units)) && 'streams',
    a.net !== undefined && apart(a.net.mean, b.net!.mean, units) && 'net',
  ]
    .filter(text => text !== false)
    .map(text => `${a.id} ${b.id}: ${text}`);
};

const doubled = (scenario: Scenario): Scenario => ({
  ...scenario,
  strategies: [
    ...scenario.strategies,
    ...scenario.strategies.map(each => ({ ...each, id: `${each.id} again` })),
  ].slice(0, 8),
});

/** A strategy that stands twice gives the same numbers twice. */
export const sameTwice = (engine: Engine, { scenario, rates }: RandomCase): string[] =>
  grades.flatMap(grade => {
    const { strategies } = engine.simulate(doubled(scenario), rates, grade);
    return scenario.strategies.flatMap((strategy, i) => {
      const twin = strategies.find(each => each.id === `${strategy.id} again`);
      return twin === undefined ? [] : differing(strategies[i]!, twin);
    });
  });

/** A further strategy moves no other's numbers. */
export const unmovedByAnother = (engine: Engine, { scenario, rates }: RandomCase): string[] => {
  const before = engine.simulate(scenario, rates);
  const more = inOtherWords(scenario)
    .map(pair => pair[1])
    .slice(0, 8 - scenario.strategies.length);
  const after = engine.simulate({ ...scenario, strategies: [...scenario.strategies, ...more] }, rates);
  return before.strategies.flatMap((strategy, i) =>
    nearlyEqual(strategy, after.strategies[i]!, scenario.weeks),
  );
};

const uncertain: Quantity = { ...certain(0), value: { kind: 'uniform', low: 0.05, high: 0.3 } };

/** The same scenario with other terms and offers of one program: as many quantities, some of them uncertain now. */
const otherShop = (scenario: Scenario): Scenario => {
  return {
    ...scenario,
    products: scenario.products.map(product => ({
      ...product,
      tiktokShop: product.tiktokShop && {
        ...product.tiktokShop,
        conversion: uncertain,
        rate: uncertain,
        returnShare: uncertain,
      },
    })),
    programs: {
      ...scenario.programs,
      tiktokShop: {
        ...scenario.programs.tiktokShop,
        settlementDelayDays: certain(9),
        agencyShare: uncertain,
      },
    },
    adoption: [{ week: 0, factor: 0.7 }],
  };
};

const otherAmazon = (scenario: Scenario): Scenario => {
  return {
    ...scenario,
    products: scenario.products.map(product => ({
      ...product,
      amazon: product.amazon && { ...product.amazon, conversion: uncertain, returnShare: uncertain },
    })),
    programs: {
      ...scenario.programs,
      amazon: { ...scenario.programs.amazon, paymentDelayDays: certain(9), baseShare: uncertain },
    },
  };
};

/** Which programs' terms a strategy can feel. */
const feels = (strategy: Strategy, program: 'amazon' | 'tiktok-shop'): boolean => {
  switch (strategy.kind) {
    case 'all-amazon':
      return program === 'amazon';
    case 'all-tiktok-shop':
      return program === 'tiktok-shop';
    case 'all-storefront':
      return false;
    case 'per-product':
      return Object.values(strategy.programs).includes(program);
    default:
      return true;
  }
};

/** What a strategy cannot feel does not move it, in a full answer. */
export const unmovedByOthersTerms = (engine: Engine, { scenario, rates }: RandomCase): string[] => {
  const before = engine.simulate(scenario, rates);
  const changes = [
    ['tiktok-shop', otherShop],
    ['amazon', otherAmazon],
  ] as const;
  return changes.flatMap(([program, change]) => {
    const after = engine.simulate(change(scenario), rates);
    return scenario.strategies.flatMap((strategy, i) => {
      if (feels(strategy, program) || (program === 'amazon' && scenario.programs.onAmazon)) return [];
      return differing(before.strategies[i]!, after.strategies[i]!).map(text => `other ${program}: ${text}`);
    });
  });
};

/** A strategy per product earns what its products earn, each on its own program alone. */
export const productsAddUp = (engine: Engine, { scenario, rates }: RandomCase): string[] => {
  const { onAmazon: _onAmazon, ...programs } = scenario.programs;
  const chosen = scenario.products.map(
    (product, p) =>
      [product.id, (['amazon', 'tiktok-shop', 'storefront'] as const)[(p + scenario.seed) % 3]!] as const,
  );
  const strategies: Strategy[] = [
    { ...named, id: 'all', kind: 'per-product', programs: Object.fromEntries(chosen) },
    ...chosen.map(
      ([id, program]): Strategy => ({ ...named, id, kind: 'per-product', programs: { [id]: program } }),
    ),
  ];
  // Counts are expected: the bounties of a part are drawn by themselves.
  const alone: Scenario = {
    ...scenario,
    programs,
    counts: 'expected',
    strategies,
    headline: { a: 'all', b: chosen[0]![0] },
  };
  return grades.flatMap(grade => {
    const [all, ...parts] = engine.simulate(alone, rates, grade).strategies;
    const sum = (read: (each: StrategyResult) => number): number =>
      parts.reduce((total, each) => total + read(each), 0);
    const { weeks } = scenario;
    return [
      Math.abs(all!.totalEarned.mean - sum(each => each.totalEarned.mean)) > weeks * 6 &&
        `${grade}: ${all!.totalEarned.mean} is not ${sum(each => each.totalEarned.mean)}`,
      Math.abs(all!.funnel.orders - sum(each => each.funnel.orders)) > 1e-6 * all!.funnel.orders + 1e-6 &&
        `${grade}: orders`,
      Math.abs(all!.funnel.clicks - sum(each => each.funnel.clicks)) > 1e-6 * all!.funnel.clicks + 1e-6 &&
        `${grade}: clicks`,
      ...(['amazon', 'tiktokShop', 'storefront'] as const).map(
        program =>
          Math.abs((all!.byProgram[program] ?? 0) - sum(each => each.byProgram[program] ?? 0)) > weeks * 6 &&
          `${grade}: ${program}`,
      ),
    ].filter(text => text !== false);
  });
};
