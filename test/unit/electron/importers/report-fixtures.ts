import type { ImportAnswer } from '../../../../shared/domain/import-question.ts';
import { day } from '../../../../shared/domain/day.ts';
import type { ReportKind } from '../../../../shared/domain/report.ts';
import { tiktokHeader, tiktokRow } from './tiktok-row.ts';

/** A synthetic report as a vendor writes it, with the answers it needs and what its first row must say. */
export interface ReportFixture {
  readonly kind: ReportKind;
  readonly name: string;
  readonly text: string;
  readonly answers?: readonly ImportAnswer[];
  readonly rows: number;
  /** Of the first row, an order or an aggregate. */
  readonly first: Readonly<Record<string, unknown>>;
  readonly warnings?: readonly string[];
}

const window: ImportAnswer = { kind: 'window', from: day('2026-08-01'), to: day('2026-08-31') };
const usd: ImportAnswer = { kind: 'currency', currency: 'USD' };
const lines = (...rows: readonly string[]): string => `${rows.join('\n')}\n`;

const category =
  'Date,Category,Clicks,Indirect Items Ordered,Direct Items Ordered,Items Ordered,Direct Conversion Rate,Order Quantity,Product Conversion Rate,Order Conversion Rate,Commission Rate,Ordered Revenue,Items Shipped,Items Returned,Items Shipped Revenue,Items Shipped Earnings,Items Returned Revenue,Items Returned Earnings,Bonus,Total Earnings';
const linked = category.replace('Category,', 'Category,Product Title,ASIN,').replace(',Bonus', '');
const tracking =
  'Tracking Id,Clicks,Items Ordered,Ordered Revenue,Items Shipped,Items Returned,Items Shipped Revenue,Items Returned Revenue,Total Earnings,Bonus,Items Shipped Earnings,Items Returned Earnings';
const top = 'Rank,ASIN,Product Title,Category,Purchase Type';
const connections = 'Date,Campaign Title,ASIN,Clicks,Shipped Items,Revenue,Commission Income';
const withClicks = 'Name,ASIN,Clicks,Conversion,Date,Qty';
const trends = 'Date,Clicks,Items Ordered (Amazon),Items Ordered (3rd Party),Total Items Ordered,Conversion';
const feeTracking = 'Tracking ID,Clicks,Items Ordered,Items Shipped,Revenue($),Ad Fees($)';
const linkType = 'Link Type,Clicks,Items Ordered,Conversion,Ordered Revenue,Items Shipped,Ad Fees';
const feed =
  'Product Line\tItem\tASIN\tSeller\tTracking ID\tDate Shipped\tPrice\tQuantity\tRevenue\tEarnings\tReferral Fee Rate';
const videos =
  'Video ID,Creator name,Creator video-attributed GMV,Video-attributed orders,AOV,Likes,Comments,Shares,Video product impressions,Video product clicks,Completion rate,Video views';
const ltk = 'Date,Brand,Type,Publisher,Product,Direct to retailer link,Status,Commission,Payment';
const reels =
  'Post ID,Account ID,Account username,Account name,Description,Duration (sec),Publish time,Permalink,Post type,Data comment,Date,Views,Reach,Likes,Shares,Follows,Comments,Saves';
const stories =
  'Post ID,Account ID,Account username,Account name,Description,Duration (sec),Publish time,Permalink,Post type,Data comment,Date,Views,Reach,Likes,Shares,Profile visits,Replies,Sticker taps,Navigation,Link clicks,Follows';
const sellerUs =
  'Order ID,Product ID,Product Name,SKU ID,Price,Payment Amount,Currency,Quantity,Fully returned or refunded,Payment method,Order Status,Creator Username,Content Type,Content ID,commission model,Standard commission rate,Est. Commission Base,Est. standard commission payment,Actual Commission Base,Actual Commission Payment,Shop Ads commission rate,Est. Shop Ads commission payment,Actual Shop Ads commission payment,Est. co-funded creator bonus,Actual co-funded creator bonus,Time Created,Payment time,Order Delivery Time,Time Commission Paid,Platform';
