import type { Account } from '../../shared/domain/account.ts';

/** `networkOf` a row of `reports r`. */
export const networkSql = "CASE r.program WHEN 'other' THEN r.kind ELSE r.program END";

/** Values of the condition below. */
export interface AccountFilter {
  readonly network: string | null;
  readonly account: string | null;
}

export const accountFilter = (account: Account | undefined): AccountFilter => ({
  network: account?.network ?? null,
  account: account?.account ?? null,
});

/** True for orders `o` of reports `r` that are the account's; for all where none is asked for. */
export const isOfAccount = `(@network IS NULL OR (${networkSql} = @network AND coalesce(o.account, r.account) IS @account
  AND (@account IS NOT NULL OR r.row_accounts IS NULL)))`;
