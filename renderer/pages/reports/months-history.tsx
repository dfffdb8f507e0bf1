import { historyCurrencies, monthsChart } from '../../../shared/charts/months-chart.ts';
import type { Currency } from '../../../shared/domain/money.ts';
import { formatMonth } from '../../../shared/words/format-day.ts';
import { formatMoney } from '../../../shared/words/format-money.ts';
import { formatNumber } from '../../../shared/words/format-number.ts';
import { programLabels } from '../../../shared/words/labels.ts';
import type { ReportHistory } from '../../../shared/contract/contract.ts';
import { Failed } from '../../asking/failed.tsx';
import { useAnswer } from '../../asking/use-answer.ts';
import { ChartView } from '../../charts/chart-view.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Loading } from '../../components/loading.tsx';
import { Panel } from '../../components/panel.tsx';
import { reportsWords } from '../../words/reports-words.ts';

const columns = [
  { title: 'Month', align: 'left' },
  { title: 'Program', align: 'left' },
  { title: 'Orders', align: 'right' },
  { title: 'Commission base', align: 'right' },
  { title: 'Commission', align: 'right' },
  { title: 'Pending', align: 'right' },
] as const;

const MonthsTable = ({
  history,
  currency,
}: {
  readonly history: ReportHistory;
  readonly currency: Currency;
}) => (
  <details>
    <summary>{reportsWords.historyTable}</summary>
    <DataTable
      caption={`${reportsWords.history}, ${currency}`}
      quietCaption
      columns={columns}
      rows={history.months
        .filter(row => row.currency === currency)
        .map(row => [
          formatMonth(row.month),
          programLabels[row.program],
          formatNumber(row.orders),
          formatMoney(row.base, currency),
          formatMoney(row.commission, currency),
          formatMoney(row.pending, currency),
        ])}
    />
  </details>
);

/** Commission per program and month, one picture per currency. */
export const MonthsHistory = () => {
  const history = useAnswer('report.history', {});
  if (history.isPending) return <Loading what="Loading the history" heights={[280]} />;
  if (history.isError) return <Failed error={history.error} retry={() => void history.refetch()} />;
  return historyCurrencies(history.data).map(currency => (
    <Panel key={currency} title={`${reportsWords.history}, ${currency}`}>
      <ChartView spec={monthsChart(history.data, currency)} height={240} />
      <p className="hint">{reportsWords.historyHint}</p>
      <MonthsTable history={history.data} currency={currency} />
    </Panel>
  ));
};
