import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadReference } from '../../electron/reference.ts';
import { replayOrders } from '../../shared/replay/replay-orders.ts';
import { tiktokHeader, tiktokRow } from '../unit/electron/importers/tiktok-row.ts';
import { openLibrary, type Library } from './library.ts';

interface Sale {
  readonly asin: string;
  readonly items: number;
  readonly returned: number;
  readonly revenue: string;
  readonly fee: string;
  readonly direct: 'Yes' | 'No';
}

/** Two equal rows, one bought beside the linked product, one return. */
const sales: readonly Sale[] = [
  { asin: 'B00006JSUA', items: 1, returned: 0, revenue: '19.90', fee: '0.90', direct: 'Yes' },
  { asin: 'B00006JSUA', items: 1, returned: 0, revenue: '19.90', fee: '0.90', direct: 'Yes' },
  { asin: 'B07LAMP001', items: 2, returned: 0, revenue: '39.80', fee: '1.79', direct: 'No' },
  { asin: 'B00006JSUA', items: 0, returned: 1, revenue: '-19.90', fee: '-0.90', direct: 'Yes' },
];

const earningsHeader =
  'Category,Name,ASIN,Seller,Tracking ID,Date Shipped,Price(£),Items Shipped,Returns,Revenue(£),Ad Fees(£),Device Type Group';
const earnings = (hasDirect: boolean): string =>
  [
    hasDirect ? `${earningsHeader},Direct` : earningsHeader,
    ...sales.map(sale => {
      const row = `Kitchen,Pan,${sale.asin},Amazon,tag-21,2022-03-01,19.90,${sale.items},${sale.returned},${sale.revenue},${sale.fee},PHONE`;
      return hasDirect ? `${row},${sale.direct}` : row;
    }),
  ].join('\n');

const dataFeed = [
  'Product Line\tItem\tASIN\tSeller\tTracking ID\tDate Shipped\tPrice(£)\tReferral Fee Rate\tQuantity\tRevenue(£)\tEarnings(£)',
  ...sales.map(
    sale =>
      `Kitchen\tPan\t${sale.asin}\tAmazon\ttag-21\t2022-03-01\t19.90\t4.50%\t${sale.items - sale.returned}\t${sale.revenue}\t${sale.fee}`,
  ),
].join('\n');

let library: Library;
beforeEach(() => {
  library = openLibrary();
});
afterEach(() => library.close());

describe('the same sales in several exports of Amazon', () => {
  const exports = {
    'Fee-Earnings with Direct': earnings(true),
    'Fee-Earnings without': earnings(false),
    'the data feed': dataFeed,
  };
  const pairs = Object.keys(exports).flatMap(first =>
    Object.keys(exports).flatMap(second => (first === second ? [] : [[first, second] as const])),
  );

  it.each(pairs)('are stored once: %s, then %s', async (first, second) => {
    for (const [name, fresh] of [
      [first, sales.length],
      [second, 0],
    ] as const) {
      const { plan, outcome } = await library.take(
        library.write(name, exports[name as keyof typeof exports]),
      );
      expect([plan.problems, plan.questions ?? []]).toEqual([[], []]);
      expect(outcome.new).toBe(fresh);
    }
    const stored = [...library.imports.orders()];
    expect(stored).toHaveLength(sales.length);
    expect(stored.reduce((sum, { commission }) => sum + (commission ?? 0), 0)).toBe(269);
    if (`${first} ${second}`.includes('with Direct'))
      expect(stored.filter(({ direct }) => direct).length).toBe(3);
  });

  it('learn from a later export whether they were bought directly, and forget it when that is undone', async () => {
    await library.take(library.write('a.csv', earnings(false)));
    const { outcome } = await library.take(library.write('b.csv', earnings(true)));
    expect([outcome.new, outcome.changed, library.imports.list().length]).toEqual([0, sales.length, 2]);
    await library.imports.undo(outcome.importId!);
    expect([...library.imports.orders()].map(({ direct }) => direct)).toEqual(sales.map(() => null));
  });
});

describe('a settled TikTok Shop order without its actual base', () => {
  const row = (cells: Parameters<typeof tiktokRow>[0]): string => tiktokRow(cells).join(',');
  const report = [
    tiktokHeader.join(','),
    row({ 'Order ID': '576461413038785001' }),
    row({ 'Order ID': '576461413038785002', 'Actual commission base': '/' }),
    row({
      'Order ID': '576461413038785003',
      'Order settlement status': 'Ineligible',
      'Actual commission base': '/',
      'Total final earned amount': '/',
    }),
  ].join('\n');

  it('keeps the base unknown, and is left out of a replay instead of priced at nothing', async () => {
    await library.take(library.write('creator.csv', report));
    const orders = [...library.imports.orders()].toSorted((a, b) => (a.orderId! < b.orderId! ? -1 : 1));
    expect(orders.map(({ status, base, commission }) => [status, base, commission])).toEqual([
      ['settled', 951_000, 142_650],
      ['settled', null, 142_650],
      ['ineligible', 0, 0],
    ]);
    const reference = loadReference(join(import.meta.dirname, '../../resources'));
    const terms = {
      kind: 'amazon-card',
      cardId: 'amazon-us-2020-04-21',
      categories: { '1729384756102938000': 'Kitchen & Dining' },
    } as const;
    const replay = replayOrders(orders, 'tiktok-shop', terms, reference);
    expect([replay.orders, replay.actual, replay.replayed]).toEqual([1, 142_650, 42_795]);
    const { pending, unpaid, withoutBase } = replay.skipped;
    expect([pending.rows, unpaid, withoutBase?.rows]).toEqual([0, 1, 1]);
  });
});
