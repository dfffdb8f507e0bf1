import { accountName } from '../../shared/domain/account.ts';
import type { ImportQuestion } from '../../shared/domain/import-question.ts';
import type { MappingTemplate } from '../../shared/domain/column-mapping.ts';
import type { Currency } from '../../shared/domain/money.ts';
import type { Problem } from '../../shared/domain/report.ts';
import type { Header } from './header.ts';
import type { Fault, Importer, ReadRow, ReportContext, RowReading } from './importer.ts';
import { isMissing } from './read-cell/read-amount.ts';
import { repairQuotes } from './read-table/repair-quotes.ts';
import { fileProblem, type TextRow, type TextTable } from './read-table/table.ts';
import { nearestReport, recogniseHeader, type Recognised } from './registry.ts';
import { recogniseMapped, type Mapped } from './mapped-report.ts';
import { proposeMapping } from './propose-mapping.ts';
import { answerTo, asked, isLeftOut, type AskedTable } from './asked-table.ts';
import { rowsNameAccount } from './settle-account.ts';
import { settleContext } from './settle-context.ts';
import { atHome, type Zones } from './settle-zone.ts';

/** Rows above the header: a title, a banner, blanks, a description. */
const headerRows = 8;
/** Rows that a mapping is proposed from. */
const sampleRows = 60;

export interface ReadReportRow {
  readonly line: number;
  readonly reading: RowReading;
}

/** Names that rows of a report carry; `accounts` null where rows name none. */
export interface ReportNames {
  readonly accounts: readonly string[] | null;
  readonly trackingIds: readonly string[];
}

/** A table whose report is known. */
export interface OpenReport {
  readonly importer: Importer;
  /** Null when each row states its own. */
  readonly currency: Currency | null;
  /** Null: the network's first account, or rows that name theirs. */
  readonly account: string | null;
  readonly zones: Zones | null;
  /** What was settled by a likely answer and may be answered otherwise. */
  readonly assumed: readonly ImportQuestion[];
  /** Names in the rows read so far. */
  names(): ReportNames;
  /** The rows below the header, read; in batches. */
  rows(): AsyncIterable<readonly ReadReportRow[]>;
}

const wholeRow = (reason: Fault['reason'], text: string | null, weight: Fault['weight']): Fault => ({
  column: null,
  text,
  reason,
  weight,
});

const shown = (row: TextRow): string => (row.raw ?? row.cells.join(' | ')).slice(0, 200);

const trimmedTo = (cells: readonly string[], width: number): readonly string[] | undefined =>
  cells.slice(width).every(cell => cell.trim() === '') ? cells.slice(0, width) : undefined;

interface FittedCells {
  readonly cells: readonly string[];
  readonly repaired: boolean;
}

/** A row's cells made to fit the header's columns; a fault when it cannot be told which is which. */
const fit = (
  row: TextRow,
  table: TextTable,
  report: { header: Header; freeText: number },
): FittedCells | Fault => {
  const { header, freeText } = report;
  const { cells, raw } = row;
  if (row.certain && cells.length === header.width) return { cells, repaired: false };
  if (raw === null) {
    const fitting = cells.length < header.width ? cells : trimmedTo(cells, header.width);
    return fitting ? { cells: fitting, repaired: false } : wholeRow('too-many-cells', shown(row), 'refused');
  }
  const trimmed = row.certain ? trimmedTo(cells, header.width) : undefined;
  if (trimmed && trimmed.length === header.width) return { cells: trimmed, repaired: false };
  if (freeText >= 0) {
    const repaired = repairQuotes(raw, table.delimiter!, { width: header.width, freeText });
    if (repaired) return { cells: repaired, repaired: true };
  }
  const reason = cells.length < header.width ? 'too-few-cells' : 'too-many-cells';
  return wholeRow(reason, shown(row), 'refused');
};

/** More names than this are not kept. */
const mostNames = 500;

const note = (names: Set<string>, text: string): void => {
  if (!isMissing(text) && names.size < mostNames) names.add(text);
};

