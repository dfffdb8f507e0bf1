import type { Order } from '../../shared/domain/order.ts';
import { amazonCurrency, amazonStream, isTotalRow } from './amazon.ts';
import type { Importer } from './importer.ts';
import { CellReader } from './read-cell/cell-reader.ts';

/**
 * Earnings data feed of invited accounts: the rows of Fee-Earnings under other names, returns as negative quantities. It shares
 * Fee-Earnings' identities, so that the same sale from both is one.
 */
export const amazonDataFeed: Importer = {
  kind: 'amazon.data-feed',
  program: 'amazon',
  measure: 'earned',
  identity: 'cells',
  keySpace: 'amazon.earnings',
  freeText: 'name',
  columns: {
    required: {
      category: ['product line', 'category'],
      name: ['item', 'title'],
      asin: ['asin'],
      seller: ['seller'],
      trackingId: ['tracking id', 'tag'],
      shipped: ['date shipped', 'date'],
      price: ['price'],
      quantity: ['quantity', 'qty'],
      revenue: ['revenue'],
      earnings: ['earnings'],
    },
    optional: { rate: ['referral fee rate', 'rate'] },
  },
  dayOrder: 'iso',
  noted: { days: ['shipped'], amounts: ['price', 'revenue', 'earnings'] },
  currencyOf: amazonCurrency,
  open: (header, context) => {
    const reader = new CellReader(header, context.notation);
    const currency = context.currency!;
    return cells => {
      if (isTotalRow(cells)) return { kind: 'skip' };
      reader.start(cells);
      const shipped = reader.day('shipped');
      const quantity = reader.count('quantity');
      const base = reader.amount('revenue', currency);
      const commission = reader.amount('earnings', currency);
      const price = reader.optionalAmount('price', currency);
      const productId = reader.requiredId('asin');
      const category = reader.optional('category');
      const productName = reader.name('name');
      const seller = reader.optional('seller');
      const trackingId = reader.optional('trackingId');
      if (reader.faults.length > 0) return { kind: 'refused', faults: reader.faults };
      const isReturn = quantity < 0 || base < 0;
      const [items, returned] = isReturn ? [0, Math.abs(quantity)] : [quantity, 0];
      const order: Order = {
        program: 'amazon',
        report: 'amazon.data-feed',
        measure: 'earned',
        stream: amazonStream(trackingId),
        status: isReturn ? 'returned' : 'settled',
        currency,
        orderedOn: null,
        shippedOn: shipped!.day,
        settledOn: null,
        orderId: null,
        skuId: null,
        productId,
        productName,
        category,
        seller,
        trackingId,
        contentId: null,
        contentType: null,
        direct: null,
        price,
        items,
        returned,
        base,
        commission,
        estimatedBase: null,
        estimatedCommission: null,
        rate: null,
      };
      const identity = `${shipped!.day} ${shipped!.time}\t${productId}\t${trackingId ?? ''}\t${items}\t${returned}\t${base}\t${commission}\t${price ?? ''}\t${currency}\t${category ?? ''}\t${seller ?? ''}\t\t${productName}`;
      return { kind: 'order', order, identity, warnings: [] };
    };
  },
};
