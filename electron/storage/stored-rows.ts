import type Sqlite from 'better-sqlite3';
import type { Account } from '../../shared/domain/account.ts';
import type { ReportProgram } from '../../shared/domain/program.ts';
import type { StoredRows } from '../../shared/domain/stored-rows.ts';
import { accountFilter, networkSql } from './account-filter.ts';
import { createCorrectionStore } from './correction-store.ts';
import type { Database } from './database.ts';
import { orderColumns, storedOrderFromRow, type OrderRow } from './order-columns.ts';

export interface RowQuery {
  readonly offset: number;
  readonly limit: number;
  /** Part of a product, order, category, seller or content; case-insensitive for ASCII letters. */
  readonly search?: string | undefined;
  readonly reportId?: number | undefined;
  readonly program?: ReportProgram | undefined;
  readonly account?: Account | undefined;
}

const searched = [
  'product_name',
  'product_id',
  'order_id',
  'category',
  'seller',
  'tracking_id',
  'content_id',
];

/** `%` and `_` mean themselves. */
const pattern = (text: string): string => `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;

/** Without a join, which would slow the skipping of rows: the row's own account, else its report's. */
const ofAccount = `(SELECT ${networkSql} FROM reports r WHERE r.id = report_id) = @network
  AND coalesce(account, (SELECT r.account FROM reports r WHERE r.id = report_id)) IS @account
  AND (@account IS NOT NULL OR report_id IN (SELECT id FROM reports WHERE row_accounts IS NULL))`;

const whereOf = ({ search, reportId, program, account }: RowQuery): string => {
  const conditions = [
    ...(reportId === undefined ? [] : ['report_id = @reportId']),
    ...(program === undefined ? [] : ['report_id IN (SELECT id FROM reports WHERE program = @program)']),
    ...(account === undefined ? [] : [ofAccount]),
    ...(search === ''
      ? []
      : [`(${searched.map(column => `${column} LIKE @pattern ESCAPE '\\'`).join(' OR ')})`]),
  ];
  return conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
};

const columns = orderColumns.map(name => `o.${name}`).join(', ');

/** Ids of the rows that a question found last, for its next pages: to look through a million rows takes a second. */
export type FoundRows = { key: string; ids: readonly number[] };

const findRows = (connection: Sqlite.Database, where: string, values: object): readonly number[] =>
  connection
    .prepare<unknown[], number>(`SELECT id FROM orders ${where} ORDER BY id DESC`)
    .pluck()
    .all(values);

/** One page of the stored rows, and how many there are: newest import first, within it from the last line up. */
export const readStoredRows = (
  { connection }: Database,
  query: RowQuery,
  found: FoundRows = { key: '', ids: [] },
): StoredRows => {
  const search = query.search?.trim() ?? '';
  const where = whereOf({ ...query, search });
  const values = {
    ...(query.reportId === undefined ? {} : { reportId: query.reportId }),
    ...(query.program === undefined ? {} : { program: query.program }),
    ...(query.account === undefined ? {} : accountFilter(query.account)),
    ...(search === '' ? {} : { pattern: pattern(search) }),
  };
  // Left alone SQLite would count along the widest index.
  const counted = where === '' ? 'orders INDEXED BY orders_of_report' : `orders ${where}`;
  if (search !== '') {
    const generation = connection.prepare('SELECT generation FROM ledger').pluck().get();
    const key = JSON.stringify([generation, where, values]);
    if (found.key !== key) Object.assign(found, { key, ids: findRows(connection, where, values) });
  }
  const { ids } = found;
  const { limit, offset } = query;
  const total =
    search === ''
      ? (connection.prepare(`SELECT count(*) FROM ${counted}`).pluck().get(values) as number)
      : ids.length;
  const page =
    search === ''
      ? `(SELECT id FROM orders ${where} ORDER BY id DESC LIMIT @limit OFFSET @offset)`
      : '(SELECT value AS id FROM json_each(@ids))';
  const bound =
    search === '' ? { ...values, limit, offset } : { ids: JSON.stringify(ids.slice(offset, offset + limit)) };
  const corrections = createCorrectionStore(connection);
  // The ids first: skipping rows is cheap as long as nothing is joined to them.
  const rows = connection
    .prepare<unknown[], OrderRow & { file: string; sheet: string | null; reportAccount: string | null }>(
      `SELECT o.id, o.report_id, o.line, r.program, r.kind, r.measure, r.file, r.sheet,
         coalesce(o.account, r.account) AS reportAccount, ${columns}
       FROM ${page} page
       JOIN orders o ON o.id = page.id JOIN reports r ON r.id = o.report_id ORDER BY o.id DESC`,
    )
    .all(bound);
  return {
    total,
    rows: rows.map(row => ({
      ...storedOrderFromRow(row),
      file: row.file,
      sheet: row.sheet,
      accountName: row.reportAccount,
      corrections: corrections.ofRow(row.report_id, row.line),
    })),
  };
};
