import { SegmentedControl } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { breakdownChart, partLabel } from '../../../shared/charts/breakdown-chart.ts';
import { historyCurrencies } from '../../../shared/charts/months-chart.ts';
import type { ReportHistory } from '../../../shared/contract/contract.ts';
import type { Account } from '../../../shared/domain/account.ts';
import type { Currency } from '../../../shared/domain/money.ts';
import { type BreakdownKey, breakdownKeys } from '../../../shared/domain/stored-rows.ts';
import { formatMonth } from '../../../shared/words/format-day.ts';
import { formatMoney } from '../../../shared/words/format-money.ts';
import { ask } from '../../asking/ask.ts';
import { Failed } from '../../asking/failed.tsx';
import { useAnswer } from '../../asking/use-answer.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Loading } from '../../components/loading.tsx';
import { Panel } from '../../components/panel.tsx';
import { breakdownLabels, reportsWords } from '../../words/reports-words.ts';
import { MonthsHistory } from './months-history.tsx';
import { MonthsPicture } from './months-picture.tsx';

type View = 'program' | BreakdownKey;

const views: readonly View[] = ['program', ...breakdownKeys];

interface BreakdownProps {
  readonly by: BreakdownKey;
  readonly currency: Currency;
  readonly account: Account | undefined;
}

const BreakdownHistory = ({ by, currency, account }: BreakdownProps) => {
  const input = { by, currency, ...(account ? { account } : {}) };
  const answer = useQuery({
    queryKey: ['report.breakdown', input],
    queryFn: () => ask('report.breakdown', input),
    placeholderData: keepPreviousData,
  });
  if (answer.isPending) return <Loading what={reportsWords.historyLoading} heights={[280]} />;
  if (answer.isError) return <Failed error={answer.error} retry={() => void answer.refetch()} />;
  const { data } = answer;
  const money = (amount: number): string => formatMoney(amount, data.currency);
  return (
    <>
      <MonthsPicture spec={breakdownChart(data)} />
      <details>
        <summary>{reportsWords.historyTable}</summary>
        <DataTable
          caption={`${reportsWords.history}, ${data.currency}`}
          quietCaption
          columns={[
            { title: 'Month', align: 'left' },
            ...data.parts.map(part => ({ title: partLabel(part, data.by), align: 'right' as const })),
          ]}
          rows={[
            ...data.months.map(({ month, commission }) => [
              formatMonth(month),
              ...commission.map(amount => money(amount)),
            ]),
            [reportsWords.total, ...data.parts.map(part => money(part.commission))],
          ]}
        />
      </details>
    </>
  );
};

const CurrencyHistory = ({
  history,
  currency,
  account,
}: {
  readonly history: ReportHistory;
  readonly currency: Currency;
  readonly account: Account | undefined;
}) => {
  const [view, setView] = useState<View>('program');
  return (
    <Panel
      title={`${reportsWords.history}, ${currency}`}
      aside={
        <SegmentedControl
          size="xs"
          aria-label={`${reportsWords.historyBy}, ${currency}`}
          data={views.map(value => ({ value, label: breakdownLabels[value] }))}
          value={view}
          onChange={setView}
        />
      }
    >
      {view === 'program' ? (
        <MonthsHistory history={history} currency={currency} />
      ) : (
        <BreakdownHistory by={view} currency={currency} account={account} />
      )}
      <p className="hint">{reportsWords.historyHint}</p>
    </Panel>
  );
};

/** Commission by month, one panel for each currency. */
export const History = ({ account }: { readonly account: Account | undefined }) => {
  const history = useAnswer('report.history', account ? { account } : {});
  if (history.isPending) return <Loading what={reportsWords.historyLoading} heights={[280]} />;
  if (history.isError) return <Failed error={history.error} retry={() => void history.refetch()} />;
  return historyCurrencies(history.data).map(currency => (
    <CurrencyHistory key={currency} history={history.data} currency={currency} account={account} />
  ));
};
