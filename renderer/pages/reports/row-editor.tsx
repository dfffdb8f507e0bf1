import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CorrectedRow, RefusedRow, ReportPlan } from '../../../shared/domain/import-plan.ts';
import type { Problem } from '../../../shared/domain/report.ts';
import { explainProblem } from '../../../shared/words/problem.ts';
import { type PlannedImport, useImportFlow } from '../../importing/import-flow.ts';
import { rowsAnswerOf, withRow } from '../../importing/rows-answer.ts';
import { reportsWords } from '../../words/reports-words.ts';
import { orderWords } from './order-words.ts';
import { useLivePlan } from './use-live-plan.ts';

/** A row of a report that is planned. */
export interface RowProps<Row> {
  readonly row: Row;
  readonly report: ReportPlan;
  readonly planned: PlannedImport;
  readonly busy: boolean;
}

/** What is wrong with a cell of a row. */
export const faultWords = (report: ReportPlan, line: number, fault: RefusedRow['faults'][number]): string => {
  const problem: Problem = { file: report.file, sheet: report.sheet, line, weight: 'refused', ...fault };
  const column = fault.column === null ? '' : `${fault.column}: `;
  return `${column}${explainProblem(problem).what}`;
};

/** What a corrected row would be stored as. */
const storedWords = ({ order }: CorrectedRow): string => {
  if (!order) return reportsWords.fixHolds;
  const { product, day, commission } = orderWords(order);
  const parts = [product, day, commission === '–' ? '–' : `${commission} commission`];
  return `${reportsWords.fixHolds} ${parts.filter(part => part !== '–').join(', ')}`;
};

/** Columns to correct: those at fault, or all where the row does not fit its columns. */
const columnsAtFault = ({ header = [] }: ReportPlan, { faults }: RefusedRow): readonly number[] => {
  const named = header.flatMap((name, at) =>
    faults.some(({ column }) => column === name.trim()) ? [at] : [],
  );
  return named.length > 0 ? named : header.map((_, at) => at);
};

/** Corrects the cells of a row, checked while the person types. */
export const RowEditor = ({
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