/** Notes whose rows are: the name that a column gives, and the tracking ids, once each. */
const createNames = (importer: Importer, header: Header, account: string | null) => {
  const accounts = new Set<string>();
  const trackingIds = new Set<string>();
  const accountAt = rowsNameAccount(importer, header) ? header.at(importer.accountField!) : -1;
  const trackingAt = importer.trackingField === undefined ? -1 : header.at(importer.trackingField);
  let lastId = '';
  return {
    end: (): ReportNames => ({
      accounts: accountAt === -1 ? null : [...accounts],
      trackingIds: [...trackingIds],
    }),
    /** The reading with the account that the row names, or that tells it apart from an equal row of another account. */
    see: (reading: RowReading, cells: readonly string[]): RowReading => {
      if (trackingAt !== -1 && cells[trackingAt] !== lastId) {
        lastId = cells[trackingAt] ?? '';
        note(trackingIds, lastId.trim());
      }
      if (accountAt !== -1) {
        const own = accountName(cells[accountAt] ?? '');
        note(accounts, own);
        if (isMissing(own)) return reading;
        if (reading.kind === 'order') return { ...reading, order: { ...reading.order, account: own } };
        if (reading.kind === 'aggregate')
          return { ...reading, aggregate: { ...reading.aggregate, account: own } };
      }
      if (account === null || reading.kind !== 'aggregate') return reading;
      return { ...reading, aggregate: { ...reading.aggregate, account } };
    },
  };
};

interface OpenedRows {
  readonly header: Header;
  readonly read: ReadRow;
  readonly names: ReturnType<typeof createNames>;
}

const createRowReader = (table: TextTable, importer: Importer, opened: OpenedRows) => {
  const { header, read, names } = opened;
  const freeText = importer.freeText === null ? -1 : header.at(importer.freeText);
  return (row: TextRow): ReadReportRow => {
    const fitted = fit(row, table, { header, freeText });
    if ('reason' in fitted) return { line: row.line, reading: { kind: 'refused', faults: [fitted] } };
    const reading = names.see(read(fitted.cells), fitted.cells);
    if (!fitted.repaired || reading.kind === 'refused' || reading.kind === 'skip')
      return { line: row.line, reading };
    const warning = wholeRow('repaired-quotes', shown(row), 'warning');
    return { line: row.line, reading: { ...reading, warnings: [...reading.warnings, warning] } };
  };
};

/** A download that broke off ends in the middle of a row. */
const markTruncation = (row: ReadReportRow): ReadReportRow => {
  const { reading } = row;
  if (reading.kind !== 'refused' || reading.faults[0]?.reason !== 'too-few-cells') return row;
  return {
    line: row.line,
    reading: { kind: 'refused', faults: [{ ...reading.faults[0], reason: 'truncated' }] },
  };
};

const readRows = async function* (
  first: readonly TextRow[],
  rest: AsyncIterator<readonly TextRow[]>,
  read: (row: TextRow) => ReadReportRow,
): AsyncGenerator<readonly ReadReportRow[]> {
  let batch = first.map(read);
  for (;;) {
    const next = await rest.next();
    if (next.done === true) break;
    if (batch.length > 0) yield batch;
    batch = next.value.map(read);
  }
  const last = batch.pop();
  if (last) yield [...batch, markTruncation(last)];
};

/** The row that is almost a known report's header. */
const nearest = (head: readonly TextRow[]) => {
  for (const row of head) {
    const found = nearestReport(row.cells);
    if (found) return { row, missing: found.match.missing[0]! };
  }
  return undefined;
};

const unrecognised = (table: TextTable, head: readonly TextRow[]): Problem => {
  const almost = nearest(head);
  if (almost) {
    const problem = fileProblem('missing-column', table.file, table.sheet, shown(almost.row));
    return { ...problem, line: almost.row.line, column: almost.missing };
  }
  const widest = head.toSorted((a, b) => b.cells.length - a.cells.length)[0];
  return fileProblem('unknown-report', table.file, table.sheet, widest ? shown(widest) : null);
};

export type OpeningOutcome =
  | { readonly kind: 'report'; readonly report: OpenReport }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'questions'; readonly questions: readonly ImportQuestion[] }
  /** The person leaves it out. */
  | { readonly kind: 'skipped' };

