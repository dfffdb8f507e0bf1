import type Sqlite from 'better-sqlite3';
import type { Correction } from '../../shared/domain/report.ts';
import type { RowCorrection } from './planned-report.ts';

/** The cells of rows that the person has corrected, as they stood in the file. */
export const createCorrectionStore = (connection: Sqlite.Database) => {
  const insert = connection.prepare(
    'INSERT INTO corrections (report_id, line, at, name, original, corrected) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const ofRow = connection.prepare<[number, number], Correction>(
    'SELECT at, name, original, corrected FROM corrections WHERE report_id = ? AND line = ? ORDER BY at',
  );
  return {
    write: (reportId: number, corrections: readonly RowCorrection[]): void => {
      for (const { line, at, name, original, corrected } of corrections)
        insert.run(reportId, line, at, name, original, corrected);
    },
    ofRow: (reportId: number, line: number): readonly Correction[] => ofRow.all(reportId, line),
  };
};
