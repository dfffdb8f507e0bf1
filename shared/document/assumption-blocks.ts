import type { Provenance } from '../domain/provenance.ts';
import type { Scenario } from '../domain/scenario.ts';
import type { Strategy } from '../domain/strategy.ts';
import { formatDay, formatDayRange } from '../words/format-day.ts';
import { formatEstimate } from '../words/format-money.ts';
import { formatCount, formatNumber, formatPercent, formatPlain } from '../words/format-number.ts';
import { programLabels } from '../words/labels.ts';
import { provenanceDate, provenanceGrade, provenanceLabel, provenanceSentence } from '../words/provenance.ts';
import { minorPerMajor } from '../domain/money.ts';
import { type AssumptionGroup, ungroupedAssumptions } from './assumptions.ts';
import { quantityLabel } from './quantity-label.ts';
import { left, right, type TableBlock } from './table.ts';

/** A number's source without what is said about this one number; null where there is none but the user or a guess. */
const sourceOf = (provenance: Provenance): string | null => {
  const { note: _note, ...bare } = provenance;
  if (bare.kind === 'guess' || bare.kind === 'user') return null;
  return provenanceSentence(bare.kind === 'report' ? { ...bare, rows: 0 } : bare).replace('0 rows of ', '');
};

const numbered = (texts: Iterable<string>, letter: string): ReadonlyMap<string, string> =>
  new Map([...new Set(texts)].map((text, index) => [text, `${letter}${index + 1}`]));

export interface SourceNumbers {
  /** `S1`, `S2` … by sentence. */
  readonly sources: ReadonlyMap<string, string>;
  /** `N1`, `N2` … by note. */
  readonly notes: ReadonlyMap<string, string>;
}

/** Numbers the distinct sources and notes of all assumptions in the order of their first use. */
export const numberSources = (groups: readonly AssumptionGroup[]): SourceNumbers => {
  const used = groups.flatMap(({ rows }) => rows.map(({ provenance }) => provenance));
  return {
    sources: numbered(
      used.map(sourceOf).filter(text => text !== null),
      'S',
    ),
    notes: numbered(
      used.flatMap(({ note }) => (note ? [note] : [])),
      'N',
    ),
  };
};

const sourceCell = (provenance: Provenance, { sources, notes }: SourceNumbers): string => {
  const source = sourceOf(provenance);
  const rows = provenance.kind === 'report' ? formatCount(provenance.rows, 'row') : undefined;
  const note = provenance.note ? notes.get(provenance.note) : undefined;
  const first = source === null ? provenanceLabel(provenance) : sources.get(source);
  return [first, rows, note].filter(part => part !== undefined).join(', ');
};

/** Every number with value, range, source, date and grade: one long table, a line of its own above each group. */
export const assumptionTable = (groups: readonly AssumptionGroup[], numbers: SourceNumbers): TableBlock => ({
  kind: 'table',
  caption: 'Every number',
  columns: [left('Number'), left('Value'), left('Range'), left('Source'), left('Date'), left('Grade')],
  widths: [25.5, 9, 20.5, 15, 20.5, 9.5],
  rows: groups
    .filter(({ rows }) => rows.length > 0)
    .flatMap(group => [
      [group.title],
      ...group.rows.map(({ label, value, range, provenance }) => [
        label,
        value,
        range,
        sourceCell(provenance, numbers),
        provenanceDate(provenance),
        provenanceGrade(provenance),
      ]),
    ]),
});

const listTable = (caption: string, entries: ReadonlyMap<string, string>): TableBlock => ({
  kind: 'table',
  caption,
  columns: [left('No.'), left('Text')],
  widths: [6, 94],
  rows: [...entries].map(([text, number]) => [number, text]),
});

/** Sources and notes in full, by their numbers. */
export const sourceTables = ({ sources, notes }: SourceNumbers): readonly TableBlock[] => {
  return [listTable('Sources', sources), ...(notes.size > 0 ? [listTable('Notes', notes)] : [])];
};

/** The season's 53 multipliers, eleven weeks to a row. */
export const seasonTable = ({ content }: Scenario): TableBlock => {
  const perRow = 11;
  const { factors } = content.season;
  return {
    kind: 'table',
    caption: 'Season: multiplier on orders by week of the year (week 1 = 1–7 January)',
    columns: [left('Weeks'), ...Array.from({ length: perRow }, (_, column) => right(`+${column}`))],
    rows: Array.from({ length: Math.ceil(factors.length / perRow) }, (_, line) => {
      const first = line * perRow;
      const cells = factors.slice(first, first + perRow).map(value => formatPlain(value));
      const last = first + cells.length;
      return [`${first + 1}–${last}`, ...cells, ...Array<string>(perRow - cells.length).fill('')];
    }),
  };
};

