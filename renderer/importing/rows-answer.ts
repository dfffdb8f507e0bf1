import type { ReportPlan } from '../../shared/domain/import-plan.ts';
import type { ImportAnswer } from '../../shared/domain/import-question.ts';
import type { PlannedImport } from './import-flow.ts';

export type RowsAnswer = Extract<ImportAnswer, { kind: 'rows' }>;

/** What the person has said so far about single rows of a report. */
export const rowsAnswerOf = (planned: PlannedImport, { rowsId }: ReportPlan): RowsAnswer => {
  const answer = rowsId === undefined ? undefined : planned.answers[rowsId];
  return answer?.kind === 'rows' ? answer : { kind: 'rows', leaveOut: [] };
};

/** The answer with one row left out, or with other cells in its place. */
export const withRow = (
  answer: RowsAnswer,
  line: number,
  cells: readonly string[] | 'leave-out' | 'as-it-is',
): RowsAnswer => {
  const fixed = (answer.fixed ?? []).filter(row => row.line !== line);
  const leaveOut = answer.leaveOut.filter(other => other !== line);
  if (cells === 'leave-out') return { kind: 'rows', leaveOut: [...leaveOut, line], fixed };
  if (cells === 'as-it-is') return { kind: 'rows', leaveOut, fixed };
  return { kind: 'rows', leaveOut, fixed: [...fixed, { line, cells: [...cells] }] };
};
