import type { Currency, Minor } from '../../shared/domain/money.ts';
import type { Order } from '../../shared/domain/order.ts';
import { amazonStream, isTotalRow } from './amazon.ts';
import type { Fault, Importer } from './importer.ts';
import { CellReader } from './read-cell/cell-reader.ts';
import type { DayAndTime } from './read-cell/read-day.ts';

/** What an Amazon report's row says; what it leaves out it does not say. */
interface AmazonFields {
  readonly report: Order['report'];
  readonly measure: Order['measure'];
  readonly status: Order['status'];
  readonly currency: Currency;
  readonly orderedOn?: Order['orderedOn'];
  readonly shippedOn?: Order['shippedOn'];
  readonly productId: string;
  readonly productName: string;
  readonly category?: string | null;
  readonly seller?: string | null;
  readonly trackingId: string | null;
  readonly direct?: boolean | null;
  readonly price?: Minor | null;
  readonly items: number;
  readonly returned?: number;
  readonly base?: Minor | null;
  readonly commission?: Minor | null;
}

/** A row of an Amazon report as an order. */
export const amazonOrder = (fields: AmazonFields): Order => ({
  program: 'amazon',
  report: fields.report,
  measure: fields.measure,
  stream: amazonStream(fields.trackingId),
  status: fields.status,
  currency: fields.currency,
  orderedOn: fields.orderedOn ?? null,
  shippedOn: fields.shippedOn ?? null,
  settledOn: null,
  orderId: null,
  skuId: null,
  productId: fields.productId,
  productName: fields.productName,
  category: fields.category ?? null,
  seller: fields.seller ?? null,
  trackingId: fields.trackingId,
  contentId: null,
  contentType: null,
  direct: fields.direct ?? null,
  price: fields.price ?? null,
  items: fields.items,
  returned: fields.returned ?? 0,
  base: fields.base ?? null,
  commission: fields.commission ?? null,
  estimatedBase: null,
  estimatedCommission: null,
  rate: null,
});

/**
 * What makes a row of earnings the sale it is, whichever export tells of it: only what every one of them says. `Direct`, which some
 * leave out, is no part of it.
 */
export const earningsIdentity = (shipped: DayAndTime | null, order: Order): string => {
  const { productId, trackingId, items, returned, base, commission, price, currency } = order;
  return `${shipped?.day} ${shipped?.time}\t${productId}\t${trackingId ?? ''}\t${items}\t${returned}\t${base}\t${commission}\t${price ?? ''}\t${currency}\t${order.category ?? ''}\t${order.seller ?? ''}\t${order.productName}`;
};

const noWarnings: readonly Fault[] = [];

/** Opens a report whose rows `read` makes orders of; a row with faults is refused whatever was made of it. */
export const amazonRows =
  (
    read: (reader: CellReader, currency: Currency) => { readonly order: Order; readonly identity: string },
  ): Importer['open'] =>
  (header, context) => {
    const reader = new CellReader(header, context.notation);
    const currency = context.currency!;
    return cells => {
      if (isTotalRow(cells)) return { kind: 'skip' };
      reader.start(cells);
      const { order, identity } = read(reader, currency);
      if (reader.faults.length > 0) return { kind: 'refused', faults: reader.faults };
      return { kind: 'order', order, identity, warnings: noWarnings };
    };
  };

const direct: ReadonlySet<string> = new Set(['yes', 'y', 'true', 'di', 'direct', 'si', 'sì']);
const indirect: ReadonlySet<string> = new Set(['no', 'n', 'false', 'ndi', 'indirect']);

/** Whether the shopper bought the very product linked; null when the report does not say. */
export const readDirect = (text: string): boolean | null => {
  const word = text.toLowerCase();
  if (direct.has(word)) return true;
  return indirect.has(word) ? false : null;
};
