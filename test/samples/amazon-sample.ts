import type { Day } from '../../shared/domain/day.ts';
import { minor, ppm, takeRate } from '../../shared/domain/money.ts';
import { amazonRates, halo } from './catalogue.ts';
import type { Random } from './random.ts';
import { later, makeSales, window, type Sale } from './sales.ts';

type Cell = string | number;
export type Rows = readonly (readonly Cell[])[];

interface Item {
  readonly name: string;
  readonly asin: string;
  readonly category: string;
  readonly seller: string;
  readonly price: number;
  readonly quantity: number;
  readonly direct: boolean;
}

const tag = 'hearthpan-20';
/** Some shoppers come from the creator's storefront on Amazon itself. */
const onsiteTag = 'onamz-hearthpan-20';

const devices = [
  { name: 'PHONE', weight: 78 },
  { name: 'DESKTOP', weight: 16 },
  { name: 'TABLET', weight: 6 },
] as const;

const cents = (amount: number): number => amount / 100;

const discounted = (price: number, random: Random): number =>
  random.chance(0.25) ? Math.round((price * random.between(82, 95)) / 100) : price;

const haloItem = (random: Random): Item => {
  const item = random.pick(halo, ({ price }) => 1 / Math.sqrt(price));
  const seller = random.chance(0.55) ? 'Amazon.com' : 'Third-party seller';
  return { ...item, seller, price: discounted(item.price, random), quantity: 1, direct: false };
};

/** What one click's shopper buys: mostly the product shown, sometimes other things with it or instead. */
const basket = ({ video }: Sale, random: Random): readonly Item[] => {
  const shown = video.product.amazon!;
  const items: Item[] = [];
  const price = discounted(video.product.price, random);
  const quantity = random.chance(0.06) ? 2 : 1;
  if (random.chance(0.84)) items.push({ ...shown, price, quantity, direct: true });
  while (items.length === 0 || (items.length < 4 && random.chance(0.14))) items.push(haloItem(random));
  return items;
};

const byText =
  (column: number) =>
  (a: readonly Cell[], b: readonly Cell[]): number =>
    String(a[column]) < String(b[column]) ? -1 : Number(String(a[column]) > String(b[column]));

const american = (on: Day): string => `${on.slice(5)}-${on.slice(0, 4)}`;

const title = (report: string): readonly Cell[] => {
  return [`${report} reports from ${american(window.from)} to ${american(window.to)}`];
};

const bountyRows = (random: Random): Rows => {
  const programs = [
    { name: 'Amazon Prime 30-Day Free Trial', fee: 3, weight: 6 },
    { name: 'Audible Premium Plus Free Trial', fee: 5, weight: 4 },
    { name: 'Amazon Baby Registry', fee: 3, weight: 1 },
  ] as const;
  const rows = Array.from({ length: 26 }, () => {
    const { name, fee } = random.pick(programs, ({ weight }) => weight);
    const quantity = random.chance(0.1) ? 2 : 1;
    return [name, later(window.from, random.between(0, 364)), tag, quantity, fee * quantity];
  });
  return rows.toSorted(byText(1));
};

export interface AmazonSample {
  readonly earnings: Rows;
  readonly orders: Rows;
  readonly bounty: Rows;
}

/** The Fee workbook's sheets of the sample creator: titles, headers and rows as Amazon writes them. */
export const makeAmazonSample = (random: Random): AmazonSample => {
  const earned: Cell[][] = [];
  const ordered: Cell[][] = [];
  for (const sale of makeSales('amazon', 1380, random)) {
    const onsite = random.chance(0.03);
    const trackingId = onsite ? onsiteTag : tag;
    const device = random.pick(devices, ({ weight }) => weight).name;
    for (const item of basket(sale, random)) {
      const { name, asin, category, seller, price, quantity } = item;
      const kind = item.direct ? 'di' : 'ndi';
      ordered.push([
        category,
        name,
        asin,
        sale.on,
        quantity,
        cents(price),
        'Text Link',
        trackingId,
        kind,
        device,
      ]);
      const cancelled = random.chance(0.025);
      const shippedOn = later(sale.on, random.chance(0.6) ? 1 : random.between(0, 6));
      if (cancelled || shippedOn > window.to) continue;
      const rate = ppm(Math.round((onsite ? 1 : amazonRates[category]!) * 10_000));
      const line = (on: Day, shipped: number, returned: number): Cell[] => {
        const revenue = minor(price * (shipped - returned));
        const fee = takeRate(revenue, rate);
        const money = [cents(price), shipped, returned, cents(revenue), cents(fee)];
        return [category, name, asin, seller, trackingId, on, ...money, device];
      };
      earned.push(line(shippedOn, quantity, 0));
      const returnedOn = later(shippedOn, 5 + random.exponential(11));
      if (random.chance(0.065) && returnedOn <= window.to) earned.push(line(returnedOn, 0, 1));
    }
  }
  const earningsHeader =
    'Category,Name,ASIN,Seller,Tracking ID,Date Shipped,Price($),Items Shipped,Returns,Revenue($),Ad Fees($),Device Type Group';
  const ordersHeader = 'Category,Name,ASIN,Date,Qty,Price($),Link Type,Tag,Indirect Sales,Device Type Group';
  return {
    earnings: [title('Fee-Earnings'), earningsHeader.split(','), ...earned.toSorted(byText(5))],
    orders: [title('Fee-Orders'), ordersHeader.split(','), ...ordered.toSorted(byText(3))],
    bounty: [
      title('Bounty'),
      'Name,Date Shipped,Tracking Id,Quantity,Ad Fees($)'.split(','),
      ...bountyRows(random),
    ],
  };
};
