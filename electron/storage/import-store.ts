import { FailureError } from '../../shared/contract/answer.ts';
import { exactSum } from '../../shared/contract/exact-sum.ts';
import type { ReportHistory } from '../../shared/contract/contract.ts';
import { z } from 'zod';
import { isSameAccount, type Account, type KnownAccount } from '../../shared/domain/account.ts';
import type { Aggregate } from '../../shared/domain/aggregate.ts';
import type { StoredOrder } from '../../shared/domain/order.ts';
import type { Program } from '../../shared/domain/program.ts';
import type { ImportedReport } from '../../shared/domain/report.ts';
import { accountFilter, isOfAccount, networkSql, type AccountFilter } from './account-filter.ts';
import { createAggregateStore } from './aggregate-store.ts';
import type { Database } from './database.ts';
import { orderColumns, storedOrderFromRow, type OrderRow } from './order-columns.ts';
import { beginDirectImport, type DirectImport } from './direct-import.ts';
import { createSettingStore } from './setting-store.ts';
import { createStaging, type Staging } from './staging.ts';
import { undoImport } from './undo-import.ts';

export interface ImportStore {
  /** Begins a plan: rows are gathered outside the database proper until it is committed or discarded. */
  stage(): Staging;
  /** Begins an import that is written as it is read. */
  direct(importedAt: string): DirectImport;
  list(): readonly ImportedReport[];
  /** The accounts of all programs that reports belong to. */
  accounts(): readonly KnownAccount[];
  /** Gives the network's first account a name; returns how many reports have it now, 0 when there is none or the name is another's. */
  nameFirstAccount(network: string, name: string): number;
  /** The reports that came from a file of this digest. */
  ofFile(fileDigest: Buffer): readonly ImportedReport[];
  history(account?: Account): ReportHistory;
  /** Takes back one import exactly; returns how many orders are gone. Throws `not-found`. */
  undo(importId: number): number;
  /** In an order that depends on what the orders are, not on when they were imported. */
  orders(filter: { readonly program?: Program }): IterableIterator<StoredOrder>;
  aggregates(): readonly Aggregate[];
}

const pageRows = 2000;

const listSql = `
SELECT r.id, r.import_id AS importId, r.kind, r.program, r.file, r.sheet, r.account, r.row_accounts AS rowAccounts, i.imported_at AS importedAt, r.first_day AS "from",
  r.last_day AS "to", r.currency, r.rows, r.refused, r.warnings, r.commission
FROM reports r JOIN imports i ON i.id = r.import_id`;

/** On-Amazon income is another stream and would make links look better than they are. */
const historySql = `
SELECT substr(coalesce(o.shipped_on, o.ordered_on), 1, 7) AS month, r.program, o.currency,
  sum(r.measure = 'earned') AS orders,
  sum(coalesce(o.commission, 0)) AS commission,
  sum(CASE WHEN o.status IN ('pending', 'frozen') THEN coalesce(o.estimated_commission, 0) ELSE 0 END) AS pending,
  sum(coalesce(o.base, 0)) AS base
FROM orders o JOIN reports r ON r.id = o.report_id
WHERE r.measure <> 'ordered' AND o.stream = 'offsite' AND ${isOfAccount}
GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;

interface ListedReport extends Omit<ImportedReport, 'rowAccounts'> {
  readonly rowAccounts: string | null;
}

const importedReport = ({ rowAccounts, ...report }: ListedReport): ImportedReport =>
  rowAccounts === null ? report : { ...report, rowAccounts: JSON.parse(rowAccounts) as string[] };

/** A report whose rows name several accounts belongs to none. */
const accountsSql = `
SELECT ${networkSql} AS network, account, count(*) AS reports,
  json_group_array(DISTINCT currency) FILTER (WHERE currency IS NOT NULL) AS currencies,
  json_group_array(tracking_ids) FILTER (WHERE tracking_ids IS NOT NULL) AS trackingIds
