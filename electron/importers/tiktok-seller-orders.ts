import { currencySchema, type Currency, type Minor } from '../../shared/domain/money.ts';
import type { Order, OrderStatus } from '../../shared/domain/order.ts';
import type { Header } from './header.ts';
import type { Importer, ReadRow, ReportContext } from './importer.ts';
import { CellReader } from './read-cell/cell-reader.ts';
import { areRounded } from './read-cell/read-id.ts';

/**
 * A seller's affiliate orders (US 30 columns, UK 31 with the creator's region, Vietnamese names). The same order lines as in the creators'
 * exports, under the same identities: where both are imported they are one sale. `Payment Amount` 0 is a free sample.
 */
export const tiktokSellerOrders: Importer = {
  kind: 'tiktok.seller-orders',
  program: 'tiktok-shop',
  measure: 'earned',
  identity: 'order',
  keySpace: 'tiktok.order-line',
  freeText: 'product',
  columns: {
    required: {
      orderId: ['order id', 'id đơn hàng'],
      productId: ['product id', 'id sản phẩm'],
      product: ['product name', 'tên sản phẩm'],
      skuId: ['sku id', 'id sku'],
      price: ['price', 'giá'],
      payment: ['payment amount'],
      currency: ['currency', 'đơn vị tiền tệ'],
      items: ['quantity', 'số lượng'],
      status: ['order status', 'trạng thái đơn hàng'],
      creator: ['creator username', 'tên người dùng nhà sáng tạo'],
      contentId: ['content id', 'id nội dung'],
    },
    optional: {
      refunded: ['fully returned or refunded'],
      contentType: ['content type', 'loại nội dung'],
      rate: ['standard commission rate'],
      estimatedBase: ['est. commission base'],
      estimated: ['est. standard commission payment'],
      base: ['actual commission base'],
      commission: ['actual commission payment'],
      ads: ['actual shop ads commission payment'],
      estimatedAds: ['est. shop ads commission payment'],
      bonus: ['actual co-funded creator bonus'],
      created: ['time created'],
      paid: ['time commission paid'],
    },
  },
  dayOrder: 'day-first',
  noted: { days: ['created', 'paid'], amounts: ['price', 'payment', 'estimatedBase', 'base', 'commission'] },
  currencyOf: () => 'in-rows',
  open: (header, context) => openRows(header, context),
};

const known: ReadonlySet<string> = new Set(currencySchema.options);

const isYes = (text: string): boolean => /^(?:yes|true|có|ya)$/iu.test(text);
const isCancelled = (text: string): boolean => /cancel|unpaid|đã hủy|batal/iu.test(text);

interface SellerStatus {
  readonly refunded: boolean;
  readonly cancelled: boolean;
  readonly paid: boolean;
  readonly sample: boolean;
}

const statusOf = ({ refunded, cancelled, paid, sample }: SellerStatus): OrderStatus => {
  if (refunded) return 'returned';
  if (cancelled || sample) return 'ineligible';
  return paid ? 'settled' : 'pending';
};

const sum = (...amounts: readonly (Minor | null)[]): Minor | null =>
  amounts.every(amount => amount === null)
    ? null
    : (amounts.reduce<number>((total, amount) => total + (amount ?? 0), 0) as Minor);

const openRows = (header: Header, context: ReportContext): ReadRow => {
  const reader = new CellReader(header, context.notation);
  return cells => {
    reader.start(cells);
    const code = reader.required('currency').toUpperCase();
    if (code !== '' && !known.has(code)) reader.refuse('currency', 'not-a-currency');
    const currency: Currency = known.has(code) ? (code as Currency) : 'USD';
    const money = (field: string): Minor | null => reader.optionalAmount(field, currency);
    const orderId = reader.requiredId('orderId');
    const skuId = reader.id('skuId');
    const productId = reader.requiredId('productId');
    const contentId = reader.id('contentId');
    if (areRounded([orderId, skuId, productId, contentId])) reader.refuse('orderId', 'id-destroyed-by-excel');
    const items = reader.count('items');
    const created = reader.optionalDay('created');
    const paid = reader.optionalDay('paid');
    const sample = money('payment') === 0;
    const refunded = isYes(reader.text('refunded'));
    const cancelled = isCancelled(reader.text('status'));
    const status = statusOf({ refunded, cancelled, paid: paid !== null, sample });
    const isActual = status !== 'pending';
    const earned = sum(money('commission'), money('ads'), money('bonus'));
    const base = money('base');
    const price = money('price');
    const estimatedBase = money('estimatedBase');
    const estimatedCommission = sum(money('estimated'), money('estimatedAds'));
    const rate = reader.text('rate').includes('%') ? reader.optionalPercent('rate') : null;
    if (reader.faults.length > 0) return { kind: 'refused', faults: reader.faults };
    const order: Order = {
      program: 'tiktok-shop',
      report: 'tiktok.seller-orders',
      measure: 'earned',
      stream: 'offsite',
      status,
      currency,
      orderedOn: created?.day ?? null,
      shippedOn: null,
      settledOn: paid?.day ?? null,
      orderId,
      skuId,
      productId,
      productName: reader.name('product'),
      category: null,
      seller: null,
      trackingId: null,
      contentId,
      contentType: reader.optional('contentType'),
      direct: null,
      price,
      items,
      returned: refunded ? items : 0,
      base: isActual ? (base ?? (0 as Minor)) : null,
      commission: isActual ? (earned ?? (0 as Minor)) : null,
      estimatedBase,
      estimatedCommission,
      rate,
    };
    const identity = `${orderId}\t${skuId ?? ''}\t${productId}\t${contentId ?? ''}`;
    return { kind: 'order', order, identity, warnings: [] };
  };
};
