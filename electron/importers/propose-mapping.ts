import type { ColumnMapping, MappedField, TableReading } from '../../shared/domain/column-mapping.ts';
import { bracketedCurrency, matchHeader, normaliseName } from './header.ts';
import { createNotationEvidence } from './notation.ts';
import { plainDecimal } from './read-cell/read-amount.ts';
import { looksLikeDay, readDay } from './read-cell/read-day.ts';
import type { TextRow } from './read-table/table.ts';

/** Words in column names of other networks' reports, the likelier first. */
const hints: Readonly<Record<MappedField, RegExp>> = {
  day: /^(?:(?:transaction|order|click|sale|event|purchase|posting|action|created?)[ _-]?(?:date|day|time)|date|day|datum|data|fecha|time)\b/u,
  orderId: /order.?(?:id|number|no|ref)|transaction.?id|^id$/u,
  product:
    /product.?name|item.?name|^product$|^item$|title|description|^(?:produkt|artikel|produit|article|producto|prodotto|produto)(?:name)?$/u,
  productId: /sku|product.?id|item.?id|asin|ean/u,
  category: /category|kategorie|categoria/u,
  seller:
    /merchant|advertiser|program|brand|store|shop|retailer|campaign|händler|annonceur|anunciante|inserzionista/u,
  status: /status|state/u,
  items: /quantity|qty|units|items?$/u,
  price: /unit.?price|^price/u,
  base: /sale.?amount|order.?(?:value|amount|total)|revenue|gross|sales?$|turnover|umsatz/u,
  commission: /commission|earning|payout|fee|reward|provision|comisi[oó]n|publisher.?amount/u,
  currency: /currency|^ccy$|währung/u,
  contentId: /sub.?id|click.?ref|content.?id|custom/u,
  account: /^(?:account|publisher|creator|profile)(?:.?(?:name|username))?$/u,
};

export interface MappingProposal {
  readonly headerLine: number;
  readonly header: readonly string[];
  readonly sample: readonly (readonly string[])[];
  /** First rows of the table, above and below the header. */
  readonly top: readonly { readonly line: number; readonly cells: readonly string[] }[];
  readonly proposed: ColumnMapping;
}

const shownRows = 20;
const shownTop = 12;
const shownCells = 6;

/** The first row whose cells are all words and below which rows are as wide. */
const findHeaderRow = (rows: readonly TextRow[]): number =>
  rows.findIndex(({ cells }, index) => {
    const named = cells.filter(cell => cell.trim() !== '');
    const below = rows.slice(index + 1, index + 6);
    return (
      named.length >= 2 &&
      named.every(cell => plainDecimal(cell) === undefined && readDay(cell.trim(), 'iso') === undefined) &&
      below.length > 0 &&
      below.every(row => row.cells.length === cells.length)
    );
  });

const shareOf = (cells: readonly string[], test: (cell: string) => boolean): number => {
  const filled = cells.filter(cell => cell !== '');
  return filled.length === 0 ? 0 : filled.filter(test).length / filled.length;
};

const isDayText = (cell: string): boolean => readDay(cell, 'iso') !== undefined || looksLikeDay(cell);
/** No number is longer; the pattern tries every way to cut a long run of digits that ends as none. */
const longestNumber = 40;
const isNumberText = (cell: string): boolean =>
  cell.length <= longestNumber &&
  /^[-+\u{2212}(]?\s*(?:[A-Z]{3}|[$€£¥₹])?\s*[-\u{2212}]?[\d.,]*\d[\d.,]*\s*(?:[A-Z]{3}|[$€£¥₹])?\)?$/u.test(
    cell,
  );

const mostly = 0.7;

const isDay = (cells: readonly string[]): boolean => shareOf(cells, isDayText) >= mostly;
const isNumber = (cells: readonly string[]): boolean => shareOf(cells, isNumberText) >= mostly;
/** Numbers of which some have a fraction or a sign of money: no counts, years or ids. */
const isAmount = (cells: readonly string[]): boolean =>
  isNumber(cells) && cells.some(cell => /[.,]\d{1,2}\D*$|[$€£¥₹]/u.test(cell));
