import type { Account } from '../../shared/domain/account.ts';
import type { Aggregate } from '../../shared/domain/aggregate.ts';
import type { Day } from '../../shared/domain/day.ts';
import type { OpenRows, SettledLag } from '../../shared/learn/pending-money.ts';
import { accountFilter, isOfAccount, networkSql, type AccountFilter } from './account-filter.ts';
import { createAggregateStore } from './aggregate-store.ts';
import type { Database } from './database.ts';

/** What the library tells of money that is not paid. */
export interface OpenBooks {
  readonly open: readonly OpenRows[];
  readonly lags: readonly SettledLag[];
  readonly files: readonly string[];
  readonly aggregates: readonly Aggregate[];
}

/** Amazon credits what is shipped and takes returns off it; other programs say of each row whether it is settled. */
const openSql = `
SELECT ${networkSql} AS network, coalesce(o.account, r.account) AS account, o.currency, o.stream,
  CASE WHEN r.program = 'amazon' THEN 'earned' ELSE o.status END AS status,
  coalesce(o.shipped_on, o.ordered_on) AS day,
  sum(CASE WHEN r.program = 'amazon' THEN coalesce(o.commission, 0) ELSE coalesce(o.estimated_commission, 0) END) AS amount,
  count(*) AS rows
FROM orders o JOIN reports r ON r.id = o.report_id
WHERE r.measure <> 'ordered' AND ${isOfAccount} AND (
  (r.program = 'amazon' AND coalesce(o.shipped_on, o.ordered_on) >= @since)
  OR (r.program <> 'amazon' AND o.status IN ('pending', 'frozen')))
GROUP BY 1, 2, 3, 4, 5, 6`;

const lagsSql = `
SELECT o.currency, CAST(julianday(o.settled_on) - julianday(o.ordered_on) AS INTEGER) AS days, count(*) AS rows,
  min(o.ordered_on) AS "from", max(o.ordered_on) AS "to"
FROM orders o JOIN reports r ON r.id = o.report_id
WHERE r.program = 'tiktok-shop' AND o.status = 'settled' AND o.settled_on >= o.ordered_on AND ${isOfAccount}
GROUP BY 1, 2`;

const filesSql = `
SELECT file FROM reports WHERE program = 'tiktok-shop' AND measure = 'earned' GROUP BY file ORDER BY min(id)`;

const isOf = (row: Aggregate, account: Account | undefined): boolean =>
  account === undefined || (account.network === 'amazon' && (row.account ?? null) === account.account);

/** Rows that are not paid; of Amazon's those since a day before which all is paid. */
export const readOpenBooks = (
  { connection }: Database,
  { account, since }: { readonly account?: Account | undefined; readonly since: Day },
): OpenBooks => {
  const filter = accountFilter(account);
  return {
    open: connection
      .prepare<[AccountFilter & { readonly since: Day }], OpenRows>(openSql)
      .all({ ...filter, since }),
    lags: connection.prepare<[AccountFilter], SettledLag>(lagsSql).all(filter),
    files: connection.prepare<[], string>(filesSql).pluck().all(),
    aggregates: createAggregateStore(connection)
      .all()
      .filter(row => row.program === 'amazon' && row.to >= since && isOf(row, account)),
  };
};
