import type { ParsedInput, ReportHistory } from '../../shared/contract/contract.ts';
import type { Account } from '../../shared/domain/account.ts';
import type { Day } from '../../shared/domain/day.ts';
import type { Breakdown, StoredRows } from '../../shared/domain/stored-rows.ts';
import { readBreakdown } from '../storage/breakdown.ts';
import type { Database } from '../storage/database.ts';
import { readOpenBooks, type OpenBooks } from '../storage/open-rows.ts';
import { createImportStore } from '../storage/import-store.ts';
import { readStoredRows } from '../storage/stored-rows.ts';

export type LibraryQuery =
  | { readonly kind: 'history'; readonly input: ParsedInput<'report.history'> }
  | {
      readonly kind: 'open';
      readonly input: { readonly account?: Account | undefined; readonly since: Day };
    }
  | { readonly kind: 'rows'; readonly input: ParsedInput<'report.rows'> }
  | { readonly kind: 'breakdown'; readonly input: ParsedInput<'report.breakdown'> };

export type LibraryAnswer = StoredRows | Breakdown | ReportHistory | OpenBooks;

/** Answers a question about the stored rows, in whichever thread. */
export const answerQuery = (database: Database, query: LibraryQuery): LibraryAnswer => {
  switch (query.kind) {
    case 'history':
      return createImportStore(database).history(query.input.account);
    case 'open':
      return readOpenBooks(database, query.input);
    case 'rows':
      return readStoredRows(database, query.input);
    case 'breakdown':
      return readBreakdown(database, query.input);
  }
};
