import type { ParsedInput } from '../../shared/contract/contract.ts';
import type { Breakdown, StoredRows } from '../../shared/domain/stored-rows.ts';
import { readBreakdown } from '../storage/breakdown.ts';
import type { Database } from '../storage/database.ts';
import { readStoredRows } from '../storage/stored-rows.ts';

export type LibraryQuery =
  | { readonly kind: 'rows'; readonly input: ParsedInput<'report.rows'> }
  | { readonly kind: 'breakdown'; readonly input: ParsedInput<'report.breakdown'> };

/** Answers a question about the stored rows, in whichever thread. */
export const answerQuery = (database: Database, query: LibraryQuery): StoredRows | Breakdown =>
  query.kind === 'rows' ? readStoredRows(database, query.input) : readBreakdown(database, query.input);
