import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { Failed } from '../../asking/failed.tsx';
import { useAnswer } from '../../asking/use-answer.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { Loading } from '../../components/loading.tsx';
import { Page } from '../../components/page.tsx';
import { useViewState } from '../../state/view-state.ts';
import { compareWords } from '../../words/compare-words.ts';
import { CompareDesk } from './compare-desk.tsx';

const Waiting = () => <Loading what="Loading the comparison" heights={[150, 380, 280]} />;

const ScenarioDesk = ({ scenarioId }: { readonly scenarioId: number }) => {
  const stored = useAnswer('scenario.get', { id: scenarioId });
  const entries = useAnswer('scenario.list', {});
  const latest = useAnswer('comparison.latest', { scenarioId });
  const failed = [stored, latest].find(answer => answer.isError);
  if (failed) {
    return (
      <Page title={compareWords.title}>
        <Failed error={failed.error} retry={() => void failed.refetch()} />
      </Page>
    );
  }
  if (stored.isPending || latest.isPending) {
    return (
      <Page title={compareWords.title}>
        <Waiting />
      </Page>
    );
  }
  return (
    <CompareDesk
      key={scenarioId}
      scenarioId={scenarioId}
      base={stored.data!.scenario}
      missingReports={stored.data!.missingReports}
      latest={latest.data ?? null}
      entries={entries.data ?? []}
    />
  );
};

/** The comparison of the chosen scenario, or the way to one. */
export const ComparePage = () => {
  const scenarios = useAnswer('scenario.list', {});
  const chosen = useViewState(state => state.scenarioId);
  if (scenarios.isSuccess) {
    const newest = scenarios.data.toSorted((a, b) => b.changedAt.localeCompare(a.changedAt));
    const entry = newest.find(({ id }) => id === chosen) ?? newest[0];
    if (entry) return <ScenarioDesk scenarioId={entry.id} />;
  }
  return (
    <Page title={compareWords.title}>
      {scenarios.isPending && <Waiting />}
      {scenarios.isError && <Failed error={scenarios.error} retry={() => void scenarios.refetch()} />}
      {scenarios.isSuccess && (
        <EmptyState
          title={compareWords.emptyTitle}
          actions={
            <Button component={Link} href="/">
              {compareWords.toStart}
            </Button>
          }
        >
          {compareWords.empty}
        </EmptyState>
      )}
    </Page>
  );
};
