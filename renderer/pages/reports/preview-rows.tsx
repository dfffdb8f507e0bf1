import { Button, Checkbox, Group } from '@mantine/core';
import { useState } from 'react';
import type { PreviewRow, ReportPlan } from '../../../shared/domain/import-plan.ts';
import { formatNumber } from '../../../shared/words/format-number.ts';
import { type PlannedImport, useImportFlow } from '../../importing/import-flow.ts';
import { rowsAnswerOf } from '../../importing/rows-answer.ts';
import { reportsWords, statusWords } from '../../words/reports-words.ts';
import { FirstRows } from './first-rows.tsx';
import { orderWords } from './order-words.ts';
import { PreviewFigures } from './preview-figures.tsx';

/** What a preview tells of a row. */
export const previewColumns = [
  { title: 'Product', align: 'left' },
  { title: 'Row', align: 'right' },
  { title: 'Day', align: 'left' },
  { title: 'Category', align: 'left' },
  { title: 'Items', align: 'right' },
  { title: 'Base', align: 'right' },
  { title: 'Commission', align: 'right' },
  { title: 'Status', align: 'left' },
  { title: 'In the library', align: 'left' },
] as const;

const leaveOutColumn = { title: 'Leave out', align: 'left' } as const;

const fateWords: Readonly<Record<PreviewRow['fate'], string>> = {
  new: 'new',
  changed: 'changes',
  same: 'known',
};

export const previewCells = ({ line, order, fate }: PreviewRow): readonly string[] => {
  const { product, day, base, commission } = orderWords(order);
  return [
    product,
    formatNumber(line),
    day,
    order.category ?? '–',
    formatNumber(order.items),
    base,
    commission,
    statusWords[order.status],
    fateWords[fate],
  ];
};

export interface PreviewRowsProps {
  readonly report: ReportPlan;
  readonly planned: PlannedImport;
  readonly busy: boolean;
}

/** The first rows of a report as Forkcast understands them; each can be left out. */
export const PreviewRows = ({ report, planned, busy }: PreviewRowsProps) => {
  const before = rowsAnswerOf(planned, report);
  const { rowsId, leftOut = 0 } = report;
  const [marked, setMarked] = useState<readonly number[]>([]);
  const answer = useImportFlow(flow => flow.answer);
  if (report.figures && leftOut === 0) return <PreviewFigures report={report} figures={report.figures} />;
  if (report.preview.length === 0 && leftOut === 0) return null;
  const leaveOut = (lines: readonly number[]): void => {
    if (rowsId === undefined) return;
    setMarked([]);
    void answer(planned, [rowsId], { ...before, leaveOut: [...lines] });
  };
  const mark = (line: number, isMarked: boolean): void =>
    setMarked(isMarked ? [...marked, line] : marked.filter(other => other !== line));
  return (
    <FirstRows
      report={report}
      columns={rowsId === undefined ? previewColumns : [...previewColumns, leaveOutColumn]}
      rows={report.preview.map(row => [
        ...previewCells(row),
        ...(rowsId === undefined
          ? []
          : [
              <Checkbox
                key="leave-out"
                size="xs"
                aria-label={`${reportsWords.leaveOut} ${row.line}`}
                checked={marked.includes(row.line)}
                disabled={busy}
                onChange={event => mark(row.line, event.currentTarget.checked)}
              />,
            ]),
      ])}
    >
      <Group gap="sm">
        {marked.length > 0 && (
          <Button
            size="xs"
            variant="default"
            disabled={busy}
            onClick={() => leaveOut([...before.leaveOut, ...marked])}
          >
            {reportsWords.leaveOutMarked} ({formatNumber(marked.length)})
          </Button>
        )}
        {leftOut > 0 && (
          <Button size="xs" variant="default" disabled={busy} onClick={() => leaveOut([])}>
            {reportsWords.takeBack} ({formatNumber(leftOut)})
          </Button>
        )}
      </Group>
    </FirstRows>
  );
};
