import { describe, expect, it } from 'vitest';
import { readRows } from './read-rows.ts';

const header =
  'Order ID,Product ID,Product Name,SKU ID,Price,Payment Amount,Currency,Quantity,Order Status,Creator Username,Content ID,Fully Returned or Refunded,Actual Commission Base,Actual Commission Payment,Time Created,Time Commission Paid';

interface Told {
  readonly payment?: string;
  readonly status?: string;
  readonly refunded?: string;
  readonly paid?: string;
}

/** A row that says neither base nor commission. */
const read = async ({ payment = '10.00', status = 'Completed', refunded = 'No', paid = '/' }: Told) => {
  const row = `576461413038785752,1729384756102938000,Pan,1729384756102938475,10.00,${payment},USD,1,${status},hearth,7568012345678901234,${refunded},/,/,04/03/2026,${paid}`;
  const { orders, problems } = await readRows(`${header}\n${row}\n`);
  expect(problems).toEqual([]);
  return [orders[0]?.status, orders[0]?.base, orders[0]?.commission];
};

describe('a seller’s row that says neither base nor commission', () => {
  it('leaves both unknown once it is paid, for nothing is no answer', async () => {
    expect(await read({ paid: '20/03/2026' })).toEqual(['settled', null, null]);
  });

  it('leaves both unknown while it is pending', async () => {
    expect(await read({})).toEqual(['pending', null, null]);
  });

  it('earned nothing when it was refunded, cancelled or a free sample', async () => {
    expect(await read({ refunded: 'Yes', paid: '20/03/2026' })).toEqual(['returned', 0, 0]);
    expect(await read({ status: 'Cancelled' })).toEqual(['ineligible', 0, 0]);
    expect(await read({ payment: '0' })).toEqual(['ineligible', 0, 0]);
  });
});
