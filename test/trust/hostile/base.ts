import type { ImportAnswer } from '../../../shared/domain/import-question.ts';

/**
 * What must become of a hostile file: `same` and `warning` store exactly the base report's rows, `ask` asks first and stores them after the
 * answer, `part` stores all but the rows it refuses, `reject` stores nothing.
 */
export type Fate = 'same' | 'warning' | 'ask' | 'part' | 'reject';

export interface HostileFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly fate: Fate;
  /** Which base report its rows are those of. */
  readonly base: 'amazon' | 'tiktok';
  /** `part`: how many rows are refused. */
  readonly refused?: number;
  /** The reason that must be given. */
  readonly reason?: string;
  readonly answer?: ImportAnswer;
  /** Rows whose words differ from the base on purpose: only their number and money are compared. */
  readonly loose?: boolean;
}

export type Table = readonly (readonly string[])[];

export const amazonHeader: readonly string[] =
  'Category,Name,ASIN,Seller,Tracking ID,Date Shipped,Price($),Items Shipped,Returns,Revenue($),Ad Fees($),Device Type Group'.split(
    ',',
  );

/** Days after the 12th decide their order by themselves; the names have what breaks readers. */
export const amazonRows: Table = [
  [
    'Kitchen & Dining',
    'Lodge Skillet, 10.25 inch',
    'B00006JSUA',
    'Amazon.com',
    'hearth-20',
    '2019-12-13',
    '1234.50',
    '2',
    '0',
    '2469.00',
    '111.11',
    'PHONE',
  ],
  [
    'Home',
    'Café Señor lamp',
    'B07LAMP001',
    'Nordhaus',
    'hearth-20',
    '2019-12-14',
    '24.99',
    '1',
    '0',
    '24.99',
    '0.75',
    'DESKTOP',
  ],
  [
    'Home',
    'Café Señor lamp',
    'B07LAMP001',
    'Nordhaus',
    'hearth-20',
    '2019-12-14',
    '24.99',
    '1',
    '0',
    '24.99',
    '0.75',
    'DESKTOP',
  ],
  [
    'Toys & Games',
    'Puzzle',
    'B07PUZZLE1',
    'Toy House',
    'onamz-hearth-20',
    '2019-12-15',
    '9.00',
    '1',
    '0',
    '9.00',
    '0.27',
    'PHONE',
  ],
  [
    'Kitchen & Dining',
    'Lodge Skillet, 10.25 inch',
    'B00006JSUA',
    'Amazon.com',
    'hearth-20',
    '2019-12-19',
    '1234.50',
    '0',
    '1',
    '-1234.50',
    '-55.55',
    'PHONE',
  ],
];

export const amazonTable: Table = [amazonHeader, ...amazonRows];

/** Cells as delimited text; cells that need it are quoted. */
export const textOf = (table: Table, delimiter = ',', end = '\n', quoteAll = false): string =>
  table
    .map(row =>
      row
        .map(cell =>
          quoteAll || cell.includes(delimiter) || /["\r\n]/.test(cell)
            ? `"${cell.replaceAll('"', '""')}"`
            : cell,
        )
        .join(delimiter),
    )
    .join(end) + end;

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The base report with one column's cells rewritten. */
export const withColumn = (name: string, rewrite: (cell: string, row: number) => string): Table => {
  const at = amazonHeader.indexOf(name);
  return [amazonHeader, ...amazonRows.map((row, index) => row.with(at, rewrite(row[at]!, index)))];
};

/** The base report with one cell of its second row rewritten. */
export const withCell = (name: string, text: string): Table =>
  withColumn(name, (cell, row) => (row === 1 ? text : cell));