FROM reports r WHERE row_accounts IS NULL OR account IS NOT NULL
GROUP BY 1, 2 ORDER BY 1, max(id) DESC`;

interface AccountRow extends Omit<KnownAccount, 'trackingIds' | 'currencies' | 'isFirst'> {
  readonly currencies: string;
  readonly trackingIds: string;
}

const knownAccount = (
  { trackingIds, currencies, ...account }: AccountRow,
  first: Readonly<Record<string, string>>,
): KnownAccount => {
  const lists = (JSON.parse(trackingIds) as string[]).flatMap(list => JSON.parse(list) as string[]);
  const isFirst = account.account === null || account.account === first[account.network];
  return {
    ...account,
    isFirst,
    currencies: JSON.parse(currencies) as string[],
    trackingIds: [...new Set(lists)].toSorted(),
  };
};

const firstAccountsKey = 'first-accounts';
const firstAccountsSchema = z.record(z.string(), z.string()).catch({});

export const createImportStore = (database: Database): ImportStore => {
  const { connection } = database;
  const list = connection.prepare<[], ListedReport>(`${listSql} ORDER BY r.id DESC`);
  const ofFile = connection.prepare<[Buffer], ListedReport>(
    `${listSql} WHERE r.file_digest = ? ORDER BY r.id`,
  );
  const accounts = connection.prepare<[], AccountRow>(accountsSql);
  const settings = createSettingStore(database);
  const firstAccounts = (): Readonly<Record<string, string>> =>
    firstAccountsSchema.parse(settings.get(firstAccountsKey) ?? {});
  const nameReports = connection.prepare<[{ network: string; name: string }]>(
    `UPDATE reports AS r SET account = @name
     WHERE account IS NULL AND row_accounts IS NULL AND ${networkSql} = @network`,
  );
  const history = connection.prepare<[AccountFilter], ReportHistory['months'][number]>(historySql);
  const page = connection.prepare<
    [Buffer, string | null, string | null, number],
    OrderRow & { row_key: Buffer }
  >(
    `SELECT o.id, o.row_key, o.report_id, o.line, r.program, r.kind, r.measure, ${orderColumns.map(name => `o.${name}`).join(', ')}
     FROM orders o JOIN reports r ON r.id = o.report_id
     WHERE o.row_key > ? AND (? IS NULL OR r.program = ?) ORDER BY o.row_key LIMIT ?`,
  );

  // Pages instead of one long SELECT: an open statement would bar every write of this connection meanwhile.
  const orders = function* (program: Program | null): IterableIterator<StoredOrder> {
    let after: Buffer = Buffer.alloc(0);
    for (;;) {
      const rows = page.all(after, program, program, pageRows);
      for (const row of rows) yield storedOrderFromRow(row);
      if (rows.length < pageRows) return;
      after = rows.at(-1)!.row_key;
    }
  };

  return {
    stage: () => createStaging(database),
    direct: importedAt => beginDirectImport(database, importedAt),
    list: () => list.all().map(importedReport),
    ofFile: fileDigest => ofFile.all(fileDigest).map(importedReport),
    accounts: () => {
      const first = firstAccounts();
      return accounts.all().map(row => knownAccount(row, first));
    },
    nameFirstAccount: (network, name) =>
      connection
        .transaction((): number => {
          if (accounts.all().some(row => row.network === network && isSameAccount(row.account, name)))
            return 0;
          const { changes } = nameReports.run({ network, name });
          if (changes === 0) return 0;
          settings.set(firstAccountsKey, { ...firstAccounts(), [network]: name });
          connection.prepare('UPDATE ledger SET generation = generation + 1').run();
          return changes;
        })
        .immediate(),
    history: account => {
      const months = history.all(accountFilter(account));
      for (const { commission, pending, base } of months) [commission, pending, base].forEach(exactSum);
      return { months };
    },
    undo: importId => {
      const removed = undoImport(connection, importId);
      if (removed === undefined)
        throw new FailureError({ kind: 'not-found', what: 'import', id: String(importId) });
      return removed;
    },
    aggregates: () => createAggregateStore(connection).all(),
    orders: ({ program }) => orders(program ?? null),
  };
};
