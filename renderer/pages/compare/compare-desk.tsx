import { Button, Group, Progress, Select } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { FinishedComparison, KeptScenario, ScenarioEntry } from '../../../shared/contract/contract.ts';
import type { Comparison } from '../../../shared/domain/comparison.ts';
import type { Scenario } from '../../../shared/domain/scenario.ts';
import { formatDay } from '../../../shared/words/format-day.ts';
import { failureSentence } from '../../../shared/words/failure.ts';
import { formatPercent } from '../../../shared/words/format-number.ts';
import { howExact } from '../../../shared/words/headline.ts';
import { missingReportsSentence } from '../../../shared/words/missing-reports.ts';
import { ask } from '../../asking/ask.ts';
import { Failed } from '../../asking/failed.tsx';
import { Loading } from '../../components/loading.tsx';
import { Notice } from '../../components/notice.tsx';
import { Page } from '../../components/page.tsx';
import { usePageCommand } from '../../state/page-commands.ts';
import { useViewState } from '../../state/view-state.ts';
import { compareWords } from '../../words/compare-words.ts';
import { CompareResults } from './compare-results.tsx';
import { LeverPanel } from './lever-panel.tsx';
import { sameJson } from './same-json.ts';
import { type FullRun, useFullRun } from './use-full-run.ts';
import { useShownComparison } from './use-shown-comparison.ts';
import { useSavePdf } from './use-save-pdf.ts';
import { WorkingDrawer } from './working-drawer.tsx';

interface RunStatusProps {
  readonly run: FullRun;
  /** The full run of what the sliders say; null where there is none. */
  readonly full: FinishedComparison | null;
  readonly comparison: Comparison;
}

/** What kind of answer it is, and how exact. */
const gradeSentence = (full: FinishedComparison | null, comparison: Comparison): string => {
  const exact = howExact(comparison);
  if (full) return `${full.id === null ? compareWords.unstored : compareWords.full}: ${exact}`;
  // A full answer to what the sliders said before.
  if (comparison.grade === 'full') return compareWords.computing;
  return `${compareWords.quick}: ${exact} ${compareWords.forTheRecord}`;
};

const RunStatus = ({ run, full, comparison }: RunStatusProps) => {
  if (!run.running) return <p className="hint">{gradeSentence(full, comparison)}</p>;
  return (
    <Group gap="sm" wrap="nowrap">
      <Progress
        value={run.progress * 100}
        flex={1}
        aria-label={`${compareWords.running}: ${formatPercent(run.progress, 0)}`}
      />
      <span className="hint">{formatPercent(run.progress, 0)}</span>
      <Button size="compact-sm" variant="default" onClick={run.cancel}>
        {compareWords.cancel}
      </Button>
    </Group>
  );
};

export interface CompareDeskProps {
  readonly scenarioId: number;
  readonly base: Scenario;
  readonly missingReports: readonly string[];
  readonly latest: FinishedComparison | null;
  readonly entries: readonly ScenarioEntry[];
}

/** Stores the moved sliders in the scenario. */
const useSaveScenario = (scenarioId: number) => {
  const queries = useQueryClient();
  const dropSaved = useViewState(state => state.dropSaved);
  return useMutation({
    mutationFn: (scenario: Scenario) => ask('scenario.save', { id: scenarioId, scenario }),
    onSuccess: async (_, scenario) => {
      queries.setQueryData<KeptScenario>(
        ['scenario.get', { id: scenarioId }],
        known => known && { ...known, scenario },
      );
      dropSaved(scenarioId, scenario);
      await queries.invalidateQueries({ queryKey: ['scenario.list'] });
    },
  });
};

/** Everything about one scenario: sliders, answer, full run, PDF and working. */
export const CompareDesk = (props: CompareDeskProps) => {
  const { scenarioId, base, missingReports, latest, entries } = props;
  const view = useViewState();
  const scenario = view.drafts[scenarioId] ?? base;
  const changed = useMemo(() => !sameJson(scenario, base), [scenario, base]);
  const stored = useMemo(
    () => (latest && sameJson(latest.scenario, scenario) ? latest : null),
    [latest, scenario],
  );
  const answer = useShownComparison(scenario, stored);
  const run = useFullRun(scenarioId);
  const pdf = useSavePdf();
  const save = useSaveScenario(scenarioId);
  const [working, { open, close }] = useDisclosure(false);

  const savePdf = async (): Promise<void> => {
    const printable = stored?.id ? stored : await run.start(scenario);
    if (printable?.id) pdf.mutate(printable.id);
  };
  const idle = !run.running && !pdf.isPending;
  usePageCommand('save-pdf', idle, () => void savePdf());
  usePageCommand('run-full', idle, () => void run.start(scenario));

  const { comparison } = answer;
  const shown = view.shown[scenarioId] ?? [scenario.headline.a, scenario.headline.b];
  const problems = [
    { error: answer.error, close: answer.retry },
    { error: run.error, close: run.forget },
    { error: pdf.error, close: pdf.reset },
    { error: save.error, close: save.reset },
  ].filter(({ error }) => error !== null);

  return (
    <Page
      title={scenario.name}
      lead={`${scenario.market}, ${scenario.weeks} weeks from ${formatDay(scenario.start)}`}
      actions={
        <Group gap="xs">
          {entries.length > 1 && (
            <Select
              aria-label={compareWords.scenario}
              w={210}
              data={entries.map(({ id, name }) => ({ value: String(id), label: name }))}
              value={String(scenarioId)}
              onChange={value => value !== null && view.choose(Number(value))}
            />
          )}
          <Button variant="default" onClick={open}>
            {compareWords.working}
          </Button>
          <Button
            variant="default"
            loading={run.running}
            disabled={stored !== null && stored.id !== null}
            onClick={() => void run.start(scenario)}
          >
            {compareWords.run}
          </Button>
          <Button loading={pdf.isPending} disabled={run.running} onClick={() => void savePdf()}>
            {compareWords.pdf}
          </Button>
        </Group>
      }
    >
      <div className="compare">
        <LeverPanel
          scenario={scenario}
          origin={base}
          changed={changed}
          saving={save.isPending}
          onMove={next => view.draft(scenarioId, next)}
          onReset={() => view.dropDraft(scenarioId)}
          onSave={() => save.mutate(scenario)}
        />
        <div className="stack answer">
          {problems.map(({ error, close: forget }, index) => (
            // oxlint-disable-next-line react/no-array-index-key
            <Failed key={index} error={error} onClose={forget} />
          ))}
          {missingReports.length > 0 && (
            <Notice tone="warning" title={compareWords.missingTitle}>
              {missingReportsSentence(missingReports)}
            </Notice>
          )}
          {stored?.id === null && (
            <Notice tone="warning" title={compareWords.unstoredTitle}>
              {compareWords.unstoredHint} {failureSentence(stored.because)}
            </Notice>
          )}
          {comparison ? (
            <CompareResults
              comparison={comparison}
              scenario={answer.answers ?? scenario}
              shown={shown}
              onShow={ids => view.show(scenarioId, ids)}
              stale={answer.stale}
              status={<RunStatus run={run} full={stored} comparison={comparison} />}
            />
          ) : (
            answer.error === null && <Loading what="Computing" heights={[190, 400]} />
          )}
        </div>
      </div>
      <WorkingDrawer scenario={scenario} opened={working} onClose={close} />
    </Page>
  );
};
