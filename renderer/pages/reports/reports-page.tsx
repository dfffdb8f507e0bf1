import { useState } from 'react';
import { type Account, accountsOf, isReportOf } from '../../../shared/domain/account.ts';
import { fileNames } from '../../../shared/words/file-names.ts';
import { useAnswer } from '../../asking/use-answer.ts';
import { Failed } from '../../asking/failed.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Loading } from '../../components/loading.tsx';
import { Page } from '../../components/page.tsx';
import { Panel } from '../../components/panel.tsx';
import { ChooseReports } from '../../importing/choose-reports.tsx';
import { useImportFlow } from '../../importing/import-flow.ts';
import { reportsWords } from '../../words/reports-words.ts';
import { AccountChoice, isSameChoice } from './account-choice.tsx';
import { ImportDone } from './import-done.tsx';
import { ImportFailed } from './import-failed.tsx';
import { ImportPreview } from './import-preview.tsx';
import { CoverageStrip } from './coverage-strip.tsx';
import { History } from './history.tsx';
import { ImportProgress } from './import-progress.tsx';
import { PendingPanel } from './pending-panel.tsx';
import { ReportLibrary } from './report-library.tsx';
import { StoredRowsTable } from './stored-rows-table.tsx';
import { TemplateList } from './template-list.tsx';

const ImportInProgress = () => {
  const stage = useImportFlow(flow => flow.stage);
  switch (stage.kind) {
    case 'idle':
      return null;
    case 'reading':
      return (
        <Panel title={reportsWords.reading}>
          <ImportProgress what={fileNames(stage.files, 8)} />
        </Panel>
      );
    case 'failed':
      return <ImportFailed stage={stage} />;
    case 'plan':
    case 'asking':
    case 'writing':
      return <ImportPreview planned={stage} stage={stage.kind} />;
    case 'done':
      return <ImportDone outcome={stage.outcome} plan={stage.plan} />;
  }
};

const Library = () => {
  const reports = useAnswer('report.list', {});
  const [chosen, setChosen] = useState<Account>();
  const stage = useImportFlow(flow => flow.stage.kind);
  if (reports.isPending) return <Loading what="Loading your reports" heights={[180, 280]} />;
  if (reports.isError) return <Failed error={reports.error} retry={() => void reports.refetch()} />;
  if (reports.data.length > 0) {
    // An account whose last import was undone is no choice any more.
    const account = accountsOf(reports.data).find(one => isSameChoice(one, chosen));
    const shown = account ? reports.data.filter(report => isReportOf(report, account)) : reports.data;
    return (
      <>
        <AccountChoice reports={reports.data} chosen={account} choose={setChosen} />
        <ReportLibrary reports={shown} all={reports.data} />
        <CoverageStrip reports={shown} />
        <PendingPanel account={account} />
        <History account={account} />
        <StoredRowsTable key={JSON.stringify(account)} reports={shown} account={account} />
        <TemplateList />
      </>
    );
  }
  return stage === 'idle' || stage === 'failed' ? (
    <>
      <EmptyState title={reportsWords.emptyTitle} actions={<ChooseReports size="md" />}>
        {reportsWords.empty}
      </EmptyState>
      <TemplateList />
    </>
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
