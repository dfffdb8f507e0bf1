import { Button, Group, Select, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type Account, accountName, accountsOf } from '../../../shared/domain/account.ts';
import type { ImportedReport } from '../../../shared/domain/report.ts';
import { accountLabel, networkLabel } from '../../../shared/words/labels.ts';
import { ask } from '../../asking/ask.ts';
import { Failed } from '../../asking/failed.tsx';
import { useImportFlow } from '../../importing/import-flow.ts';
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

type NameProps = Omit<AccountChoiceProps, 'reports' | 'chosen'> & { readonly chosen: Account };

/** The first account of a network has no name until the person gives it one. */
const NameAccount = ({ chosen, choose }: NameProps) => {
  const [text, setText] = useState('');
  const name = accountName(text);
  const give = useMutation({
    mutationFn: () => ask('account.name', { network: chosen.network, name }),
    onSuccess: async ({ named }) => {
      if (named === 0) {
        notifications.show({ color: 'red', message: reportsWords.nameTaken });
        return;
      }
      await useImportFlow.getState().libraryChanged();
      choose({ network: chosen.network, account: name });
    },
  });
  return (
    <>
      <TextInput
        label={reportsWords.nameOfAccount}
        maxLength={80}
        value={text}
        onChange={event => setText(event.currentTarget.value)}
      />
      <Button variant="default" disabled={name === ''} loading={give.isPending} onClick={() => give.mutate()}>
        {reportsWords.giveName}
      </Button>
      {give.isError && <Failed error={give.error} onClose={give.reset} />}
    </>
  );
};

/** Narrows the page to one account; not there while there is only one. */
export const AccountChoice = ({ reports, chosen, choose }: AccountChoiceProps) => {
  const accounts = accountsOf(reports);
  if (accounts.length < 2) return null;
  return (
    <Group align="end" gap="md">
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
      {chosen?.account === null && <NameAccount key={chosen.network} chosen={chosen} choose={choose} />}
    </Group>
  );
};
