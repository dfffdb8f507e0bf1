import { useAnswer } from '../../asking/use-answer.ts';
import { Failed } from '../../asking/failed.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Loading } from '../../components/loading.tsx';
import { Page } from '../../components/page.tsx';
import { ChooseReports } from '../../importing/choose-reports.tsx';
import { useImportFlow } from '../../importing/import-flow.ts';
import { reportsWords } from '../../words/reports-words.ts';
import { ImportDone } from './import-done.tsx';
import { ImportPreview } from './import-preview.tsx';
import { MonthsHistory } from './months-history.tsx';
import { ReportLibrary } from './report-library.tsx';

const ImportInProgress = () => {
  const { stage, reset } = useImportFlow();
  switch (stage.kind) {
    case 'idle':
      return null;
    case 'reading':
      return <Loading what={`${reportsWords.reading}: ${stage.files.join(', ')}`} heights={[150]} />;
    case 'failed':
      return <Failed error={stage.error} onClose={reset} />;
    case 'plan':
    case 'asking':
    case 'writing':
      return <ImportPreview planned={stage} busy={stage.kind !== 'plan'} />;
    case 'done':
      return <ImportDone outcome={stage.outcome} plan={stage.plan} />;
  }
};

const Library = () => {
  const reports = useAnswer('report.list', {});
  const stage = useImportFlow(flow => flow.stage.kind);
  if (reports.isPending) return <Loading what="Loading your reports" heights={[180, 280]} />;
  if (reports.isError) return <Failed error={reports.error} retry={() => void reports.refetch()} />;
  if (reports.data.length > 0) {
    return (
      <>
        <ReportLibrary reports={reports.data} />
        <MonthsHistory />
      </>
    );
  }
  return stage === 'idle' || stage === 'failed' ? (
    <EmptyState title={reportsWords.emptyTitle} actions={<ChooseReports size="md" />}>
      {reportsWords.empty}
    </EmptyState>
  ) : null;
};

/** Imports: the plan before it is agreed to, the library, and the history in months. */
export const ReportsPage = () => (
  <Page title={reportsWords.title} lead={reportsWords.lead} actions={<ChooseReports variant="default" />}>
    <div className="stack">
      <ImportInProgress />
      <Library />
    </div>
  </Page>
);
