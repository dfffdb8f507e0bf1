import { z } from 'zod';
import type { ReportProgram } from './program.ts';
import type { ImportedReport, ReportKind } from './report.ts';

/** Whose accounts are told apart by name: a program, or one of the other networks' reports. */
export const networkOf = (report: { readonly program: ReportProgram; readonly kind: ReportKind }): string =>
  report.program === 'other' ? report.kind : report.program;

/**
 * An account with a network: a Store ID, a TikTok account. `account` never changes once it is used, because rows of reports that name no
 * account are told apart by it; null is the network's first account, to which nobody has given a name.
 */
export const accountSchema = z.strictObject({
  network: z.string().min(1).max(40),
  account: z.string().min(1).max(200).nullable(),
});
export type Account = z.infer<typeof accountSchema>;

type Owned = Pick<ImportedReport, 'program' | 'kind' | 'account' | 'rowAccounts'>;

/** The accounts that a report is of: its own, or those that its rows name. */
const ownersOf = ({ account, rowAccounts }: Owned): readonly (string | null)[] => rowAccounts ?? [account];

/** True for a report with rows of an account. */
export const isReportOf = (report: Owned, { network, account }: Account): boolean =>
  networkOf(report) === network && ownersOf(report).includes(account);

/** Every account of some reports, in order of network and name. */
export const accountsOf = (reports: readonly Owned[]): readonly Account[] => {
  const found = new Map<string, Account>();
  for (const report of reports)
    for (const account of ownersOf(report)) {
      const one = { network: networkOf(report), account };
      found.set(`${one.network}\n${account ?? ''}`, one);
    }
  return [...found].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, account]) => account);
};

/** An account that imported reports belong to. */
export interface KnownAccount extends Account {
  readonly reports: number;
  /** Of the money in its reports. */
  readonly currencies: readonly string[];
  /** Tracking ids seen in its reports: a new report with one of them is of the same account. */
  readonly trackingIds: readonly string[];
  /** The network's first account: its rows have keys without a name, also once the person has given it one. */
  readonly isFirst: boolean;
}

/** An account's name in one spelling: composed, without outer blanks; empty is no name. */
export const accountName = (text: string): string => text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();

/** True for two spellings of one account's name. */
export const isSameAccount = (a: string | null, b: string | null): boolean =>
  a === b || (a !== null && b !== null && accountName(a).toLowerCase() === accountName(b).toLowerCase());

/** What a row says, as text that can be compared, whoever's it is: rows of two accounts never meet where their accounts tell them apart. */
export const saidBy = (row: { readonly account?: string }): string =>
  JSON.stringify(row.account === undefined ? row : { ...row, account: undefined });
