import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import type { ImportQuestion } from '../../../shared/domain/import-question.ts';
import { formatCount } from '../../../shared/words/format-number.ts';
import { accountLabel, networkLabel } from '../../../shared/words/labels.ts';
import { type PlannedImport, useImportFlow } from '../../importing/import-flow.ts';
import { reportsWords } from '../../words/reports-words.ts';
import { AccountForm } from './account-form.tsx';

type AccountQuestion = Extract<ImportQuestion, { kind: 'account' }>;

/** Questions that one answer can serve: the same is assumed of all these files. */
const groupsOf = (questions: readonly AccountQuestion[]): readonly (readonly AccountQuestion[])[] => {
  const groups = new Map<string, AccountQuestion[]>();
  for (const question of questions) {
    const key = `${question.network} ${question.proposed}`;
    groups.set(key, [...(groups.get(key) ?? []), question]);
  }
  return [...groups.values()];
};

const filesOf = (questions: readonly AccountQuestion[]): string =>
  questions.length === 1 ? questions[0]!.file : formatCount(questions.length, 'file');

interface AssumedProps {
  readonly questions: readonly AccountQuestion[];
  readonly planned: PlannedImport;
  readonly busy: boolean;
}

const AssumedAccount = ({ questions, planned, busy }: AssumedProps) => {
  const [open, setOpen] = useState<'no' | 'all' | 'each'>('no');
  const answer = useImportFlow(flow => flow.answer);
  const [question] = questions;
  const about = `${reportsWords.account.toLowerCase()} of ${filesOf(questions)}`;
  const choose = (words: string, what: typeof open) => (
    <Button
      size="compact-xs"
      variant="default"
      disabled={busy}
      aria-label={`${words} ${about}`}
      onClick={() => setOpen(what)}
    >
      {words}
    </Button>
  );
  return (
    <li className="assumed">
      <Group gap={8}>
        <span style={{ overflowWrap: 'anywhere' }}>
          {networkLabel(question!.network)}, {filesOf(questions)}:{' '}
          <strong>{accountLabel(question!.proposed)}</strong>
        </span>
        {open === 'no' && choose(reportsWords.change, 'all')}
        {open === 'no' && questions.length > 1 && choose(reportsWords.changeOne, 'each')}
      </Group>
      {open === 'all' && (
        <AccountForm
          question={question!}
          busy={busy}
          label={reportsWords.takeAccount}
          onAnswer={given => {
            setOpen('no');
            const ids = questions.map(({ id }) => id);
            void answer(planned, ids, given);
          }}
        />
      )}
      {open === 'each' && (
        <ul className="plain-list" style={{ paddingLeft: 16 }}>
          {questions.map(one => (
            <AssumedAccount key={one.id} questions={[one]} planned={planned} busy={busy} />
          ))}
        </ul>
      )}
    </li>
  );
};

/** What the reports do not say and one answer is likely for; each can be changed before anything is stored. */
export const AssumedAnswers = ({
  planned,
  busy,
}: {
  readonly planned: PlannedImport;
  readonly busy: boolean;
}) => {
  const assumed = planned.plan.assumed ?? [];
  const accounts = assumed.filter(question => question.kind === 'account');
  if (accounts.length === 0) return null;
  return (
    <section aria-label={reportsWords.assumed}>
      <h3 style={{ fontSize: 14, margin: 0 }}>{reportsWords.assumed}</h3>
      <p className="hint" style={{ margin: '2px 0 6px' }}>
        {reportsWords.assumedHint}
      </p>
      <ul className="plain-list">
        {groupsOf(accounts).map(questions => (
          <AssumedAccount key={questions[0]!.id} questions={questions} planned={planned} busy={busy} />
        ))}
      </ul>
    </section>
  );
};
