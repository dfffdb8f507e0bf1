import { Button, Group, Select } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { type Market, marketSchema } from '../../../shared/domain/market.ts';
import { ask } from '../../asking/ask.ts';
import { Failed } from '../../asking/failed.tsx';
import { Page } from '../../components/page.tsx';
import { Panel } from '../../components/panel.tsx';
import { ChooseReports } from '../../importing/choose-reports.tsx';
import { useImportFlow } from '../../importing/import-flow.ts';
import { usePageCommand } from '../../state/page-commands.ts';
import { useViewState } from '../../state/view-state.ts';
import { startWords } from '../../words/start-words.ts';
import { RecentScenarios } from './recent-scenarios.tsx';

/** Opens a scenario on the Compare page once it exists. */
const useOpenScenario = (): ((id: number) => Promise<void>) => {
  const queries = useQueryClient();
  const [, go] = useLocation();
  const choose = useViewState(state => state.choose);
  return async id => {
    await queries.invalidateQueries({ queryKey: ['scenario.list'] });
    choose(id);
    go('/compare');
  };
};

const OwnReports = () => (
  <div className="drop-target">
    <p style={{ fontSize: 18, fontWeight: 600 }}>{startWords.drop}</p>
    <ChooseReports size="md" />
    <p className="hint" style={{ maxWidth: '52ch' }}>
      {startWords.dropHint}
    </p>
  </div>
);

const WithoutReports = () => {
  const [market, setMarket] = useState<Market>('US');
  const open = useOpenScenario();
  const sample = useMutation({
    mutationFn: () => ask('sample.open', {}),
    onSuccess: async ({ scenarioId }) => {
      await useImportFlow.getState().libraryChanged();
      await open(scenarioId);
    },
  });
  const priors = useMutation({
    mutationFn: () => ask('scenario.create', { from: 'priors', market, save: true }),
    onSuccess: ({ id }) => (id === null ? undefined : open(id)),
  });
  const { mutate } = sample;
  usePageCommand('open-sample', !sample.isPending, mutate);
  const failed = sample.isError ? sample : priors.isError ? priors : null;
  return (
    <div className="stack">
      {failed && <Failed error={failed.error} onClose={failed.reset} />}
      <div className="two">
        <Panel>
          <p className="hint" style={{ margin: '0 0 10px' }}>
            {startWords.sampleHint}
          </p>
          <Button variant="default" loading={sample.isPending} onClick={() => sample.mutate()}>
            {startWords.sample}
          </Button>
        </Panel>
        <Panel>
          <p className="hint" style={{ margin: '0 0 10px' }}>
            {startWords.priorsHint}
          </p>
          <Group gap="xs" wrap="nowrap">
            <Select
              aria-label={startWords.market}
              w={84}
              data={marketSchema.options}
              value={market}
              onChange={value => {
                const chosen = marketSchema.safeParse(value);
                if (chosen.success) setMarket(chosen.data);
              }}
            />
            <Button variant="default" loading={priors.isPending} onClick={() => priors.mutate()}>
              {startWords.priors}
            </Button>
          </Group>
        </Panel>
      </div>
    </div>
  );
};

/** First page: what this is, and three ways in. */
export const StartPage = () => (
  <Page title={startWords.title} lead={startWords.lead}>
    <div className="stack">
      <RecentScenarios />
      <OwnReports />
      <WithoutReports />
      <Panel title={startWords.howTitle}>
        <ol className="steps">
          {startWords.steps.map(({ title, text }) => (
            <li key={title}>
              <h3>{title}</h3>
              <p>{text}</p>
            </li>
          ))}
        </ol>
        <p className="hint" style={{ marginBottom: 0 }}>
          {startWords.privacy}
        </p>
      </Panel>
    </div>
  </Page>
);
