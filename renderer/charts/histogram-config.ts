import type { ChartConfiguration } from 'chart.js';
import type { AnnotationOptions } from 'chartjs-plugin-annotation';
import type { ChartSpec } from '../../shared/charts/chart-spec.ts';
import { formatDifference, formatMoneyCompact } from '../../shared/words/format-money.ts';
import { formatPercent } from '../../shared/words/format-number.ts';
import { baseOptions, fontOf, moneyAxis } from './base-options.ts';
import { type ChartScheme, frameOf, inkOf, paint } from './palette.ts';

type HistogramSpec = Extract<ChartSpec, { kind: 'histogram' }>;

interface Bar {
  readonly x: number;
  readonly y: number;
}

const barsOf = (spec: HistogramSpec): readonly Bar[] =>
  spec.counts.map((count, index) => ({
    x: (spec.edges[index]! + spec.edges[index + 1]!) / 2,
    y: spec.total === 0 ? 0 : count / spec.total,
  }));

const annotationsOf = (spec: HistogramSpec, scheme: ChartScheme): Record<string, AnnotationOptions> => {
  const frame = frameOf(scheme);
  const zero: AnnotationOptions = {
    type: 'line',
    xMin: 0,
    xMax: 0,
    borderColor: frame.text,
    borderWidth: 1.5,
  };
  const marks = spec.marks.map((mark, index): [string, AnnotationOptions] => [
    `mark${index}`,
    {
      type: 'line',
      xMin: mark.value,
      xMax: mark.value,
      borderColor: frame.muted,
      borderWidth: 1,
      borderDash: [2, 3],
      label: {
        display: true,
        content: `${mark.label} ${formatMoneyCompact(mark.value, spec.currency)}`,
        position: 'end',
        yAdjust: index * 20,
        color: frame.text,
        backgroundColor: frame.surface,
        font: { ...fontOf(scheme), weight: 'normal' },
        padding: 3,
      },
    },
  ]);
  return { zero, ...Object.fromEntries(marks) };
};

/** Chart.js's description of a histogram whose two sides of zero carry the colours of who is ahead. */
export const histogramConfig = (
  spec: HistogramSpec,
  scheme: ChartScheme,
): ChartConfiguration<'bar', Bar[]> => {
  const base = baseOptions(scheme);
  const frame = frameOf(scheme);
  const bars = barsOf(spec);
  const money = (value: number): string => formatDifference(value, spec.currency);
  return {
    type: 'bar',
    data: {
      datasets: [
        {
          data: [...bars],
          backgroundColor: bars.map(bar =>
            paint(inkOf(bar.x < 0 ? spec.below.tone : spec.above.tone, scheme).rgb, 0.78),
          ),
          barPercentage: 1,
          categoryPercentage: 0.96,
          grouped: false,
        },
      ],
    },
    options: {
      ...base,
      scales: {
        x: {
          ...moneyAxis(spec.currency, scheme),
          offset: false,
          grid: { display: false },
          min: spec.edges[0] ?? 0,
          max: spec.edges.at(-1) ?? 1,
        },
        y: {
          border: { display: false },
          // Room for the marks' words above the highest bar.
          grace: '28%',
          grid: { color: frame.grid },
          ticks: {
            color: frame.muted,
            font: fontOf(scheme),
            maxTicksLimit: 5,
            callback: value => formatPercent(Number(value)),
          },
        },
      },
      plugins: {
        ...base.plugins,
        legend: { display: false },
        annotation: { annotations: annotationsOf(spec, scheme) },
        tooltip: {
          ...base.plugins.tooltip,
          callbacks: {
            title: items => {
              const index = items[0]?.dataIndex ?? 0;
              return `${money(spec.edges[index] ?? 0)} to ${money(spec.edges[index + 1] ?? 0)}`;
            },
            label: item => `${formatPercent(item.parsed.y ?? 0)} of futures`,
          },
        },
      },
    },
  };
};
