import type { EpochDay } from '../domain/day.ts';
import { toEpochDay } from '../domain/day.ts';
import type { StoredOrder } from '../domain/order.ts';

/** One row of past sales as learning needs it. Money in minor units. */
export interface Sale {
  readonly program: 'amazon' | 'tiktok-shop';
  readonly day: EpochDay;
  readonly reportId: number;
  readonly productId: string;
  readonly productName: string;
  readonly category: string | null;
  readonly contentId: string | null;
  /** 1 for a row that sold something, 0 for a return row: reports without order ids are counted by row. */
  readonly orders: 0 | 1;
  readonly items: number;
  readonly returned: number;
  /** What the items were worth: revenue of a sold Amazon row, list price × items at TikTok Shop. */
  readonly value: number;
  /** Whether the money below is final; pending rows count as orders but have earned nothing. */
  readonly settled: boolean;
  readonly base: number;
  readonly commission: number;
  /** Standard rate that the report states, parts per million. */
  readonly ratePpm: number | null;
  /** Days from order to settlement. */
  readonly settlementDays: number | null;
}

const amazonSale = (order: StoredOrder, day: EpochDay): Sale | null => {
  if (order.base === null || (order.status !== 'settled' && order.status !== 'returned')) return null;
  const sold = order.items > 0 && order.base >= 0;
  return {
    ...common(order, day),
    program: 'amazon',
    orders: sold ? 1 : 0,
    items: sold ? order.items : 0,
    value: sold ? order.base : 0,
    settled: true,
    base: order.base,
    commission: order.commission ?? 0,
  };
};

const tiktokSale = (order: StoredOrder, day: EpochDay): Sale | null => {
  if (order.status === 'ineligible' || order.items <= 0) return null;
  // Without its base a row tells nothing of what orders earn.
  const settled = (order.status === 'settled' || order.status === 'returned') && order.base !== null;
  const price = order.price ?? Math.round((order.base ?? order.estimatedBase ?? 0) / order.items);
  return {
    ...common(order, day),
    program: 'tiktok-shop',
    orders: 1,
    items: order.items,
    value: price * order.items,
    settled,
    base: settled ? (order.base ?? 0) : 0,
    commission: settled ? (order.commission ?? 0) : 0,
  };
};

const common = (order: StoredOrder, day: EpochDay) => ({
  day,
  reportId: order.reportId,
  productId: order.productId,
  productName: order.productName,
  category: order.category,
  contentId: order.contentId,
  returned: order.returned,
  ratePpm: order.rate,
  settlementDays: order.settledOn === null ? null : toEpochDay(order.settledOn) - day,
});

/**
 * An order row as a sale; null for rows that say nothing of a video's sales: on-Amazon income, bounties, `ordered` rows (they repeat
 * `earned` ones), ineligible rows, rows without a day. Amazon sells on the shipping day, TikTok Shop on the order day.
 */
export const saleOf = (order: StoredOrder): Sale | null => {
  if (order.measure !== 'earned' || order.stream !== 'offsite') return null;
  const on = order.program === 'amazon' ? (order.shippedOn ?? order.orderedOn) : order.orderedOn;
  if (on === null) return null;
  if (order.program === 'amazon') return amazonSale(order, toEpochDay(on));
  return order.program === 'tiktok-shop' ? tiktokSale(order, toEpochDay(on)) : null;
};
