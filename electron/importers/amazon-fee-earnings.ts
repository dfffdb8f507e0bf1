import { amazonOrder, amazonRows, earningsIdentity, readDirect } from './amazon-rows.ts';
import { amazonCurrency } from './amazon.ts';
import type { Importer } from './importer.ts';

/**
 * Fee-Earnings (about 2016 to 2025): one row per shipped or returned group of equal items. It has no order id, so a row's cells are its
 * identity. Revenue and fees are net of sign: a return row has `Returns` 1 and negative money, and the sign of the fee is the truth.
 */
export const amazonFeeEarnings: Importer = {
  kind: 'amazon.fee-earnings',
  program: 'amazon',
  measure: 'earned',
  identity: 'cells',
  trackingField: 'trackingId',
  keySpace: 'amazon.earnings',
  hasDirectApart: true,
  freeText: 'name',
  columns: {
    required: {
      category: ['category', 'categoria'],
      name: ['name', 'prodotto'],
      asin: ['asin'],
      trackingId: ['tracking id', 'trackingid', 'tag'],
      shipped: ['date shipped', 'data spedizione'],
      items: ['items shipped', 'prodotti spediti'],
      returns: ['returns', 'resi'],
      revenue: ['revenue', 'ricavi'],
      fees: ['ad fees', 'commissioni pubblicitarie'],
    },
    optional: {
      seller: ['seller', 'venditore'],
      price: ['price', 'prezzo'],
      direct: ['direct', 'acquisto idoneo diretto'],
    },
  },
  dayOrder: 'iso',
  noted: { days: ['shipped'], amounts: ['price', 'revenue', 'fees'] },
  currencyOf: amazonCurrency,
  open: amazonRows((reader, currency) => {
    const shipped = reader.day('shipped');
    const returned = reader.count('returns');
    const base = reader.amount('revenue', currency);
    const commission = reader.amount('fees', currency);
    const order = amazonOrder({
      report: 'amazon.fee-earnings',
      measure: 'earned',
      status: returned > 0 || base < 0 || commission < 0 ? 'returned' : 'settled',
      currency,
      shippedOn: shipped?.day ?? null,
      productId: reader.requiredId('asin'),
      productName: reader.name('name'),
      category: reader.optional('category'),
      seller: reader.optional('seller'),
      trackingId: reader.optional('trackingId'),
      direct: readDirect(reader.text('direct')),
      price: reader.optionalAmount('price', currency),
      items: reader.count('items'),
      returned,
      base,
      commission,
    });
    return { order, identity: earningsIdentity(shipped, order) };
  }),
};
