import type { Encoding, TableReading } from '../../../shared/domain/column-mapping.ts';
import type { Problem } from '../../../shared/domain/report.ts';

/** A file as the reader sees it; it can be read more than once. */
export interface FileBytes {
  readonly name: string;
  readonly size: number;
  /** The bytes from the start, in chunks. */
  stream(): AsyncIterable<Uint8Array>;
}

/** One line of a file or row of a sheet as text cells. */
export interface TextRow {
  /** 1-based line of the file, or row of the sheet, where it begins. */
  readonly line: number;
  readonly cells: readonly string[];
  /** The line as found, where quotes may have broken it into the wrong cells; null for sheets. */
  readonly raw: string | null;
  /** False when the quotes of `raw` leave in doubt where its cells end. */
  readonly certain: boolean;
}

/** A table of a file: the file itself, a sheet of a workbook, or an entry of an archive. */
export interface TextTable {
  readonly file: string;
  readonly sheet: string | null;
  /** Path within the archive that the file is; absent for files of their own. */
  readonly entry?: string;
  /** Separates cells in `raw`; null for sheets. */
  readonly delimiter: string | null;
  readonly encoding?: Encoding;
  /** The same text cut otherwise; absent for sheets. */
  readonly reopen?: (how: TableReading) => Promise<TextTable>;
  /** Rows in batches, so that a million rows cost few turns of the event loop. */
  rows(): AsyncIterable<readonly TextRow[]>;
}

/** Thrown while a table is read when it cannot be read on; what was read so far does not count. */
export class TableError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.reason);
    this.name = 'TableError';
    this.problem = problem;
  }
}

/** A problem of a whole file or sheet. */
export const fileProblem = (
  reason: Problem['reason'],
  file: string,
  sheet: string | null = null,
  text: string | null = null,
): Problem => ({ file, sheet, line: null, column: null, text, reason, weight: 'refused' });