const isAny = (): boolean => true;

const textFields = [
  'orderId',
  'productId',
  'product',
  'category',
  'seller',
  'status',
  'currency',
  'contentId',
  'account',
] as const;

/** Columns with both the name and the content of a field; a day or an amount under a name that says nothing is taken for lack of a better. */
const findColumns = (header: readonly string[], column: (at: number) => readonly string[]) => {
  const taken = new Set<number>();
  const take = (at: number): string | undefined => {
    if (at === -1) return undefined;
    taken.add(at);
    return header[at];
  };
  const isNamed = (index: number): boolean => header[index] !== '' && !taken.has(index);
  const find = (field: MappedField, fits: (cells: readonly string[]) => boolean): string | undefined =>
    take(
      header.findIndex(
        (name, index) => isNamed(index) && hints[field].test(normaliseName(name)) && fits(column(index)),
      ),
    );
  const found: Partial<Record<MappedField, string | undefined>> = {
    day: find('day', isDay) ?? take(header.findIndex((_, index) => isNamed(index) && isDay(column(index)))),
    commission: find('commission', isNumber),
    base: find('base', isNumber),
    items: find('items', isNumber),
    price: find('price', isNumber),
  };
  for (const field of textFields) found[field] = find(field, isAny);
  // Networks put what they pay behind what was sold.
  found.commission ??= take(header.findLastIndex((_, index) => isNamed(index) && isAmount(column(index))));
  return Object.fromEntries(
    Object.entries(found).flatMap(([field, name]) => (name === undefined ? [] : [[field, name]])),
  ) as ColumnMapping['columns'];
};

/** Notation of the columns found, as far as their cells show it. */
const notationOf = (
  header: readonly string[],
  columns: ColumnMapping['columns'],
  body: readonly TextRow[],
) => {
  const noted = { days: ['day'], amounts: ['commission', 'base', 'price'] };
  const names = Object.fromEntries(
    Object.entries(columns).map(([field, name]) => [field, [normaliseName(name)]]),
  );
  const { header: found } = matchHeader(header, { required: names, optional: {} });
  const evidence = createNotationEvidence(found, noted);
  body.forEach(evidence.add);
  return evidence.end();
};

/**
 * Proposes what the columns of an unknown table mean; undefined when it has no day or no amount, hence is no report of income. Where the
 * person says how the table is to be read, it is proposed as far as possible, with the header in the line given.
 */
export const proposeMapping = (
  rows: readonly TextRow[],
  reading?: TableReading,
): MappingProposal | undefined => {
  const given = reading?.headerLine;
  const headerAt = given === undefined ? findHeaderRow(rows) : rows.findIndex(({ line }) => line === given);
  const at = headerAt === -1 && reading ? 0 : headerAt;
  if (at === -1 || rows.length === 0) return undefined;
  const header = rows[at]!.cells.map(cell => cell.trim());
  const body = rows.slice(at + 1);
  const column = (index: number): readonly string[] => body.map(({ cells }) => (cells[index] ?? '').trim());
  const columns = findColumns(header, column);
  if (!reading && (columns.day === undefined || columns.commission === undefined)) return undefined;
  const { decimal, dayOrder } = notationOf(header, columns, body);
  return {
    headerLine: rows[at]!.line,
    header,
    sample: body.slice(0, shownRows).map(({ cells }) => cells),
    top: rows.slice(0, shownTop).map(({ line, cells }) => ({ line, cells: cells.slice(0, shownCells) })),
    proposed: {
      name: 'My network',
      columns,
      dayOrder: dayOrder ?? 'iso',
      // Points before three digits only: thousands, unless the person says otherwise.
      decimal: decimal ?? ',',
      currency: columns.currency === undefined ? bracketedCurrency(header) : null,
      pendingWords: ['pending', 'open'],
      cancelledWords: ['cancelled', 'canceled', 'declined', 'rejected', 'reversed'],
      ...(reading && Object.keys(reading).length > 0 ? { reading } : {}),
    },
  };
};
