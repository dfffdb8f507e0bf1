import type { ColumnMapping, MappedField } from '../../shared/domain/column-mapping.ts';
import { currencySchema, type Currency } from '../../shared/domain/money.ts';
import type { Order, OrderStatus } from '../../shared/domain/order.ts';
import { isTotalRow } from './amazon.ts';
import { matchHeader, normaliseName, type ColumnNames, type Header } from './header.ts';
import type { Importer, ReadRow, ReportContext } from './importer.ts';
import { CellReader } from './read-cell/cell-reader.ts';
import type { Recognised } from './registry.ts';

/** A mapping, and the header it was made for; null when it has just been made for the very table. */
export interface Mapped {
  readonly mapping: ColumnMapping;
  readonly header: readonly string[] | null;
}

const neededFields: ReadonlySet<string> = new Set<MappedField>(['day', 'commission']);

const namesOf = ({ columns }: ColumnMapping): ColumnNames => {
  const entries = Object.entries(columns).map(([field, name]) => [field, [normaliseName(name)]] as const);
  const isNeeded = ([field]: (typeof entries)[number]): boolean => neededFields.has(field);
  return {
    required: Object.fromEntries(entries.filter(isNeeded)),
    optional: Object.fromEntries(entries.filter(entry => !isNeeded(entry))),
  };
};

const includesWord = (words: readonly string[], status: string): boolean =>
  words.some(word => word.toLowerCase() === status.toLowerCase());

const statusOf = (mapping: ColumnMapping, status: string, commission: number): OrderStatus => {
  if (includesWord(mapping.cancelledWords, status)) return 'ineligible';
  if (includesWord(mapping.pendingWords, status)) return 'pending';
  return commission < 0 ? 'returned' : 'settled';
};

const known: ReadonlySet<string> = new Set(currencySchema.options);

const readCurrency = (reader: CellReader, fixed: Currency | null): Currency | null => {
  if (fixed !== null) return fixed;
  const text = reader.required('currency').toUpperCase();
  if (known.has(text)) return text as Currency;
  if (text !== '') reader.refuse('currency', 'not-a-currency');
  return null;
};

const openRows = (mapping: ColumnMapping, header: Header, context: ReportContext): ReadRow => {
  const reader = new CellReader(header, context.notation);
  return cells => {
    if (isTotalRow(cells)) return { kind: 'skip' };
    reader.start(cells);
    const on = reader.day('day');
    const currency = readCurrency(reader, context.currency);
    const money = (field: MappedField) => reader.optionalAmount(field, currency ?? 'USD');
    const commission = reader.amount('commission', currency ?? 'USD');
    const base = money('base');
    const price = money('price');
    const items = reader.optionalCount('items') ?? 1;
    const orderId = reader.id('orderId');
    const productId = reader.id('productId');
    const contentId = reader.id('contentId');
    if (reader.faults.length > 0) return { kind: 'refused', faults: reader.faults };
    const status = statusOf(mapping, reader.text('status'), commission);
    const isPending = status === 'pending';
    const isCancelled = status === 'ineligible';
    const productName = reader.name('product');
    const order: Order = {
      program: 'other',
      report: 'mapped',
      measure: 'earned',
      stream: 'offsite',
      status,
      currency: currency!,
      orderedOn: on!.day,
      shippedOn: null,
      settledOn: null,
      orderId,
      skuId: null,
      productId: productId ?? productName,
      productName,
      category: reader.optional('category'),
      seller: reader.optional('seller'),
      trackingId: null,
      contentId,
      contentType: null,
      direct: null,
      price,
      items,
      returned: status === 'returned' ? items : 0,
      base: isPending || isCancelled ? null : base,
      commission: isPending ? null : isCancelled ? (0 as typeof commission) : commission,
      estimatedBase: isPending ? base : null,
      estimatedCommission: isPending ? commission : null,
      rate: null,
    };
    const identity = `${on!.day} ${on!.time}\t${cells.map(cell => cell.trim()).join('\t')}`;
    return { kind: 'order', order, identity, warnings: [] };
  };
};

/** The importer that a mapping describes. */
export const mappedReport = (mapping: ColumnMapping): Importer => ({
  kind: 'mapped',
  program: 'other',
  measure: 'earned',
  identity: 'cells',
  ...(mapping.columns.account === undefined ? { needsAccount: true } : { accountField: 'account' }),
  columns: namesOf(mapping),
  freeText: mapping.columns.product === undefined ? null : 'product',
  dayOrder: mapping.dayOrder,
  noted: { days: ['day'], amounts: ['commission', 'base', 'price'] },
  decimal: mapping.decimal,
  currencyOf: () => (mapping.columns.currency === undefined ? mapping.currency : 'in-rows'),
  open: (header, context) => openRows(mapping, header, context),
});

/** The mapping whose header a row of cells is: all its columns for a new one, the very header for a template. */
export const recogniseMapped = (
  cells: readonly string[],
  mappings: readonly Mapped[],
): Recognised | undefined => {
  const names = cells.map(normaliseName);
  for (const { mapping, header } of mappings) {
    if (header && (header.length !== names.length || header.some((name, index) => name !== names[index])))
      continue;
    const importer = mappedReport(mapping);
    const match = matchHeader(cells, importer.columns);
    if (match.missing.length === 0 && match.found === Object.keys(mapping.columns).length)
      return { importer, match };
  }
  return undefined;
};
