import { day } from '../../../../shared/domain/day.ts';
import { minor, type Currency } from '../../../../shared/domain/money.ts';
import type { StoredOrder } from '../../../../shared/domain/order.ts';

let nextId = 0;

/** A settled Fee-Earnings row, every field overridable; money in minor units. */
export const amazonRow = (part: Partial<StoredOrder>): StoredOrder => ({
  id: ++nextId,
  reportId: 1,
  line: nextId + 2,
  program: 'amazon',
  report: 'amazon.fee-earnings',
  measure: 'earned',
  stream: 'offsite',
  status: 'settled',
  currency: 'USD',
  orderedOn: null,
  shippedOn: day('2020-04-15'),
  settledOn: null,
  orderId: null,
  skuId: null,
  productId: 'B000000001',
  productName: 'A thing',
  category: 'Kitchen & Dining',
  seller: 'Amazon.com',
  trackingId: 'hearth-20',
  contentId: null,
  contentType: null,
  direct: null,
  price: minor(1000),
  items: 1,
  returned: 0,
  base: minor(1000),
  commission: minor(45),
  estimatedBase: null,
  estimatedCommission: null,
  rate: null,
  ...part,
});

/** A return row: nothing shipped, one returned, negative money. */
export const amazonReturn = (part: Partial<StoredOrder>): StoredOrder =>
  amazonRow({ status: 'returned', items: 0, returned: 1, ...part });

/** A settled row of the TikTok Shop creator export. */
export const tiktokRow = (part: Partial<StoredOrder>): StoredOrder =>
  amazonRow({
    program: 'tiktok-shop',
    report: 'tiktok.creator-orders',
    category: null,
    shippedOn: null,
    orderedOn: day('2026-05-01'),
    settledOn: day('2026-05-20'),
    orderId: `57600000000000${nextId}`,
    trackingId: null,
    contentId: '7501234567890123456',
    contentType: 'Video',
    ...part,
  });

export const money = (text: string, currency: Currency = 'USD') => {
  const digits = currency === 'JPY' ? 0 : 2;
  return minor(Math.round(Number(text) * 10 ** digits));
};
