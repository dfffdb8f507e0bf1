import type { Aggregate } from '../../../shared/domain/aggregate.ts';
import type { ReportPlan } from '../../../shared/domain/import-plan.ts';
import { formatDayRange } from '../../../shared/words/format-day.ts';
import { formatMoney } from '../../../shared/words/format-money.ts';
import { formatNumber } from '../../../shared/words/format-number.ts';
import { FirstRows } from './first-rows.tsx';

const figureColumns = [
  { title: 'What', align: 'left' },
  { title: 'Days', align: 'left' },
  { title: 'Clicks', align: 'right' },
  { title: 'Ordered', align: 'right' },
  { title: 'Shipped', align: 'right' },
  { title: 'Returned', align: 'right' },
  { title: 'Base', align: 'right' },
  { title: 'Commission', align: 'right' },
] as const;

const count = (value: number | null): string => (value === null ? '–' : formatNumber(value));

const figureCells = (figure: Aggregate): readonly string[] => {
  const money = (amount: number | null): string =>
    amount === null || figure.currency === null ? '–' : formatMoney(amount, figure.currency);
  return [
    figure.name || figure.subjectId,
    formatDayRange(figure.from, figure.to),
    count(figure.clicks),
    count(figure.itemsOrdered ?? figure.orders),
    count(figure.itemsShipped),
    count(figure.itemsReturned),
    money(figure.base ?? figure.orderedRevenue),
    money(figure.commission),
  ];
};

/** The first rows of a summed-up report. */
export const PreviewFigures = ({
  report,
  figures,
}: {
  readonly report: ReportPlan;
  readonly figures: readonly Aggregate[];
}) => <FirstRows report={report} columns={figureColumns} rows={figures.map(figureCells)} />;
