import type { Order } from '../../../shared/domain/order.ts';
import { formatDayShort } from '../../../shared/words/format-day.ts';
import { formatMoney } from '../../../shared/words/format-money.ts';

/** A row of a report for people, `–` where it does not say; amounts that are not settled are the program's estimates. */
export const orderWords = (order: Order) => {
  const day = order.shippedOn ?? order.orderedOn ?? order.settledOn;
  const money = (amount: number | null): string =>
    amount === null ? '–' : formatMoney(amount, order.currency);
  return {
    // Networks that name no product name the shop.
    product: order.productName || order.seller || '–',
    day: day === null ? '–' : formatDayShort(day),
    base: money(order.base ?? order.estimatedBase),
    commission: money(order.commission ?? order.estimatedCommission),
  };
};
