import { exactSum } from '../contract/exact-sum.ts';
import { monthOf, type Day } from '../domain/day.ts';
import { minor, type Minor } from '../domain/money.ts';
import type { Order } from '../domain/order.ts';
import type { ReplayLine } from '../domain/replay.ts';
import type { PricedCategory } from './price-row.ts';
import type { KnownCategory } from './product-categories.ts';

interface LineSum {
  readonly name: string;
  readonly productId: string | null;
  readonly known: KnownCategory | null;
  readonly priced: PricedCategory | null;
  readonly orderIds: Set<string>;
  rowsSold: number;
  items: number;
  base: number;
  actual: number;
  replayed: number;
}

/** Sums of one currency's rows while they stream by. All sums are whole minor units. */
export interface ReplayTally {
  readonly add: (order: Order, known: KnownCategory | null, priced: PricedCategory | null) => void;
  readonly rows: () => number;
  readonly orders: () => number;
  readonly days: () => { readonly from: Day | null; readonly to: Day | null };
  readonly lines: () => readonly ReplayLine[];
  readonly months: () => readonly {
    readonly month: string;
    readonly actual: Minor;
    readonly replayed: Minor;
  }[];
}

const earningDay = (order: Order): Day | null => order.shippedOn ?? order.settledOn ?? order.orderedOn;

const asLine = (line: LineSum): ReplayLine => ({
  category: line.name,
  categorySource: line.known?.source ?? null,
  matchedTo: line.priced?.matchedTo ?? null,
  ratePpm: line.priced?.rate ?? null,
  orders: line.orderIds.size + line.rowsSold,
  items: line.items,
  base: minor(line.base),
  actual: minor(line.actual),
  replayed: line.priced ? minor(line.replayed) : null,
  suggestion: null,
  productId: line.productId,
});

/** An empty tally. Rows must have a base; their stated commission counts as 0 when the report is silent. */
export const replayTally = (): ReplayTally => {
  const lines = new Map<string, LineSum>();
  const months = new Map<string, { actual: number; replayed: number }>();
  const orderIds = new Set<string>();
  let rows = 0;
  let rowsSold = 0;
  let from: Day | null = null;
  let to: Day | null = null;

  const lineOf = (order: Order, known: KnownCategory | null, priced: PricedCategory | null): LineSum => {
    const name = known?.category ?? order.productName;
    const key = `${known?.source ?? ''}\u0000${name}`;
    let line = lines.get(key);
    if (!line) {
      const sums = { rowsSold: 0, items: 0, base: 0, actual: 0, replayed: 0 };
      const productId = known ? null : order.productId;
      line = { name, productId, known, priced, orderIds: new Set(), ...sums };
      lines.set(key, line);
    }
    return line;
  };

  return {
    add: (order, known, priced) => {
      const base = order.base ?? minor(0);
      const actual = order.commission ?? 0;
      const replayed = priced ? priced.pay(base, order.direct) : 0;
      const line = lineOf(order, known, priced);
      rows += 1;
      if (order.orderId !== null) {
        orderIds.add(order.orderId);
        line.orderIds.add(order.orderId);
      } else if (order.items > 0) {
        rowsSold += 1;
        line.rowsSold += 1;
      }
      line.items += order.items - order.returned;
      line.base = exactSum(line.base + base);
      line.actual = exactSum(line.actual + actual);
      line.replayed = exactSum(line.replayed + replayed);
      const on = earningDay(order);
      if (on === null) return;
      if (from === null || on < from) from = on;
      if (to === null || on > to) to = on;
      if (!priced) return;
      const month = months.get(monthOf(on)) ?? { actual: 0, replayed: 0 };
      month.actual = exactSum(month.actual + actual);
      month.replayed = exactSum(month.replayed + replayed);
      months.set(monthOf(on), month);
    },
    rows: () => rows,
    orders: () => orderIds.size + rowsSold,
    days: () => ({ from, to }),
    lines: () => [...lines.values()].map(asLine).toSorted((a, b) => Math.abs(b.base) - Math.abs(a.base)),
    months: () =>
      [...months]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([month, sums]) => ({ month, actual: minor(sums.actual), replayed: minor(sums.replayed) })),
  };
};
