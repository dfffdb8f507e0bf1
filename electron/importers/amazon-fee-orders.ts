import { amazonOrder, amazonRows, readDirect } from './amazon-rows.ts';
import { amazonCurrency } from './amazon.ts';
import type { Importer } from './importer.ts';

/**
 * Fee-Orders: the same sales as Fee-Earnings on the day they were ordered, without money earned. Stored with the measure `ordered` so
 * that nobody adds the two. `Indirect Sales`: `di` means the shopper bought the product linked, `ndi` something else.
 */
export const amazonFeeOrders: Importer = {
  kind: 'amazon.fee-orders',
  program: 'amazon',
  measure: 'ordered',
  identity: 'cells',
  trackingField: 'trackingId',
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
  open: amazonRows((reader, currency) => {
    const ordered = reader.day('ordered');
    const order = amazonOrder({
      report: 'amazon.fee-orders',
      measure: 'ordered',
      status: 'ordered',
      currency,
      orderedOn: ordered?.day ?? null,
      productId: reader.requiredId('asin'),
      productName: reader.name('name'),
      category: reader.optional('category'),
      trackingId: reader.optional('trackingId'),
      direct: readDirect(reader.text('direct')),
      price: reader.optionalAmount('price', currency),
      items: reader.count('items'),
    });
    const { productId, trackingId, items, price, category, direct, productName } = order;
    const identity = `${ordered?.day} ${ordered?.time}\t${productId}\t${trackingId ?? ''}\t${items}\t${price ?? ''}\t${currency}\t${category ?? ''}\t${reader.text('linkType')}\t${reader.text('device')}\t${direct ?? ''}\t${productName}`;
    return { order, identity };
  }),
};
