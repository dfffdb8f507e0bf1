import type { Currency } from '../../shared/domain/money.ts';
import type { Problem } from '../../shared/domain/report.ts';
import type { Header } from './header.ts';
import type { Fault, Importer, ReadRow, RowReading } from './importer.ts';
import { repairQuotes } from './read-table/repair-quotes.ts';
import { fileProblem, type TextRow, type TextTable } from './read-table/table.ts';
import { nearestReport, recogniseHeader } from './registry.ts';

/** Rows above the header: a title, a banner, blanks, a description. */
const headerRows = 8;

export interface ReadReportRow {
  readonly line: number;
  readonly reading: RowReading;
}

/** A table whose report is known. */
export interface OpenReport {
  readonly importer: Importer;
  /** Null when each row states its own. */
  readonly currency: Currency | null;
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

const createRowReader = (table: TextTable, importer: Importer, opened: { header: Header; read: ReadRow }) => {
  const { header, read } = opened;
  const freeText = importer.freeText === null ? -1 : header.at(importer.freeText);
  return (row: TextRow): ReadReportRow => {
    const fitted = fit(row, table, { header, freeText });
    if ('reason' in fitted) return { line: row.line, reading: { kind: 'refused', faults: [fitted] } };
    const reading = read(fitted.cells);
    if (!fitted.repaired || reading.kind !== 'order') return { line: row.line, reading };
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

const unrecognised = (table: TextTable, head: readonly TextRow[]): Problem => {
  for (const row of head) {
    const nearest = nearestReport(row.cells);
    if (nearest) {
      const column = nearest.match.missing[0]!;
      return {
        ...fileProblem('missing-column', table.file, table.sheet, shown(row)),
        line: row.line,
        column,
      };
    }
  }
  const widest = head.toSorted((a, b) => b.cells.length - a.cells.length)[0];
  return fileProblem('unknown-report', table.file, table.sheet, widest ? shown(widest) : null);
};

/** Finds the header within the first rows and opens the report it belongs to, or says what is wrong with the table. */
export const openReport = async (table: TextTable): Promise<OpenReport | { readonly problem: Problem }> => {
  const rest = table.rows()[Symbol.asyncIterator]();
  const head: TextRow[] = [];
  while (head.length < headerRows) {
    const next = await rest.next();
    if (next.done === true) break;
    head.push(...next.value);
  }
  if (head.length === 0) return { problem: fileProblem('empty-file', table.file, table.sheet) };
  for (const [index, row] of head.slice(0, headerRows).entries()) {
    const found = recogniseHeader(row.cells);
    if (!found) continue;
    const { importer, match } = found;
    const currency = importer.currencyOf(match.header);
    if (currency === null) {
      const problem = fileProblem('not-a-currency', table.file, table.sheet, shown(row));
      return { problem: { ...problem, line: row.line } };
    }
    const inHeader = currency === 'in-rows' ? null : currency;
    const read = importer.open(match.header, { currency: inHeader });
    const readRow = createRowReader(table, importer, { header: match.header, read });
    return { importer, currency: inHeader, rows: () => readRows(head.slice(index + 1), rest, readRow) };
  }
  await rest.return?.();
  return { problem: unrecognised(table, head.slice(0, headerRows)) };
};
