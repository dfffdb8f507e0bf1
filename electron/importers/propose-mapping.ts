import type { ColumnMapping, MappedField } from '../../shared/domain/column-mapping.ts';
import { bracketedCurrency, matchHeader, normaliseName } from './header.ts';
import { createNotationEvidence } from './notation.ts';
import { plainDecimal } from './read-cell/read-amount.ts';
import { looksLikeDay, readDay } from './read-cell/read-day.ts';
import type { TextRow } from './read-table/table.ts';

/** Words in column names of other networks' reports, the likelier first. */
const hints: Readonly<Record<MappedField, RegExp>> = {
  day: /^(?:(?:transaction|order|click|sale|event|purchase|posting|action|created?)[ _-]?(?:date|day|time)|date|day|datum|data|fecha|time)\b/u,
  orderId: /order.?(?:id|number|no|ref)|transaction.?id|^id$/u,
  product: /product.?name|item.?name|^product$|^item$|title|description/u,
  productId: /sku|product.?id|item.?id|asin|ean/u,
  category: /category|kategorie|categoria/u,
  seller: /merchant|advertiser|program|brand|store|shop|retailer|campaign/u,
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
  readonly proposed: ColumnMapping;
}

const shownRows = 20;

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
const isNumberText = (cell: string): boolean =>
  /^[-+\u{2212}(]?\s*(?:[A-Z]{3}|[$€£¥₹])?\s*[-\u{2212}]?[\d.,]*\d[\d.,]*\s*(?:[A-Z]{3}|[$€£¥₹])?\)?$/u.test(
    cell,
  );

const mostly = 0.7;

const isDay = (cells: readonly string[]): boolean => shareOf(cells, isDayText) >= mostly;
const isNumber = (cells: readonly string[]): boolean => shareOf(cells, isNumberText) >= mostly;
const isAny = (): boolean => true;

/** Proposes what the columns of an unknown table mean; undefined when it has no day or no amount, hence is no report of income. */
export const proposeMapping = (rows: readonly TextRow[]): MappingProposal | undefined => {
  const headerAt = findHeaderRow(rows);
  if (headerAt === -1) return undefined;
  const header = rows[headerAt]!.cells.map(cell => cell.trim());
  const body = rows.slice(headerAt + 1);
  const column = (at: number): readonly string[] => body.map(({ cells }) => (cells[at] ?? '').trim());
  const taken = new Set<number>();
  const find = (field: MappedField, fits: (cells: readonly string[]) => boolean): string | undefined => {
    const at = header.findIndex(
      (name, index) => !taken.has(index) && hints[field].test(normaliseName(name)) && fits(column(index)),
    );
    if (at === -1) return undefined;
    taken.add(at);
    return header[at];
  };
  const found: Partial<Record<MappedField, string | undefined>> = {
    day: find('day', isDay),
    commission: find('commission', isNumber),
    base: find('base', isNumber),
    items: find('items', isNumber),
    price: find('price', isNumber),
  };
  if (found.day === undefined || found.commission === undefined) return undefined;
  for (const field of [
    'orderId',
    'productId',
    'product',
    'category',
    'seller',
    'status',
    'currency',
    'contentId',
    'account',
  ] as const)
    found[field] = find(field, isAny);
  const columns = Object.fromEntries(Object.entries(found).filter(([, name]) => name !== undefined));
  const noted = { days: ['day'], amounts: ['commission', 'base', 'price'] };
  const names = Object.fromEntries(
    Object.entries(columns).map(([field, name]) => [field, [normaliseName(name!)]]),
  );
  const evidence = createNotationEvidence(
    matchHeader(header, { required: names, optional: {} }).header,
    noted,
  );
  body.forEach(evidence.add);
  const { decimal, dayOrder } = evidence.end();
  return {
    headerLine: rows[headerAt]!.line,
    header,
    sample: body.slice(0, shownRows).map(({ cells }) => cells),
    proposed: {
      name: 'My network',
      columns,
      dayOrder: dayOrder ?? 'iso',
      // Points before three digits only: thousands, unless the person says otherwise.
      decimal: decimal ?? ',',
      currency: columns.currency === undefined ? bracketedCurrency(header) : null,
      pendingWords: ['pending', 'open'],
      cancelledWords: ['cancelled', 'canceled', 'declined', 'rejected', 'reversed'],
    },
  };
};
