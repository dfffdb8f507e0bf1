import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { fromEpochDay } from '../../shared/domain/day.ts';
import { amazonRates, catalogue, halo } from '../samples/catalogue.ts';
import { createRandom } from '../samples/random.ts';

const header =
  'Category,Name,ASIN,Seller,Tracking ID,Date Shipped,Price($),Items Shipped,Returns,Revenue($),Ad Fees($),Device Type Group,Direct,Marketplace,Link Type,Subtag';

const firstDay = 16_801;
const days = 3650;

const quoted = (text: string): string => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const items = [
  ...catalogue.flatMap(({ amazon, price }) => (amazon ? [{ ...amazon, price }] : [])),
  ...halo.map(item => ({ ...item, seller: 'Third-party seller' })),
];

/** Rows of a Fee-Earnings report with 16 columns, about 190 bytes each, in order of days over ten years; the same every time. */
export const largeReportRows = function* (count: number): IterableIterator<string> {
  const random = createRandom(5);
  for (let index = 0; index < count; index += 1) {
    const item = items[Math.floor(random.uniform() * items.length)]!;
    const on = fromEpochDay(firstDay + Math.floor((index / count) * days));
    const price = item.price + random.between(-300, 300);
    const quantity = random.chance(0.06) ? 2 : 1;
    const revenue = price * quantity;
    const fee = (revenue * amazonRates[item.category]!) / 10_000;
    const asin = `${item.asin.slice(0, 6)}${String(index % 9999).padStart(4, '0')}`;
    const name = quoted(`${item.name} No. ${index % 5000}`);
    const money = `${(price / 100).toFixed(2)},${quantity},0,${(revenue / 100).toFixed(2)},${fee.toFixed(2)}`;
    yield `${quoted(item.category)},${name},${asin},${item.seller},hearthpan${index % 40}-20,${on},${money},PHONE,Yes,www.amazon.com,Text Link,sub${String(index).padStart(8, '0')}`;
  }
};

/** Writes such a report to a file. */
export const writeLargeReport = async (path: string, count: number): Promise<void> => {
  const out = createWriteStream(path);
  let chunk = `${header}\n`;
  for (const row of largeReportRows(count)) {
    chunk += `${row}\n`;
    if (chunk.length > 1 << 20) {
      if (!out.write(chunk)) await once(out, 'drain');
      chunk = '';
    }
  }
  out.end(chunk);
  await once(out, 'finish');
};

export const largeReportHeader: readonly string[] = header.split(',');