const sellerUk = sellerUs.replace('Creator Username,', 'Creator Username,Creator Region,');
const sellerVn =
  'ID đơn hàng,ID sản phẩm,Tên sản phẩm,Sku,Id Sku,Sku người bán,Giá,Payment Amount,Đơn vị tiền tệ,Số lượng,Phương thức thanh toán,Trạng thái đơn hàng,Tên người dùng nhà sáng tạo,Loại nội dung,Id nội dung,commission model';
/** As three public parsers of real files name them. */
const sellerId =
  'ID Pesanan,ID Produk,Produk,SKU,ID Sku,Penjual Sku,Harga,Payment Amount,Mata Uang,Kuantitas,Metode Pembayaran,Status Pesanan,Nama pengguna kreator,Jenis Konten,ID Konten,commission model,Persentase komisi standar,Est. Acuan Komisi,Perkiraan pembayaran komisi standar,Acuan Komisi Aktual,Pembayaran Komisi Aktual,Persentase komisi Iklan Toko,Perkiraan pembayaran komisi Iklan Toko,Pembayaran komisi Iklan Toko aktual,Perkiraan bonus kreator,Bonus aktual kreator,Pengembalian barang,Pengembalian dana,Waktu Dibuat,Waktu Pembayaran,Waktu Pesanan Siap Dikirim,Order Delivery Time,Waktu Pesanan Selesai,Waktu Komisi Dibayar,Platform';
const sellerVnWhole = `${sellerVn},Tỷ lệ khấu trừ Thuế TNCN,Thuế TNCN ước tính,Thuế TNCN thực tế,Tỷ lệ hoa hồng tiêu chuẩn,Cơ sở hoa hồng ước tính,Thanh toán hoa hồng tiêu chuẩn ước tính,Cơ sở hoa hồng thực tế,Thanh toán hoa hồng thực tế,Tỷ lệ hoa hồng Quảng cáo cửa hàng,Thanh toán hoa hồng Quảng cáo cửa hàng ước tính,Thanh toán hoa hồng Quảng cáo cửa hàng thực tế,Thưởng đồng chi trả cho nhà sáng tạo ước tính,Thưởng đồng chi trả cho nhà sáng tạo thực tế,Trả hàng & hoàn tiền,Hoàn tiền,Thời gian đã tạo,Thời gian thanh toán,Thời gian sẵn sàng vận chuyển,Order Delivery Time,Thời gian hoàn thành đơn hàng,Thời gian hoa hồng đã thanh toán,Platform`;
const agency =
  'Order ID,Orderline ID,Creator,Product,Sales price & Quantity,Content Type,Commission Rate,Commission bonus rate,Est.Commission Base,Est. total commission,Est. commission bonus,Actual Commission Base,Agency commission,Agency commission bonus,Returns&Refunds,Plan ID,Time Created,Time delivered,Time commission paid,payment ID,Payment method,Payment account';
const income =
  'Order/adjustment ID  ,Type ,Order created time(UTC),Order settled time(UTC),Currency,Total settlement amount,Total revenue,Affiliate Commission';
const orders = 'Category,Name,ASIN,Date,Qty,Price($),Link Type,Tag,Indirect Sales,Device Type Group';
const bounty = 'Name,Date Shipped,Tracking Id,Quantity,Ad Fees($)';

const figures = (count: (value: number) => string, date: string, name: string): string =>
  [
    date,
    name,
    ...[120, 2, 5, 7].map(count),
    '4.2%',
    count(6),
    '5.8%',
    '5%',
    '3.0%',
    '210.50',
    count(6),
    count(1),
    '180.00',
    '5.40',
    '20.00',
    '0.60',
    '1.00',
    '5.80',
  ].join(',');

