import type { ChartConfiguration } from 'chart.js';
import type { ChartSpec } from '../../shared/charts/chart-spec.ts';
import { formatMonth } from '../../shared/words/format-day.ts';
import { formatMoney } from '../../shared/words/format-money.ts';
import { baseOptions, fontOf, moneyAxis } from './base-options.ts';
import { barOpacity, type ChartScheme, frameOf, inkOf, paint } from './palette.ts';

type MonthsSpec = Extract<ChartSpec, { kind: 'months' }>;

const noData = (spec: MonthsSpec): readonly number[] =>
  spec.months.flatMap((_, index) =>
    spec.series.every(({ values }) => values[index] === null) ? [index] : [],
  );

/** Chart.js's description of months side by side; months in which no series has a report are hatched out, not zero. */
export const monthsConfig = (
  spec: MonthsSpec,
  scheme: ChartScheme,
): ChartConfiguration<'bar', (number | null)[], string> => {
  const base = baseOptions(scheme);
  const frame = frameOf(scheme);
  return {
    type: 'bar',
    data: {
      labels: spec.months.map(month => formatMonth(month)),
      datasets: spec.series.map(({ label, tone, rest, values }) => ({
        label,
        data: [...values],
        backgroundColor: paint(inkOf(tone, scheme).rgb, barOpacity(rest)),
        borderRadius: 2,
        maxBarThickness: 34,
      })),
    },
    options: {
      ...base,
      scales: {
        x: {
          stacked: spec.stacked ?? false,
          grid: { display: false },
          border: { color: frame.axis },
          ticks: { color: frame.muted, font: fontOf(scheme), maxRotation: 0, autoSkipPadding: 12 },
        },
        y: { ...moneyAxis(spec.currency, scheme), stacked: spec.stacked ?? false },
      },
      plugins: {
        ...base.plugins,
        legend: { display: false },
        annotation: {
          annotations: Object.fromEntries(
            noData(spec).map(index => [
              `gap${index}`,
              {
                type: 'box' as const,
                xMin: index - 0.5,
                xMax: index + 0.5,
                backgroundColor: frame.shade,
                borderWidth: 0,
                label: {
                  display: true,
                  content: 'no data',
                  color: frame.muted,
                  rotation: 270,
                  font: fontOf(scheme),
                },
              },
            ]),
          ),
        },
        tooltip: {
          ...base.plugins.tooltip,
          callbacks: {
            label: item => `${item.dataset.label}: ${formatMoney(item.parsed.y ?? 0, spec.currency)}`,
          },
        },
      },
    },
  };
};
