import { amazonOrder, amazonRows } from './amazon-rows.ts';
import { amazonCurrency } from './amazon.ts';
import type { Importer } from './importer.ts';

/** Bounty: a fixed fee for each trial or registration (Audible, Prime); no sale, no commission base. */
export const amazonBounty: Importer = {
  kind: 'amazon.bounty',
  program: 'amazon',
  measure: 'bounty',
  identity: 'cells',
  trackingField: 'trackingId',
  freeText: 'name',
  columns: {
    required: {
      name: ['name'],
      shipped: ['date shipped'],
      trackingId: ['tracking id', 'trackingid'],
      items: ['quantity'],
      fees: ['ad fees'],
    },
    optional: {},
  },
  dayOrder: 'iso',
  noted: { days: ['shipped'], amounts: ['fees'] },
  currencyOf: amazonCurrency,
  open: amazonRows((reader, currency) => {
    const earned = reader.day('shipped');
    const commission = reader.amount('fees', currency);
    const productName = reader.required('name');
    const order = amazonOrder({
      report: 'amazon.bounty',
      measure: 'bounty',
      status: commission < 0 ? 'returned' : 'settled',
      currency,
      shippedOn: earned?.day ?? null,
      productId: productName,
      productName,
      trackingId: reader.optional('trackingId'),
      items: reader.count('items'),
      commission,
    });
    const { trackingId, items } = order;
    const identity = `${earned?.day} ${earned?.time}\t${productName}\t${trackingId ?? ''}\t${items}\t${commission}\t${currency}`;
    return { order, identity };
  }),
};
