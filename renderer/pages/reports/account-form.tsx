import { Button, Checkbox, Group, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { accountName } from '../../../shared/domain/account.ts';
import type { ImportAnswer, ImportQuestion } from '../../../shared/domain/import-question.ts';
import { formatCount } from '../../../shared/words/format-number.ts';
import { accountLabel } from '../../../shared/words/labels.ts';
import { reportsWords } from '../../words/reports-words.ts';

const first = 'first';
const another = 'another';
const named = (account: string | null): string => (account === null ? first : `named ${account}`);

const choicesOf = ({ known, proposed }: AccountFormProps['question']) => {
  const accounts = [...new Set([...known, proposed])];
  return [
    ...accounts.map(account => ({ value: named(account), label: accountLabel(account), account })),
    { value: another, label: reportsWords.anotherAccount, account: null },
  ];
};

export interface AccountFormProps {
  readonly question: Extract<ImportQuestion, { kind: 'account' }>;
  readonly busy: boolean;
  readonly onAnswer: (answer: ImportAnswer, forAll?: boolean) => void;
  /** How many files the same is asked of. */
  readonly sameFor?: number;
  readonly label?: string;
}

/** Whose report it is: one of the known accounts, or another one by its name. */
export const AccountForm = ({
  question,
  busy,
  onAnswer,
  sameFor = 1,
  label = reportsWords.answer,
}: AccountFormProps) => {
  const [forAll, setForAll] = useState(true);
  const isFirst = question.known.length === 0;
  const [choice, setChoice] = useState(isFirst ? another : named(question.proposed));
  const [name, setName] = useState((isFirst ? question.proposed : null) ?? question.hints[0] ?? '');
  const choices = choicesOf(question);
  const account =
    choice === another ? accountName(name) : (choices.find(({ value }) => value === choice)?.account ?? null);
  return (
    <Group align="end" gap="sm">
      {!isFirst && (
        <Select
          label={reportsWords.account}
          w={260}
          data={choices}
          value={choice}
          onChange={value => value !== null && setChoice(value)}
        />
      )}
      {choice === another && (
        <TextInput
          label={reportsWords.accountName}
          placeholder={question.network === 'amazon' ? 'mystore-20' : '@handle'}
          maxLength={80}
          value={name}
          onChange={event => setName(event.currentTarget.value)}
        />
      )}
      <Button
        variant={label === reportsWords.answer ? 'filled' : 'default'}
        disabled={busy || account === ''}
        onClick={() => onAnswer({ kind: 'account', account }, forAll)}
      >
        {label}
      </Button>
      {sameFor > 1 && (
        <Checkbox
          label={`${reportsWords.sameForAll} (${formatCount(sameFor, 'file')})`}
          checked={forAll}
          onChange={event => setForAll(event.currentTarget.checked)}
        />
      )}
    </Group>
  );
};
