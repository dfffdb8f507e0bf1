import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readRows } from './read-rows.ts';

const header =
  'Category,Name,ASIN,Seller,Tracking ID,Date Shipped,Price($),Items Shipped,Returns,Revenue($),Ad Fees($),Device Type Group';
const row = 'Kitchen & Dining,Pan,B00006JSUA,Amazon.com,tag-20,2019-12-02,19.90,2,0,39.80,1.79,PHONE';
const withRow = (line: string, top = header): string => `${top}\n${line}\n`;

describe('Fee-Earnings', () => {
  it('reads shipped items, returns and on-Amazon income of a report with its title line', async () => {
    const content = await readFile(new URL('../../../fixtures/amazon/fee-earnings-us.csv', import.meta.url));
    const { orders, problems } = await readRows(content);
    expect(orders).toHaveLength(6);
    expect(orders[0]).toEqual({
      program: 'amazon',
      report: 'amazon.fee-earnings',
      measure: 'earned',
      stream: 'offsite',
      status: 'settled',
      currency: 'USD',
      orderedOn: null,
      shippedOn: '2019-12-02',
      settledOn: null,
      orderId: null,
      skuId: null,
      productId: 'B00006JSUA',
      productName: 'Lodge Cast Iron Skillet, 10.25 inch',
      category: 'Kitchen & Dining',
      seller: 'Amazon.com',
      trackingId: 'hearthpan-20',
      contentId: null,
      contentType: null,
      direct: null,
      price: 1990,
      items: 2,
      returned: 0,
      base: 3980,
      commission: 179,
      estimatedBase: null,
      estimatedCommission: null,
      rate: null,
    });
    expect(orders[3]).toMatchObject({
      status: 'returned',
      items: 0,
      returned: 1,
      base: -1990,
      commission: -90,
    });
    expect(orders[5]).toMatchObject({ stream: 'onsite', base: 105_000, commission: 10_500 });
    expect(problems.filter(({ reason }) => reason !== 'repaired-quotes')).toEqual([
      expect.objectContaining({ line: 9, column: 'Date Shipped', text: '2019-12-32', reason: 'not-a-day' }),
      expect.objectContaining({ line: 9, column: 'Revenue($)', text: 'ten', reason: 'not-a-number' }),
    ]);
  });

  it('mends a name with raw quotes and commas by counting the fixed columns, and says so', async () => {
    const { orders, problems } = await readRows(
      withRow(
        '"Patio, Lawn & Garden",27" lamp, black, 2" foot,B07LAMP001,Shop,tag-20,2019-12-10,"1,199.00",1,0,"1,199.00",35.97,PHONE',
      ),
    );
    expect(orders).toHaveLength(1);
    expect(orders[0]).toMatchObject({
      category: 'Patio, Lawn & Garden',
      productName: '27" lamp, black, 2" foot',
      productId: 'B07LAMP001',
      base: 119_900,
    });
    expect(problems).toEqual([expect.objectContaining({ line: 2, reason: 'repaired-quotes' })]);
  });

  it('does not let a stray quote at the start of a name swallow the lines below it', async () => {
    const broken =
      'Kitchen & Dining,"Gourmet" pan, 10 inch,B00006JSUA,Shop,tag-20,2019-12-02,19.90,2,0,39.80,1.79,PHONE';
    const { orders } = await readRows(`${header}\n${broken}\n${row}\n${broken}\n${row}\n`);
    expect(orders.map(({ productName }) => productName)).toEqual([
      '"Gourmet" pan, 10 inch',
      'Pan',
      '"Gourmet" pan, 10 inch',
      'Pan',
    ]);
  });

  it('reads the British header without currency brackets as pounds and its Direct column', async () => {
    const uk =
      'Category,Name,ASIN,Seller,Tracking ID,Date Shipped,Price,Items Shipped,Returns,Revenue,Ad Fees,Device Type Group,Direct';
    const { orders } = await readRows(
      `${uk}\nKitchen,Pan,B00006JSUA,Amazon,tag-21,2022-03-01,10,1,0,10.00,0.5,PHONE,Yes\n`,
    );
    expect(orders[0]).toMatchObject({ currency: 'GBP', direct: true, base: 1000, commission: 50 });
  });

  it('reads the Italian header as euros', async () => {
    const italian =
      'Categoria;Prodotto;ASIN;Venditore;TrackingID;Data Spedizione;Prezzo (€);Prodotti spediti;Resi;Ricavi (€);Commissioni pubblicitarie (€);Tipo di dispositivo;Acquisto idoneo diretto';
    const { orders } = await readRows(
      `${italian}\nCasa;Padella;B00006JSUA;Amazon;tag-21;2022-03-01;10.00;1;0;10.00;0.50;PHONE;Sì\n`,
    );
    expect(orders[0]).toMatchObject({ currency: 'EUR', direct: true, commission: 50 });
  });

  it('asks for the currency that a header does not settle', async () => {
    const content = withRow(row, header.replaceAll('($)', ''));
    const { questions, orders } = await readRows(content);
    expect(orders).toEqual([]);
    expect(questions).toEqual([expect.objectContaining({ kind: 'currency', proposed: 'USD' })]);
    const answered = await readRows(content, { [questions[0]!.id]: { kind: 'currency', currency: 'CAD' } });
    expect(answered.orders[0]?.currency).toBe('CAD');
  });

  it('names the column that is missing when the header is nearly one', async () => {
    const { problems } = await readRows(withRow(row, header.replace('Returns', 'Gone')));
    expect(problems).toEqual([
      expect.objectContaining({ reason: 'missing-column', column: 'returns', line: 1 }),
    ]);
  });

  it('recognises headers in other cases, with tabs, marks and Excel’s cuts', async () => {
    const odd =
      '\u{feff}CATEGORY\t,  name ,ASIN,Seller,tracking id,Date  Shipped,Price($),Items Shipped,Returns,REVENUE($),Ad Fees($),Device Type Gr';
    const { orders } = await readRows(withRow(row, odd));
    expect(orders).toHaveLength(1);
  });

  it('skips the closing line of sums', async () => {
    const { orders, skipped, problems } = await readRows(`${header}\n${row}\nTotal,,,,,,,2,0,39.80,1.79,\n`);
    expect([orders.length, skipped, problems.length]).toEqual([1, 1, 0]);
  });

  it('calls a last line that breaks off truncated', async () => {
    const { orders, problems } = await readRows(`${header}\n${row}\n${row.slice(0, 40)}`);
    expect(orders).toHaveLength(1);
    expect(problems).toEqual([expect.objectContaining({ line: 3, reason: 'truncated' })]);
  });

  it('gives equal rows equal identities and rows that differ in anything but the device different ones', async () => {
    const other = ['Home', 'Pot', 'B1', 'Shop', 't-20', '2019-12-03', '9.90', '3', '1', '9.80', '1.78'];
    const changed = other.map((cell, index) => row.split(',').with(index, cell).join(','));
    const { identities } = await readRows(`${header}\n${[row, row, ...changed].join('\n')}\n`);
    expect(identities).toHaveLength(13);
    expect(identities[0]).toBe(identities[1]);
    expect(new Set(identities).size).toBe(12);
  });
});