const strategyWords = (strategy: Strategy, scenario: Scenario): string => {
  switch (strategy.kind) {
    case 'all-amazon':
      return 'Every video carries an Amazon link.';
    case 'all-tiktok-shop':
      return 'Every video carries a TikTok Shop product.';
    case 'mix':
      return `${formatPercent(strategy.tiktokShopShare)} of each week’s videos for TikTok Shop, the rest Amazon.`;
    case 'switch-at-event': {
      const event = scenario.policy.find(({ id }) => id === strategy.event)?.label ?? strategy.event;
      return `Amazon until “${event}” and ${strategy.reactionWeeks} weeks more, then TikTok Shop.`;
    }
    case 'switch-on-day':
      return `Amazon until ${formatDay(strategy.on)}, TikTok Shop from that week on.`;
    case 'all-storefront':
      return 'Every video carries a link to the seller’s storefront.';
    case 'plan':
      return strategy.steps
        .map(
          step =>
            `From ${formatDay(step.from)}: ${formatPercent(step.amazon)} Amazon, ${formatPercent(step.tiktokShop)} TikTok Shop, ${formatPercent(step.storefront)} storefront.`,
        )
        .join(' ');
    case 'per-product':
      return Object.entries(strategy.programs)
        .map(
          ([id, program]) =>
            `${scenario.products.find(each => each.id === id)?.name ?? id}: ${programLabels[program]}.`,
        )
        .join(' ');
  }
};

/** What each strategy does. */
export const strategyDefinitions = (scenario: Scenario): TableBlock => ({
  kind: 'table',
  caption: 'Strategies',
  columns: [left('Strategy'), left('What the creator does')],
  widths: [32, 68],
  rows: scenario.strategies.map(strategy => [strategy.label, strategyWords(strategy, scenario)]),
});

/** Strengths by the usual reading of a rank correlation. */
const strengthOf = (rank: number): string => {
  if (rank === 0) return 'does not go with';
  const size = Math.abs(rank);
  if (size === 1) return rank > 0 ? 'always rises with' : 'always falls when the other rises:';
  const often = size >= 0.5 ? 'mostly' : 'somewhat';
  return rank > 0 ? `${often} rises with` : `${often} falls when the other rises:`;
};

/** A rank correlation as a sentence about two named numbers. */
const correlationWords = (
  scenario: Scenario,
  { a, b, rank }: { readonly a: string; readonly b: string; readonly rank: number },
): string => {
  const groups = ungroupedAssumptions(scenario);
  const [first, second] = [quantityLabel(scenario, groups, a), quantityLabel(scenario, groups, b)];
  return `“${first}” ${strengthOf(rank)} “${second}” (rank correlation ${formatPlain(rank)})`;
};

const furtherSettings = (scenario: Scenario): readonly (readonly string[])[] => {
  const { content, goals = [], correlations = [] } = scenario;
  const { rateLockDays } = scenario.programs.tiktokShop;
  const money = (major: number): string =>
    formatEstimate(major * minorPerMajor(scenario.currency), scenario.currency);
  return [
    ...goals.map(goal => [
      `Goal: ${goal.label}`,
      `${money(goal.amount)} ${goal.of}${goal.by ? ` by ${formatDay(goal.by)}` : ' by the end'}`,
    ]),
    ...(content.peaks ?? []).map(peak => [
      `Peak: ${peak.label}`,
      `orders ×${formatPlain(peak.factor)}, ${formatDayRange(peak.from, peak.to)}`,
    ]),
    ...correlations.map(({ a, b, rank }) => ['Linked numbers', correlationWords(scenario, { a, b, rank })]),
    ...(rateLockDays === undefined ? [] : [['Lock of a lowered rate', formatCount(rateLockDays, 'day')]]),
  ];
};

/** The plain choices of a scenario, which carry no source because they are the question itself. */
export const settingsTable = (scenario: Scenario): TableBlock => ({
  kind: 'table',
  caption: 'The question',
  columns: [left('Setting'), left('Value')],
  widths: [32, 68],
  rows: [
    ['Scenario', scenario.name],
    ['Market and currency', `${scenario.market}, ${scenario.currency}`],
    ['Period', `${scenario.weeks} weeks from ${formatDay(scenario.start)}`],
    ['Futures in a full run', formatNumber(scenario.trials)],
    ['Seed', String(scenario.seed)],
    [
      'Income needed a month',
      scenario.monthlyFloor === null
        ? 'not set'
        : formatEstimate(scenario.monthlyFloor * minorPerMajor(scenario.currency), scenario.currency),
    ],
    ...furtherSettings(scenario),
  ],
});

/** How the videos are shared out among the products, and how far each reaches. */
export const productSettings = (scenario: Scenario): TableBlock => {
  const total = scenario.products.reduce((sum, product) => sum + product.videoShare, 0);
  return {
    kind: 'table',
    caption: 'Products and how the videos are shared among them',
    columns: [left('Product'), right('Share of videos'), right('Reach'), left('Amazon category (rate card)')],
    widths: [44, 14, 10, 32],
    rows: scenario.products.map(product => [
      product.name,
      formatPercent(product.videoShare / total),
      `×${formatPlain(product.reach)}`,
      product.amazon?.category ?? 'not on Amazon',
    ]),
  };
};
