import type { Order, StoredOrder } from '../../shared/domain/order.ts';
import type { ReportProgram } from '../../shared/domain/program.ts';
import type { ReportHead } from './planned-report.ts';

type Column = readonly [name: string, field: keyof Order];

/** Columns of `orders` that hold an order's own words, in the order of its fields. */
const columns: readonly Column[] = [
  ['stream', 'stream'],
  ['status', 'status'],
  ['currency', 'currency'],
  ['ordered_on', 'orderedOn'],
  ['shipped_on', 'shippedOn'],
  ['settled_on', 'settledOn'],
  ['order_id', 'orderId'],
  ['sku_id', 'skuId'],
  ['product_id', 'productId'],
  ['product_name', 'productName'],
  ['category', 'category'],
  ['seller', 'seller'],
  ['tracking_id', 'trackingId'],
  ['content_id', 'contentId'],
  ['content_type', 'contentType'],
  ['direct', 'direct'],
  ['price', 'price'],
  ['items', 'items'],
  ['returned', 'returned'],
  ['base', 'base'],
  ['commission', 'commission'],
  ['estimated_base', 'estimatedBase'],
  ['estimated_commission', 'estimatedCommission'],
  ['rate_ppm', 'rate'],
  ['account', 'account'],
];

export const orderColumns: readonly string[] = columns.map(([name]) => name);

/** The values of `orderColumns`; written out because a loop over field names costs a third of an import. */
export const orderValues = (order: Order): readonly unknown[] => [
  order.stream,
  order.status,
  order.currency,
  order.orderedOn,
  order.shippedOn,
  order.settledOn,
  order.orderId,
  order.skuId,
  order.productId,
  order.productName,
  order.category,
  order.seller,
  order.trackingId,
  order.contentId,
  order.contentType,
  order.direct === null ? null : Number(order.direct),
  order.price,
  order.items,
  order.returned,
  order.base,
  order.commission,
  order.estimatedBase,
  order.estimatedCommission,
  order.rate,
  order.account ?? null,
];

/** What no Amazon report ever says; left out of statements that bind millions of rows. */
const amazonAbsent: ReadonlySet<string> = new Set([
  'settled_on',
  'order_id',
  'sku_id',
  'content_id',
  'content_type',
  'estimated_base',
  'estimated_commission',
  'rate_ppm',
  'account',
]);

const amazonColumns: readonly string[] = orderColumns.filter(name => !amazonAbsent.has(name));

const amazonValues = (order: Order): readonly unknown[] => [
  order.stream,
  order.status,
  order.currency,
  order.orderedOn,
  order.shippedOn,
  order.productId,
  order.productName,
  order.category,
  order.seller,
  order.trackingId,
  order.direct === null ? null : Number(order.direct),
  order.price,
  order.items,
  order.returned,
  order.base,
  order.commission,
];

/** A row's values as they are bound, in the order of its layout's columns. */
export type RowValues = readonly unknown[];

export interface RowLayout {
  readonly columns: readonly string[];
  readonly valuesOf: (order: Order) => RowValues;
}

const amazonLayout: RowLayout = { columns: amazonColumns, valuesOf: amazonValues };
const wholeLayout: RowLayout = { columns: orderColumns, valuesOf: orderValues };

/** The columns that reports of a program fill. */
export const layoutOf = (program: ReportProgram): RowLayout =>
  program === 'amazon' ? amazonLayout : wholeLayout;

/** What a SELECT of `orders` joined with `reports` brings besides the columns above. */
export interface OrderRow {
  readonly id: number;
  readonly report_id: number;
  readonly line: number;
  readonly program: string;
  readonly kind: string;
  readonly measure: string;
  readonly [column: string]: unknown;
}

export const orderFromRow = (row: OrderRow): Order => {
  const order: Record<string, unknown> = { program: row.program, report: row.kind, measure: row.measure };
  for (const [name, field] of columns) order[field] = row[name];
  order.direct = row.direct === null ? null : row.direct === 1;
  // Absent, as importers leave it: orders are compared as text.
  if (row.account === null) delete order.account;
  return order as unknown as Order;
};

export const storedOrderFromRow = (row: OrderRow): StoredOrder =>
  Object.assign(orderFromRow(row), { id: row.id, reportId: row.report_id, line: row.line });

/** The order that a report's values, in the order of its layout's columns, tell of. */
export const orderFromValues = ({ program, kind, measure }: ReportHead, values: RowValues): Order => {
  const row: Record<string, unknown> = Object.fromEntries(orderColumns.map(name => [name, null]));
  for (const [index, name] of layoutOf(program).columns.entries()) row[name] = values[index];
  return orderFromRow({ ...row, id: 0, report_id: 0, line: 0, program, kind, measure });
};
