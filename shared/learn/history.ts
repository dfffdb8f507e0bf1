import { FailureError } from '../contract/answer.ts';
import { fromEpochDay, type Day, type EpochDay } from '../domain/day.ts';
import { marketCurrency, type Market } from '../domain/market.ts';
import type { Currency } from '../domain/money.ts';
import type { StoredOrder } from '../domain/order.ts';
import { emptyEvidence, isHalo, noteLink, type LinkEvidence } from './link-evidence.ts';
import { saleOf, type Sale } from './sale.ts';
import { sideRowOf, type SideRow } from './side-row.ts';

/** One program's past, cut to the window that is learned from. */
export interface ProgramHistory {
  /** Sales of products that videos showed. */
  readonly sales: readonly Sale[];
  readonly from: EpochDay;
  readonly to: EpochDay;
  readonly orders: number;
  readonly reportIds: readonly number[];
  /** What else lay in the same baskets; null where no report tells the two apart. */
  readonly halo: HaloHistory | null;
}

/** Sales of things that nobody linked, and the reports that say so. */
export interface HaloHistory {
  readonly sales: readonly Sale[];
  readonly reportIds: readonly number[];
}

export interface History {
  readonly currency: Currency;
  readonly amazon: ProgramHistory | null;
  readonly tiktokShop: ProgramHistory | null;
  /** Bounties and on-Amazon income of the same currency, whatever their day. */
  readonly side: readonly SideRow[];
  /** Last day of any program's window. */
  readonly last: Day;
}

/** Longest window: older rows tell of another season's level, cards and plans. */
export const windowDays = 365;

/** A program needs this many orders before its past says more than the priors. */
const fewestOrders = 10;

const ordersOf = (sales: readonly Sale[]): number => sales.reduce((sum, sale) => sum + sale.orders, 0);

const reportIdsOf = (sales: readonly Sale[]): readonly number[] =>
  [...new Set(sales.map(sale => sale.reportId))].toSorted((a, b) => a - b);

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
  const orders = ordersOf(inside);
  if (orders < fewestOrders) return null;
  return { sales: inside, from, to, orders, reportIds: reportIdsOf(inside), halo: null };
};

/** Sets apart what was only bought beside linked products, where reports say so and enough linked sales remain. */
const withoutHalo = (history: ProgramHistory | null, links: LinkEvidence): ProgramHistory | null => {
  if (!history || links.products.size === 0) return history;
  const sales = history.sales.filter(sale => !isHalo(links, sale.productId));
  const orders = ordersOf(sales);
  if (orders < fewestOrders) return history;
  const beside = history.sales.filter(sale => isHalo(links, sale.productId));
  const reportIds = [...new Set([...history.reportIds, ...links.reportIds])].toSorted((a, b) => a - b);
  return { ...history, sales, orders, reportIds: reportIdsOf(sales), halo: { sales: beside, reportIds } };
};

/** Rows of one currency. */
interface Rows {
  readonly sales: Sale[];
  readonly side: SideRow[];
}

const dominantCurrency = (rows: ReadonlyMap<Currency, Rows>, market: Market): Currency => {
  const own = marketCurrency[market];
  if (rows.get(own)?.sales.length) return own;
  const [most] = [...rows].toSorted(([, a], [, b]) => b.sales.length - a.sales.length);
  return most?.[0] ?? own;
};

/**
 * Gathers what to learn from: one currency (the market's where there is any), per program the last 365 days up to its last row, things
 * that only lay in the same Amazon basket apart. Throws `nothing-to-learn-from` when neither program has ten orders.
 */
export const readHistory = (orders: Iterable<StoredOrder>, market: Market): History => {
  const byCurrency = new Map<Currency, Rows>();
  const links = emptyEvidence();
  for (const order of orders) {
    noteLink(links, order);
    const sale = saleOf(order);
    const side = sideRowOf(order);
    if (!sale && !side) continue;
    const rows = byCurrency.get(order.currency) ?? { sales: [], side: [] };
    if (sale) rows.sales.push(sale);
    if (side) rows.side.push(side);
    byCurrency.set(order.currency, rows);
  }
  const currency = dominantCurrency(byCurrency, market);
  const { sales, side } = byCurrency.get(currency) ?? { sales: [], side: [] };
  const amazon = withoutHalo(programHistory(sales.filter(sale => sale.program === 'amazon')), links);
  const tiktokShop = programHistory(sales.filter(sale => sale.program === 'tiktok-shop'));
  if (!amazon && !tiktokShop) throw new FailureError({ kind: 'nothing-to-learn-from' });
  const last = Math.max(amazon?.to ?? -Infinity, tiktokShop?.to ?? -Infinity);
  return { currency, amazon, tiktokShop, side, last: fromEpochDay(last) };
};
