import type { Day } from './day.ts';
import type { Order, OrderStatus } from './order.ts';

/** How far an order's story has come; a later stage is never taken back by an earlier one. */
const stage: Readonly<Record<OrderStatus, number>> = {
  ordered: 0,
  pending: 1,
  frozen: 2,
  settled: 3,
  returned: 3,
  ineligible: 3,
};

/** One report's word about a sale. `asOf` is the last day that the report mentions. */
export interface Sighting {
  readonly order: Order;
  readonly asOf: Day | null;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Words about one sale whose cells are its identity differ only in what some exports leave out: whether it was bought directly. */
const saysMore = (order: Order): number => Number(order.orderId === null && order.direct !== null);

/** True when two words about one sale say the same, whoever says it where the sale's cells are its identity. */
export const isSameWord = (a: Order, b: Order): boolean =>
  a.orderId === null && b.orderId === null ? a.direct === b.direct : JSON.stringify(a) === JSON.stringify(b);

/**
 * Negative when `b` is the later word about the same sale, positive when `a` is, 0 only for equal words of equally late reports.
 * It looks at what reports say and never at when they were imported, so that any order of import ends in the same state.
 */
export const comparePrecedence = (a: Sighting, b: Sighting): number =>
  stage[a.order.status] - stage[b.order.status] ||
  a.order.returned - b.order.returned ||
  compareText(a.order.settledOn ?? '', b.order.settledOn ?? '') ||
  saysMore(a.order) - saysMore(b.order) ||
  compareText(a.asOf ?? '', b.asOf ?? '') ||
  compareText(JSON.stringify(a.order), JSON.stringify(b.order));
