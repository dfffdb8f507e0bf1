import { describe, expect, it } from 'vitest';
import { readRows } from './read-rows.ts';

const header = 'Category,Name,ASIN,Date,Qty,Price($),Link Type,Tag,Indirect Sales,Device Type Group';

describe('Fee-Orders', () => {
  it('reads orders without money earned, direct for di and not for ndi', async () => {
    const { orders, problems } = await readRows(
      `Fee-Orders reports from 12-01-2019 to 12-20-2019\n${header}\n` +
        'Kitchen & Dining,Pan,B00006JSUA,2019-12-02,2,19.90,Text Link,tag-20,di,PHONE\n' +
        'Toys & Games,"Puzzle, wood",B00006JSUB,2019-12-02 10:30:00,1,9.5,Text Link,onamz-tag-20,ndi,PHONE\n',
    );
    expect(problems).toEqual([]);
    expect(orders[0]).toMatchObject({
      measure: 'ordered',
      status: 'ordered',
      orderedOn: '2019-12-02',
      shippedOn: null,
      items: 2,
      price: 1990,
      base: null,
      commission: null,
      direct: true,
      stream: 'offsite',
    });
    expect(orders[1]).toMatchObject({
      direct: false,
      stream: 'onsite',
      productName: 'Puzzle, wood',
      price: 950,
    });
  });

  it('is not taken for Fee-Earnings nor the other way round', async () => {
    const { orders } = await readRows(
      `${header}\nKitchen,Pan,B00006JSUA,2019-12-02,2,19.90,Text Link,tag-20,di,PHONE\n`,
    );
    expect(orders[0]?.report).toBe('amazon.fee-orders');
  });
});
