import { describe, expect, it } from 'vitest';
import { readRows } from './read-rows.ts';
import { tiktokHeader, tiktokRow } from './tiktok-row.ts';

const read = (...rows: readonly Parameters<typeof tiktokRow>[0][]) =>
  readRows(`${tiktokHeader.join(',')}\n${rows.map(row => tiktokRow(row).join(',')).join('\n')}\n`);

describe('TikTok Shop creator export', () => {
  it('reads a settled row: days day-first, ids as text, rate and money actually earned', async () => {
    const { orders, problems } = await read({});
    expect(problems).toEqual([]);
    expect(orders[0]).toMatchObject({
      program: 'tiktok-shop',
      measure: 'earned',
      status: 'settled',
      orderedOn: '2026-03-04',
      settledOn: '2026-03-28',
      orderId: '576461413038785752',
      skuId: '1729384756102938475',
      contentId: '7568012345678901234',
      price: 951_000,
      items: 1,
      base: 951_000,
      commission: 142_650,
      estimatedBase: 951_000,
      estimatedCommission: 142_650,
      rate: 150_000,
      direct: true,
      category: null,
    });
  });

  it.each(['Pending', 'AwaitingPayment', 'Awaiting Payment', 'Customer Unpaid'])(
    'never reads money of a row that is %s as earned',
    async status => {
      const { orders } = await read({
        'Order settlement status': status,
        'Total final earned amount': '9.99',
      });
      expect(orders[0]).toMatchObject({
        status: 'pending',
        base: null,
        commission: null,
        estimatedCommission: 142_650,
      });
    },
  );

  it('reads a full refund as returned and a refused order as ineligible, both earning nothing', async () => {
    const nothing = {
      'Order settlement status': 'Ineligible',
      'Actual commission base': '0',
      'Total final earned amount': '0',
    };
    const { orders } = await read({ ...nothing, 'Items refunded': '1' }, nothing);
    expect(orders.map(({ status, commission }) => [status, commission])).toEqual([
      ['returned', 0],
      ['ineligible', 0],
    ]);
  });

  it('takes taxes and the shared part off the estimate', async () => {
    const { orders } = await read({
      'Est. standard commission': '10.00',
      'Est. Shop Ads commission': '2.00',
      'Est. Bonus': '1.00',
      'Est. IVA': '0.50',
      'Est. revenue sharing portion': '0.25',
    });
    expect(orders[0]?.estimatedCommission).toBe(1225);
  });

  it.each(['Order ID', 'SKU ID', 'Product ID', 'Content ID'])(
    'refuses a %s that Excel destroyed',
    async column => {
      const { orders, problems } = await read({ [column]: '5.76461E+17' });
      expect(orders).toEqual([]);
      expect(problems).toEqual([
        expect.objectContaining({ line: 2, column, text: '5.76461E+17', reason: 'id-destroyed-by-excel' }),
      ]);
    },
  );

  it('refuses an unknown status and an unknown currency', async () => {
    const { problems } = await read({ 'Order settlement status': 'Teleported' }, { Currency: 'DOGE' });
    expect(problems.map(({ reason, text }) => [reason, text])).toEqual([
      ['unknown-status', 'Teleported'],
      ['not-a-currency', 'DOGE'],
    ]);
  });

  it('reads yen and dong without decimals and refuses finer amounts', async () => {
    const { orders, problems } = await read(
      {
        Currency: 'VND',
        Price: '95,100',
        'Est. standard commission': '1,427',
        'Total final earned amount': '1427',
      },
      { Currency: 'JPY', Price: '951.5' },
    );
    expect(orders[0]).toMatchObject({ currency: 'VND', price: 95_100 });
    expect(problems.some(({ column, reason }) => column === 'Price' && reason === 'not-a-number')).toBe(true);
  });

  it('refuses a settled row that does not say what was earned', async () => {
    const { problems } = await read({ 'Total final earned amount': '/' });
    expect(problems).toEqual([
      expect.objectContaining({ column: 'Total final earned amount', reason: 'missing-value' }),
    ]);
  });

  it('keeps one identity while an order’s status and money change', async () => {
    const { identities } = await read(
      {},
      { 'Order settlement status': 'Pending' },
      { 'SKU ID': '1' },
      { 'Content ID': '2' },
    );
    expect(identities[0]).toBe(identities[1]);
    expect(new Set(identities).size).toBe(3);
  });
});
