import { describe, expect, it } from 'vitest';
import { columnMappingSchema } from '../../../../shared/domain/column-mapping.ts';
import { normaliseName } from '../../../../electron/importers/header.ts';
import { openReport } from '../../../../electron/importers/open-report.ts';
import { readText } from '../../../../electron/importers/read-table/read-text.ts';
import { fileOf, readRows } from './read-rows.ts';

const awin = `Transactions export
Transaction ID;Advertiser;Transaction Date;Commission Status;Sale Amount;Commission Amount;Currency;Click Ref
9001;Hearthline;25/03/2026 10:15;Approved;1.299,90;64,99;EUR;vid1
9002;Hearthline;13/04/2026 11:00;Pending;20,00;1,00;EUR;vid2
9003;Hearthline;14/04/2026 12:00;Declined;30,00;1,50;EUR;vid3
`;

const proposalOf = async (text: string) => {
  const { questions } = await readRows(text);
  const [question] = questions;
  if (question?.kind !== 'columns') throw new Error('no proposal');
  return question;
};

describe('a report that no importer knows', () => {
  it('is asked about with a proposal of columns, day order, decimals and the rows to look at', async () => {
    const question = await proposalOf(awin);
    expect(question).toMatchObject({
      delimiter: ';',
      headerLine: 2,
      sample: [
        expect.arrayContaining(['9001']),
        expect.arrayContaining(['9002']),
        expect.arrayContaining(['9003']),
      ],
      proposed: {
        columns: {
          day: 'Transaction Date',
          commission: 'Commission Amount',
          base: 'Sale Amount',
          orderId: 'Transaction ID',
          seller: 'Advertiser',
          status: 'Commission Status',
          currency: 'Currency',
          contentId: 'Click Ref',
        },
        dayOrder: 'day-first',
        decimal: ',',
        currency: null,
      },
    });
  });

  it.each([
    ['digits that end as none', `${'1'.repeat(30_000)}x`],
    ['digits and marks that end as none', `${'1.'.repeat(15_000)}x`],
  ])('is proposed for at once whatever its cells hold: %s', async (_, cell) => {
    const started = performance.now();
    const question = await proposalOf(
      awin.replace('Advertiser', 'Order Value').replaceAll('Hearthline', cell),
    );
    expect(performance.now() - started).toBeLessThan(2000);
    expect(question.proposed.columns).toMatchObject({ commission: 'Commission Amount', base: 'Sale Amount' });
  });

  it('is read by the answered mapping, pending and declined rows kept from earned money', async () => {
    const { id, proposed } = await proposalOf(awin);
    const mapping = columnMappingSchema.parse({ ...proposed, name: 'Awin', cancelledWords: ['declined'] });
    const { orders, problems } = await readRows(awin, { [id]: { kind: 'columns', mapping } });
    expect(problems).toEqual([]);
    expect(orders).toEqual([
      expect.objectContaining({
        program: 'other',
        orderedOn: '2026-03-25',
        base: 129_990,
        commission: 6499,
        status: 'settled',
      }),
      expect.objectContaining({ status: 'pending', commission: null, estimatedCommission: 100 }),
      expect.objectContaining({ status: 'ineligible', commission: 0, base: null }),
    ]);
  });

  it('is recognised by itself once its mapping is a template, and not when its header differs', async () => {
    const { proposed, header } = await proposalOf(awin);
    const template = {
      format: 'forkcast-mapping',
      version: 1,
      header: header.map(normaliseName),
      mapping: proposed,
    } as const;
    const open = async (text: string) =>
      openReport({ table: await readText(fileOf(text)), key: 'k', fileKey: 'f', answers: {} }, [template]);
    expect((await open(awin)).kind).toBe('report');
    expect((await open(awin.replace('Click Ref', 'Other Ref'))).kind).toBe('questions');
  });

  it('asks for the order of days that can be read both ways, and reads them as answered', async () => {
    const doubtful = awin.replaceAll(/(?:25|13|14)\/0/g, '05/0');
    const { id, proposed } = await proposalOf(doubtful);
    const columns = { [id]: { kind: 'columns', mapping: proposed } } as const;
    const { questions } = await readRows(doubtful, columns);
    expect(questions).toEqual([
      expect.objectContaining({
        kind: 'day-order',
        column: 'Transaction Date',
        examples: expect.arrayContaining(['05/03/2026 10:15']),
      }),
    ]);
    const read = async (order: 'day-first' | 'month-first') =>
      (await readRows(doubtful, { ...columns, [questions[0]!.id]: { kind: 'day-order', order } })).orders[0]
        ?.orderedOn;
    expect([await read('day-first'), await read('month-first')]).toEqual(['2026-03-05', '2026-05-03']);
  });

  it('can be left out', async () => {
    const { id } = await proposalOf(awin);
    expect(await readRows(awin, { [id]: { kind: 'skip' } })).toMatchObject({
      orders: [],
      questions: [],
      problems: [],
    });
  });

  it('is a problem, not a question, when it holds no day or no amount', async () => {
    for (const text of ['name,colour\nPan,black\nPot,red\n', 'Dear diary,\ntoday,\n']) {
      const { questions, problems } = await readRows(text);
      expect(questions).toEqual([]);
      expect(problems).toEqual([expect.objectContaining({ reason: 'unknown-report' })]);
    }
  });
});

