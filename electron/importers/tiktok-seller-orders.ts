import type { Currency, Minor } from '../../shared/domain/money.ts';
import type { Order, OrderStatus } from '../../shared/domain/order.ts';
import type { Importer } from './importer.ts';
import type { CellReader } from './read-cell/cell-reader.ts';
import { tiktokOrder, tiktokOrderLines } from './tiktok-order-lines.ts';

/**
 * A seller's affiliate orders (US 30 columns, UK 31 with the creator's region, Vietnamese names). The same order lines as in the creators'
 * exports, under the same identities: where both are imported they are one sale. `Payment Amount` 0 is a free sample.
 */
export const tiktokSellerOrders: Importer = {
  kind: 'tiktok.seller-orders',
  program: 'tiktok-shop',
  measure: 'earned',
  identity: 'order',
  unzoned: { fields: ['created', 'paid'], contentId: 'contentId' },
  accountField: 'creator',
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
  open: tiktokOrderLines((reader, currency) => readRow(reader, currency)),
};

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

const nothing = 0 as Minor;

const readRow = (reader: CellReader, currency: Currency): Order => {
  const money = (field: string): Minor | null => reader.optionalAmount(field, currency);
  const items = reader.count('items');
  const paid = reader.optionalDay('paid');
  const sample = money('payment') === 0;
  const refunded = isYes(reader.text('refunded'));
  const cancelled = isCancelled(reader.text('status'));
  const status = statusOf({ refunded, cancelled, paid: paid !== null, sample });
  const actual = (amount: Minor | null): Minor | null => {
    if (status === 'pending') return null;
    return amount ?? (status === 'settled' ? null : nothing);
  };
  return tiktokOrder(reader, {
    report: 'tiktok.seller-orders',
    status,
    currency,
    orderedOn: reader.optionalDay('created')?.day ?? null,
    settledOn: paid?.day ?? null,
    direct: null,
    items,
    returned: refunded ? items : 0,
    base: actual(money('base')),
    commission: actual(sum(money('commission'), money('ads'), money('bonus'))),
    estimatedCommission: sum(money('estimated'), money('estimatedAds')),
    rate: reader.text('rate').includes('%') ? reader.optionalPercent('rate') : null,
  });
};
