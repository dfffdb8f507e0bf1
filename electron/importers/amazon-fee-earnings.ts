import type { Order } from '../../shared/domain/order.ts';
import { amazonCurrency, amazonStream, isTotalRow } from './amazon.ts';
import type { Header } from './header.ts';
import type { Importer, ReadRow, ReportContext } from './importer.ts';
import { CellReader } from './read-cell/cell-reader.ts';

/**
 * Fee-Earnings (about 2016 to 2025): one row per shipped or returned group of equal items. It has no order id, so a row's cells are its
 * identity. Revenue and fees are net of sign: a return row has `Returns` 1 and negative money, and the sign of the fee is the truth.
 */
export const amazonFeeEarnings: Importer = {
  kind: 'amazon.fee-earnings',
  program: 'amazon',
  measure: 'earned',
  identity: 'cells',
  keySpace: 'amazon.earnings',
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
  open: (header, context) => openRows(header, context),
};

const direct: ReadonlySet<string> = new Set(['yes', 'y', 'true', 'di', 'direct', 'si', 'sì']);
const indirect: ReadonlySet<string> = new Set(['no', 'n', 'false', 'ndi', 'indirect']);

/** Whether the shopper bought the very product linked; null when the report does not say. */
export const readDirect = (text: string): boolean | null => {
  const word = text.toLowerCase();
  if (direct.has(word)) return true;
  return indirect.has(word) ? false : null;
};

const openRows = (header: Header, context: ReportContext): ReadRow => {
  const reader = new CellReader(header, context.notation);
  const currency = context.currency!;
  return cells => {
    if (isTotalRow(cells)) return { kind: 'skip' };
    reader.start(cells);
    const shipped = reader.day('shipped');
    const items = reader.count('items');
    const returned = reader.count('returns');
    const base = reader.amount('revenue', currency);
    const commission = reader.amount('fees', currency);
    const price = reader.optionalAmount('price', currency);
    const productId = reader.requiredId('asin');
    const category = reader.optional('category');
    const productName = reader.name('name');
    const seller = reader.optional('seller');
    const trackingId = reader.optional('trackingId');
    const isDirect = readDirect(reader.text('direct'));
    if (reader.faults.length > 0) return { kind: 'refused', faults: reader.faults };
    const order: Order = {
      program: 'amazon',
      report: 'amazon.fee-earnings',
      measure: 'earned',
      stream: amazonStream(trackingId),
      status: returned > 0 || base < 0 || commission < 0 ? 'returned' : 'settled',
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
      direct: isDirect,
      price,
      items,
      returned,
      base,
      commission,
      estimatedBase: null,
      estimatedCommission: null,
      rate: null,
    };
    const identity = `${shipped!.day} ${shipped!.time}\t${productId}\t${trackingId ?? ''}\t${items}\t${returned}\t${base}\t${commission}\t${price ?? ''}\t${currency}\t${category ?? ''}\t${seller ?? ''}\t${isDirect ?? ''}\t${productName}`;
    return { kind: 'order', order, identity, warnings: [] };
  };
};
