import { describe, expect, it } from 'vitest';
import { readRows } from './read-rows.ts';

const header = 'Name,Date Shipped,Tracking Id,Quantity,Ad Fees($)';

describe('Bounty', () => {
  it('reads fixed fees that have no commission base', async () => {
    const { orders } = await readRows(`${header}\nAudible Free Trial,2019-12-05,tag-20,2,10.00\n`);
    expect(orders).toEqual([
      expect.objectContaining({
        measure: 'bounty',
        shippedOn: '2019-12-05',
        items: 2,
        base: null,
        commission: 1000,
      }),
    ]);
  });

  it('refuses a row without a fee and names the column', async () => {
    const { orders, problems } = await readRows(`${header}\nAudible Free Trial,2019-12-05,tag-20,2,-\n`);
    expect(orders).toEqual([]);
    expect(problems).toEqual([
      expect.objectContaining({ line: 2, column: 'Ad Fees($)', reason: 'missing-value' }),
    ]);
  });
});
