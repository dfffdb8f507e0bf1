import type { ChartConfiguration, ChartDataset } from 'chart.js';
import type { AnnotationOptions } from 'chartjs-plugin-annotation';
import type { ChartSpec } from '../../shared/charts/chart-spec.ts';
import { formatDay } from '../../shared/words/format-day.ts';
import { formatEstimate } from '../../shared/words/format-money.ts';
import { baseOptions, dayAxis, fontOf, moneyAxis } from './base-options.ts';
import { type ChartScheme, frameOf, inkOf, paint } from './palette.ts';

type FanSpec = Extract<ChartSpec, { kind: 'fan' }>;
type Line = ChartDataset<'line', number[]>;

const bare = { pointRadius: 0, pointHoverRadius: 0, tension: 0 } as const;

const linesOf = (series: FanSpec['series'][number], scheme: ChartScheme): readonly Line[] => {
  const ink = inkOf(series.tone, scheme);
  const bands = series.bands.flatMap((band, depth): readonly Line[] => [
    { ...bare, label: `${series.id}:low:${depth}`, data: [...band.low], borderWidth: 0, fill: false },
    {
      ...bare,
      label: `${series.id}:high:${depth}`,
      data: [...band.high],
      borderWidth: 0,
      fill: '-1',
      backgroundColor: paint(ink.rgb, depth === 0 ? 0.14 : 0.2),
    },
  ]);
  const median: Line = {
    ...bare,
    label: series.label,
    data: [...series.median],
    borderColor: paint(ink.rgb),
    borderWidth: scheme === 'print' ? 1.8 : 2.5,
    borderDash: [...ink.dash],
    pointHoverRadius: 4,
    pointHoverBackgroundColor: paint(ink.rgb),
    fill: false,
  };
  return [...bands, median];
};

const annotationsOf = (spec: FanSpec, scheme: ChartScheme): Record<string, AnnotationOptions> => {
  const frame = frameOf(scheme);
  const spans = spec.spans.map((span, index): [string, AnnotationOptions] => [
    `span${index}`,
    {
      type: 'box',
      xMin: span.from,
      xMax: span.to,
      backgroundColor: frame.shade,
      borderWidth: 0,
      drawTime: 'beforeDatasetsDraw',
    },
  ]);
  const marks = spec.marks.map((mark, index): [string, AnnotationOptions] => [
    `mark${index}`,
    {
      type: 'line',
      xMin: mark.index,
      xMax: mark.index,
      borderColor: frame.muted,
      borderWidth: 1,
      borderDash: [2, 3],
      label: {
        display: true,
        content: mark.label,
        position: 'end',
        // Several marks would print over each other at the same height.
        yAdjust: index * 18,
        color: frame.text,
        backgroundColor: frame.surface,
        font: { ...fontOf(scheme), weight: 'normal' },
        padding: 3,
      },
    },
  ]);
  return Object.fromEntries([...spans, ...marks]);
};

/** Chart.js's description of a fan chart: bands below, medians above, events behind. */
export const fanConfig = (
  spec: FanSpec,
  scheme: ChartScheme,
): ChartConfiguration<'line', number[], string> => {
  const base = baseOptions(scheme);
  const money = (value: number | null): string => formatEstimate(value ?? 0, spec.currency);
  return {
    type: 'line',
    data: { labels: [...spec.days], datasets: spec.series.flatMap(series => linesOf(series, scheme)) },
    options: {
      ...base,
      scales: { x: dayAxis(spec.days, scheme), y: { ...moneyAxis(spec.currency, scheme) } },
      plugins: {
        ...base.plugins,
        legend: { display: false },
        annotation: { annotations: annotationsOf(spec, scheme) },
        tooltip: {
          ...base.plugins.tooltip,
          filter: item => !item.dataset.label?.includes(':'),
          callbacks: {
            title: items => `Until ${formatDay(items[0]?.label ?? '')}`,
            label: item => {
              const series = spec.series.find(({ label }) => label === item.dataset.label);
              const band = series?.bands[0];
              const range = band
                ? ` (80 of 100: ${money(band.low[item.dataIndex] ?? 0)} to ${money(band.high[item.dataIndex] ?? 0)})`
                : '';
              return `${item.dataset.label}: ${money(item.parsed.y)}${range}`;
            },
          },
        },
      },
    },
  };
};
