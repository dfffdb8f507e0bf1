import { currencySchema, type Currency } from '../../shared/domain/money.ts';
import type { Order } from '../../shared/domain/order.ts';
import type { Fault, Importer } from './importer.ts';
import { CellReader } from './read-cell/cell-reader.ts';
import { areRounded } from './read-cell/read-id.ts';

const known: ReadonlySet<string> = new Set(currencySchema.options);

/** The currency that the row itself states; refuses the row when it states none that is known, and then gives dollars to read on with. */
export const readRowCurrency = (reader: CellReader): Currency => {
  const text = reader.required('currency').toUpperCase();
  if (known.has(text)) return text as Currency;
  if (text !== '') reader.refuse('currency', 'not-a-currency');
  return 'USD';
};

/** What creators and sellers see alike of an order line, and what their reports add of their own. */
type TiktokFields = Pick<
  Order,
  | 'report'
  | 'status'
  | 'currency'
  | 'orderedOn'
  | 'settledOn'
  | 'direct'
  | 'items'
  | 'returned'
  | 'base'
  | 'commission'
  | 'estimatedCommission'
  | 'rate'
> & { readonly seller?: string | null };

/** A row of a TikTok Shop report as an order; its ids, product, price and estimated base are read here. */
export const tiktokOrder = (reader: CellReader, fields: TiktokFields): Order => ({
  program: 'tiktok-shop',
  report: fields.report,
  measure: 'earned',
  stream: 'offsite',
  status: fields.status,
  currency: fields.currency,
  orderedOn: fields.orderedOn,
  shippedOn: null,
  settledOn: fields.settledOn,
  orderId: reader.requiredId('orderId'),
  skuId: reader.id('skuId'),
  productId: reader.requiredId('productId'),
  productName: reader.name('product'),
  category: null,
  seller: fields.seller ?? null,
  trackingId: null,
  contentId: reader.id('contentId'),
  contentType: reader.optional('contentType'),
  direct: fields.direct,
  price: reader.optionalAmount('price', fields.currency),
  items: fields.items,
  returned: fields.returned,
  base: fields.base,
  commission: fields.commission,
  estimatedBase: reader.optionalAmount('estimatedBase', fields.currency),
  estimatedCommission: fields.estimatedCommission,
  rate: fields.rate,
});

const noWarnings: readonly Fault[] = [];

/**
 * Opens a report of order lines. A row is an order × SKU × product × content; creators' and sellers' exports meet in this identity. A row
 * with faults is refused whatever was made of it.
 */
export const tiktokOrderLines =
  (read: (reader: CellReader, currency: Currency) => Order): Importer['open'] =>
  (header, context) => {
    const reader = new CellReader(header, context.notation);
    return cells => {
      reader.start(cells);
      const order = read(reader, readRowCurrency(reader));
      const { orderId, skuId, productId, contentId } = order;
      if (areRounded([orderId, skuId, productId, contentId]))
        reader.refuse('orderId', 'id-destroyed-by-excel');
      if (reader.faults.length > 0) return { kind: 'refused', faults: reader.faults };
      const identity = `${orderId}\t${skuId ?? ''}\t${productId}\t${contentId ?? ''}`;
      return { kind: 'order', order, identity, warnings: noWarnings };
    };
  };
