import { Button, Group, Select, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { isDay } from '../../../shared/domain/day.ts';
import type { ImportAnswer, ImportQuestion } from '../../../shared/domain/import-question.ts';
import { currencySchema } from '../../../shared/domain/money.ts';
import { tableName } from '../../../shared/words/labels.ts';
import type { PlannedImport } from '../../importing/import-flow.ts';
import { reportsWords } from '../../words/reports-words.ts';
import { AccountForm } from './account-form.tsx';
import { ColumnsForm } from './columns-form.tsx';
import { ZoneForm } from './zone-form.tsx';

interface AnswerProps<Kind extends ImportQuestion['kind']> {
  readonly question: Extract<ImportQuestion, { kind: Kind }>;
  readonly busy: boolean;
  readonly onAnswer: (answer: ImportAnswer, forAll?: boolean) => void;
}

const WindowForm = ({ question, busy, onAnswer }: AnswerProps<'window'>) => {
  const [from, setFrom] = useState<string>(question.proposed?.from ?? '');
  const [to, setTo] = useState<string>(question.proposed?.to ?? question.lastDay ?? '');
  const complete = isDay(from) && isDay(to) && from <= to;
  return (
    <Group align="end" gap="sm">
      <TextInput
        type="date"
        label={reportsWords.from}
        value={from}
        onChange={event => setFrom(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={reportsWords.to}
        value={to}
        onChange={event => setTo(event.currentTarget.value)}
      />
      <Button
        disabled={!complete || busy}
        onClick={() => isDay(from) && isDay(to) && onAnswer({ kind: 'window', from, to }, true)}
      >
        {reportsWords.answer}
      </Button>
    </Group>
  );
};

const CurrencyForm = ({ question, busy, onAnswer }: AnswerProps<'currency'>) => {
  const [value, setValue] = useState<string | null>(question.proposed);
  const chosen = currencySchema.safeParse(value);
  return (
    <Group align="end" gap="sm">
      <Select
        label={reportsWords.currency}
        w={120}
        searchable
        data={currencySchema.options}
        value={value}
        onChange={setValue}
      />
      <Button
        disabled={!chosen.success || busy}
        onClick={() => chosen.success && onAnswer({ kind: 'currency', currency: chosen.data })}
      >
        {reportsWords.answer}
      </Button>
    </Group>
  );
};

const DayOrderForm = ({ question, busy, onAnswer }: AnswerProps<'day-order'>) => (
  <div>
    <p style={{ margin: '0 0 8px' }}>
      {question.column}: {question.examples.slice(0, 4).join(', ')}
    </p>
    <Group gap="sm">
      <Button
        variant="default"
        disabled={busy}
        onClick={() => onAnswer({ kind: 'day-order', order: 'day-first' })}
      >
        {reportsWords.dayFirst}
      </Button>
      <Button
        variant="default"
        disabled={busy}
        onClick={() => onAnswer({ kind: 'day-order', order: 'month-first' })}
      >
        {reportsWords.monthFirst}
      </Button>
    </Group>
  </div>
);

const DecimalsForm = ({ question, busy, onAnswer }: AnswerProps<'decimals'>) => (
  <div>
    <p style={{ margin: '0 0 8px' }}>
      {question.column}: {question.examples.slice(0, 4).join(', ')}
    </p>
    <Group gap="sm">
      <Button variant="default" disabled={busy} onClick={() => onAnswer({ kind: 'decimals', decimal: ',' })}>
        {reportsWords.decimalComma}
      </Button>
      <Button variant="default" disabled={busy} onClick={() => onAnswer({ kind: 'decimals', decimal: '.' })}>
        {reportsWords.decimalPoint}
      </Button>
    </Group>
  </div>
);

const asked: Readonly<Record<ImportQuestion['kind'], string>> = {
  account: reportsWords.accountAsk,
  'time-zone': reportsWords.zoneAsk,
  window: reportsWords.windowAsk,
  currency: reportsWords.currencyAsk,
  'day-order': reportsWords.dayOrderAsk,
  decimals: reportsWords.decimalsAsk,
  columns: reportsWords.columnsAsk,
};

const formOf = (question: ImportQuestion, rest: Omit<QuestionFormProps, 'question'>): ReactNode => {
  switch (question.kind) {
    case 'account':
      return (
        <AccountForm
          question={question}
          busy={rest.busy}
          sameFor={rest.planned.plan.questions?.filter(other => isSameQuestion(question, other)).length ?? 1}
          onAnswer={rest.onAnswer}
        />
      );
    case 'time-zone':
      return <ZoneForm question={question} {...rest} />;
    case 'window':
      return <WindowForm question={question} {...rest} />;
    case 'currency':
      return <CurrencyForm question={question} {...rest} />;
    case 'day-order':
      return <DayOrderForm question={question} {...rest} />;
    case 'decimals':
      return <DecimalsForm question={question} {...rest} />;
    case 'columns':
      return <ColumnsForm question={question} {...rest} />;
  }
};

/** The file that a report was packed in. */
const archiveOf = ({ file }: ImportQuestion): string => file.split(' › ')[0]!;

/** Whose files are is asked of a pile of files of one account most often, and the reports of one ZIP sum up the same days. */
export const isSameQuestion = (a: ImportQuestion, b: ImportQuestion): boolean => {
  if (a.kind === 'account' && b.kind === 'account') return a.network === b.network;
  if (a.kind === 'window' && b.kind === 'window')
    return archiveOf(a) === archiveOf(b) && JSON.stringify(a.proposed) === JSON.stringify(b.proposed);
  return a.id === b.id;
};

export interface QuestionFormProps {
  readonly question: ImportQuestion;
  readonly planned: PlannedImport;
  readonly busy: boolean;
  /** `forAll`: for the same question about the other files, too. */
  readonly onAnswer: (answer: ImportAnswer, forAll?: boolean) => void;
}

/** Something that a report does not say and only the person can; it can be left out instead. */
export const QuestionForm = ({ question, planned, busy, onAnswer }: QuestionFormProps) => {
  const name = tableName(question);
  return (
    <section className="question" aria-label={`${reportsWords.asks} ${name}: ${asked[question.kind]}`}>
      <h3>{name}</h3>
      <p className="hint" style={{ margin: '0 0 10px' }}>
        {asked[question.kind]}
      </p>
      {formOf(question, { planned, busy, onAnswer })}
      <Button
        size="compact-sm"
        variant="subtle"
        mt="sm"
        ml={-8}
        disabled={busy}
        onClick={() => onAnswer({ kind: 'skip' })}
      >
        {reportsWords.skip}
      </Button>
    </section>
  );
};
