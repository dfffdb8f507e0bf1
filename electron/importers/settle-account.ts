import { accountName, isSameAccount, networkOf } from '../../shared/domain/account.ts';
import type { KnownAccount } from '../../shared/domain/account.ts';
import type { ImportQuestion } from '../../shared/domain/import-question.ts';
import type { Currency } from '../../shared/domain/money.ts';
import type { Header } from './header.ts';
import type { Importer } from './importer.ts';
import { isMissing } from './read-cell/read-amount.ts';
import { answerTo, asked, type AskedTable, type HeadedTable } from './asked-table.ts';

/** Whose a report is, with the question that may be answered otherwise (`assumed`) or must be answered first (`question`). */
export interface SettledAccount {
  readonly account: string | null;
  readonly assumed: readonly ImportQuestion[];
  readonly questions: readonly ImportQuestion[];
}

const shownHints = 5;

/** The file's own name, inside whatever archive. */
const bareName = (file: string): string => file.split(/[/\\]|\s›\s/u).at(-1)!;

/** `hearth-20-earnings-report-20260831.tsv`: data feeds are named after their Store ID. */
const storeIdOf = (file: string): string | null =>
  /^(.+)-(?:earnings|orders|bounty)-report-\d{8}/iu.exec(bareName(file))?.[1] ?? null;

/** `affiliate_orders @hearthpan.xlsx`: a handle that the person has put into the name. */
const handleOf = (file: string): string | null => {
  const name = bareName(file).replace(/\.(?:csv|tsv|txt|xlsx|gz)$/iu, '');
  return /(?:^|[^\p{L}\p{N}])(@[\p{L}\p{N}_][\p{L}\p{N}_.]{1,23})(?![\p{L}\p{N}_.])/u.exec(name)?.[1] ?? null;
};

const cellsOf = ({ header, sample }: HeadedTable, field: string): readonly string[] => {
  const at = header.at(field);
  const cells = at === -1 ? [] : sample.map(({ cells: row }) => accountName(row[at] ?? ''));
  return [...new Set(cells)].filter(cell => !isMissing(cell));
};

const certain = (account: string | null): SettledAccount => ({ account, assumed: [], questions: [] });

/** True where every row names its account itself. */
export const rowsNameAccount = ({ accountField }: Importer, header: Header): boolean =>
  accountField !== undefined && header.at(accountField) !== -1;

/** Each country of Amazon's is a programme of its own: another money is another account. */
const countries: Partial<Record<Currency, string>> = {
  GBP: 'Amazon UK',
  EUR: 'Amazon in euros',
  CAD: 'Amazon Canada',
  JPY: 'Amazon Japan',
  INR: 'Amazon India',
  AUD: 'Amazon Australia',
  BRL: 'Amazon Brazil',
  MXN: 'Amazon Mexico',
};

/** The accounts that a report in some money can be of, and the one to assume where none is known. */
const likelyIn = (
  known: readonly KnownAccount[],
  { program }: Importer,
  currency: Currency | null,
): { readonly likely: readonly KnownAccount[]; readonly otherwise: string | null } => {
  if (program !== 'amazon' || currency === null) return { likely: known, otherwise: null };
  const likely = known.filter(({ currencies }) => currencies.length === 0 || currencies.includes(currency));
  return { likely, otherwise: countries[currency] ?? null };
};

/** The accounts that the same file was imported for, in the same money. */
const previousAccounts = (
  { previous = [] }: AskedTable,
  currency: Currency | null,
): readonly (string | null)[] => {
  const same = previous.filter(
    one => currency === null || one.currency === null || one.currency === currency,
  );
  return [...new Set(same.map(({ account }) => account))];
};

/**
 * Whose a report is: what the person says; the account that the file's name states; the one that the same file was imported for; the one
 * whose tracking ids it has. Else the network's only account is assumed, and with several known ones the person is asked.
 */
export const settleAccount = (
  given: AskedTable,
  headed: HeadedTable,
  currency: Currency | null,
): SettledAccount => {
  const { importer } = headed;
  if (rowsNameAccount(importer, headed.header)) return certain(null);
  const network = networkOf(importer);
  const known = (given.accounts ?? []).filter(one => one.network === network);
  const inOneSpelling = (name: string): string =>
    known.find(({ account }) => isSameAccount(account, name))?.account ?? name;
  const answer = answerTo(given, 'account', network);
  const trackingIds = importer.trackingField === undefined ? [] : cellsOf(headed, importer.trackingField);
  const stated = importer.program === 'amazon' ? storeIdOf(given.table.file) : null;
  const handle = importer.program === 'tiktok-shop' ? handleOf(given.table.file) : null;
  const ofTags = known.filter(one => one.trackingIds.some(id => trackingIds.includes(id)));
  const question = (proposed: string | null): ImportQuestion => ({
    ...asked(given, 'account', network),
    kind: 'account',
    network,
    proposed,
    known: known.map(({ account }) => account),
    hints: [...(handle === null ? [] : [handle]), ...trackingIds].slice(0, shownHints),
  });
  const assume = (account: string | null): SettledAccount => ({
    account,
    assumed: [question(account)],
    questions: [],
  });
  if (answer) {
    const account = answer.account === null ? null : inOneSpelling(answer.account);
    return assume(account);
  }
  if (stated !== null) return certain(inOneSpelling(stated));
  const previous = previousAccounts(given, currency);
  if (previous.length === 1) return assume(previous[0]!);
  if (handle !== null) return assume(inOneSpelling(handle));
  if (ofTags.length === 1) return assume(ofTags[0]!.account);
  const { likely, otherwise } = likelyIn(known, importer, currency);
  if (likely.length === 0) return assume(otherwise);
  if (likely.length === 1) return assume(likely[0]!.account);
  return { account: null, assumed: [], questions: [question(likely[0]!.account)] };
};

/** What tells the keys of an account's rows from those of equal rows of another; null where nothing is needed, or for the network's first account. */
export const accountKey = (given: AskedTable, importer: Importer, account: string | null): string | null => {
  if (importer.needsAccount !== true || account === null) return null;
  const network = networkOf(importer);
  const known = given.accounts?.find(one => one.network === network && isSameAccount(one.account, account));
  return known?.isFirst === true ? null : account.toLowerCase();
};
