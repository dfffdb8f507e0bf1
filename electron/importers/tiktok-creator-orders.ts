import { currencySchema, minor, type Currency, type Minor } from '../../shared/domain/money.ts';
import type { Order, OrderStatus } from '../../shared/domain/order.ts';
import { readDirect } from './amazon-fee-earnings.ts';
import type { Header } from './header.ts';
import type { Fault, Importer, ReadRow, ReportContext } from './importer.ts';
import { CellReader } from './read-cell/cell-reader.ts';
import { areRounded } from './read-cell/read-id.ts';

/**
 * TikTok Shop creator export: one row per order × SKU × product × content, which together are its identity. Days are day-first in every
 * market. Pending money stands in the `Est.` columns only and is never read as earned; there are no negative rows: a full refund is
 * `Ineligible` with refunded items and nothing actual, a partial one has a smaller actual base.
 */
export const tiktokCreatorOrders: Importer = {
  kind: 'tiktok.creator-orders',
  program: 'tiktok-shop',
  measure: 'earned',
  identity: 'order',
  keySpace: 'tiktok.order-line',
  freeText: 'product',
  columns: {
    required: {
      orderId: ['order id'],
      skuId: ['sku id'],
      product: ['product name'],
      productId: ['product id'],
      price: ['price'],
      items: ['items sold'],
      refunded: ['items refunded'],
      currency: ['currency'],
      status: ['order settlement status'],
      contentId: ['content id'],
      estimatedBase: ['est. commission base'],
      estimatedStandard: ['est. standard commission'],
      base: ['actual commission base'],
      earned: ['total final earned amount'],
      ordered: ['order date'],
    },
    optional: {
      shop: ['shop name'],
      indirect: ['indirect'],
      contentType: ['content type'],
      standard: ['standard'],
      estimatedAds: ['est. shop ads commission'],
      estimatedBonus: ['est. bonus'],
      estimatedPartnerBonus: ['est. affiliate partner bonus'],
      estimatedIva: ['est. iva'],
      estimatedIsr: ['est. isr'],
      estimatedPit: ['est. pit'],
      estimatedShared: ['est. revenue sharing portion'],
      settled: ['commission settlement date'],
    },
  },
  dayOrder: 'day-first',
  noted: {
    days: ['ordered', 'settled'],
    amounts: ['price', 'estimatedBase', 'estimatedStandard', 'base', 'earned'],
  },
  currencyOf: () => 'in-rows',
  open: (header, context) => openRows(header, context),
};

type Money = 'actual' | 'estimated' | 'none';

const statuses: ReadonlyMap<string, { readonly status: OrderStatus; readonly money: Money }> = new Map([
  ['settled', { status: 'settled', money: 'actual' }],
  ['pending', { status: 'pending', money: 'estimated' }],
  ['awaitingpayment', { status: 'pending', money: 'estimated' }],
  ['customerunpaid', { status: 'pending', money: 'estimated' }],
  ['frozen', { status: 'frozen', money: 'estimated' }],
  ['ineligible', { status: 'ineligible', money: 'actual' }],
]);

const added = ['estimatedAds', 'estimatedBonus', 'estimatedPartnerBonus'] as const;
const taken = ['estimatedIva', 'estimatedIsr', 'estimatedPit', 'estimatedShared'] as const;

/** What TikTok Shop expects to pay: standard, ads and bonuses less taxes and the shared part. Null when it gives no estimate. */
const readEstimate = (reader: CellReader, currency: Currency): Minor | null => {
  const standard = reader.optionalAmount('estimatedStandard', currency);
  let total: number = standard ?? 0;
  let known = standard !== null;
  for (const field of added) {
    const amount = reader.optionalAmount(field, currency);
    known ||= amount !== null;
    total += amount ?? 0;
  }
  for (const field of taken) total -= Math.abs(reader.optionalAmount(field, currency) ?? 0);
  return known ? minor(total) : null;
};

const knownCurrencies: ReadonlySet<string> = new Set(currencySchema.options);

const readCurrency = (reader: CellReader): Currency => {
  const text = reader.required('currency').toUpperCase();
  if (knownCurrencies.has(text)) return text as Currency;
  if (text !== '') reader.refuse('currency', 'not-a-currency');
  return 'USD';
};

const noWarnings: readonly Fault[] = [];

const openRows = (header: Header, context: ReportContext): ReadRow => {
  const reader = new CellReader(header, context.notation);
  return cells => {
    reader.start(cells);
    const currency = readCurrency(reader);
    const found = statuses.get(
      reader
        .required('status')
        .toLowerCase()
        .replaceAll(/[\s_-]/gu, ''),
    );
    if (!found && reader.text('status') !== '') reader.refuse('status', 'unknown-status');
    const orderId = reader.requiredId('orderId');
    const skuId = reader.id('skuId');
    const productId = reader.requiredId('productId');
    const contentId = reader.id('contentId');
    if (areRounded([orderId, skuId, productId, contentId])) reader.refuse('orderId', 'id-destroyed-by-excel');
    const items = reader.count('items');
    const returned = reader.count('refunded');
    const price = reader.optionalAmount('price', currency);
    const ordered = reader.day('ordered');
    const settled = reader.optionalDay('settled');
    const estimatedBase = reader.optionalAmount('estimatedBase', currency);
    const estimatedCommission = readEstimate(reader, currency);
    const isActual = found?.money === 'actual';
    const base = isActual ? (reader.optionalAmount('base', currency) ?? (0 as Minor)) : null;
    const commission = isActual ? (reader.optionalAmount('earned', currency) ?? (0 as Minor)) : null;
    if (found?.status === 'settled' && reader.optional('earned') === null)
      reader.refuse('earned', 'missing-value');
    const rate = reader.optionalPercent('standard');
    const indirect = readDirect(reader.text('indirect'));
    if (reader.faults.length > 0) return { kind: 'refused', faults: reader.faults };
    const order: Order = {
      program: 'tiktok-shop',
      report: 'tiktok.creator-orders',
      measure: 'earned',
      stream: 'offsite',
      status: found!.status === 'ineligible' && returned > 0 ? 'returned' : found!.status,
      currency,
      orderedOn: ordered!.day,
      shippedOn: null,
      settledOn: settled?.day ?? null,
      orderId,
      skuId,
      productId,
      productName: reader.name('product'),
      category: null,
      seller: reader.optional('shop'),
      trackingId: null,
      contentId,
      contentType: reader.optional('contentType'),
      direct: indirect === null ? null : !indirect,
      price,
      items,
      returned,
      base,
      commission,
      estimatedBase,
      estimatedCommission,
      rate,
    };
    const identity = `${orderId}\t${skuId ?? ''}\t${productId}\t${contentId ?? ''}`;
    return { kind: 'order', order, identity, warnings: noWarnings };
  };
};
