import { amazonOrder, amazonRows, earningsIdentity } from './amazon-rows.ts';
import { amazonCurrency } from './amazon.ts';
import type { Importer } from './importer.ts';

/**
 * Earnings data feed of invited accounts: the rows of Fee-Earnings under other names, returns as negative quantities. It shares
 * Fee-Earnings' identities, so that the same sale from both is one.
 */
export const amazonDataFeed: Importer = {
  kind: 'amazon.data-feed',
  program: 'amazon',
  measure: 'earned',
  identity: 'cells',
  trackingField: 'trackingId',
  keySpace: 'amazon.earnings',
  hasDirectApart: true,
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
  open: amazonRows((reader, currency) => {
    const shipped = reader.day('shipped');
    const quantity = reader.count('quantity');
    const base = reader.amount('revenue', currency);
    const isReturn = quantity < 0 || base < 0;
    const order = amazonOrder({
      report: 'amazon.data-feed',
      measure: 'earned',
      status: isReturn ? 'returned' : 'settled',
      currency,
      shippedOn: shipped?.day ?? null,
      productId: reader.requiredId('asin'),
      productName: reader.name('name'),
      category: reader.optional('category'),
      seller: reader.optional('seller'),
      trackingId: reader.optional('trackingId'),
      price: reader.optionalAmount('price', currency),
      items: isReturn ? 0 : quantity,
      returned: isReturn ? Math.abs(quantity) : 0,
      base,
      commission: reader.amount('earnings', currency),
    });
    return { order, identity: earningsIdentity(shipped, order) };
  }),
};
