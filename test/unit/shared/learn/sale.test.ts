import { describe, expect, it } from 'vitest';
import { saleOf } from '../../../../shared/learn/sale.ts';
import { money, tiktokRow } from '../replay/fee-earnings.ts';

const stored = { id: 1, reportId: 1, line: 2 };

describe('a TikTok Shop order as a sale', () => {
  it('counts but tells nothing of money when its report leaves the base out', () => {
    const known = tiktokRow({ base: money('10.00'), commission: money('1.50') });
    expect(saleOf({ ...known, ...stored })).toMatchObject({
      orders: 1,
      settled: true,
      base: 1000,
      commission: 150,
    });
    expect(saleOf({ ...known, ...stored, base: null })).toMatchObject({
      orders: 1,
      settled: false,
      base: 0,
      commission: 0,
    });
  });
});
