import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../shared/domain/day.ts';
import type { ImportAnswer, ImportQuestion } from '../../shared/domain/import-question.ts';
import { normaliseName } from '../../electron/importers/header.ts';
import { zipOf } from '../helpers/zip-of.ts';
import { workbookOf } from '../trust/hostile/workbook-of.ts';
import { tiktokTable } from '../trust/hostile/tiktok.ts';
import { reportFixtures } from '../unit/electron/importers/report-fixtures.ts';
import { openLibrary, type Library } from './library.ts';

const textOf = (kind: string): string => reportFixtures.find(fixture => fixture.kind === kind)!.text;

/** As Amazon delivers its reports of 2026: one ZIP, named inside by the moment of download. */
const amazonZip = zipOf(
  (['amazon.category', 'amazon.linked-product', 'amazon.tracking-id'] as const).map((kind, index) => ({
    name: `178999999999${index}-${kind.slice(7)}-0b7e-CSV.csv`,
    content: Buffer.from(textOf(kind)),
  })),
);

const ltk = reportFixtures
  .filter(({ kind }) => kind === 'ltk.earnings')
  .map(({ text }, index) => (index === 0 ? text : text.slice(text.indexOf('\n') + 1)))
  .join('');

const awin = `Transaction ID;Advertiser;Transaction Date;Commission Status;Sale Amount;Commission Amount;Currency
9001;Hearthline;25/03/2026 10:15;Approved;1.299,90;64,99;EUR
9002;Hearthline;13/04/2026 11:00;Pending;20,00;1,00;EUR
`;

/** What a person would answer who agrees with every proposal. */
const agree = (question: ImportQuestion): ImportAnswer => {
  switch (question.kind) {
    case 'currency':
      return { kind: 'currency', currency: question.proposed ?? 'USD' };
    case 'window':
      return { kind: 'window', ...(question.proposed ?? { from: day('2026-08-01'), to: day('2026-08-31') }) };
    case 'account':
      return { kind: 'account', account: question.proposed };
    case 'time-zone':
      return { kind: 'time-zone', zone: question.proposed };
    case 'columns':
      return { kind: 'columns', mapping: { ...question.proposed, name: 'Awin' } };
    case 'day-order':
      return { kind: 'day-order', order: 'day-first' };
    case 'decimals':
      return { kind: 'decimals', decimal: ',' };
    default:
      return question satisfies never;
  }
};

let library: Library;
beforeEach(() => {
  library = openLibrary({ thread: true });
});
afterEach(() => library.close());

describe('a pile of everything, dropped at once', () => {
  const drop = () => [
    library.write('Tracking-Id-12Mar2026-111617.zip', amazonZip),
    library.write('affiliate_orders_7568012345678901234.xlsx', workbookOf(tiktokTable, { dimension: 'A1' })),
    library.write('earnings.csv', ltk),
    library.write('transactions.csv', awin),
  ];

  it('asks a few questions and ends in a correct library', async () => {
    const files = drop();
    const asked = await library.imports.preview(files);
    expect(asked.problems).toEqual([]);
    expect(asked.questions!.map(({ kind }) => kind).toSorted()).toEqual([
      'columns',
      'currency',
      'window',
      'window',
    ]);
    const answers = Object.fromEntries(asked.questions!.map(question => [question.id, agree(question)]));
    const plan = await library.imports.preview(files, { answers });
    expect(plan.questions).toEqual([]);
    const outcome = await library.imports.commit(plan.token);
    expect(outcome).toMatchObject({ new: 1 + 1 + 1 + 3 + 4 + 2, changed: 0, same: 0, refused: 0 });
    expect(
      library.imports
        .list()
        .map(({ kind }) => kind)
        .toSorted(),
    ).toEqual([
      'amazon.category',
      'amazon.linked-product',
      'amazon.tracking-id',
      'ltk.earnings',
      'mapped',
      'tiktok.creator-orders',
    ]);
    const others = [...library.imports.orders()].filter(({ program }) => program === 'other');
    expect(others.map(({ commission, estimatedCommission }) => commission ?? estimatedCommission)).toEqual(
      expect.arrayContaining([6499, 100, 397, -397, 1000, 200]),
    );
    expect(library.imports.aggregates().map(({ from, to }) => [from, to])).toEqual(
      Array.from({ length: 3 }, () => ['2026-08-01', '2026-08-31']),
    );
    expect((await library.take(...drop())).outcome.importId).toBeNull();
  });

  it('knows the other network’s next file by itself once the mapping is kept', async () => {
    const [, , , file] = drop();
    const asked = await library.imports.preview([file!]);
    const [question] = asked.questions!;
    if (question?.kind !== 'columns') throw new Error('not asked');
    library.imports.saveMapping({
      format: 'forkcast-mapping',
      version: 1,
      header: question.header.map(normaliseName),
      mapping: question.proposed,
    });
    const next = library.write('next.csv', awin.replaceAll('900', '800'));
    const { plan, outcome } = await library.take(next);
    expect([plan.questions, outcome.new]).toEqual([[], 2]);
    expect(library.imports.mappings()).toHaveLength(1);
  });

  it('leaves out what the person skips', async () => {
    const files = drop();
    const { questions } = await library.imports.preview(files);
    const answers = Object.fromEntries(questions!.map(({ id }) => [id, { kind: 'skip' } as const]));
    const { plan, outcome } = await library.imports
      .preview(files, { answers })
      .then(async skipped => ({ plan: skipped, outcome: await library.imports.commit(skipped.token) }));
    expect(plan.questions).toEqual([]);
    expect(outcome.new).toBe(3 + 4);
  });
});
