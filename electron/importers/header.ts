import type { Currency } from '../../shared/domain/money.ts';

/** Names by which each field's column is known, normalised; `optional` fields may be missing. */
export interface ColumnNames {
  readonly required: Readonly<Record<string, readonly string[]>>;
  readonly optional: Readonly<Record<string, readonly string[]>>;
}

/** A recognised header: where each field stands and what the file calls it. */
export interface Header {
  readonly width: number;
  /** Index of a field's column, −1 when the report has none. */
  at(field: string): number;
  /** The file's own name of a field's column. */
  nameOf(field: string): string;
  /** The cells as found. */
  readonly cells: readonly string[];
}

/** Lower case, composed, without byte-order marks, doubled blanks or a bracketed currency: `Price($)` → `price`. */
export const normaliseName = (name: string): string =>
  name
    .normalize('NFKC')
    .replaceAll(/[\u{feff}\u{200b}]/gu, '')
    .replaceAll(/\(\s*(?:R?[$€£¥₹₫฿]|[A-Z]{3})\s*\)/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .toLowerCase();

const excelCut = 12;

/** Excel cuts long headers in some exports: `Items Shipped Re` still means one column if nothing else begins so. */
const indexOf = (names: readonly string[], aliases: readonly string[]): number => {
  for (const alias of aliases) {
    const exact = names.indexOf(alias);
    if (exact !== -1) return exact;
  }
  for (const alias of aliases) {
    const cut = names.findIndex(
      name => name.length >= excelCut && name.length < alias.length && alias.startsWith(name),
    );
    if (cut !== -1) return cut;
  }
  return -1;
};

export interface HeaderMatch {
  readonly header: Header;
  readonly found: number;
  /** Required fields without a column, by their most common name. */
  readonly missing: readonly string[];
  /** A field that more than one column is called by: it cannot be told which one counts. */
  readonly twice: string | null;
}

/** Looks for every field of a report in a row of cells. */
export const matchHeader = (cells: readonly string[], columns: ColumnNames): HeaderMatch => {
  const names = cells.map(normaliseName);
  const at = new Map<string, number>();
  const missing: string[] = [];
  for (const [field, aliases] of Object.entries(columns.required)) {
    const index = indexOf(names, aliases);
    if (index === -1) missing.push(aliases[0]!);
    else at.set(field, index);
  }
  for (const [field, aliases] of Object.entries(columns.optional)) {
    const index = indexOf(names, aliases);
    if (index !== -1) at.set(field, index);
  }
  const header: Header = {
    width: cells.length,
    cells,
    at: field => at.get(field) ?? -1,
    nameOf: field => cells[at.get(field) ?? -1]?.trim() ?? field,
  };
  const twice = [...at.values()].find(
    index => names.indexOf(names[index]!) !== names.lastIndexOf(names[index]!),
  );
  return { header, found: at.size, missing, twice: twice === undefined ? null : cells[twice]! };
};

const symbols: ReadonlyMap<string, Currency> = new Map([
  ['$', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
  ['₹', 'INR'],
  ['R$', 'BRL'],
]);

/** Currency that a header puts in brackets: `Ad Fees($)`, `Ricavi (€)`. */
export const bracketedCurrency = (cells: readonly string[]): Currency | null => {
  for (const cell of cells) {
    const symbol = /\(\s*(R\$|[$€£¥₹])\s*\)/u.exec(cell)?.[1];
    if (symbol) return symbols.get(symbol) ?? null;
  }
  return null;
};
