import { bandLevels, type Comparison, type Stream, type StrategyResult } from '../domain/comparison.ts';
import { formatEstimate } from '../words/format-money.ts';
import { formatNumber, nbsp } from '../words/format-number.ts';
import { atLevel, chancePercent } from './key-figures.ts';
import { left, right, type TableBlock } from './table.ts';

const streamLabels: Readonly<Record<Stream, string>> = {
  'amazon-links': 'Amazon links',
  'amazon-bounties': 'Amazon bounties',
  'on-amazon': 'On Amazon itself, without a link',
  'tiktok-video': 'TikTok Shop videos',
  'tiktok-live': 'TikTok Shop LIVEs',
  'tiktok-showcase': 'TikTok Shop showcase',
  storefront: 'Storefront',
};

/** One wide column of names and equal ones for numbers. */
const widthsFor = (numbers: number): readonly number[] => [
  34,
  ...Array<number>(numbers).fill(66 / Math.max(1, numbers)),
];

const moneyOf =
  ({ currency }: Comparison) =>
  (amount: number): string =>
    formatEstimate(amount, currency);

const meanOf = (strategy: StrategyResult, stream: Stream): number =>
  strategy.streams?.find(entry => entry.stream === stream)?.mean ?? 0;

/** Mean commission of each strategy by where it comes from; undefined when there is one stream in each at most. */
export const streamTable = (comparison: Comparison): TableBlock | undefined => {
  const { strategies, weeks } = comparison;
  const money = moneyOf(comparison);
  const used = [
    ...new Set(strategies.flatMap(strategy => (strategy.streams ?? []).map(({ stream }) => stream))),
  ].filter(stream => strategies.some(strategy => meanOf(strategy, stream) !== 0));
  if (!strategies.some(strategy => used.filter(stream => meanOf(strategy, stream) !== 0).length > 1)) {
    return undefined;
  }
  return {
    kind: 'table',
    caption: `Mean commission over ${weeks} weeks by where it comes from`,
    columns: [left('Source of income'), ...strategies.map(({ label }) => right(label))],
    widths: widthsFor(strategies.length),
    rows: used.map(stream => [
      streamLabels[stream],
      ...strategies.map(strategy => money(meanOf(strategy, stream))),
    ]),
  };
};

const goalCell = (strategy: StrategyResult, label: string): string => {
  const goal = strategy.goals?.find(entry => entry.label === label);
  if (!goal) return '–';
  return `${chancePercent(goal.probability)} ±${nbsp}${formatNumber(200 * goal.error, 1)}`;
};

/** Chance of reaching each goal under each strategy, with twice its Monte-Carlo error; undefined without goals. */
export const goalTable = ({ strategies }: Comparison): TableBlock | undefined => {
  const labels = [...new Set(strategies.flatMap(({ goals = [] }) => goals.map(({ label }) => label)))];
  if (labels.length === 0) return undefined;
  return {
    kind: 'table',
    caption: 'Chance of reaching each goal; ± is twice the simulation error, in percentage points',
    columns: [left('Goal'), ...strategies.map(({ label }) => right(label))],
    widths: widthsFor(strategies.length),
    rows: labels.map(label => [label, ...strategies.map(strategy => goalCell(strategy, label))]),
  };
};

/** Commission and brand fees less costs; undefined when the scenario has no costs. */
export const netTable = (comparison: Comparison): TableBlock | undefined => {
  const withNet = comparison.strategies.flatMap(({ label, net }) => (net ? [{ label, net }] : []));
  if (withNet.length === 0) return undefined;
  const money = moneyOf(comparison);
  return {
    kind: 'table',
    caption: `Commission and brand fees less costs over ${comparison.weeks} weeks`,
    columns: [
      left('Strategy'),
      right('Typical'),
      right('Bad tenth'),
      right('Good tenth'),
      right('Mean ± error'),
    ],
    widths: widthsFor(4),
    rows: withNet.map(({ label, net }) => [
      label,
      money(atLevel(net, 0.5)),
      money(atLevel(net, 0.1)),
      money(atLevel(net, 0.9)),
      `${money(net.mean)} ± ${money(2 * net.meanError)}`,
    ]),
  };
};

/** How low the lowest calendar month falls; undefined for results that do not tell. */
export const worstMonthTable = (comparison: Comparison): TableBlock | undefined => {
  const told = comparison.strategies.flatMap(({ label, worstMonthQuantiles }) =>
    worstMonthQuantiles ? [{ label, worstMonthQuantiles }] : [],
  );
  if (told.length === 0) return undefined;
  const money = moneyOf(comparison);
  const shown = [0.1, 0.5, 0.9] as const;
  return {
    kind: 'table',
    caption: 'The lowest calendar month: what it brings',
    columns: [left('Strategy'), right('Bad tenth'), right('Typical'), right('Good tenth')],
    widths: widthsFor(3),
    rows: told.map(({ label, worstMonthQuantiles }) => [
      label,
      ...shown.map(level => money(worstMonthQuantiles[bandLevels.indexOf(level)] ?? 0)),
    ]),
  };
};
