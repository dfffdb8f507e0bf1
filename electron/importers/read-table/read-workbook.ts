import { streamXlsxRows } from 'hucre/xlsx';
import { archiveLimits } from './archive-limits.ts';
import { cellText, type CellValue } from './cell-text.ts';
import { fileProblem, TableError, type TextRow, type TextTable } from './table.ts';

const batchRows = 1000;

/** A workbook's bytes, already checked as an archive, and the names of its sheets in order. */
export interface Workbook {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly sheets: readonly string[];
}

const sheetRows = async function* (
  { file, bytes }: Workbook,
  index: number,
  sheet: string,
): AsyncGenerator<readonly TextRow[]> {
  let batch: TextRow[] = [];
  try {
    for await (const row of streamXlsxRows(bytes, { sheet: index })) {
      if (row.values.length > archiveLimits.columns)
        throw new TableError(fileProblem('too-many-cells', file, sheet));
      const cells = row.values.map(value => cellText(value as CellValue));
      if (cells.every(cell => cell.trim() === '')) continue;
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

/** The sheets of a workbook as tables. The only user of hucre. */
export const readWorkbook = (workbook: Workbook): readonly TextTable[] =>
  workbook.sheets.map((sheet, index) => ({
    file: workbook.file,
    sheet,
    delimiter: null,
    rows: () => sheetRows(workbook, index, sheet),
  }));
