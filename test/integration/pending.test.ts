import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '../../shared/domain/account.ts';
import { day } from '../../shared/domain/day.ts';
import type { ImportAnswer } from '../../shared/domain/import-question.ts';
import { createLibrary } from '../../electron/services/library.ts';
import { loadReference } from '../../electron/reference.ts';
import { reportFixtures } from '../unit/electron/importers/report-fixtures.ts';
import { tiktokFile, tiktokRow } from '../unit/electron/importers/tiktok-row.ts';
import { openLibrary, type Library } from './library.ts';

const reference = loadReference('resources');

let library: Library;
beforeEach(() => {
  library = openLibrary();
});
afterEach(() => library.close());

const pendingOn = async (asOf: string, account?: Account) => {
  const books = createLibrary({
    database: library.database,
    reference,
    now: () => new Date(`${asOf}T12:00:00`),
  });
  try {
    return await books.pending({ account });
  } finally {
    await books.close();
  }
};

const amazon = [
  'Category,Name,ASIN,Seller,Tracking ID,Date Shipped,Price($),Items Shipped,Returns,Revenue($),Ad Fees($),Device Type Group',
  'Kitchen,Pan,B000000001,Amazon,tag-20,2026-10-02,10.00,1,0,10.00,4.50,PHONE',
  'Kitchen,Pan,B000000001,Amazon,tag-20,2026-10-09,10.00,0,1,-10.00,-0.50,PHONE',
  'Kitchen,Pan,B000000001,Amazon,tag-20,2026-01-02,10.00,1,0,10.00,9.99,PHONE',
].join('\n');

const pendingRow = tiktokRow({
  'Order ID': '576461413038700001',
  'Order settlement status': 'Pending',
  'Order date': '10/11/2026 10:00:00',
  'Total final earned amount': '/',
  'Actual commission base': '/',
  'Commission settlement date': '/',
});

const category = reportFixtures.find(({ kind }) => kind === 'amazon.category')!;

/** Imports a Category report of a month of 2026 for the account that is assumed. */
const takeCategory = async (month: string) => {
  const last = month === '09' ? '2026-09-30' : '2026-10-31';
  const file = library.write(`Category-${month}.csv`, category.text.replaceAll('2026-08-31', last));
  const said: readonly ImportAnswer[] = [
    { kind: 'window', from: day(`2026-${month}-01`), to: day(last) },
    { kind: 'currency', currency: 'USD' },
  ];
  const { questions = [] } = await library.imports.preview([file]);
  const answers = Object.fromEntries(
    questions.map(asked => [asked.id, said.find(({ kind }) => kind === asked.kind)!]),
  );
  const { token } = await library.imports.preview([file], { answers });
  await library.imports.commit(token);
};

describe('money on its way, from stored rows', () => {
  it('is earned at Amazon and estimated at TikTok Shop, on the days of their rules', async () => {
    await library.take(library.write('Fee-Earnings.csv', amazon));
    await library.take(library.write('affiliate_orders.csv', tiktokFile(pendingRow, tiktokRow({}))));
    const { entries, asOf } = await pendingOn('2026-11-21');
    expect(asOf).toBe('2026-11-21');
    expect(entries).toEqual([
      expect.objectContaining({
        network: 'tiktok-shop',
        kind: 'estimated',
        amount: 142_650,
        rows: 1,
        expected: { on: day('2026-11-30'), from: day('2026-11-28'), to: day('2026-12-18') },
      }),
      expect.objectContaining({ network: 'amazon', kind: 'earned', amount: 400, rows: 2 }),
    ]);
  });

  it('goes when a newer report says that it was settled', async () => {
    await library.take(library.write('a.csv', tiktokFile(pendingRow)));
    expect((await pendingOn('2026-11-21')).entries).toHaveLength(1);
    const settled = tiktokRow({
      'Order ID': '576461413038700001',
      'Order date': '10/11/2026 10:00:00',
      'Commission settlement date': '20/11/2026 10:00:00',
    });
    await library.take(library.write('b.csv', tiktokFile(settled)));
    expect((await pendingOn('2026-11-21')).entries).toEqual([]);
  });

  it('is the same money once the first account has a name: a month’s sum is not added to its rows', async () => {
    await library.take(library.write('Fee-Earnings.csv', amazon));
    for (const month of ['09', '10']) await takeCategory(month);
    const unnamed = await pendingOn('2026-11-21');
    expect(unnamed.entries.map(({ amount, rows }) => [amount, rows])).toEqual([
      [580, 1],
      [400, 2],
    ]);
    library.imports.nameAccount('amazon', 'hearth-20');
    const named = { network: 'amazon', account: 'hearth-20' };
    const expected = unnamed.entries.map(entry => ({ ...entry, ...named }));
    expect((await pendingOn('2026-11-21')).entries).toEqual(expected);
    expect((await pendingOn('2026-11-21', named)).entries).toEqual(expected);
  });
});
