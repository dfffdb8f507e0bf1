import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { makeAmazonSample, type Rows } from './amazon-sample.ts';
import { createRandom } from './random.ts';
import { makeTiktokSample } from './tiktok-sample.ts';

const amazonSeed = 20_251_101;
const tiktokSeed = 20_261_031;

const csvCell = (cell: string | number): string =>
  typeof cell === 'string' && /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : String(cell);

const csv = (rows: Rows): string => rows.map(row => `${row.map(csvCell).join(',')}\r\n`).join('');

const text = (rows: Rows): Uint8Array => new TextEncoder().encode(csv(rows));

const xlsx = (sheets: readonly { readonly name: string; readonly rows: Rows }[]): Promise<Uint8Array> =>
  writeXlsx({ sheets: sheets.map(({ name, rows }) => ({ name, rows: rows.map(row => [...row]) })) });

/**
 * The reports of an invented kitchen-and-home creator, "Hearth & Pan", over twelve months: the same bytes every time.
 * The CSV twins stand aside in `csv/`: importing them after the workbooks changes nothing.
 */
export const makeSamples = async (): Promise<ReadonlyMap<string, Uint8Array>> => {
  const amazon = makeAmazonSample(createRandom(amazonSeed));
  const tiktok = makeTiktokSample(createRandom(tiktokSeed));
  return new Map([
    [
      'hearth-and-pan-Fee-Earnings.xlsx',
      await xlsx([
        { name: 'Fee-Earnings', rows: amazon.earnings },
        { name: 'Fee-Orders', rows: amazon.orders },
        { name: 'Bounty', rows: amazon.bounty },
      ]),
    ],
    ['hearth-and-pan-affiliate_orders.xlsx', await xlsx([{ name: 'Sheet1', rows: tiktok }])],
    ['csv/hearth-and-pan-Fee-Earnings.csv', text(amazon.earnings)],
    ['csv/hearth-and-pan-affiliate_orders.csv', text(tiktok)],
  ]);
};

if (import.meta.main) {
  const folder = resolve(import.meta.dirname, '../../resources/samples');
  await mkdir(join(folder, 'csv'), { recursive: true });
  for (const [name, bytes] of await makeSamples()) {
    await writeFile(join(folder, name), bytes);
    console.log(`${name}: ${bytes.length} bytes`);
  }
}
