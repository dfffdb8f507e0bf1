import type { Bands, Comparison, StrategyResult, Total } from '../../../shared/domain/comparison.ts';
import type { RandomCase } from '../../helpers/random-scenario.ts';
import type { Engine } from './engine.ts';

const near = (a: number, b: number, tolerance: number): boolean => Math.abs(a - b) <= tolerance;
const tiny = (size: number): number => 1e-9 * Math.abs(size) + 1e-6;

/** Largest rounding of weekly commission to whole units: gross and reversed of three programs, half a unit each. */
const rounding = (weeks: number): number => 3 * weeks;

const sumsOf = (strategy: StrategyResult, weeks: number): (string | false)[] => {
  const { totalEarned, byProgram, streams, products, funnel, earned, weekly, id } = strategy;
  const total = totalEarned.mean;
  const add = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0);
  const stream = (name: string): number => streams!.find(each => each.stream === name)?.mean ?? 0;
  const programs = byProgram.amazon + byProgram.tiktokShop + (byProgram.storefront ?? 0);
  const ofProducts = add(products.map(each => each.earned.mean));
  const beside = stream('amazon-bounties') + stream('on-amazon');
  return [
    !near(programs, total, tiny(total)) && `${id}: programs add to ${programs}, not ${total}`,
    !near(add(streams!.map(each => each.mean)), total, tiny(total)) &&
      `${id}: streams do not add to the total`,
    !near(add(weekly.earned), earned.mean.at(-1)!, tiny(total)) && `${id}: weeks do not add to the total`,
    !near(ofProducts + beside, total, rounding(weeks)) &&
      `${id}: products ${ofProducts} and ${beside} beside them do not add to ${total}`,
    !near(add(products.map(each => each.orders)), funnel.orders, tiny(funnel.orders)) && `${id}: orders`,
    !near(add(products.map(each => each.returned)), funnel.returned, tiny(funnel.returned)) &&
      `${id}: returned`,
    products.some(each => each.returned > each.orders + tiny(each.orders) || each.returned < 0) &&
      `${id}: more returned than ordered`,
    funnel.orders > funnel.clicks + 5 * Math.sqrt(funnel.clicks + 1) + tiny(funnel.clicks) &&
      `${id}: more orders than clicks can bring`,
  ];
};

/** Every total is the sum of its parts: programs, streams, weeks, products. */
export const totalsAreSums = (engine: Engine, { scenario, rates }: RandomCase): string[] =>
  engine
    .simulate(scenario, rates)
    .strategies.flatMap(strategy => sumsOf(strategy, scenario.weeks))
    .filter(text => text !== false);

const isOrdered = (values: readonly number[]): boolean =>
  values.every((value, i) => Number.isFinite(value) && (i === 0 || value >= values[i - 1]!));

const bandsOrdered = ({ values, mean }: Bands): boolean =>
  mean.every((middle, week) => {
    const levels = values.map(row => row[week]!);
    return Number.isFinite(middle) && isOrdered(levels);
  });

const endsIn = ({ values, mean }: Bands, total: Total): boolean =>
  mean.at(-1) === total.mean && values.every((row, level) => row.at(-1) === total.quantiles[level]);

const isChance = (value: number): boolean => value >= 0 && value <= 1;

const strategyShape = (each: StrategyResult, weeks: number): (string | false)[] => [
  !bandsOrdered(each.earned) && `${each.id}: earned bands`,
  !bandsOrdered(each.paid) && `${each.id}: paid bands`,
  !endsIn(each.earned, each.totalEarned) && `${each.id}: earned bands do not end in the total`,
  !endsIn(each.paid, each.totalPaid) && `${each.id}: paid bands do not end in the total`,
  !isOrdered(each.worstMonthQuantiles!) && `${each.id}: worst month`,
  each.net !== undefined && !isOrdered(each.net.quantiles) && `${each.id}: net`,
  !(each.totalEarned.sd >= 0 && each.totalEarned.meanError >= 0) && `${each.id}: negative spread`,
  each.worstTenthMean > each.totalEarned.mean + tiny(each.totalEarned.mean) && `${each.id}: worst tenth`,
  !(each.cashGapWeeks >= 0 && each.cashGapWeeks <= weeks) && `${each.id}: cash gap`,
  !isChance(each.belowFloor ?? 0) && `${each.id}: floor`,
  !(each.goals ?? []).every(goal => isChance(goal.probability) && goal.error >= 0) && `${each.id}: goals`,
];

const pairShape = (comparison: Comparison): (string | false)[] =>
  comparison.pairs.flatMap(pair => {
    const [a, b] = [pair.a, pair.b].map(id => comparison.strategies.find(each => each.id === id)!);
    const gap = b!.totalEarned.mean - a!.totalEarned.mean;
    const counted = pair.histogram.counts.reduce((sum, each) => sum + each, 0);
    const at = `${pair.b} − ${pair.a}`;
    return [
      !near(pair.difference.mean, gap, tiny(a!.totalEarned.mean)) && `${at}: not the difference of the means`,
      !pair.bands.mean.every((mean, week) =>
        near(mean, b!.earned.mean[week]! - a!.earned.mean[week]!, tiny(a!.totalEarned.mean)),
      ) && `${at}: weeks are not the difference`,
      !(isChance(pair.probability) && pair.probabilityError >= 0) && `${at}: probability ${pair.probability}`,
      !(bandsOrdered(pair.bands) && endsIn(pair.bands, pair.difference)) && `${at}: bands`,
      counted !== comparison.trials && `${at}: histogram of ${counted}`,
    ];
  });

/** Bands are ordered by level and end in totals, pairs are differences, chances lie between 0 and 1; in both grades. */
export const shapesAreSound = (engine: Engine, { scenario, rates }: RandomCase): string[] =>
  (['full', 'quick'] as const).flatMap(grade => {
    const comparison = engine.simulate(scenario, rates, grade);
    return [
      ...comparison.strategies.flatMap(each => strategyShape(each, scenario.weeks)),
      ...pairShape(comparison),
      ...comparison.events.map(each => !isChance(each.share) && `${each.id}: share`),
    ]
      .filter(text => text !== false)
      .map(text => `${grade} ${text}`);
  });
