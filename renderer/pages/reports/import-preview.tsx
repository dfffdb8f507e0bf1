import { Button, Group } from '@mantine/core';
import type { ImportPlan, RefusedRow, ReportPlan } from '../../../shared/domain/import-plan.ts';
import { proposedAnswer } from '../../../shared/domain/proposed-answer.ts';
import type { Problem } from '../../../shared/domain/report.ts';
import { formatDayRange } from '../../../shared/words/format-day.ts';
import { formatMoney } from '../../../shared/words/format-money.ts';
import { formatCount, formatNumber } from '../../../shared/words/format-number.ts';
import { programLabels, reportLabels, tableName } from '../../../shared/words/labels.ts';
import { listWords } from '../../../shared/words/list-words.ts';
import { useAnswer } from '../../asking/use-answer.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Panel } from '../../components/panel.tsx';
import { type PlannedImport, useImportFlow } from '../../importing/import-flow.ts';
import { reportsWords } from '../../words/reports-words.ts';
import { accountWords } from './account-words.ts';
import { AssumedAnswers } from './assumed-answers.tsx';
import { ImportProgress } from './import-progress.tsx';
import { PreviewRows } from './preview-rows.tsx';
import { ProblemList } from './problem-list.tsx';
import { RefusedRows } from './refused-rows.tsx';
import { SeriesNotes } from './series-notes.tsx';
import { UnknownTables } from './unknown-tables.tsx';
import { isSameQuestion, QuestionForm } from './question-form.tsx';

const columns = [
  { title: 'File', align: 'left' },
  { title: 'Report', align: 'left' },
  { title: 'Account', align: 'left' },
  { title: 'Days', align: 'left' },
  { title: 'New', align: 'right' },
  { title: 'Changed', align: 'right' },
  { title: 'Known', align: 'right' },
  { title: 'Refused', align: 'right' },
  { title: 'Commission', align: 'right' },
  { title: 'Pending', align: 'right' },
] as const;

const cellsOf = (report: ReportPlan): readonly string[] => [
  tableName(report),
  reportLabels[report.kind],
  accountWords(report),
  formatDayRange(report.from, report.to),
  formatNumber(report.new),
  formatNumber(report.changed),
  formatNumber(report.same),
  formatNumber(report.refused),
  formatMoney(report.commission, report.currency),
  formatMoney(report.estimatedCommission, report.currency),
];

const sumOf = (plan: ImportPlan, count: 'new' | 'changed' | 'same' | 'refused'): number =>
  plan.reports.reduce((sum, report) => sum + report[count], 0);

const summaryOf = (plan: ImportPlan): string => {
  const programs = listWords([...new Set(plan.reports.map(report => programLabels[report.program]))], 'and');
  return `${formatCount(plan.reports.length, 'report')}${programs === '' ? '' : ` of ${programs}`}: ${formatCount(sumOf(plan, 'new'), 'new row')}, ${formatNumber(sumOf(plan, 'changed'))} changed, ${formatNumber(sumOf(plan, 'same'))} already known, ${formatNumber(sumOf(plan, 'refused'))} refused.`;
};

/** A file that could not be read, or of which no row can be stored, is not one that brings nothing new. */
const titleOf = (plan: ImportPlan, something: boolean): string => {
  if ((plan.questions ?? []).length > 0) return reportsWords.askTitle;
  if (something) return reportsWords.planTitle;
  return sumOf(plan, 'same') === 0 ? reportsWords.unreadTitle : reportsWords.nothingTitle;
};

const refusedRowOf = ({ reports }: ImportPlan, { file, sheet, line }: Problem): RefusedRow | undefined =>
  reports
    .find(report => report.file === file && report.sheet === sheet)
    ?.refusedRows?.find(row => row.line === line);

/** Several questions whose proposals can be read at a glance are agreed to in one click. */
const TakeProposals = ({ planned, busy }: { readonly planned: PlannedImport; readonly busy: boolean }) => {
  const answerAll = useImportFlow(flow => flow.answerAll);
  const proposals = (planned.plan.questions ?? []).flatMap(question => {
    const answer = proposedAnswer(question);
    return answer ? [[question.id, answer] as const] : [];
  });
  if (proposals.length < 2) return null;
  return (
    <Group>
      <Button
        size="xs"
        variant="default"
        disabled={busy}
        onClick={() => void answerAll(planned, Object.fromEntries(proposals))}
      >
        {reportsWords.takeProposals} ({formatNumber(proposals.length)})
      </Button>
    </Group>
  );
};

/** What an import would do, row by row where it matters, before anything is written. */
export const ImportPreview = ({
  planned,
  stage,
}: {
  readonly planned: PlannedImport;
  readonly stage: 'plan' | 'asking' | 'writing';
}) => {
  const busy = stage !== 'plan';
  const { commit, answer, reset } = useImportFlow();
  const library = useAnswer('report.list', {});
  const { plan } = planned;
  const questions = plan.questions ?? [];
  const something = sumOf(plan, 'new') + sumOf(plan, 'changed') > 0;
  return (
    <Panel title={titleOf(plan, something)}>
      <div className="stack">
        {plan.reports.length > 0 && <p style={{ margin: 0 }}>{summaryOf(plan)}</p>}
        {plan.reports.length > 0 && (
          <DataTable
            caption="Reports in these files"
            quietCaption
            columns={columns}
            rows={plan.reports.map(cellsOf)}
          />
        )}
        <SeriesNotes reports={library.data ?? []} planned={plan.reports} />
        <TakeProposals planned={planned} busy={busy} />
        {questions.map(question => (
          <QuestionForm
            key={question.id}
            question={question}
            planned={planned}
            busy={busy}
            onAnswer={(given, forAll = false) => {
              const served = forAll ? questions.filter(other => isSameQuestion(question, other)) : [question];
              const ids = served.map(({ id }) => id);
              void answer(planned, ids, given);
            }}
          />
        ))}
        <UnknownTables planned={planned} busy={busy} />
        <AssumedAnswers planned={planned} busy={busy} />
        <ProblemList
          problems={plan.problems}
          count={plan.problemCount}
          token={plan.token}
          isShownElsewhere={problem => refusedRowOf(plan, problem) !== undefined}
          cellsOf={problem => refusedRowOf(plan, problem)?.cells ?? []}
        />
        {plan.reports.map(report => (
          <RefusedRows key={`refused ${tableName(report)}`} report={report} planned={planned} busy={busy} />
        ))}
        {plan.reports.map(report => (
          <PreviewRows key={tableName(report)} report={report} planned={planned} busy={busy} />
        ))}
        {busy ? (
          <ImportProgress what={stage === 'writing' ? reportsWords.writing : reportsWords.reading} />
        ) : (
          <Group>
            {something && (
              <Button disabled={questions.length > 0} onClick={() => void commit(planned)}>
                {reportsWords.import}
              </Button>
            )}
            <Button variant="default" onClick={reset}>
              {something || questions.length > 0 ? reportsWords.discard : reportsWords.dismiss}
            </Button>
            {something && questions.length > 0 && <span className="hint">{reportsWords.answerFirst}</span>}
          </Group>
        )}
      </div>
    </Panel>
  );
};
