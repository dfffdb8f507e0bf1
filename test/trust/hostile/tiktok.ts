import { tiktokHeader, tiktokRow } from '../../unit/electron/importers/tiktok-row.ts';
import { utf8, type Fate, type HostileFile, type Table } from './base.ts';
import { workbookOf } from './workbook-of.ts';

const bare = (cells: readonly string[]): readonly string[] =>
  cells.map(cell => cell.replaceAll(/^"|"$/g, ''));

const pending = {
  'Order ID': '576461413038785753',
  'Order settlement status': 'Pending',
  'Actual commission base': '/',
  'Total final earned amount': '/',
  'Commission settlement date': '/',
};

export const tiktokTable: Table = [
  tiktokHeader,
  bare(tiktokRow({})),
  bare(tiktokRow(pending)),
  bare(tiktokRow({ 'Order ID': '576461413038785754', 'Content ID': '7568012345678901235' })),
];

const csv = (table: Table): string =>
  `${table.map(row => row.map(cell => (cell.includes(',') ? `"${cell}"` : cell)).join(',')).join('\n')}\n`;

const withCell = (column: string, text: string): Table =>
  tiktokTable.map((row, index) => (index === 1 ? row.with(tiktokHeader.indexOf(column), text) : row));

const everyRow = (column: string, rewrite: (cell: string) => string): Table => {
  const at = tiktokHeader.indexOf(column);
  return tiktokTable.map((row, index) => (index === 0 ? row : row.with(at, rewrite(row[at]!))));
};

const file = (name: string, table: Table, fate: Fate, more: Partial<HostileFile> = {}): HostileFile => ({
  name: `TikTok Shop: ${name}`,
  bytes: utf8(csv(table)),
  fate,
  base: 'tiktok',
  ...more,
});

const part = { refused: 1 } as const;

/** Hostile creator exports of TikTok Shop. */
export const hostileTiktok = (): readonly HostileFile[] => [
  file('as it is', tiktokTable, 'same'),
  { ...file('as a workbook', tiktokTable, 'same'), bytes: workbookOf(tiktokTable) },
  {
    ...file('as a workbook whose dimension understates it', tiktokTable, 'same'),
    bytes: workbookOf(tiktokTable, { dimension: 'A1:B2' }),
  },
  ...['Order ID', 'SKU ID', 'Product ID', 'Content ID'].flatMap(column => [
    ...['7.6E+18', '5.76461E+17', '7,64E+18'].map(text =>
      file(`${column} ${text}`, withCell(column, text), 'part', { ...part, reason: 'id-destroyed-by-excel' }),
    ),
    {
      ...file(`${column} as a number in a workbook`, tiktokTable, 'reject', {
        reason: 'id-destroyed-by-excel',
      }),
      bytes: workbookOf(tiktokTable, { numeric: [tiktokHeader.indexOf(column)] }),
    },
  ]),
  file(
    'ids that a spreadsheet has rounded to fifteen digits',
    ['Order ID', 'SKU ID', 'Product ID', 'Content ID'].reduce<Table>((table, column) => {
      const at = tiktokHeader.indexOf(column);
      const rounded = (cell: string): string => cell.slice(0, 15) + '0'.repeat(cell.length - 15);
      return table.map((row, index) => (index === 0 ? row : row.with(at, rounded(row[at]!))));
    }, tiktokTable),
    'reject',
    { reason: 'id-destroyed-by-excel' },
  ),
  ...['constructor', '__proto__', 'toString', 'Teleported', ''].map(text =>
    file(`the status "${text}"`, withCell('Order settlement status', text), 'part', part),
  ),
  ...['DOGE', '$', '__proto__', ''].map(text =>
    file(`the currency "${text}"`, withCell('Currency', text), 'part', part),
  ),
  file('two currencies', withCell('Currency', 'GBP'), 'warning', { loose: true, reason: 'mixed-currency' }),
  ...['2026-13-45', '32/01/2026 00:00:00', '12/25/2026 10:00:00', 'soon', '/'].map(text =>
    file(`the order date ${text}`, withCell('Order date', text), 'part', part),
  ),
  file(
    'order dates without a time',
    everyRow('Order date', cell => cell.slice(0, 10)),
    'same',
  ),
  file(
    'blanks instead of slashes for missing',
    tiktokTable.map(row => row.map(cell => (cell === '/' ? '' : cell))),
    'same',
  ),
  file(
    'dashes instead of slashes for missing',
    tiktokTable.map(row => row.map(cell => (cell === '/' ? '-' : cell))),
    'same',
  ),
  file(
    'statuses in other cases',
    everyRow('Order settlement status', cell => cell.toUpperCase()),
    'same',
  ),
  file('a settled row without what was earned', withCell('Total final earned amount', '/'), 'part', part),
  file(
    'a pending row with money in the actual columns',
    tiktokTable.with(2, tiktokTable[2]!.with(tiktokHeader.indexOf('Total final earned amount'), '99.00')),
    'same',
  ),
  file('every row twice', [...tiktokTable, ...tiktokTable.slice(1)], 'same'),
  file('rows in another order', [tiktokHeader, ...tiktokTable.slice(1).toReversed()], 'same'),
  file(
    'columns in another order',
    tiktokTable.map(row => row.toReversed()),
    'same',
  ),
  file(
    'columns of tomorrow',
    tiktokTable.map((row, index) => [...row, index === 0 ? 'New column' : 'x']),
    'same',
  ),
];
