import { Button, Group } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { ImportAnswer, ImportQuestion } from '../../../shared/domain/import-question.ts';
import { formatCount } from '../../../shared/words/format-number.ts';
import { accountLabel, networkLabel, zoneLabel } from '../../../shared/words/labels.ts';
import { type PlannedImport, useImportFlow } from '../../importing/import-flow.ts';
import { reportsWords } from '../../words/reports-words.ts';
import { AccountForm } from './account-form.tsx';
import { ZoneForm } from './zone-form.tsx';

type Assumed = Extract<ImportQuestion, { kind: 'account' | 'time-zone' }>;

const isAssumable = (question: ImportQuestion): question is Assumed =>
  question.kind === 'account' || question.kind === 'time-zone';

/** What is assumed alike of several files is one line. */
const groupsOf = (questions: readonly Assumed[]): readonly (readonly Assumed[])[] => {
  const groups = new Map<string, Assumed[]>();
  for (const question of questions) {
    const about = question.kind === 'account' ? question.network : question.home;
    const key = `${question.kind} ${about} ${question.proposed}`;
    groups.set(key, [...(groups.get(key) ?? []), question]);
  }
  return [...groups.values()];
};

/** One answer serves a whole archive. */
const filesOf = (questions: readonly Assumed[]): string =>
  questions.length === 1 ? questions[0]!.file.split(' › ')[0]! : formatCount(questions.length, 'file');

const subjectOf = (question: Assumed): string =>
  (question.kind === 'account' ? reportsWords.account : reportsWords.timeZone).toLowerCase();

const isNameless = ({ known, proposed }: Extract<Assumed, { kind: 'account' }>): boolean =>
  known.length === 0 && proposed === null;

const accountWords = (question: Extract<Assumed, { kind: 'account' }>): string =>
  isNameless(question) ? reportsWords.notNamed : accountLabel(question.proposed);

const AssumedWords = ({ questions }: { readonly questions: readonly Assumed[] }) => {
  const question = questions[0]!;
  const files = filesOf(questions);
  if (question.kind === 'account') {
    return (
      <>
        {networkLabel(question.network)}, {files}: account <strong>{accountWords(question)}</strong>
      </>
    );
  }
  const example = question.example === null ? '' : `, which decides the day of ${question.example}`;
  return (
    <>
      {files}: times of <strong>{zoneLabel(question.proposed, question.home)}</strong>
      {example}
    </>
  );
};

interface FormProps {
  readonly question: Assumed;
  readonly busy: boolean;
  readonly onAnswer: (answer: ImportAnswer) => void;
}

const formOf = ({ question, ...rest }: FormProps): ReactNode =>
  question.kind === 'account' ? (
    <AccountForm question={question} label={reportsWords.takeAccount} {...rest} />
  ) : (
    <ZoneForm question={question} {...rest} />
  );

interface AssumedLineProps {
  readonly questions: readonly Assumed[];
  readonly planned: PlannedImport;
  readonly busy: boolean;
}

const AssumedLine = ({ questions, planned, busy }: AssumedLineProps) => {
  const [open, setOpen] = useState<'no' | 'all' | 'each'>('no');
  const answer = useImportFlow(flow => flow.answer);
  const question = questions[0]!;
  const choose = (words: string, what: typeof open) => (
    <Button
      size="compact-xs"
      variant="default"
      disabled={busy}
      aria-label={`${words} ${subjectOf(question)} of ${filesOf(questions)}`}
      onClick={() => setOpen(what)}
    >
      {words}
    </Button>
  );
  return (
    <li className="assumed">
      <Group gap={8}>
        <span style={{ overflowWrap: 'anywhere' }}>
          <AssumedWords questions={questions} />
        </span>
        {open === 'no' &&
          choose(
            question.kind === 'account' && isNameless(question) ? reportsWords.nameIt : reportsWords.change,
            'all',
          )}
        {open === 'no' && questions.length > 1 && choose(reportsWords.changeOne, 'each')}
      </Group>
      {open === 'all' &&
        formOf({
          question,
          busy,
          onAnswer: given => {
            setOpen('no');
            const ids = questions.map(({ id }) => id);
            void answer(planned, ids, given);
          },
        })}
      {open === 'each' && (
        <ul className="plain-list" style={{ paddingLeft: 16 }}>
          {questions.map(one => (
            <AssumedLine key={one.id} questions={[one]} planned={planned} busy={busy} />
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
  const assumed = (planned.plan.assumed ?? []).filter(isAssumable);
  if (assumed.length === 0) return null;
  return (
    <section aria-label={reportsWords.assumed}>
      <h3 style={{ fontSize: 14, margin: 0 }}>{reportsWords.assumed}</h3>
      <p className="hint" style={{ margin: '2px 0 6px' }}>
        {reportsWords.assumedHint}
      </p>
      <ul className="plain-list">
        {groupsOf(assumed).map(questions => (
          <AssumedLine key={questions[0]!.id} questions={questions} planned={planned} busy={busy} />
        ))}
      </ul>
    </section>
  );
};