const problemIs = (problem: Problem): OpeningOutcome => ({ kind: 'problem', problem });

const askOrSkip = (given: AskedTable, questions: readonly ImportQuestion[]): OpeningOutcome =>
  isLeftOut(given, questions) ? { kind: 'skipped' } : { kind: 'questions', questions };

interface Head {
  readonly rows: readonly TextRow[];
  readonly rest: AsyncIterator<readonly TextRow[]>;
}

const readHead = async (table: TextTable): Promise<Head> => {
  const rest = table.rows()[Symbol.asyncIterator]();
  const rows: TextRow[] = [];
  while (rows.length < headerRows) {
    const next = await rest.next();
    if (next.done === true) break;
    rows.push(...next.value);
  }
  return { rows, rest };
};

interface HeaderRow extends Recognised {
  readonly index: number;
}

/** The header among the first rows: of a known report, or the one that a mapping was made for. */
const findHeader = (rows: readonly TextRow[], mappings: readonly Mapped[]): HeaderRow | undefined => {
  for (const [index, row] of rows.slice(0, headerRows).entries()) {
    const found = recogniseHeader(row.cells) ?? recogniseMapped(row.cells, mappings);
    if (found) return { ...found, index };
  }
  return undefined;
};

/** Reads rows with the importer, their times moved to the market's own clocks where they were written by others. */
const readingAtHome = (importer: Importer, header: Header, context: ReportContext): ReadRow => {
  const read = importer.open(header, context);
  const { zones, notation } = context;
  if (zones === null || zones.written === zones.home) return read;
  const columns = importer.unzoned!.fields.map(field => header.at(field));
  const clocks = { zones, dayOrder: notation.dayOrder };
  return cells => read(atHome(cells, columns, clocks));
};

const openAt = async (given: AskedTable, head: Head, found: HeaderRow): Promise<OpeningOutcome> => {
  const { table } = given;
  const { importer, match } = found;
  const { header } = match;
  if (match.twice !== null) {
    await head.rest.return?.();
    const problem = fileProblem('duplicate-column', table.file, table.sheet, match.twice);
    return problemIs({ ...problem, line: head.rows[found.index]!.line, column: match.twice });
  }
  const sample = head.rows.slice(found.index + 1);
  const line = head.rows[found.index]!.line;
  const above = head.rows.slice(0, found.index).map(shown).join('\n');
  const settled = await settleContext(given, { importer, header, sample, line, above });
  if ('questions' in settled) {
    await head.rest.return?.();
    return askOrSkip(given, settled.questions);
  }
  const { context, assumed } = settled;
  const { account, currency, zones } = context;
  const names = createNames(importer, header, account);
  const read = readingAtHome(importer, header, context);
  const readRow = createRowReader(table, importer, { header, read, names });
  const rows = () => readRows(sample, head.rest, readRow);
  return {
    kind: 'report',
    report: { importer, currency, account, zones, assumed, names: names.end, rows },
  };
};

/**
 * Finds the header within the first rows and opens the report it belongs to; or says what is wrong with the table, or what must be asked.
 * `templates` are mappings that the person made before.
 */
export const openReport = async (
  given: AskedTable,
  templates: readonly MappingTemplate[] = [],
): Promise<OpeningOutcome> => {
  const { table } = given;
  const head = await readHead(table);
  if (head.rows.length === 0) return problemIs(fileProblem('empty-file', table.file, table.sheet));
  const answered = answerTo(given, 'columns')?.mapping;
  const mappings: readonly Mapped[] = [
    ...(answered ? [{ mapping: answered, header: null }] : []),
    ...templates,
  ];
  const found = findHeader(head.rows, mappings);
  if (found) return openAt(given, head, found);
  await head.rest.return?.();
  const first = head.rows.slice(0, headerRows);
  const proposal = proposeMapping(head.rows.slice(0, sampleRows));
  if (!proposal || nearest(first)) return problemIs(unrecognised(table, first));
  const { delimiter } = table;
  const question = { ...asked(given, 'columns'), kind: 'columns', delimiter, ...proposal } as const;
  return askOrSkip(given, [question]);
};
