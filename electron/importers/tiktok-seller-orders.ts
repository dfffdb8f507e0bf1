import type { Currency, Minor } from '../../shared/domain/money.ts';
import type { Order, OrderStatus } from '../../shared/domain/order.ts';
import type { Importer } from './importer.ts';
import type { CellReader } from './read-cell/cell-reader.ts';
import { tiktokOrder, tiktokOrderLines } from './tiktok-order-lines.ts';

/**
 * A seller's affiliate orders (US 30 columns, UK 31 with the creator's region, Vietnamese and Indonesian names, of which some stay English).
 * The same order lines as in the creators' exports, under the same identities: where both are imported they are one sale. `Payment Amount`
 * 0 is a free sample.
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
      orderId: ['order id', 'id đơn hàng', 'id pesanan'],
      productId: ['product id', 'id sản phẩm', 'id produk'],
      product: ['product name', 'tên sản phẩm', 'produk', 'nama produk'],
      skuId: ['sku id', 'id sku'],
      price: ['price', 'giá', 'harga'],
      payment: ['payment amount'],
      currency: ['currency', 'đơn vị tiền tệ', 'mata uang'],
      items: ['quantity', 'số lượng', 'kuantitas'],
      status: ['order status', 'trạng thái đơn hàng', 'status pesanan'],
      creator: ['creator username', 'tên người dùng nhà sáng tạo', 'nama pengguna kreator'],
      contentId: ['content id', 'id nội dung', 'id konten'],
    },
    optional: {
      refunded: [
        'fully returned or refunded',
        'trả hàng & hoàn tiền',
        'pengembalian barang atau dana',
        'pengembalian barang',
      ],
      contentType: ['content type', 'loại nội dung', 'jenis konten'],
      rate: ['standard commission rate', 'tỷ lệ hoa hồng tiêu chuẩn', 'persentase komisi standar'],
      estimatedBase: ['est. commission base', 'cơ sở hoa hồng ước tính', 'est. acuan komisi'],
      estimated: [
        'est. standard commission payment',
        'thanh toán hoa hồng tiêu chuẩn ước tính',
        'perkiraan pembayaran komisi standar',
      ],
      base: ['actual commission base', 'cơ sở hoa hồng thực tế', 'acuan komisi aktual'],
      commission: ['actual commission payment', 'thanh toán hoa hồng thực tế', 'pembayaran komisi aktual'],
      ads: [
        'actual shop ads commission payment',
        'thanh toán hoa hồng quảng cáo cửa hàng thực tế',
        'pembayaran komisi iklan toko aktual',
      ],
      estimatedAds: [
        'est. shop ads commission payment',
        'thanh toán hoa hồng quảng cáo cửa hàng ước tính',
        'perkiraan pembayaran komisi iklan toko',
      ],
      bonus: [
        'actual co-funded creator bonus',
        'thưởng đồng chi trả cho nhà sáng tạo thực tế',
        'bonus aktual kreator',
      ],
      created: ['time created', 'thời gian đã tạo', 'waktu dibuat'],
      paid: ['time commission paid', 'thời gian hoa hồng đã thanh toán', 'waktu komisi dibayar'],
    },
  },
  dayOrder: 'day-first',
  noted: { days: ['created', 'paid'], amounts: ['price', 'payment', 'estimatedBase', 'base', 'commission'] },
  currencyOf: () => 'in-rows',
  open: tiktokOrderLines((reader, currency) => readRow(reader, currency)),
};

/** A word, or in Vietnamese and Indonesian exports the number of items that came back: only all of them are a full return. */
const isReturned = (text: string, items: number): boolean =>
  /^(?:yes|true|có|ya)$/iu.test(text) || (items > 0 && text === String(items));
const isCancelled = (text: string): boolean =>
  /cancel|unpaid|ineligible|đã hủy|không đủ điều kiện|batal|tidak memenuhi syarat/iu.test(text);

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
  const refunded = isReturned(reader.text('refunded'), items);
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
