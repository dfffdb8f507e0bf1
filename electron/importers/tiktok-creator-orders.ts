import { minor, type Currency, type Minor } from '../../shared/domain/money.ts';
import type { Order, OrderStatus } from '../../shared/domain/order.ts';
import { readDirect } from './amazon-rows.ts';
import type { Importer } from './importer.ts';
import type { CellReader } from './read-cell/cell-reader.ts';
import { tiktokOrder, tiktokOrderLines } from './tiktok-order-lines.ts';

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
  unzoned: { fields: ['ordered', 'settled'], contentId: 'contentId' },
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
  open: tiktokOrderLines((reader, currency) => readRow(reader, currency)),
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

const readStatus = (reader: CellReader): { readonly status: OrderStatus; readonly money: Money } => {
  const text = reader.required('status');
  const found = statuses.get(text.toLowerCase().replaceAll(/[\s_-]/gu, ''));
  if (!found && text !== '') reader.refuse('status', 'unknown-status');
  return found ?? { status: 'pending', money: 'none' };
};

const nothing = 0 as Minor;

const readRow = (reader: CellReader, currency: Currency): Order => {
  const { status, money } = readStatus(reader);
  const returned = reader.count('refunded');
  const isActual = money === 'actual';
  const isIneligible = status === 'ineligible';
  const base = isActual ? reader.optionalAmount('base', currency) : null;
  const commission = isActual ? reader.optionalAmount('earned', currency) : null;
  if (status === 'settled' && reader.optional('earned') === null) reader.refuse('earned', 'missing-value');
  const indirect = readDirect(reader.text('indirect'));
  return tiktokOrder(reader, {
    report: 'tiktok.creator-orders',
    status: isIneligible && returned > 0 ? 'returned' : status,
    currency,
    orderedOn: reader.day('ordered')?.day ?? null,
    settledOn: reader.optionalDay('settled')?.day ?? null,
    seller: reader.optional('shop'),
    direct: indirect === null ? null : !indirect,
    items: reader.count('items'),
    returned,
    base: base ?? (isIneligible ? nothing : null),
    commission: commission ?? (isIneligible ? nothing : null),
    estimatedCommission: readEstimate(reader, currency),
    rate: reader.optionalPercent('standard'),
  });
};
