import type { PreviewRow, ReportPlan } from '../../../shared/domain/import-plan.ts';
import { formatDayShort } from '../../../shared/words/format-day.ts';
import { formatMoney } from '../../../shared/words/format-money.ts';
import { formatNumber } from '../../../shared/words/format-number.ts';
import { DataTable } from '../../components/data-table.tsx';
import { reportsWords, statusWords } from '../../words/reports-words.ts';

/** What a preview tells of a row. */
export const previewColumns = [
  { title: 'Product', align: 'left' },
  { title: 'Row', align: 'right' },
  { title: 'Day', align: 'left' },
  { title: 'Category', align: 'left' },
  { title: 'Items', align: 'right' },
  { title: 'Base', align: 'right' },
  { title: 'Commission', align: 'right' },
  { title: 'Status', align: 'left' },
  { title: 'In the library', align: 'left' },
] as const;

const fateWords: Readonly<Record<PreviewRow['fate'], string>> = {
  new: 'new',
  changed: 'changes',
  same: 'known',
};

export const previewCells = ({ line, order, fate }: PreviewRow): readonly string[] => {
  const day = order.shippedOn ?? order.orderedOn ?? order.settledOn;
  const money = (actual: number | null, estimated: number | null): string => {
    const amount = actual ?? estimated;
    return amount === null ? '–' : formatMoney(amount, order.currency);
  };
  return [
    order.productName,
    formatNumber(line),
    day === null ? '–' : formatDayShort(day),
    order.category ?? '–',
    formatNumber(order.items),
    money(order.base, order.estimatedBase),
    money(order.commission, order.estimatedCommission),
    statusWords[order.status],
    fateWords[fate],
  ];
};

/** The first rows of a report as Forkcast understands them. */
export const PreviewRows = ({ report }: { readonly report: ReportPlan }) => {
  if (report.preview.length === 0) return null;
  const name = report.sheet === null ? report.file : `${report.file}, ${report.sheet}`;
  return (
    <details>
      <summary>
        {reportsWords.rows} of {name}
      </summary>
      <DataTable
        caption={`${reportsWords.rows} of ${name}`}
        quietCaption
        columns={previewColumns}
        rows={report.preview.map(previewCells)}
      />
    </details>
  );
};
