import { bandLevels, type Comparison, type StrategyResult, type Total } from '../domain/comparison.ts';
import { formatDifference, formatEstimate } from '../words/format-money.ts';
import { formatNumber, formatPercent, nbsp } from '../words/format-number.ts';
import { chanceError, monthsIn } from '../words/headline.ts';
import type { Block } from './document.ts';
import { left, right, type TableBlock } from './table.ts';

export type Figure = Extract<Block, { kind: 'figures' }>['figures'][number];

/** Value of a total at one of the stored probability levels. */
export const atLevel = (total: Total, level: (typeof bandLevels)[number]): number =>
  total.quantiles[bandLevels.indexOf(level)] ?? 0;

const strategyOf = (comparison: Comparison, id: string): StrategyResult | undefined =>
  comparison.strategies.find(strategy => strategy.id === id);

/** A chance as whole per cent that never rounds to certainty: `> 99 %`, `< 1 %`. */
export const chancePercent = (probability: number): string => {
  if (probability < 1 && probability >= 0.995) return `>${nbsp}99${nbsp}%`;
  if (probability > 0 && probability < 0.005) return `<${nbsp}1${nbsp}%`;
  return formatPercent(probability, 0);
};

/** The few numbers under the headline: chance, typical difference, and both totals, each with its uncertainty. */
export const keyFigures = (comparison: Comparison): readonly Figure[] => {
  const pair = comparison.pairs[0];
  if (!pair) return [];
  const money = (amount: number): string => formatEstimate(amount, comparison.currency);
  const months = monthsIn(comparison.weeks);
  const monthly = (level: 0.1 | 0.5 | 0.9): string =>
    formatDifference(atLevel(pair.difference, level) / months, comparison.currency);
  const a = strategyOf(comparison, pair.a);
  const b = strategyOf(comparison, pair.b);
  const totals = [a, b].filter(strategy => strategy !== undefined);
  return [
    {
      label: `Chance that ${b?.label ?? pair.b} pays more`,
      value: chancePercent(pair.probability),
      detail: chanceError(pair, comparison.trials),
    },
    {
      label: `Typical difference a month`,
      value: monthly(0.5),
      detail: `80 of 100 futures: ${monthly(0.1)} to ${monthly(0.9)}`,
    },
    ...totals.map(({ label, totalEarned }) => ({
      label: `${label}, ${comparison.weeks} weeks`,
      value: money(atLevel(totalEarned, 0.5)),
      detail: `80 of 100 futures: ${money(atLevel(totalEarned, 0.1))} to ${money(atLevel(totalEarned, 0.9))}`,
    })),
  ];
};

/** Title of the median of what is paid within the period, on screen, on paper and in a terminal. */
export const paidByTheEnd = 'typically paid by the end';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Every strategy side by side: earnings, cash and the bad cases. */
export const strategyTable = (comparison: Comparison): TableBlock => {
  const money = (amount: number): string => formatEstimate(amount, comparison.currency);
  const floor = comparison.strategies.some(strategy => strategy.belowFloor !== null);
  return {
    kind: 'table',
    caption: `Strategies over ${comparison.weeks} weeks`,
    columns: [
      left('Strategy'),
      right('Typical'),
      right('Bad tenth'),
      right('Good tenth'),
      right('Mean ± error'),
      right(capital(paidByTheEnd)),
      right('Worst month'),
      right('Longest wait for cash'),
      ...(floor ? [right('A month below the floor')] : []),
    ],
    rows: comparison.strategies.map(strategy => [
      strategy.label,
      money(atLevel(strategy.totalEarned, 0.5)),
      money(atLevel(strategy.totalEarned, 0.1)),
      money(atLevel(strategy.totalEarned, 0.9)),
      `${money(strategy.totalEarned.mean)} ± ${money(2 * strategy.totalEarned.meanError)}`,
      money(atLevel(strategy.totalPaid, 0.5)),
      money(strategy.worstMonth),
      `${formatNumber(strategy.cashGapWeeks)}${nbsp}weeks`,
      ...(floor ? [strategy.belowFloor === null ? '–' : chancePercent(strategy.belowFloor)] : []),
    ]),
  };
};
