import type { ColumnMapping } from '../../../shared/domain/column-mapping.ts';
import type { ImportQuestion } from '../../../shared/domain/import-question.ts';
import { formatMoney } from '../../../shared/words/format-money.ts';
import { formatCount, formatNumber } from '../../../shared/words/format-number.ts';
import { explainProblem } from '../../../shared/words/problem.ts';
import { DataTable } from '../../components/data-table.tsx';
import type { PlannedImport } from '../../importing/import-flow.ts';
import { reportsWords } from '../../words/reports-words.ts';
import { previewCells, previewColumns } from './preview-rows.tsx';
import { useLivePlan } from './use-live-plan.ts';

const shownRows = 5;

export interface LivePreviewProps {
  readonly planned: PlannedImport;
  readonly question: Extract<ImportQuestion, { kind: 'columns' }>;
  /** Null while the choices are not complete. */
  readonly mapping: ColumnMapping | null;
}

/** The first rows as they would be stored, read by the importer itself, while the person still chooses. */
export const LivePreview = ({ planned, question, mapping }: LivePreviewProps) => {
  const more = mapping && { [question.id]: { kind: 'columns' as const, mapping } };
  const { isSmall, isFetching, report, problems } = useLivePlan(planned, question, more);
  if (mapping === null) return <p className="hint">{reportsWords.incomplete}</p>;
  if (!isSmall) return null;
  const first = problems[0];
  return (
    <section aria-label={reportsWords.understood} aria-busy={isFetching}>
      <h4 style={{ fontSize: 13, margin: '0 0 4px' }}>{reportsWords.understood}</h4>
      <output className="hint" style={{ display: 'block', marginBottom: 6 }}>
        {report
          ? `${formatCount(report.new + report.changed + report.same, 'row')} can be read, ${formatNumber(report.refused)} refused; commission ${formatMoney(report.commission, report.currency)}, pending ${formatMoney(report.estimatedCommission, report.currency)}. ${reportsWords.understoodHint}`
          : !isFetching && reportsWords.noRows}
      </output>
      {report && report.preview.length > 0 && (
        <DataTable
          caption={reportsWords.understood}
          quietCaption
          columns={previewColumns}
          rows={report.preview.slice(0, shownRows).map(previewCells)}
        />
      )}
      {first && (
        <p className="hint">
          {explainProblem(first).place}: {explainProblem(first).what} {explainProblem(first).todo}
        </p>
      )}
    </section>
  );
};
