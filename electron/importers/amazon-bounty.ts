import type { Order } from '../../shared/domain/order.ts';
import { amazonCurrency, amazonStream, isTotalRow } from './amazon.ts';
import type { Header } from './header.ts';
import type { Importer, ReadRow, ReportContext } from './importer.ts';
import { CellReader } from './read-cell/cell-reader.ts';

/** Bounty: a fixed fee for each trial or registration (Audible, Prime); no sale, no commission base. */
export const amazonBounty: Importer = {
  kind: 'amazon.bounty',
  program: 'amazon',
  measure: 'bounty',
  identity: 'cells',
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
  open: (header, context) => openRows(header, context),
};

const openRows = (header: Header, context: ReportContext): ReadRow => {
  const reader = new CellReader(header, context.notation);
  const currency = context.currency!;
  return cells => {
    if (isTotalRow(cells)) return { kind: 'skip' };
    reader.start(cells);
    const earned = reader.day('shipped');
    const items = reader.count('items');
    const commission = reader.amount('fees', currency);
    const productName = reader.required('name');
    const trackingId = reader.optional('trackingId');
    if (reader.faults.length > 0) return { kind: 'refused', faults: reader.faults };
    const order: Order = {
      program: 'amazon',
      report: 'amazon.bounty',
      measure: 'bounty',
      stream: amazonStream(trackingId),
      status: commission < 0 ? 'returned' : 'settled',
      currency,
      orderedOn: null,
      shippedOn: earned!.day,
      settledOn: null,
      orderId: null,
      skuId: null,
      productId: productName,
      productName,
      category: null,
      seller: null,
      trackingId,
      contentId: null,
      contentType: null,
      direct: null,
      price: null,
      items,
      returned: 0,
      base: null,
      commission,
      estimatedBase: null,
      estimatedCommission: null,
      rate: null,
    };
    const identity = `${earned!.day} ${earned!.time}\t${productName}\t${trackingId ?? ''}\t${items}\t${commission}\t${currency}`;
    return { kind: 'order', order, identity, warnings: [] };
  };
};
