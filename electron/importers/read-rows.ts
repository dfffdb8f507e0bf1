import type { Correction } from '../../shared/domain/report.ts';
import type { Header } from './header.ts';
import type { Fault, Importer, ReadRow, RowReading } from './importer.ts';
import type { createNames } from './report-names.ts';
import { repairQuotes } from './read-table/repair-quotes.ts';
import type { TextRow, TextTable } from './read-table/table.ts';

export interface ReadReportRow {
  readonly line: number;
  readonly reading: RowReading;
  /** Of rows that were refused or corrected: the cells as they are in the file, and what was changed. */
  readonly cells?: readonly string[];
  readonly corrections?: readonly Correction[];
}

const wholeRow = (reason: Fault['reason'], text: string | null, weight: Fault['weight']): Fault => ({
  column: null,
  text,
  reason,
  weight,
});

/** A row as it is shown in a problem. */
export const shown = (row: TextRow): string => (row.raw ?? row.cells.join(' | ')).slice(0, 200);

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

export interface OpenedRows {
  readonly header: Header;
  readonly read: ReadRow;
  readonly names: ReturnType<typeof createNames>;
  /** What the person has put in place of rows, by line: cells as many as the header has. */
  readonly fixes: ReadonlyMap<number, readonly string[]>;
}

const changedCells = (
  original: readonly string[],
  corrected: readonly string[],
  header: Header,
): readonly Correction[] =>
  corrected.flatMap((text, at) =>
    text === (original[at] ?? '')
      ? []
      : [{ at, name: header.cells[at]!.trim(), original: original[at] ?? '', corrected: text }],
  );

/** Reads rows one by one: makes each fit, corrects it, and gives it to the importer. */
export const createRowReader = (table: TextTable, importer: Importer, opened: OpenedRows) => {
  const { header, read, names, fixes } = opened;
  const freeText = importer.freeText === null ? -1 : header.at(importer.freeText);
  const readCorrected = (row: TextRow, corrected: readonly string[]): ReadReportRow => {
    const fitted = fit(row, table, { header, freeText });
    const corrections =
      'reason' in fitted
        ? [{ at: -1, name: '', original: row.raw ?? row.cells.join('\t'), corrected: corrected.join('\t') }]
        : changedCells(fitted.cells, corrected, header);
    const cells = 'reason' in fitted ? row.cells : fitted.cells;
    return { line: row.line, reading: names.see(read(corrected), corrected), cells, corrections };
  };
  return (row: TextRow): ReadReportRow => {
    const corrected = fixes.size === 0 ? undefined : fixes.get(row.line);
    if (corrected?.length === header.width) return readCorrected(row, corrected);
    const fitted = fit(row, table, { header, freeText });
    if ('reason' in fitted)
      return { line: row.line, reading: { kind: 'refused', faults: [fitted] }, cells: row.cells };
    const reading = names.see(read(fitted.cells), fitted.cells);
    if (reading.kind === 'refused') return { line: row.line, reading, cells: fitted.cells };
    if (!fitted.repaired || reading.kind === 'skip') return { line: row.line, reading };
    const warning = wholeRow('repaired-quotes', shown(row), 'warning');
    return { line: row.line, reading: { ...reading, warnings: [...reading.warnings, warning] } };
  };
};

/** A download that broke off ends in the middle of a row. */
const markTruncation = (row: ReadReportRow): ReadReportRow => {
  const { reading } = row;
  if (reading.kind !== 'refused' || reading.faults[0]?.reason !== 'too-few-cells') return row;
  return {
    ...row,
    reading: { kind: 'refused', faults: [{ ...reading.faults[0], reason: 'truncated' }] },
  };
};

/** All rows below a header: those read already, and the rest. */
export const readRows = async function* (
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
