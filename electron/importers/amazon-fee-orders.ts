import type { Order } from '../../shared/domain/order.ts';
import { readDirect } from './amazon-fee-earnings.ts';
import { amazonCurrency, amazonStream, isTotalRow } from './amazon.ts';
import type { Header } from './header.ts';
import type { Importer, ReadRow, ReportContext } from './importer.ts';
import { CellReader } from './read-cell/cell-reader.ts';

/**
 * Fee-Orders: the same sales as Fee-Earnings on the day they were ordered, without money earned. Stored with the measure `ordered` so
 * that nobody adds the two. `Indirect Sales`: `di` means the shopper bought the product linked, `ndi` something else.
 */
export const amazonFeeOrders: Importer = {
  kind: 'amazon.fee-orders',
  program: 'amazon',
  measure: 'ordered',
  identity: 'cells',
  freeText: 'name',
  columns: {
    required: {
      category: ['category', 'categoria'],
      name: ['name', 'prodotto'],
      asin: ['asin'],
      ordered: ['date', 'data'],
      items: ['qty', 'quantità'],
      price: ['price', 'prezzo'],
      trackingId: ['tag', 'tracking id'],
    },
    optional: {
      linkType: ['link type', 'tipo di link'],
      direct: ['indirect sales', 'orders through product links', 'ordini attraverso il link del prodotto'],
      device: ['device type group', 'tipo di dispositivo'],
    },
  },
  dayOrder: 'iso',
  noted: { days: ['ordered'], amounts: ['price'] },
  currencyOf: amazonCurrency,
  open: (header, context) => openRows(header, context),
};

const openRows = (header: Header, context: ReportContext): ReadRow => {
  const reader = new CellReader(header, context.notation);
  const currency = context.currency!;
  return cells => {
    if (isTotalRow(cells)) return { kind: 'skip' };
    reader.start(cells);
    const ordered = reader.day('ordered');
    const items = reader.count('items');
    const price = reader.optionalAmount('price', currency);
    const productId = reader.requiredId('asin');
    const category = reader.optional('category');
    const productName = reader.name('name');
    const trackingId = reader.optional('trackingId');
    const direct = readDirect(reader.text('direct'));
    if (reader.faults.length > 0) return { kind: 'refused', faults: reader.faults };
    const order: Order = {
      program: 'amazon',
      report: 'amazon.fee-orders',
      measure: 'ordered',
      stream: amazonStream(trackingId),
      status: 'ordered',
      currency,
      orderedOn: ordered!.day,
      shippedOn: null,
      settledOn: null,
      orderId: null,
      skuId: null,
      productId,
      productName,
      category,
      seller: null,
      trackingId,
      contentId: null,
      contentType: null,
      direct,
      price,
      items,
      returned: 0,
      base: null,
      commission: null,
      estimatedBase: null,
      estimatedCommission: null,
      rate: null,
    };
    const identity = `${ordered!.day} ${ordered!.time}\t${productId}\t${trackingId ?? ''}\t${items}\t${price ?? ''}\t${currency}\t${category ?? ''}\t${reader.text('linkType')}\t${reader.text('device')}\t${direct ?? ''}\t${productName}`;
    return { kind: 'order', order, identity, warnings: [] };
  };
};
