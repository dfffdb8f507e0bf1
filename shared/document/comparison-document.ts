import { cashChart } from '../charts/cash-chart.ts';
import { differenceChart } from '../charts/difference-chart.ts';
import { fanChart } from '../charts/fan-chart.ts';
import { strategyTones } from '../charts/strategy-tone.ts';
import type { Comparison } from '../domain/comparison.ts';
import type { Scenario } from '../domain/scenario.ts';
import { formatDay } from '../words/format-day.ts';
import { formatNumber } from '../words/format-number.ts';
import { headline } from '../words/headline.ts';
import {
  assumptionTable,
  numberSources,
  productSettings,
  seasonTable,
  settingsTable,
  sourceTables,
  strategyDefinitions,
} from './assumption-blocks.ts';
import { assumptions } from './assumptions.ts';
import type { Block, DocumentModel, Section } from './document.ts';
import { goalTable, netTable, streamTable, worstMonthTable } from './further-tables.ts';
import { keyFigures, strategyTable } from './key-figures.ts';
import { left } from './table.ts';
import { productTable } from './product-table.ts';
import { cashTable, differenceTable, eventTable, fanTable } from './time-tables.ts';

export interface DocumentInput {
  readonly comparison: Comparison;
  readonly scenario: Scenario;
  readonly info: { readonly version: string; readonly ranAt: string; readonly comparisonId: number };
}

const note = (text: string): Block => ({ kind: 'paragraph', text, tone: 'note' });
const present = (blocks: readonly (Block | undefined)[]): readonly Block[] =>
  blocks.filter(block => block !== undefined);

const summary = (comparison: Comparison, { notes = [] }: Scenario): Section => {
  const { sentence, detail } = headline(comparison);
  return {
    id: 'summary',
    title: 'Summary',
    newPage: false,
    blocks: present([
      { kind: 'paragraph', text: sentence, tone: 'lead' },
      { kind: 'figures', figures: keyFigures(comparison) },
      note(detail),
      ...notes.map(note),
    ]),
  };
};

const pictures = (comparison: Comparison, scenario: Scenario): readonly Section[] => {
  const pair = comparison.pairs[0];
  const tones = strategyTones(scenario.strategies);
  const shown = pair ? [pair.a, pair.b] : [];
  const further = present([
    streamTable(comparison),
    goalTable(comparison),
    netTable(comparison),
    worstMonthTable(comparison),
  ]);
  const difference: readonly Section[] = pair
    ? [
        {
          id: 'difference',
          title: 'The difference, future by future',
          newPage: true,
          blocks: [
            {
              kind: 'chart',
              chart: differenceChart(comparison, pair, tones),
              caption:
                'Both strategies meet the same videos, shoppers and policy events in each future. The outermost bars also hold the few futures beyond them.',
            },
            differenceTable(comparison, pair),
          ],
        },
      ]
    : [];
  return [
    {
      id: 'earned',
      title: 'Earned since the start',
      newPage: false,
      blocks: [
        {
          kind: 'chart',
          chart: fanChart(comparison, { tones }),
          caption:
            'Line: the typical future (median). Dark band: the middle 50, light band: the middle 80 of 100 futures. Shaded weeks: when an event may start.',
        },
        fanTable(comparison),
      ],
    },
    ...difference,
    {
      id: 'strategies',
      title: 'All strategies',
      newPage: false,
      blocks: present([strategyTable(comparison), eventTable(comparison)]),
    },
    {
      id: 'cash',
      title: 'Earned is not yet paid',
      newPage: true,
      blocks: [
        {
          kind: 'chart',
          chart: cashChart(comparison, { tones, shown }),
          caption: 'Bars: cash received in the week. Line: commission earned in it. Means over all futures.',
        },
        cashTable(comparison),
      ],
    },
    ...(further.length > 0
      ? [{ id: 'further', title: 'Sources, goals and bad months', newPage: false, blocks: further }]
      : []),
  ];
};

const assumptionSection = (scenario: Scenario): Section => {
  const groups = assumptions(scenario);
  const sources = numberSources(groups);
  return {
    id: 'assumptions',
    title: 'Assumptions',
    newPage: false,
    blocks: [
      note(
        'Every number that went in. A range of 80 % leaves one future in ten below it and one above. Numbers S and N lead to the sources and notes at the end. Grades: A official text or real file; B several independent sources; C one secondary source; D untraceable default; M measured by us on real data; own: your reports; own/guess: calibrated on them with a guess.',
      ),
      settingsTable(scenario),
      strategyDefinitions(scenario),
      productSettings(scenario),
      assumptionTable(groups, sources),
      seasonTable(scenario),
      ...sourceTables(sources),
    ],
  };
};

const methodSection = ({ comparison, info }: DocumentInput): Section => ({
  id: 'method',
  title: 'How this was computed',
  newPage: false,
  blocks: [
    {
      kind: 'paragraph',
      text: `Forkcast simulated ${formatNumber(comparison.trials)} possible futures, week by week. In each, every uncertain number was drawn once, and every strategy then met the same videos, views, shoppers and policy events. The same scenario, seed and engine version give the same result to the last digit on any computer.`,
    },
    {
      kind: 'table',
      caption: 'To repeat it',
      columns: [left('Item'), left('Value')],
      widths: [20, 80],
      rows: [
        ['Comparison', `number ${info.comparisonId}, ran ${formatDay(info.ranAt)}`],
        ['Seed', String(comparison.seed)],
        ['Futures', `${formatNumber(comparison.trials)} (${comparison.grade})`],
        ['Engine', comparison.engine],
        ['Forkcast', info.version],
      ],
    },
    note(
      'This is a calculation from assumptions, not a promise of income. Where a grade is C, D or a guess, replace the number by your own reports before you lean on the result.',
    ),
  ],
});

/** The comparison's PDF as data: summary, pictures with their tables, products, assumptions, method. */
export const comparisonDocument = (input: DocumentInput): DocumentModel => {
  const { comparison, scenario, info } = input;
  const pair = comparison.pairs[0];
  const label = (id: string | undefined): string =>
    comparison.strategies.find(strategy => strategy.id === id)?.label ?? '';
  const products = productTable(comparison);
  return {
    title: pair ? `${label(pair.b)} or ${label(pair.a)}?` : scenario.name,
    subtitle: `${scenario.name} · ${scenario.market} · ${comparison.weeks} weeks from ${formatDay(comparison.start)}`,
    footer: `Forkcast ${info.version} · engine ${comparison.engine} · seed ${comparison.seed} · ${formatNumber(comparison.trials)} futures · ${formatDay(info.ranAt)}`,
    sections: [
      summary(comparison, scenario),
      ...pictures(comparison, scenario),
      ...(products ? [{ id: 'products', title: 'Products', newPage: false, blocks: [products] }] : []),
      assumptionSection(scenario),
      methodSection(input),
    ],
  };
};