export const reportFixtures: readonly ReportFixture[] = [
  ...(
    [
      ['ISO days and whole counts', figures(String, '2026-08-31', 'Kitchen & Dining'), 'Kitchen & Dining'],
      [
        'American days and counts with a decimal',
        figures(value => value.toFixed(1), '08-31-2026', 'others'),
        'Other',
      ],
      [
        'a quoted category with grouped money',
        figures(String, '2026-08-31', '"Patio, Lawn & Garden"').replace('210.50', '"1,210.50"'),
        'Patio, Lawn & Garden',
      ],
    ] as const
  ).map(
    ([name, row, subjectId]): ReportFixture => ({
      kind: 'amazon.category',
      name,
      text: lines(category, row),
      answers: [window, usd],
      rows: 1,
      first: {
        subjectId,
        from: '2026-08-01',
        to: '2026-08-31',
        clicks: 120,
        itemsOrdered: 7,
        orders: 6,
        itemsReturned: 1,
        base: 16_000,
        commission: 580,
      },
    }),
  ),
  {
    kind: 'amazon.linked-product',
    name: 'an ordinary product',
    text: lines(
      linked,
      figures(String, '2026-08-31', 'Home,"Lamp, brass",B07LAMP001').replace(',1.00,5.80', ',5.80'),
    ),
    answers: [window, usd],
    rows: 1,
    first: {
      subject: 'product',
      subjectId: 'B07LAMP001 · Home',
      name: 'Lamp, brass',
      category: 'Home',
      commission: 580,
    },
  },
  {
    kind: 'amazon.linked-product',
    name: 'the catch-all row without ASIN, and a negative total',
    text: lines(linked, figures(String, '08-31-2026', 'Home,others,others').replace(',1.00,5.80', ',-2.10')),
    answers: [window, usd],
    rows: 1,
    first: { subjectId: 'Other · Home', commission: -210 },
  },
  {
    kind: 'amazon.linked-product',
    name: 'a row that contradicts itself is kept with a warning',
    text: lines(
      linked,
      figures(String, '2026-08-31', 'Home,Lamp,B07LAMP001')
        .replace(',120,2,5,7,', ',120,8,5,2,')
        .replace(',1.00,5.80', ',5.80'),
    ),
    answers: [window, usd],
    rows: 1,
    first: { itemsOrdered: 2 },
    warnings: ['contradicts-itself'],
  },
  ...(['tag-20', 'onamz-tag-20', 'other tag'] as const).map(
    (tag): ReportFixture => ({
      kind: 'amazon.tracking-id',
      name: `the tag ${tag}`,
      text: lines(tracking, `${tag},300,12.0,410.00,11,1,380.00,30.00,10.50,0,11.40,0.90`),
      answers: [window, usd],
      rows: 1,
      first: {
        subjectId: tag,
        clicks: 300,
        itemsOrdered: 12,
        base: 35_000,
        commission: 1050,
        to: '2026-08-31',
      },
    }),
  ),
  ...(['Direct', 'Indirect', 'direct'] as const).map(
    (purchase): ReportFixture => ({
      kind: 'amazon.top-sellers',
      name: `${purchase} purchases`,
      text: lines(top, `1,B07LAMP001,"Lamp, brass",Home,${purchase}`, `2,B07LAMP002,Pan,Kitchen,${purchase}`),
      answers: [window],
      rows: 2,
      first: { subjectId: `B07LAMP001 · ${purchase}`, name: 'Lamp, brass', currency: null, commission: null },
    }),
  ),
  ...(
    [
      ['2026-08-04', '2026-08-04'],
      ['08/30/2026', '2026-08-30'],
      ['2026-08-04 00:00:00', '2026-08-04'],
    ] as const
  ).map(
    ([written, from]): ReportFixture => ({
      kind: 'amazon.creator-connections',
      name: `the day ${written}`,
      text: lines(connections, `${written},"Summer, brand",B07LAMP001,40,3,90.00,9.00`),
      answers: [usd],
      rows: 1,
      first: {
        subject: 'campaign',
        name: 'Summer, brand',
        from,
        to: from,
        clicks: 40,
        itemsShipped: 3,
        commission: 900,
      },
    }),
  ),
  ...(
    [
      ['Pan,B00006JSUA,10,20.0%,2019-12-02,2', 'Pan'],
      ['"Pan, iron",B00006JSUA,10,20.0%,2019-12-02,2', 'Pan, iron'],
      ['27" pan, black,B00006JSUA,10,20.0%,2019-12-02,2', '27" pan, black'],
    ] as const
  ).map(
    ([row, name]): ReportFixture => ({
      kind: 'amazon.fee-orders-with-clicks',
      name: `the name ${name}`,
      text: lines('Fee-OrdersWithClicks reports from 12-01-2019 to 12-20-2019', withClicks, row),
      rows: 1,
      first: { subjectId: 'B00006JSUA', name, from: '2019-12-02', clicks: 10, itemsOrdered: 2 },
      ...(name.includes('"') ? { warnings: ['repaired-quotes'] } : {}),
    }),
  ),
  {
    kind: 'amazon.fee-daily-trends',
    name: 'plain days',
    text: lines(trends, '2019-12-02,33,2,1,3,9.09%', '2019-12-03,0,0,0,0,0%'),
    rows: 2,
    first: { subject: 'day', subjectId: '2019-12-02', clicks: 33, itemsOrdered: 3 },
  },
  {
    kind: 'amazon.fee-daily-trends',
    name: 'Italian names',
    text: lines(
      'Data,Clic,Articoli ordinati (Amazon),Articoli ordinati (3rd Party),Totale articoli ordinati,Conversione',
      '2019-12-02,33,2,1,3,9.09%',
    ),
    rows: 1,
    first: { from: '2019-12-02', clicks: 33 },
  },
  {
    kind: 'amazon.fee-daily-trends',
    name: 'a closing total and grouped counts',
    text: lines(trends, '2019-12-02,"1,033",2,1,3,0.3%', 'Total,,,,,'),
    rows: 1,
    first: { clicks: 1033 },
  },
  ...(
    [
      [feeTracking, 'tag-20,100,5,4,80.00,2.40', 'USD'],
      [feeTracking.replaceAll('($)', '(£)'), 'tag-21,100,5,4,80.00,2.40', 'GBP'],
      [
        'Monitoraggio ID;Clic;articoli ordinati;oggetti spediti;delle entrate (€);tasse pubblicitarie (€)',
        'tag-21;100;5;4;80,00;2,40',
        'EUR',
      ],
    ] as const
  ).map(
    ([head, row, currency]): ReportFixture => ({
      kind: 'amazon.fee-tracking',
      name: `in ${currency}`,
      text: lines(head, row),
      answers: [window],
      rows: 1,
      first: { subject: 'tracking-id', clicks: 100, itemsShipped: 4, base: 8000, commission: 240, currency },
    }),
  ),
  ...(['Text Link', 'Image', 'SiteStripe, banner'] as const).map(
    (type): ReportFixture => ({
      kind: 'amazon.fee-link-type',
      name: type,
      text: lines(linkType, `"${type}",100,5,5%,80.00,4,2.40`),
      answers: [window, usd],
      rows: 1,
      first: { subjectId: type, orderedRevenue: 8000, commission: 240 },
    }),
  ),
  ...(
    [
      ['a sale', '2\t39.80\t1.79', { items: 2, returned: 0, status: 'settled', commission: 179 }],
      ['a return', '-1\t-19.90\t-0.90', { items: 0, returned: 1, status: 'returned', commission: -90 }],
      ['an on-Amazon sale', '1\t19.90\t0.90', { stream: 'onsite' }],
    ] as const
  ).map(
    ([name, money, first]): ReportFixture => ({
      kind: 'amazon.data-feed',
      name,
      text: lines(
        'earnings report',
        feed,
        `Kitchen\tPan 27" black\tB00006JSUA\tAmazon.com\t${name.includes('on-') ? 'onamz-' : ''}tag-20\t2019-12-02\t19.90\t${money}\t4.50%`,
      ),
      answers: [usd],
      rows: 1,
      first,
    }),
  ),
  ...(
    [
      [
        'US',
        sellerUs,
        '',
        '20/03/2026 00:00:00',
        { status: 'settled', commission: 150, settledOn: '2026-03-20', orderedOn: '2026-03-04' },
      ],
      ['UK', sellerUk, 'UK,', '/', { status: 'pending', commission: null, estimatedCommission: 150 }],
    ] as const
  ).map(
    ([market, head, region, paid, first]): ReportFixture => ({
      kind: 'tiktok.seller-orders',
      name: market,
      text: lines(
        head,
        `576461413038785752,1729384756102938000,Pan,1729384756102938475,10.00,10.00,USD,1,No,Card,Completed,hearthpan,${region}Video,7568012345678901234,open collaboration,15%,10.00,1.50,10.00,1.50,/,/,/,/,/,04/03/2026 21:05:09,04/03/2026 21:06:00,08/03/2026 10:00:00,${paid},TikTok`,
      ),
      rows: 1,
      first: { orderId: '576461413038785752', contentId: '7568012345678901234', rate: 150_000, ...first },
    }),
  ),
  {
    kind: 'tiktok.seller-orders',
    name: 'Vietnamese names, a free sample',
    text: lines(
      sellerVn,
      '576461413038785752,1729384756102938000,Chảo,S,1729384756102938475,S1,"95,100",0,VND,1,Thẻ,Hoàn thành,hearthpan,Video,7568012345678901234,open',
    ),
    rows: 1,
    first: { currency: 'VND', price: 95_100, status: 'ineligible', productName: 'Chảo' },
  },
  ...(
    [
      [
        'settled',
        '150000',
        '1',
        'Selesai',
        '15000',
        '0',
        '20/03/2026 00:00:00',
        { status: 'settled', commission: 1_500_000 },
      ],
      [
        'pending',
        '150000',
        '1',
        'Dikirim',
        '15000',
        '0',
        '/',
        { status: 'pending', estimatedCommission: 1_500_000 },
      ],
      [
        'fully returned',
        '150000',
        '2',
        'Selesai',
        '0',
        '2',
        '20/03/2026 00:00:00',
        { status: 'returned', returned: 2 },
      ],
      ['cancelled', '150000', '1', 'Dibatalkan', '0', '0', '/', { status: 'ineligible', commission: 0 }],
    ] as const
  ).map(
    ([name, price, items, status, commission, back, paid, first]): ReportFixture => ({
      kind: 'tiktok.seller-orders',
      name: `Indonesian names, ${name}`,
      text: lines(
        sellerId,
        `576461413038785752,1729384756102938000,Wajan,S,1729384756102938475,S1,${price},${price},IDR,${items},Kartu,${status},hearthpan,Video,7568012345678901234,open,10%,${price},${commission},${price},${commission},/,/,/,/,/,${back},0,04/03/2026 21:05:09,04/03/2026 21:06:00,05/03/2026 10:00:00,08/03/2026 10:00:00,09/03/2026 10:00:00,${paid},TikTok`,
      ),
      rows: 1,
      first: {
        currency: 'IDR',
        productName: 'Wajan',
        orderedOn: '2026-03-04',
        contentType: 'Video',
        account: 'hearthpan',
        ...first,
      },
    }),
  ),
  {
    kind: 'tiktok.seller-orders',
    name: 'all Vietnamese names, settled',
    text: lines(
      sellerVnWhole,
      '576461413038785752,1729384756102938000,Chảo,S,1729384756102938475,S1,95100,95100,VND,1,Thẻ,Đã hoàn thành,hearthpan,Video,7568012345678901234,open,0%,0,0,10%,95100,9510,95100,9510,/,/,/,/,/,0,0,04/03/2026 21:05:09,04/03/2026 21:06:00,05/03/2026 10:00:00,08/03/2026 10:00:00,09/03/2026 10:00:00,20/03/2026 00:00:00,TikTok',
    ),
    rows: 1,
    first: {
      currency: 'VND',
      status: 'settled',
      commission: 9510,
      base: 95_100,
      settledOn: '2026-03-20',
      rate: 100_000,
    },
  },
  ...(['1', '2', '3'] as const).map(
    (line): ReportFixture => ({
      kind: 'tiktok.agency-orders',
      name: `order line ${line}`,
      text: lines(
        agency,
        `57646141303878575${line},57646141303878599${line},hearthpan,"Pan, iron",10.00 x 1,Video,15%,0%,10.00,1.50,0,10.00,0.15,0,0,7,04/03/2026 21:05:09,08/03/2026,20/03/2026,1,Card,X`,
      ),
      answers: [usd],
      rows: 1,
      first: {
        subjectId: `57646141303878599${line} · 57646141303878575${line}`,
        commission: 15,
        from: '2026-03-04',
      },
    }),
  ),
  ...(['Order', 'Refund', 'Adjustment'] as const).map(
    (type): ReportFixture => ({
      kind: 'tiktok.seller-income',
      name: `${type} under banner rows`,
      text: lines(
        'Seller statement',
        '',
        'All amounts in shop currency',
        income,
        `576461413038785752,${type},2026-03-04,2026-03-20,USD,8.10,10.00,-1.50`,
      ),
      rows: 1,
      first: { subjectId: '576461413038785752', name: type, base: 810, commission: -150 },
    }),
  ),
  ...(['7568012345678901234', '7568012345678901235', '7568012345678901236'] as const).map(
    (id): ReportFixture => ({
      kind: 'tiktok.video-list',
      name: `video ${id.slice(-1)}`,
      text: lines(videos, `${id},hearthpan,"$1,250.00",40,31.25,900,12,30,"15,200",420,31%,"98,000"`),
      answers: [window, usd],
      rows: 1,
      first: {
        subject: 'video',
        subjectId: id,
        views: 98_000,
        impressions: 15_200,
        clicks: 420,
        orders: 40,
        orderedRevenue: 125_000,
      },
    }),
  ),
  {
    kind: 'ltk.earnings',
    name: 'a sale whose name has escaped quotes',
    text: lines(
      ltk,
      '3/4/26,Crate,Sale,hearthpan,"Pan \\"Classic\\", 27 in",https://example.org/a,Open,$3.97,',
    ),
    rows: 1,
    first: {
      orderedOn: '2026-03-04',
      productName: 'Pan "Classic", 27 in',
      status: 'pending',
      estimatedCommission: 397,
      seller: 'Crate',
    },
  },
  {
    kind: 'ltk.earnings',
    name: 'a return, negative',
    text: lines(ltk, '12/28/25,Crate,Return,hearthpan,Pan,https://example.org/a,Paid,-$3.97,$0.00'),
    rows: 1,
    first: { orderedOn: '2025-12-28', status: 'returned', commission: -397 },
  },
  {
    kind: 'ltk.earnings',
    name: 'line breaks inside a name',
    text: lines(
      ltk,
      '1/2/26,Crate,Sale,hearthpan,"Pan',
      'with lid",https://example.org/a,Paid,$10.00,$10.00',
      '1/3/26,Crate,Sale,hearthpan,Pot,https://example.org/b,Paid,$2.00,$2.00',
    ),
    rows: 2,
    first: { productName: 'Pan with lid', commission: 1000 },
  },
  ...(
    [
      [
        'a reel',
        reels,
        '17900000000000001,1,hearth,Hearth,"Pan, hot",31,08/30/2026 10:00,https://example.org,IG reel,,Lifetime,"12,345",9000,1,2,3,4,5',
        { views: 12_345, impressions: 9000, clicks: null },
      ],
      [
        'a reel without text',
        reels,
        '17900000000000002,1,hearth,Hearth,,31,08/30/2026 10:00,https://example.org,IG reel,,Lifetime,12345,9000,1,2,3,4,5',
        { views: 12_345 },
      ],
      [
        'a story with link clicks',
        stories,
        '17900000000000003,1,hearth,Hearth,,15,08/30/2026 10:00,https://example.org,IG story,,Lifetime,1000,900,1,2,3,4,5,6,77,8',
        { views: 1000, clicks: 77 },
      ],
    ] as const
  ).map(
    ([name, head, row, first]): ReportFixture => ({
      kind: 'instagram.insights',
      name,
      text: lines(head, row),
      rows: 1,
      first: { subject: 'post', from: '2026-08-30', program: 'other', ...first },
    }),
  ),
  ...(['di', 'ndi', ''] as const).map(
    (indirect): ReportFixture => ({
      kind: 'amazon.fee-orders',
      name: `with Indirect Sales "${indirect}"`,
      text: lines(orders, `Kitchen,Pan,B00006JSUA,2019-12-02,1,19.90,Text Link,tag-20,${indirect},PHONE`),
      rows: 1,
      first: { direct: { di: true, ndi: false, '': null }[indirect], measure: 'ordered' },
    }),
  ),
  ...(['Audible Free Trial', '"Prime, 30 days"', 'Baby "Registry"'] as const).map(
    (name): ReportFixture => ({
      kind: 'amazon.bounty',
      name,
      text: lines('Bounty reports from 12-01-2019 to 12-20-2019', bounty, `${name},2019-12-02,tag-20,1,5.00`),
      rows: 1,
      first: {
        measure: 'bounty',
        commission: 500,
        productName: name.replaceAll(/^"|"$/g, '').replace('Baby "Registry', 'Baby "Registry"'),
      },
    }),
  ),
  ...(
    [
      ['a settled order', {}, { status: 'settled', commission: 142_650, estimatedCommission: 142_650 }],
      [
        'a pending order, whose money stands in the estimates only',
        {
          'Order settlement status': 'Pending',
          'Total final earned amount': '/',
          'Actual commission base': '/',
          'Commission settlement date': '/',
        },
        { status: 'pending', commission: null, estimatedCommission: 142_650, settledOn: null },
      ],
      [
        'a full refund',
        {
          'Order settlement status': 'Ineligible',
          'Items refunded': '1',
          'Total final earned amount': '0',
          'Actual commission base': '0',
        },
        { status: 'returned', commission: 0, returned: 1 },
      ],
    ] as const
  ).map(
    ([name, cells, first]): ReportFixture => ({
      kind: 'tiktok.creator-orders',
      name,
      text: lines(tiktokHeader.join(','), tiktokRow(cells).join(',')),
      rows: 1,
      first: { orderId: '576461413038785752', orderedOn: '2026-03-04', ...first },
    }),
  ),
  ...(
    [
      ['a sale', '1,0,19.90,0.90', { status: 'settled', commission: 90, items: 1 }],
      ['a return', '0,1,-19.90,-0.90', { status: 'returned', commission: -90, returned: 1 }],
      ['a group of equal items', '3,0,59.70,2.70', { items: 3, base: 5970, price: 1990 }],
    ] as const
  ).map(
    ([name, money, first]): ReportFixture => ({
      kind: 'amazon.fee-earnings',
      name,
      text: lines(
        'Category,Name,ASIN,Seller,Tracking ID,Date Shipped,Price($),Items Shipped,Returns,Revenue($),Ad Fees($),Device Type Group',
        `Kitchen,Pan,B00006JSUA,Amazon,tag-20,2019-12-02,19.90,${money},PHONE`,
      ),
      rows: 1,
      first: { shippedOn: '2019-12-02', trackingId: 'tag-20', ...first },
    }),
  ),
];