const row = (on: string): string => `Kitchen,Pan,B00006JSUA,Amazon,tag-20,${on},19.90,1,0,19.90,0.90`;

describe('a table that no report could be', () => {
  it.each([
    ['rows of fifty thousand cells', `${','.repeat(50_000)}\n`.repeat(8)],
    ['long rows of quotes that never close', `${'"a",'.repeat(5000)}"x\n`.repeat(40)],
  ])('is a problem at once: %s', async (_, text) => {
    const started = performance.now();
    const { problems } = await readRows(text);
    expect(problems).toMatchObject([{ reason: 'unknown-report' }]);
    expect(performance.now() - started).toBeLessThan(2500);
  });
});

describe('the window of a summed-up report', () => {
  const tracking =
    'Tracking ID,Clicks,Items Ordered,Items Shipped,Revenue($),Ad Fees($)\ntag-20,100,5,4,80.00,2.40\n';

  it('is proposed from the title line, and asked all the same', async () => {
    const { questions } = await readRows(`Fee-Tracking reports from 12-01-2019 to 12-20-2019\n${tracking}`);
    expect(questions).toEqual([
      expect.objectContaining({
        kind: 'window',
        lastDay: null,
        proposed: { from: '2019-12-01', to: '2019-12-20' },
      }),
    ]);
    expect((await readRows(tracking)).questions).toEqual([expect.objectContaining({ proposed: null })]);
  });
});

describe('a known report that a spreadsheet has rewritten', () => {
  const header =
    'Category,Name,ASIN,Seller,Tracking ID,Date Shipped,Price($),Items Shipped,Returns,Revenue($),Ad Fees($)';

  it('decides the order of its days by one that can be read only one way', async () => {
    const { orders } = await readRows(`${header}\n${row('3/4/2026')}\n${row('12/25/2025')}\n`);
    expect(orders.map(({ shippedOn }) => shippedOn)).toEqual(['2026-03-04', '2025-12-25']);
  });

  it('asks when no day decides', async () => {
    const { questions } = await readRows(`${header}\n${row('3/4/2026')}\n${row('5/6/2026')}\n`);
    expect(questions).toEqual([
      expect.objectContaining({ kind: 'day-order', examples: ['3/4/2026', '5/6/2026'] }),
    ]);
  });

  it('reads decimal commas of a European spreadsheet', async () => {
    const european = `${header.replaceAll(',', ';')}\nKitchen;Pan;B00006JSUA;Amazon;tag-20;2026-03-04;1.019,90;1;0;1.019,90;45,90\n`;
    const { orders } = await readRows(european);
    expect(orders[0]).toMatchObject({ price: 101_990, base: 101_990, commission: 4590 });
  });
});
