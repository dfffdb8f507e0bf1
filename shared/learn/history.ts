import { FailureError } from '../contract/answer.ts';
import { fromEpochDay, type Day, type EpochDay } from '../domain/day.ts';
import { marketCurrency, type Market } from '../domain/market.ts';
import type { Currency } from '../domain/money.ts';
import type { StoredOrder } from '../domain/order.ts';
import { saleOf, type Sale } from './sale.ts';

/** One program's past, cut to the window that is learned from. */
export interface ProgramHistory {
  readonly sales: readonly Sale[];
  readonly from: EpochDay;
  readonly to: EpochDay;
  readonly orders: number;
  readonly reportIds: readonly number[];
}

export interface History {
  readonly currency: Currency;
  readonly amazon: ProgramHistory | null;
  readonly tiktokShop: ProgramHistory | null;
  /** Last day of any program's window. */
  readonly last: Day;
}

/** Longest window: older rows tell of another season's level, cards and plans. */
const windowDays = 365;

/** A program needs this many orders before its past says more than the priors. */
const fewestOrders = 10;

const programHistory = (sales: readonly Sale[]): ProgramHistory | null => {
  if (sales.length === 0) return null;
  let to = -Infinity;
  let first = Infinity;
  for (const { day } of sales) {
    if (day > to) to = day;
    if (day < first) first = day;
  }
  const from = Math.max(first, to - windowDays + 1);
  const inside = sales.filter(sale => sale.day >= from);
  const orders = inside.reduce((sum, sale) => sum + sale.orders, 0);
  if (orders < fewestOrders) return null;
  const reportIds = [...new Set(inside.map(sale => sale.reportId))].toSorted((a, b) => a - b);
  return { sales: inside, from, to, orders, reportIds };
};

const dominantCurrency = (sales: ReadonlyMap<Currency, readonly Sale[]>, market: Market): Currency => {
  const own = marketCurrency[market];
  if (sales.has(own)) return own;
  const [most] = [...sales].toSorted(([, a], [, b]) => b.length - a.length);
  return most?.[0] ?? own;
};

/**
 * Gathers the sales to learn from: one currency (the market's where there is any), per program the last 365 days up to its last row.
 * Throws `nothing-to-learn-from` when neither program has ten orders.
 */
export const readHistory = (orders: Iterable<StoredOrder>, market: Market): History => {
  const byCurrency = new Map<Currency, Sale[]>();
  for (const order of orders) {
    const sale = saleOf(order);
    if (!sale) continue;
    const list = byCurrency.get(order.currency);
    if (list) list.push(sale);
    else byCurrency.set(order.currency, [sale]);
  }
  const currency = dominantCurrency(byCurrency, market);
  const sales = byCurrency.get(currency) ?? [];
  const amazon = programHistory(sales.filter(sale => sale.program === 'amazon'));
  const tiktokShop = programHistory(sales.filter(sale => sale.program === 'tiktok-shop'));
  if (!amazon && !tiktokShop) throw new FailureError({ kind: 'nothing-to-learn-from' });
  const last = Math.max(amazon?.to ?? -Infinity, tiktokShop?.to ?? -Infinity);
  return { currency, amazon, tiktokShop, last: fromEpochDay(last) };
};
