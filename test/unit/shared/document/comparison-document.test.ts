import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../../../shared/domain/comparison.ts';
import { comparisonDocument } from '../../../../shared/document/comparison-document.ts';
import type { Block, DocumentModel } from '../../../../shared/document/document.ts';
import { chancePercent, keyFigures } from '../../../../shared/document/key-figures.ts';
import { cashTable, fanTable } from '../../../../shared/document/time-tables.ts';
import { headline } from '../../../../shared/words/headline.ts';
import { cannedComparison } from '../../../helpers/canned-comparison.ts';
import { cannedScenario } from '../../../helpers/canned-scenario.ts';

const comparison = cannedComparison(cannedScenario);
const info = { version: '0.1.0', ranAt: '2026-12-01T10:00:00.000Z', comparisonId: 3 };
const build = (change: Partial<Comparison> = {}): DocumentModel =>
  comparisonDocument({ comparison: { ...comparison, ...change }, scenario: cannedScenario, info });

const allBlocks = (model: DocumentModel): readonly Block[] =>
  model.sections.flatMap(section => section.blocks);
const allText = (model: DocumentModel): string =>
  JSON.stringify(model.sections, (key, value: unknown) => (key === 'chart' ? undefined : value));

const number = (cell: string): number => Number(cell.replace('−', '-').replace(/[^0-9.-]/g, ''));

describe('comparisonDocument', () => {
  it('leads with the one headline sentence', () => {
    expect(build().sections[0]!.blocks[0]).toEqual({
      kind: 'paragraph',
      text: headline(comparison).sentence,
      tone: 'lead',
    });
  });

  it('puts a table with the same numbers beside every chart', () => {
    for (const section of build().sections) {
      const kinds = section.blocks.map(block => block.kind);
      if (kinds.includes('chart')) expect(kinds).toContain('table');
    }
    expect(allBlocks(build()).filter(block => block.kind === 'chart')).toHaveLength(3);
  });

  it('has as many cells in every row as columns, or one that names the rows below', () => {
    for (const block of allBlocks(build())) {
      if (block.kind !== 'table') continue;
      for (const row of block.rows) expect([1, block.columns.length]).toContain(row.length);
      expect(block.rows.at(-1)?.length).not.toBe(1);
    }
  });

  it('names seed, futures, engine and version, so that the run can be repeated', () => {
    const text = allText(build());
    for (const part of [
      '"42"',
      '10,000',
      '"Engine","1"',
      '"Forkcast","0.1.0"',
      'number 3, ran 1 December 2026',
    ]) {
      expect(text).toContain(part);
    }
    expect(build().footer).toContain('seed 42');
  });

  it('shows the source of every assumption in full', () => {
    const sources = allBlocks(build()).find(block => block.kind === 'table' && block.caption === 'Sources');
    const text = JSON.stringify(sources);
    expect(text).toContain('From your reports: Fee-Earnings-2025.xlsx and 1 more file');
    expect(text).toContain('grade C: one secondary source');
  });

  it('holds no broken text', () => {
    expect(allText(build())).not.toMatch(/undefined|NaN|\[object|−\$0(?![.\d])/);
  });

  it('still is a document when nothing is compared and no event is foreseen', () => {
    const model = build({ pairs: [], events: [] });
    expect(model.title).toBe('Sample creator');
    expect(allText(model)).not.toMatch(/undefined|NaN/);
  });
});

describe('keyFigures', () => {
  it('do not round a chance up to certainty', () => {
    expect(chancePercent(0.9996)).toBe('>\u00a099\u00a0%');
    expect(chancePercent(1)).toBe('100\u00a0%');
    expect(chancePercent(0.0004)).toBe('<\u00a01\u00a0%');
    expect(chancePercent(0)).toBe('0\u00a0%');
    expect(chancePercent(0.714)).toBe('71\u00a0%');
  });

  it('carry an uncertainty each', () => {
    const figures = keyFigures(comparison);
    expect(figures).toHaveLength(4);
    for (const figure of figures) expect(figure.detail).toMatch(/±|80 of 100/);
  });
});

describe('time tables', () => {
  it('end the fan table on the last day with the totals', () => {
    const table = fanTable(comparison);
    expect(table.rows).toHaveLength(4);
    expect(table.rows.at(-1)![0]).toBe('2 Jan 2028');
    const median = comparison.strategies[0]!.totalEarned.quantiles[3]!;
    expect(number(table.rows.at(-1)![1]!)).toBe(Math.round(median / 100));
  });

  it('lose no week when they sum weeks to months', () => {
    const table = cashTable(comparison);
    const [first] = comparison.strategies;
    for (const [column, total] of [
      [1, first!.weekly.earned.reduce((sum, value) => sum + value, 0)],
      [2, first!.weekly.paid.reduce((sum, value) => sum + value, 0)],
    ] as const) {
      const sum = table.rows.reduce((all, row) => all + number(row[column]!), 0);
      expect(Math.abs(sum - total / 100)).toBeLessThan(table.rows.length);
    }
  });
});
