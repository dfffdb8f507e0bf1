import { Button, Group } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { CorrectedRow, RefusedRow } from '../../../shared/domain/import-plan.ts';
import { formatCount } from '../../../shared/words/format-number.ts';
import { tableName } from '../../../shared/words/labels.ts';
import { useImportFlow } from '../../importing/import-flow.ts';
import { rowsAnswerOf, withRow } from '../../importing/rows-answer.ts';
import { reportsWords } from '../../words/reports-words.ts';
import { faultWords, RowEditor, type RowProps } from './row-editor.tsx';

/** Leaves a row out, or takes it as it is in the file again. */
const useRowAnswer = ({ row, report, planned }: RowProps<{ readonly line: number }>) => {
  const answer = useImportFlow(flow => flow.answer);
  return (given: 'leave-out' | 'as-it-is'): void => {
    if (report.rowsId === undefined) return;
    void answer(planned, [report.rowsId], withRow(rowsAnswerOf(planned, report), row.line, given));
  };
};

interface RowLineProps extends Pick<RowProps<{ readonly line: number }>, 'row' | 'report'> {
  readonly words: string;
  readonly actions: ReactNode;
  readonly children?: ReactNode;
}

const RowLine = ({ row, report, words, actions, children }: RowLineProps) => (
  <li className="problem">
    <Group gap="sm" justify="space-between">
      <span style={{ overflowWrap: 'anywhere' }}>
        <span className="place">
          {report.sheet === null ? 'line' : 'row'} {row.line}
        </span>{' '}
        {words}
      </span>
      {actions}
    </Group>
    {children}
  </li>
);

interface ActionProps {
  readonly label: string;
  readonly about: string;
  readonly busy: boolean;
  readonly onClick: () => void;
}

const Action = ({ label, about, busy, onClick }: ActionProps) => (
  <Button size="compact-xs" variant="default" disabled={busy} aria-label={about} onClick={onClick}>
    {label}
  </Button>
);

const RefusedItem = (props: RowProps<RefusedRow>) => {
  const { row, report, busy } = props;
  const [open, setOpen] = useState(false);
  const give = useRowAnswer(props);
  const actions = open ? null : (
    <Group gap={6}>
      <Action
        label={reportsWords.fixShort}
        about={`${reportsWords.fix} ${row.line}`}
        busy={busy}
        onClick={() => setOpen(true)}
      />
      <Action
        label={reportsWords.leaveOutShort}
        about={`${reportsWords.leaveOut} ${row.line}`}
        busy={busy}
        onClick={() => give('leave-out')}
      />
    </Group>
  );
  const words = row.faults.map(fault => faultWords(report, row.line, fault)).join(' ');
  return (
    <RowLine row={row} report={report} words={words} actions={actions}>
      {open && <RowEditor {...props} close={() => setOpen(false)} />}
    </RowLine>
  );
};

const CorrectedItem = (props: RowProps<CorrectedRow>) => {
  const { row, report, busy } = props;
  const give = useRowAnswer(props);
  const changes = row.corrections.map(
    ({ name, original, corrected }) => `${name} “${original}” → “${corrected}”`,
  );
  return (
    <RowLine
      row={row}
      report={report}
      words={`${reportsWords.corrected}: ${changes.join('; ')}`}
      actions={
        <Action
          label={reportsWords.asInFileAgain}
          about={`${reportsWords.takeFixBack} ${row.line}`}
          busy={busy}
          onClick={() => give('as-it-is')}
        />
      }
    />
  );
};

const firstFew = 8;

/** Rows that cannot be stored as they are: each can be corrected, and is checked at once by the importer's own rules, or left out. */
export const RefusedRows = ({ report, planned, busy }: Omit<RowProps<never>, 'row'>) => {
  const [all, setAll] = useState(false);
  const { refusedRows = [], correctedRows = [] } = report;
  if (refusedRows.length + correctedRows.length === 0) return null;
  const name = tableName(report);
  const shown = all ? refusedRows : refusedRows.slice(0, firstFew);
  return (
    <section aria-label={`${reportsWords.refusedRows} ${name}`}>
      <h3 style={{ fontSize: 14, margin: 0, overflowWrap: 'anywhere' }}>
        {report.refused > 0
          ? `${reportsWords.refusedRows} ${name} (${formatCount(report.refused, 'row')})`
          : `${reportsWords.correctedRows} ${name}`}
      </h3>
      <ul className="plain-list">
        {correctedRows.map(row => (
          <CorrectedItem key={row.line} row={row} report={report} planned={planned} busy={busy} />
        ))}
        {shown.map(row => (
          <RefusedItem key={row.line} row={row} report={report} planned={planned} busy={busy} />
        ))}
      </ul>
      {shown.length < refusedRows.length && (
        <Button size="xs" variant="default" onClick={() => setAll(true)}>
          {reportsWords.allProblems} {refusedRows.length}
        </Button>
      )}
    </section>
  );
};
