import type { ParsedInput, ReplayOptions, ReportHistory } from '../../shared/contract/contract.ts';
import type { Account } from '../../shared/domain/account.ts';
import type { Day } from '../../shared/domain/day.ts';
import type { Market } from '../../shared/domain/market.ts';
import type { Reference } from '../../shared/domain/reference.ts';
import type { Replay } from '../../shared/domain/replay.ts';
import type { Scenario } from '../../shared/domain/scenario.ts';
import type { Breakdown, StoredRows } from '../../shared/domain/stored-rows.ts';
import { scenarioFromOrders } from '../../shared/learn/scenario-from-orders.ts';
import { readBreakdown } from '../storage/breakdown.ts';
import type { Database } from '../storage/database.ts';
import { readOpenBooks, type OpenBooks } from '../storage/open-rows.ts';
import { createImportStore } from '../storage/import-store.ts';
import { readStoredRows, type FoundRows } from '../storage/stored-rows.ts';
import { replayOptions, runReplay } from './replays.ts';

export type LibraryQuery =
  | { readonly kind: 'history'; readonly input: ParsedInput<'report.history'> }
  | {
      readonly kind: 'open';
      readonly input: { readonly account?: Account | undefined; readonly since: Day };
    }
  | { readonly kind: 'rows'; readonly input: ParsedInput<'report.rows'> }
  | { readonly kind: 'breakdown'; readonly input: ParsedInput<'report.breakdown'> };

/** A question that every stored order is read for. */
export type LibraryStudy =
  | {
      readonly kind: 'learn';
      readonly input: { readonly market: Market; readonly name: string; readonly today: Day };
    }
  | { readonly kind: 'replay-options' }
  | { readonly kind: 'replay'; readonly input: ParsedInput<'replay.run'> };

export type LibraryAnswer =
  | StoredRows
  | Breakdown
  | ReportHistory
  | OpenBooks
  | Scenario
  | ReplayOptions
  | Replay;

const answerAnew = (
  database: Database,
  query: LibraryQuery | LibraryStudy,
  { reference, found }: { readonly reference: Reference; readonly found: FoundRows },
): LibraryAnswer => {
  switch (query.kind) {
    case 'history':
      return createImportStore(database).history(query.input.account);
    case 'open':
      return readOpenBooks(database, query.input);
    case 'rows':
      return readStoredRows(database, query.input, found);
    case 'breakdown':
      return readBreakdown(database, query.input);
    case 'learn': {
      const store = createImportStore(database);
      const reports = store.list();
      const files = reports.filter(({ kind }) => kind === 'tiktok.video-list').map(({ file }) => file);
      const summaries = { rows: store.aggregates(), files };
      return scenarioFromOrders(store.orders({}), reference, { ...query.input, reports, summaries });
    }
    case 'replay-options':
      return replayOptions(createImportStore(database).orders({}), reference);
    case 'replay':
      return runReplay(createImportStore(database).orders({}), query.input, reference);
  }
};

/** Summaries of a million rows take a second or more and hold as long as nothing is imported or undone. */
const kept: ReadonlySet<(LibraryQuery | LibraryStudy)['kind']> = new Set([
  'history',
  'breakdown',
  'replay-options',
]);
const mostKept = 40;

/** Answers questions about the stored rows, in whichever thread. */
export const createAnswers = (database: Database, reference: Reference) => {
  const { connection } = database;
  const generationOf = connection.prepare<[], number>('SELECT generation FROM ledger').pluck();
  const found: FoundRows = { key: '', ids: [] };
  const answers = new Map<string, LibraryAnswer>();
  let generation = -1;
  return (query: LibraryQuery | LibraryStudy): LibraryAnswer => {
    const now = generationOf.get()!;
    if (now !== generation || answers.size >= mostKept) answers.clear();
    generation = now;
    const key = JSON.stringify(query);
    const answer = answers.get(key) ?? answerAnew(database, query, { reference, found });
    if (kept.has(query.kind)) answers.set(key, answer);
    return answer;
  };
};
