import type { ParsedInput } from '../../shared/contract/contract.ts';
import type { Breakdown, StoredRows } from '../../shared/domain/stored-rows.ts';
import { readBreakdown } from '../storage/breakdown.ts';
import type { Database } from '../storage/database.ts';
import { readStoredRows } from '../storage/stored-rows.ts';

/** What has been imported, as the Reports page looks at it. */
export const createLibrary = (database: Database) => ({
  rows: (query: ParsedInput<'report.rows'>): StoredRows => readStoredRows(database, query),
  breakdown: (query: ParsedInput<'report.breakdown'>): Breakdown => readBreakdown(database, query),
});
