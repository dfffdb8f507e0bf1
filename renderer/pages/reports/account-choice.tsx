import { Select } from '@mantine/core';
import { type Account, accountsOf } from '../../../shared/domain/account.ts';
import type { ImportedReport } from '../../../shared/domain/report.ts';
import { accountLabel, networkLabel } from '../../../shared/words/labels.ts';
import { reportsWords } from '../../words/reports-words.ts';

const everyone = '';
const valueOf = (account: Account): string => JSON.stringify([account.network, account.account]);

export const isSameChoice = (a: Account, b: Account | undefined): boolean =>
  b !== undefined && valueOf(a) === valueOf(b);

export interface AccountChoiceProps {
  readonly reports: readonly ImportedReport[];
  readonly chosen: Account | undefined;
  readonly choose: (account: Account | undefined) => void;
}

/** Narrows the page to one account; not there while there is only one. */
export const AccountChoice = ({ reports, chosen, choose }: AccountChoiceProps) => {
  const accounts = accountsOf(reports);
  if (accounts.length < 2) return null;
  return (
    <Select
      label={reportsWords.showAccount}
      w={320}
      searchable
      data={[
        { value: everyone, label: reportsWords.allAccounts },
        ...accounts.map(account => ({
          value: valueOf(account),
          label: `${networkLabel(account.network)}: ${accountLabel(account.account)}`,
        })),
      ]}
      value={chosen ? valueOf(chosen) : everyone}
      onChange={value => choose(accounts.find(account => valueOf(account) === value))}
    />
  );
};
