import type { ChartConfiguration, ChartDataset } from 'chart.js';
import type { ChartSpec } from '../../shared/charts/chart-spec.ts';
import { formatDay } from '../../shared/words/format-day.ts';
import { formatEstimate } from '../../shared/words/format-money.ts';
import { baseOptions, dayAxis, moneyAxis } from './base-options.ts';
import { type ChartScheme, inkOf, paint } from './palette.ts';

type CashSpec = Extract<ChartSpec, { kind: 'cash' }>;
type Mixed = ChartDataset<'bar' | 'line', number[]>;

const datasetsOf = (series: CashSpec['series'][number], scheme: ChartScheme): readonly Mixed[] => {
  const ink = inkOf(series.tone, scheme);
  return [
    {
      type: 'line',
      label: `${series.label}, earned`,
      data: [...series.earned],
      borderColor: paint(ink.rgb),
      borderWidth: scheme === 'print' ? 1.4 : 2,
      borderDash: [...ink.dash],
      pointRadius: 0,
      pointHoverRadius: 4,
      pointHoverBackgroundColor: paint(ink.rgb),
    },
    {
      type: 'bar',
      label: `${series.label}, paid`,
      data: [...series.paid],
      backgroundColor: paint(ink.rgb, 0.6),
      barPercentage: 1,
      categoryPercentage: 0.85,
    },
  ];
};

/** Chart.js's description of weekly cash: bars for what is paid, lines for what is earned. */
export const cashConfig = (
  spec: CashSpec,
  scheme: ChartScheme,
): ChartConfiguration<'bar' | 'line', number[], string> => {
  const base = baseOptions(scheme);
  return {
    type: 'bar',
    data: { labels: [...spec.days], datasets: spec.series.flatMap(series => datasetsOf(series, scheme)) },
    options: {
      ...base,
      scales: { x: dayAxis(spec.days, scheme), y: { ...moneyAxis(spec.currency, scheme) } },
      plugins: {
        ...base.plugins,
        legend: { display: false },
        tooltip: {
          ...base.plugins.tooltip,
          callbacks: {
            title: items => `Week to ${formatDay(items[0]?.label ?? '')}`,
            label: item => `${item.dataset.label}: ${formatEstimate(item.parsed.y ?? 0, spec.currency)}`,
          },
        },
      },
    },
  };
};
