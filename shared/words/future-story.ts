import type { FutureStory, StrategyStory } from '../domain/future-story.ts';
import { formatDay } from './format-day.ts';
import { formatMoney } from './format-money.ts';
import { formatCount, formatNumber } from './format-number.ts';

const total = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0);

/** What a strategy earned and was paid in one future. */
export const storyTotals = ({ earned, paid }: StrategyStory) => ({
  earned: total(earned),
  paid: total(paid),
});

const eventWords = ({ events }: FutureStory): string => {
  if (events.length === 0) return 'No policy event is part of this scenario.';
  const began = events.filter(({ on }) => on !== null).toSorted((a, b) => a.on!.localeCompare(b.on!));
  const never = events.filter(({ on }) => on === null);
  const said = began.map(({ label, on }) => `${label}: ${formatDay(on!)}.`);
  return [...said, ...never.map(({ label }) => `${label}: not in this future.`)].join(' ');
};

/** One future in plain words: who earns more, what is paid by the end, and what happened. */
export const futureSentences = (story: FutureStory, [a, b]: readonly [string, string]): readonly string[] => {
  const money = (amount: number): string => formatMoney(amount, story.currency);
  const told = [a, b].flatMap(id => story.strategies.filter(each => each.id === id));
  const totals = told.map(strategy => ({ strategy, ...storyTotals(strategy) }));
  const [best, rest] = totals.toSorted((x, y) => y.earned - x.earned);
  const lead =
    best && rest
      ? `Future ${formatNumber(story.future + 1)}: ${best.strategy.label} earns ${money(best.earned)}, ${rest.strategy.label} ${money(rest.earned)}, ${best.earned === rest.earned ? 'the same' : `${money(best.earned - rest.earned)} less`}.`
      : '';
  const orders = totals.map(
    ({ strategy, earned, paid }) =>
      `${strategy.label}: ${formatCount(Math.round(strategy.orders), 'order')}, ${formatNumber(Math.round(strategy.returned))} of them sent back; ${money(paid)} is paid by the end, ${money(earned - paid)} still to come.`,
  );
  return [lead, eventWords(story), ...orders];
};
