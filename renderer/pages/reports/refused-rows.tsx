import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CorrectedRow, RefusedRow, ReportPlan } from '../../../shared/domain/import-plan.ts';
import type { Problem } from '../../../shared/domain/report.ts';
import { formatDayShort } from '../../../shared/words/format-day.ts';
import { formatMoney } from '../../../shared/words/format-money.ts';
import { formatCount } from '../../../shared/words/format-number.ts';
import { explainProblem } from '../../../shared/words/problem.ts';
import { type PlannedImport, useImportFlow } from '../../importing/import-flow.ts';
import { rowsAnswerOf, withRow } from '../../importing/rows-answer.ts';
import { reportsWords } from '../../words/reports-words.ts';
import { useLivePlan } from './use-live-plan.ts';

interface RowProps<Row> {
  readonly row: Row;
  readonly report: ReportPlan;
  readonly planned: PlannedImport;
  readonly busy: boolean;
}

const faultWords = (report: ReportPlan, line: number, fault: RefusedRow['faults'][number]): string => {
  const problem: Problem = { file: report.file, sheet: report.sheet, line, weight: 'refused', ...fault };
  const column = fault.column === null ? '' : `${fault.column}: `;
  return `${column}${explainProblem(problem).what}`;
};

/** What a corrected row would be stored as. */
const storedWords = ({ order }: CorrectedRow): string => {
  if (!order) return reportsWords.fixHolds;
  const day = order.shippedOn ?? order.orderedOn;
  const amount = order.commission ?? order.estimatedCommission;
  const parts = [
    order.productName,
    day === null ? '' : formatDayShort(day),
    amount === null ? '' : `${formatMoney(amount, order.currency)} commission`,
  ];
  return `${reportsWords.fixHolds} ${parts.filter(part => part !== '').join(', ')}`;
};

/** Columns to correct: those at fault, or all where the row does not fit its columns. */
const columnsAtFault = ({ header = [] }: ReportPlan, { faults }: RefusedRow): readonly number[] => {
  const named = header.flatMap((name, at) =>
    faults.some(({ column }) => column === name.trim()) ? [at] : [],
  );
  return named.length > 0 ? named : header.map((_, at) => at);
};

const RowEditor = ({
  row,
  report,
  planned,
  busy,
  close,
}: RowProps<RefusedRow> & { readonly close: () => void }) => {
  const { header = [], rowsId } = report;
  const [cells, setCells] = useState<readonly string[]>(header.map((_, at) => row.cells[at] ?? ''));
  const [all, setAll] = useState(false);
  const answer = useImportFlow(flow => flow.answer);
  const given = withRow(rowsAnswerOf(planned, report), row.line, cells);
  const live = useLivePlan(planned, report, rowsId === undefined ? null : { [rowsId]: given });
  const corrected = live.report?.correctedRows?.find(({ line }) => line === row.line);
  const refused = live.report?.refusedRows?.find(({ line }) => line === row.line);
  const holds = corrected !== undefined && !live.isFetching;
  const shown = all ? header.map((_, at) => at) : columnsAtFault(report, row);
  return (
    <div className="stack" style={{ gap: 8, padding: '6px 0 10px' }}>
      <div className="fields">
        {shown.map(at => (
          <TextInput
            key={at}
            label={header[at]?.trim()}
            value={cells[at] ?? ''}
            onChange={event => {
              const { value } = event.currentTarget;
              setCells(cells.map((cell, other) => (other === at ? value : cell)));
            }}
          />
        ))}
      </div>
      <output className="hint" aria-busy={live.isFetching}>
        {corrected && storedWords(corrected)}
        {!corrected && refused?.faults.map(fault => faultWords(report, row.line, fault)).join(' ')}
      </output>
      <Group gap="sm">
        <Button
          size="xs"
          disabled={busy || (live.isSmall && !holds)}
          onClick={() => rowsId !== undefined && void answer(planned, [rowsId], given)}
        >
          {reportsWords.takeFix}
        </Button>
        {!all && shown.length < header.length && (
          <Button size="xs" variant="default" onClick={() => setAll(true)}>
            {reportsWords.allCells}
          </Button>
        )}
        <Button size="xs" variant="default" onClick={close}>
          {reportsWords.closeFix}
        </Button>
      </Group>
    </div>
  );
};

const RefusedItem = (props: RowProps<RefusedRow>) => {
  const { row, report, planned, busy } = props;
  const [open, setOpen] = useState(false);
  const answer = useImportFlow(flow => flow.answer);
  const { rowsId } = report;
  return (
    <li className="problem">
      <Group gap="sm" justify="space-between">
        <span style={{ overflowWrap: 'anywhere' }}>
          <span className="place">
            {report.sheet === null ? 'line' : 'row'} {row.line}
          </span>{' '}
          {row.faults.map(fault => faultWords(report, row.line, fault)).join(' ')}
        </span>
        {!open && (
          <Group gap={6}>
            <Button
              size="compact-xs"
              variant="default"
              disabled={busy}
              aria-label={`${reportsWords.fix} ${row.line}`}
              onClick={() => setOpen(true)}
            >
              {reportsWords.fixShort}
            </Button>
            <Button
              size="compact-xs"
              variant="default"
              disabled={busy}
              aria-label={`${reportsWords.leaveOut} ${row.line}`}
              onClick={() => {
                if (rowsId === undefined) return;
                void answer(planned, [rowsId], withRow(rowsAnswerOf(planned, report), row.line, 'leave-out'));
              }}
            >
              {reportsWords.leaveOutShort}
            </Button>
          </Group>
        )}
      </Group>
      {open && <RowEditor {...props} close={() => setOpen(false)} />}
    </li>
  );
};

const CorrectedItem = ({ row, report, planned, busy }: RowProps<CorrectedRow>) => {
  const answer = useImportFlow(flow => flow.answer);
  const { rowsId } = report;
  return (
    <li className="problem">
      <Group gap="sm" justify="space-between">
        <span style={{ overflowWrap: 'anywhere' }}>
          <span className="place">
            {report.sheet === null ? 'line' : 'row'} {row.line}
          </span>{' '}
          {reportsWords.corrected}:{' '}
          {row.corrections
            .map(({ name, original, corrected }) => `${name} “${original}” → “${corrected}”`)
            .join('; ')}
        </span>
        <Button
          size="compact-xs"
          variant="default"
          disabled={busy}
          aria-label={`${reportsWords.takeFixBack} ${row.line}`}
          onClick={() => {
            if (rowsId === undefined) return;
            void answer(planned, [rowsId], withRow(rowsAnswerOf(planned, report), row.line, 'as-it-is'));
          }}
        >
          {reportsWords.asInFileAgain}
        </Button>
      </Group>
    </li>
  );
};

const firstFew = 8;

/** Rows that cannot be stored as they are: each can be corrected, and is checked at once by the importer's own rules, or left out. */
export const RefusedRows = ({ report, planned, busy }: Omit<RowProps<never>, 'row'>) => {
  const [all, setAll] = useState(false);
  const { refusedRows = [], correctedRows = [] } = report;
  if (refusedRows.length + correctedRows.length === 0) return null;
  const name = report.sheet === null ? report.file : `${report.file}, ${report.sheet}`;
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
