import { daysBetween } from '../domain/day.ts';
import type { FutureStory } from '../domain/future-story.ts';
import type { Scenario } from '../domain/scenario.ts';
import { formatDayShort } from '../words/format-day.ts';
import { formatMoney } from '../words/format-money.ts';
import { formatIn } from '../words/quantity.ts';
import { ungroupedAssumptions } from './assumptions.ts';
import { quantityLabel, quantityUnit } from './quantity-label.ts';
import { left, right, type TableBlock } from './table.ts';

/** A future week by week for the given strategies: earned and paid in the week, waiting at its end, and what began in it. */
export const futureWeeks = (story: FutureStory, ids: readonly string[]): TableBlock => {
  const shown = story.strategies.filter(({ id }) => ids.includes(id));
  const money = (amount: number): string => formatMoney(amount, story.currency);
  const began = (week: number): string =>
    story.events
      .filter(({ on }) => on !== null && Math.floor(daysBetween(story.start, on) / 7) === week)
      .map(({ label }) => label)
      .join('; ');
  const happens = story.weekEnds.map((_, week) => began(week));
  const notes = happens.some(text => text !== '');
  return {
    kind: 'table',
    caption: 'Week by week: earned and paid in the week, waiting to be paid at its end',
    columns: [
      left('Week until'),
      ...shown.flatMap(({ label }) => [right(`${label}: earned`), right('paid'), right('waiting')]),
      ...(notes ? [left('What begins')] : []),
    ],
    rows: story.weekEnds.map((end, week) => [
      formatDayShort(end),
      ...shown.flatMap(({ earned, paid, waiting }) =>
        [earned, paid, waiting].map(values => money(values[week] ?? 0)),
      ),
      ...(notes ? [happens[week]!] : []),
    ]),
  };
};

const most = 20;

/** How unusual a draw is, never at an end: `higher than in 83 of 100`. */
const rankWords = (rank: number): string => {
  const hundred = Math.min(99, Math.max(1, Math.round(rank * 100)));
  return `higher than in ${hundred} of 100`;
};

const isOfOneProduct = ({ path }: { readonly path: string }): boolean => path.startsWith('products.');

/** What concerns all products, then single products; the most unusual first in each. */
const inOrderOfReach = (draws: FutureStory['draws']): FutureStory['draws'] => [
  ...draws.filter(draw => !isOfOneProduct(draw)),
  ...draws.filter(isOfOneProduct),
];

/** What was drawn for this future; null when nothing is uncertain. */
export const futureDraws = (story: FutureStory, scenario: Scenario): TableBlock | null => {
  if (story.draws.length === 0) return null;
  const groups = ungroupedAssumptions(scenario);
  const shown = inOrderOfReach(story.draws).slice(0, most);
  const rest = story.draws.length - shown.length;
  return {
    kind: 'table',
    caption: `What was drawn for this future: for all products, then for single ones, the most unusual first${rest > 0 ? ` (${rest} more usual ones left out)` : ''}`,
    columns: [left('Number'), right('Drawn'), right('Against other futures')],
    rows: shown.map(({ path, value, rank }) => [
      quantityLabel(scenario, groups, path),
      formatIn(value, quantityUnit(scenario, groups, path)),
      rankWords(rank),
    ]),
  };
};
