import { Button, Group, Select } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { ImportOutcome, ImportPlan } from '../../../shared/domain/import-plan.ts';
import { type Market, marketCurrency, marketSchema } from '../../../shared/domain/market.ts';
import { formatCount, formatNumber } from '../../../shared/words/format-number.ts';
import { ask } from '../../asking/ask.ts';
import { Failed } from '../../asking/failed.tsx';
import { useAnswer } from '../../asking/use-answer.ts';
import { Panel } from '../../components/panel.tsx';
import { useImportFlow } from '../../importing/import-flow.ts';
import { useViewState } from '../../state/view-state.ts';
import { reportsWords } from '../../words/reports-words.ts';

const likelyMarket = (plan: ImportPlan, markets: readonly Market[]): Market => {
  const currency = plan.reports[0]?.currency;
  return markets.find(market => marketCurrency[market] === currency) ?? markets[0] ?? 'US';
};

const outcomeWords = (outcome: ImportOutcome): string =>
  `${formatCount(outcome.new, 'row')} added, ${formatNumber(outcome.changed)} changed, ${formatNumber(outcome.same)} known already, ${formatNumber(outcome.refused)} refused.`;

/** What an import did, and the way to the comparison. */
export const ImportDone = ({
  outcome,
  plan,
}: {
  readonly outcome: ImportOutcome;
  readonly plan: ImportPlan;
}) => {
  // Only markets that pay in the reports' money can be learned for; until they are known, any may be named.
  const markets = useAnswer('replay.options', {}).data?.markets ?? [];
  const offered = markets.length > 0 ? markets : marketSchema.options;
  const [chosenMarket, setMarket] = useState<Market | null>(null);
  const market = chosenMarket ?? likelyMarket(plan, offered);
  const reset = useImportFlow(flow => flow.reset);
  const choose = useViewState(state => state.choose);
  const queries = useQueryClient();
  const [, go] = useLocation();
  const create = useMutation({
    mutationFn: () => ask('scenario.create', { from: 'reports', market, save: true }),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['scenario.list'] });
      if (id !== null) choose(id);
      reset();
      go('/compare');
    },
  });
  return (
    <Panel title={reportsWords.doneTitle}>
      <div className="stack">
        <output>{outcomeWords(outcome)}</output>
        {create.isError && <Failed error={create.error} onClose={create.reset} />}
        <Group align="end">
          <Select
            label={reportsWords.market}
            w={160}
            data={offered}
            value={market}
            onChange={value => {
              const chosen = marketSchema.safeParse(value);
              if (chosen.success) setMarket(chosen.data);
            }}
          />
          <Button loading={create.isPending} onClick={() => create.mutate()}>
            {reportsWords.compareWith}
          </Button>
          <Button variant="default" onClick={reset}>
            {reportsWords.dismiss}
          </Button>
        </Group>
      </div>
    </Panel>
  );
};
