import { streamXlsxRows } from 'hucre/xlsx';
import { archiveLimits } from './archive-limits.ts';
import { NotPlain, readPlainSheet } from './plain-workbook.ts';
import { cellText, type CellValue } from './cell-text.ts';
import { fileProblem, TableError, type TextRow, type TextTable } from './table.ts';

const batchRows = 1000;

/** A workbook's bytes, already checked as an archive, and the names of its sheets in order. */
export interface Workbook {
  readonly file: string;
  readonly bytes: Buffer;
  readonly sheets: readonly string[];
}

const isBlank = (cells: readonly string[]): boolean => cells.every(cell => cell.trim() === '');

/** The rows after `after`, by the reader of the whole format. */
const wholeRows = async function* (
  { file, bytes }: Workbook,
  { index, sheet, after }: { readonly index: number; readonly sheet: string; readonly after: number },
): AsyncGenerator<readonly TextRow[]> {
  let batch: TextRow[] = [];
  try {
    for await (const row of streamXlsxRows(bytes, { sheet: index })) {
      if (row.index < after) continue;
      if (row.values.length > archiveLimits.columns)
        throw new TableError(fileProblem('too-many-cells', file, sheet));
      const cells = row.values.map(value => cellText(value as CellValue));
      if (isBlank(cells)) continue;
      batch.push({ line: row.index + 1, cells, raw: null, certain: true });
      if (batch.length >= batchRows) {
        yield batch;
        batch = [];
      }
    }
  } catch (error) {
    if (error instanceof TableError) throw error;
    throw new TableError(fileProblem('unreadable-file', file, sheet));
  }
  if (batch.length > 0) yield batch;
};

const sheetRows = async function* (
  workbook: Workbook,
  index: number,
  sheet: string,
): AsyncGenerator<readonly TextRow[]> {
  const { file, bytes } = workbook;
  let after = 0;
  try {
    for await (const rows of readPlainSheet(file, bytes, index)) {
      after = rows.at(-1)?.line ?? after;
      const filled = rows.filter(({ cells }) => !isBlank(cells));
      if (filled.length > 0) yield filled.map(row => ({ ...row, raw: null, certain: true }));
    }
  } catch (error) {
    if (!(error instanceof NotPlain)) throw error;
    yield* wholeRows(workbook, { index, sheet, after });
  }
};

/** The sheets of a workbook as tables. The only user of hucre. */
export const readWorkbook = (workbook: Workbook): readonly TextTable[] =>
  workbook.sheets.map((sheet, index) => ({
    file: workbook.file,
    sheet,
    delimiter: null,
    rows: () => sheetRows(workbook, index, sheet),
  }));
