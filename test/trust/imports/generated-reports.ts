import { gzipSync } from 'node:zlib';
import { addDays, day } from '../../../shared/domain/day.ts';
import { zipOf } from '../../helpers/zip-of.ts';
import { createRandom, type Random } from '../../samples/random.ts';
import { tiktokHeader, tiktokRow } from '../../unit/electron/importers/tiktok-row.ts';
import { amazonHeader, textOf, type Table } from '../hostile/base.ts';
import { workbookOf } from '../hostile/workbook-of.ts';

/** A made-up report, with what must come of it. */
export interface GeneratedReport {
  readonly description: string;
  readonly bytes: Uint8Array;
  readonly rows: number;
  readonly refused: number;
  /** Rows that repeat an order line of the same report. */
  readonly duplicates: number;
  /** Cents earned, and cents estimated of pending rows. */
  readonly commission: bigint;
  readonly estimated: bigint;
}

interface Content {
  readonly table: Table;
  readonly refused: number;
  readonly duplicates: number;
  readonly commission: bigint;
  readonly estimated: bigint;
}

const names = [
  'Pan',
  'Café lamp',
  '10" board',
  'Set, 3 pieces',
  'A "quoted" name, with comma',
  '=SUM(A1)',
  'Ünïcödé',
  'line\nbreak',
];

const money = (cents: number, random: Random): string => {
  const plain = `${Math.floor(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, '0')}`;
  const grouped = plain.replaceAll(/\B(?=(?:\d{3})+\.)/g, ',');
  const style = random.between(0, 3);
  const text = style === 0 ? plain : grouped;
  if (cents >= 0) return style === 2 ? `$${text}` : text;
  return style === 3 ? `(${text})` : `-${text}`;
};

const broken = ['ten', '1.2.3', '2026-02-30', ''] as const;

const makeAmazon = (random: Random): Content => {
  const rows: string[][] = [];
  let commission = 0n;
  let refused = 0;
  const count = random.between(1, 25);
  for (let index = 0; index < count; index += 1) {
    const on = addDays(day('2025-01-13'), random.between(0, 400));
    const cents = random.between(-3000, 90_000);
    const fee = Math.trunc(cents * 0.045);
    const isReturn = cents < 0;
    const row = [
      'Kitchen & Dining',
      random.pick(names, () => 1),
      `B0000${random.between(1, 4)}`,
      'Amazon',
      'tag-20',
      on,
      '10.00',
      isReturn ? '0' : '1',
      isReturn ? '1' : '0',
      money(cents, random),
      money(fee, random),
      'PHONE',
    ];
    const isBroken = random.chance(0.08);
    if (isBroken) {
      row[10] = broken[random.between(0, 3)]!;
      refused += 1;
    } else commission += BigInt(fee);
    rows.push(row);
  }
  return { table: [amazonHeader, ...rows], refused, duplicates: 0, commission, estimated: 0n };
};

const makeTiktok = (random: Random): Content => {
  const rows: (readonly string[])[] = [];
  let [commission, estimated] = [0n, 0n];
  let [refused, duplicates] = [0, 0];
  const count = random.between(1, 15);
  for (let index = 0; index < count; index += 1) {
    const earned = random.between(0, 200_000);
    const pending = random.chance(0.3);
    const destroyed = random.chance(0.06);
    const row = tiktokRow({
      'Order ID': destroyed ? '5.76461E+17' : `5764614130387${String(10_000 + index)}`,
      'Product name': random.pick(names.slice(0, 4), () => 1),
      'Order settlement status': pending ? 'Pending' : 'Settled',
      'Est. standard commission': money(earned, random),
      'Total final earned amount': pending ? '/' : money(earned, random),
    }).map(cell => cell.replaceAll(/^"|"$/g, ''));
    rows.push(row);
    if (destroyed) refused += 1;
    else {
      if (pending) estimated += BigInt(earned);
      else commission += BigInt(earned);
      if (random.chance(0.1)) {
        rows.push(row);
        duplicates += 1;
        if (pending) estimated += BigInt(earned);
        else commission += BigInt(earned);
      }
    }
  }
  return { table: [tiktokHeader, ...rows], refused, duplicates, commission, estimated };
};

type Form = readonly [name: string, write: (table: Table) => Uint8Array];

const delimiters = [',', ';', '\t'] as const;
const encoders: readonly Form[] = delimiters.flatMap(delimiter =>
  (['\n', '\r\n'] as const).flatMap(end => {
    const text = (table: Table, quoteAll = false): string => textOf(table, delimiter, end, quoteAll);
    const label = `${JSON.stringify(delimiter)} ${JSON.stringify(end)}`;
    return [
      [`UTF-8 ${label}`, (table: Table) => Buffer.from(text(table))],
      [`UTF-8 with a mark, quoted ${label}`, (table: Table) => Buffer.from(`\u{feff}${text(table, true)}`)],
      [`UTF-16 ${label}`, (table: Table) => Buffer.from(`\u{feff}${text(table)}`, 'utf16le')],
      [`Windows-1252 ${label}`, (table: Table) => Buffer.from(text(table), 'latin1')],
      [`ZIP ${label}`, (table: Table) => zipOf([{ name: 'a.csv', content: Buffer.from(text(table)) }])],
      [`gzip ${label}`, (table: Table) => gzipSync(text(table))],
    ] as const;
  }),
);

const workbooks: readonly Form[] = [
  ['workbook', table => workbookOf(table)],
  ['workbook of inline strings', table => workbookOf(table, { strings: 'inline' })],
  ['Strict workbook', table => workbookOf(table, { strict: true, dimension: 'A1' })],
];

const forms: readonly Form[] = [...encoders, ...workbooks];

/** The `index`-th of an endless supply of reports, the same every time. */
export const generateReport = (index: number): GeneratedReport => {
  const random = createRandom(index * 2_654_435_761);
  const content = random.chance(0.5) ? makeAmazon(random) : makeTiktok(random);
  const [name, write] = forms[index % forms.length]!;
  return {
    description: `report ${index}: ${name}`,
    bytes: write(content.table),
    rows: content.table.length - 1,
    refused: content.refused,
    duplicates: content.duplicates,
    commission: content.commission,
    estimated: content.estimated,
  };
};
