import { FailureError } from '../contract/answer.ts';
import { fromEpochDay, toEpochDay, type Day, type EpochDay } from '../domain/day.ts';
import { marketCurrency, marketSchema, type Market } from '../domain/market.ts';
import type { Currency } from '../domain/money.ts';
import type { StoredOrder } from '../domain/order.ts';
import { lastDayOfRun, windowDays } from './learning-window.ts';
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
  /** Rows dated after today or far after all others: not learned from. */
  readonly stray: StrayRows;
}

export interface StrayRows {
  readonly rows: number;
  /** The latest of their days; null when there are none. */
  readonly last: Day | null;
}

/** A program needs this many orders before its past says more than the priors. */
const fewestOrders = 10;

const ordersOf = (sales: readonly Sale[]): number => sales.reduce((sum, sale) => sum + sale.orders, 0);

const reportIdsOf = (sales: readonly Sale[]): readonly number[] =>
  [...new Set(sales.map(sale => sale.reportId))].toSorted((a, b) => a - b);

const programHistory = (sales: readonly Sale[]): ProgramHistory | null => {
  const to = lastDayOfRun(sales);
  if (to === null) return null;
  const first = sales.reduce((day, sale) => Math.min(day, sale.day), to);
  const from = Math.max(first, to - windowDays + 1);
  const inside = sales.filter(sale => sale.day >= from && sale.day <= to);
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

interface Gathered {
  readonly byCurrency: ReadonlyMap<Currency, Rows>;
  readonly links: LinkEvidence;
  /** All rows, whatever they tell. */
  readonly rows: number;
}

const gather = (orders: Iterable<StoredOrder>): Gathered => {
  const byCurrency = new Map<Currency, Rows>();
  const links = emptyEvidence();
  let rows = 0;
  for (const order of orders) {
    rows += 1;
    noteLink(links, order);
    const sale = saleOf(order);
    const side = sideRowOf(order);
    if (!sale && !side) continue;
    const kept = byCurrency.get(order.currency) ?? { sales: [], side: [] };
    if (sale) kept.sales.push(sale);
    if (side) kept.side.push(side);
    byCurrency.set(order.currency, kept);
  }
  return { byCurrency, links, rows };
};

/** Markets whose programs pay in one of the currencies. */
export const marketsOf = (currencies: Iterable<Currency>): readonly Market[] => {
  const known = new Set(currencies);
  return marketSchema.options.filter(market => known.has(marketCurrency[market]));
};

/** The market's own money; throws `market-does-not-fit` when sales are in other currencies only. */
const currencyOf = ({ byCurrency }: Gathered, market: Market): Currency => {
  const own = marketCurrency[market];
  const sold = [...byCurrency]
    .filter(([, { sales }]) => sales.length > 0)
    .toSorted(([, a], [, b]) => b.sales.length - a.sales.length)
    .map(([currency]) => currency);
  if (sold.length > 0 && !sold.includes(own)) {
    const markets = sold.flatMap(currency => marketsOf([currency]));
    throw new FailureError({ kind: 'market-does-not-fit', market, currencies: sold, markets });
  }
  return own;
};

const tooFew = (rows: number, sales: readonly Sale[]): FailureError => {
  if (rows === 0) return new FailureError({ kind: 'nothing-to-learn-from' });
  const last = lastDayOfRun(sales);
  return new FailureError({
    kind: 'nothing-to-learn-from',
    rows,
    needed: fewestOrders,
    ...(last !== null && { until: fromEpochDay(last) }),
  });
};

/** Rows up to today, with a day of grace for where the shop is; all of them when most are later: then the clock is at fault. */
const untilToday = (rows: Rows, today: Day | undefined): Rows => {
  if (today === undefined) return rows;
  const end = toEpochDay(today) + 1;
  const sales = rows.sales.filter(({ day }) => day <= end);
  if (sales.length * 2 < rows.sales.length) return rows;
  return { sales, side: rows.side.filter(({ day }) => day <= end) };
};

const strayOf = (all: readonly Sale[], kept: readonly Sale[], programs: Programs): StrayRows => {
  const end = { amazon: programs.amazon?.to, 'tiktok-shop': programs.tiktokShop?.to };
  const used = new Set(kept);
  const late = (sale: Sale): boolean => !used.has(sale) || sale.day > (end[sale.program] ?? Infinity);
  const days = all.filter(late).map(sale => sale.day);
  const last = days.reduce((latest, day) => Math.max(latest, day), -Infinity);
  return { rows: days.length, last: days.length === 0 ? null : fromEpochDay(last) };
};

type Programs = Pick<History, 'amazon' | 'tiktokShop'>;

/**
 * Gathers what to learn from: the market's currency, per program the last 365 days up to the end of its run of sales, things that only
 * lay in the same Amazon basket apart. Rows dated after `today` are left out. Throws `nothing-to-learn-from` when neither program has
 * ten orders, `market-does-not-fit` when no sale is in the market's money.
 */
export const readHistory = (orders: Iterable<StoredOrder>, market: Market, today?: Day): History => {
  const gathered = gather(orders);
  const currency = currencyOf(gathered, market);
  const all = gathered.byCurrency.get(currency) ?? { sales: [], side: [] };
  const { sales, side } = untilToday(all, today);
  const amazon = withoutHalo(programHistory(sales.filter(sale => sale.program === 'amazon')), gathered.links);
  const tiktokShop = programHistory(sales.filter(sale => sale.program === 'tiktok-shop'));
  if (!amazon && !tiktokShop) throw tooFew(gathered.rows, sales);
  const last = Math.max(amazon?.to ?? -Infinity, tiktokShop?.to ?? -Infinity);
  const stray = strayOf(all.sales, sales, { amazon, tiktokShop });
  return { currency, amazon, tiktokShop, side, last: fromEpochDay(last), stray };
};
