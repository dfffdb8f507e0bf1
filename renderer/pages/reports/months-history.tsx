import { monthsChart } from '../../../shared/charts/months-chart.ts';
import type { Currency } from '../../../shared/domain/money.ts';
import { formatMonth } from '../../../shared/words/format-day.ts';
import { formatMoney } from '../../../shared/words/format-money.ts';
import { formatNumber } from '../../../shared/words/format-number.ts';
import { programLabels } from '../../../shared/words/labels.ts';
import type { ReportHistory } from '../../../shared/contract/contract.ts';
import { DataTable } from '../../components/data-table.tsx';
import { reportsWords } from '../../words/reports-words.ts';
import { MonthsPicture } from './months-picture.tsx';

const columns = [
  { title: 'Month', align: 'left' },
  { title: 'Program', align: 'left' },
  { title: 'Orders', align: 'right' },
  { title: 'Commission base', align: 'right' },
  { title: 'Commission', align: 'right' },
  { title: 'Pending', align: 'right' },
] as const;

interface MonthsProps {
  readonly history: ReportHistory;
  readonly currency: Currency;
}

const MonthsTable = ({ history, currency }: MonthsProps) => (
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

/** Commission per program and month, as a picture and in numbers. */
export const MonthsHistory = (props: MonthsProps) => (
  <>
    <MonthsPicture spec={monthsChart(props.history, props.currency)} />
    <MonthsTable {...props} />
  </>
);
