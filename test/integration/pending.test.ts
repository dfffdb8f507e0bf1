import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../shared/domain/day.ts';
import { createLibrary } from '../../electron/services/library.ts';
import { loadReference } from '../../electron/reference.ts';
import { tiktokHeader, tiktokRow } from '../unit/electron/importers/tiktok-row.ts';
import { openLibrary, type Library } from './library.ts';

const reference = loadReference('resources');

let library: Library;
beforeEach(() => {
  library = openLibrary();
});
afterEach(() => library.close());

const pendingOn = async (asOf: string) => {
  const books = createLibrary({
    database: library.database,
    reference,
    now: () => new Date(`${asOf}T12:00:00`),
  });
  try {
    return await books.pending({});
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

describe('money on its way, from stored rows', () => {
  it('is earned at Amazon and estimated at TikTok Shop, on the days of their rules', async () => {
    await library.take(library.write('Fee-Earnings.csv', amazon));
    const rows = [tiktokHeader, pendingRow, tiktokRow({})].map(row => row.join(',')).join('\n');
    await library.take(library.write('affiliate_orders.csv', rows));
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
    const file = (row: readonly string[]) => [tiktokHeader, row].map(cells => cells.join(',')).join('\n');
    await library.take(library.write('a.csv', file(pendingRow)));
    expect((await pendingOn('2026-11-21')).entries).toHaveLength(1);
    const settled = tiktokRow({
      'Order ID': '576461413038700001',
      'Order date': '10/11/2026 10:00:00',
      'Commission settlement date': '20/11/2026 10:00:00',
    });
    await library.take(library.write('b.csv', file(settled)));
    expect((await pendingOn('2026-11-21')).entries).toEqual([]);
  });
});
