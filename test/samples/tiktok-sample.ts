import type { Day } from '../../shared/domain/day.ts';
import { minor, ppm, takeRate } from '../../shared/domain/money.ts';
import type { Rows } from './amazon-sample.ts';
import type { Random } from './random.ts';
import { clock, downloadedOn, later, makeSales, type Sale } from './sales.ts';

const header =
  'Order ID,SKU ID,Product name,Product ID,Price,Items sold,Items refunded,Shop name,Shop code,Affiliate partner,Agency,Currency,Order type,Order settlement status,Indirect,Commission type,Content Type,Content ID,Standard,Shop ads,TikTok bonus,Partner bonus,Revenue sharing portion,GMV,Est. commission base,Est. standard commission,Est. Shop Ads commission,Est. Bonus,Est. Affiliate partner bonus,Est. IVA,Est. ISR,Est. PIT,Est. revenue sharing portion,Actual commission base,Standard commission,Shop Ads commission,Bonus,Affiliate partner bonus,Tax - ISR,Tax - IVA,Tax - PIT,Shared with partner,Total final earned amount,Order date,Commission settlement date';

const missing = '/';

/** `1,234.50` */
const money = (cents: number): string => {
  const [whole, fraction] = (cents / 100).toFixed(2).split('.');
  return `${whole!.replaceAll(/\B(?=(?:\d{3})+$)/g, ',')}.${fraction}`;
};

const dayFirst = (on: Day, second: number): string =>
  `${on.slice(8)}/${on.slice(5, 7)}/${on.slice(0, 4)} ${clock(second)}`;

const contentTypes = [
  { name: 'Video', weight: 86 },
  { name: 'Showcase', weight: 9 },
  { name: 'Livestream', weight: 5 },
] as const;

interface Outcome {
  readonly status: string;
  readonly refunded: number;
  readonly settledOn: Day | null;
}

/** What has become of an order by the day of the download: paid out 15 days after delivery at the earliest. */
const outcomeOf = (sale: Sale, items: number, random: Random): Outcome => {
  const settlesOn = later(
    sale.on,
    random.between(3, 7) + 15 + (random.chance(0.1) ? random.between(3, 14) : 0),
  );
  const refund = random.uniform();
  const partly = items > 1 && random.chance(0.12);
  const frozen = random.chance(0.004);
  const unpaid = random.chance(0.01);
  if (refund < 0.055 && later(sale.on, 9) <= downloadedOn)
    return { status: 'Ineligible', refunded: items, settledOn: null };
  if (refund > 0.985) return { status: 'Ineligible', refunded: 0, settledOn: null };
  if (frozen) return { status: 'Frozen', refunded: 0, settledOn: null };
  if (settlesOn > downloadedOn) {
    if (unpaid) return { status: 'Customer Unpaid', refunded: 0, settledOn: null };
    const soon = later(downloadedOn, 3) >= settlesOn;
    return { status: soon ? 'Awaiting Payment' : 'Pending', refunded: 0, settledOn: null };
  }
  return { status: 'Settled', refunded: partly ? 1 : 0, settledOn: settlesOn };
};

const rowOf = (sale: Sale, random: Random): string[] => {
  const { product, contentId } = sale.video;
  const offer = product.tiktok!;
  const items = random.chance(0.09) ? 2 : 1;
  const price = random.chance(0.3)
    ? Math.round((product.price * random.between(80, 94)) / 100)
    : product.price;
  const ads = random.chance(0.12);
  const { status, refunded, settledOn } = outcomeOf(sale, items, random);
  const rate = ppm((ads ? offer.adsRate : offer.rate) * 10_000);
  const estimatedBase = minor(price * items);
  const estimate = takeRate(estimatedBase, rate);
  const isActual = status === 'Settled' || status === 'Ineligible';
  const base = minor(status === 'Settled' ? price * (items - refunded) : 0);
  const earned = takeRate(base, rate);
  const actual = (amount: number): string => (isActual ? money(amount) : missing);
  const content = random.pick(contentTypes, ({ weight }) => weight).name;
  const orderId = `5769${String(Date.parse(sale.on) / 86_400_000 - 20_000).padStart(4, '0')}${String(sale.second).padStart(5, '0')}${random.digits(5)}`;
  return [
    orderId,
    offer.skuId,
    offer.name,
    offer.id,
    money(price),
    String(items),
    String(refunded),
    offer.shop,
    offer.shopCode,
    missing,
    missing,
    'USD',
    'Normal',
    status,
    'No',
    ads ? 'Shop Ads' : 'Standard',
    content,
    contentId,
    `${offer.rate}%`,
    ads ? `${offer.adsRate}%` : missing,
    missing,
    missing,
    missing,
    money(estimatedBase),
    money(estimatedBase),
    ads ? money(0) : money(estimate),
    ads ? money(estimate) : money(0),
    money(0),
    money(0),
    missing,
    missing,
    missing,
    money(0),
    actual(base),
    actual(ads ? 0 : earned),
    actual(ads ? earned : 0),
    actual(0),
    actual(0),
    missing,
    missing,
    missing,
    actual(0),
    actual(earned),
    dayFirst(sale.on, sale.second),
    settledOn === null ? missing : dayFirst(settledOn, random.between(0, 86_399)),
  ];
};

/** The creator export of the sample creator, newest order first as TikTok Shop lists them. */
export const makeTiktokSample = (random: Random): Rows => {
  const rows = makeSales('tiktok', 1500, random).map(sale => rowOf(sale, random));
  return [header.split(','), ...rows.toReversed()];
};
