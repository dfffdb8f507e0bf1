import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js';
import annotation from 'chartjs-plugin-annotation';
import type { ChartSpec } from '../../shared/charts/chart-spec.ts';
import { cashConfig } from './cash-config.ts';
import { fanConfig } from './fan-config.ts';
import { histogramConfig } from './histogram-config.ts';
import { monthsConfig } from './months-config.ts';
import type { ChartScheme } from './palette.ts';

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
  annotation,
);

/** Chart.js's types follow each chart's own kind; a drawing treats them alike. */
const configOf = (spec: ChartSpec, scheme: ChartScheme): ChartConfiguration => {
  switch (spec.kind) {
    case 'fan':
      return fanConfig(spec, scheme);
    case 'histogram':
      return histogramConfig(spec, scheme);
    case 'cash':
      return cashConfig(spec, scheme);
    case 'months':
      return monthsConfig(spec, scheme);
  }
};

export interface Drawing {
  /** Draws other numbers of the same kind of chart without making it anew. */
  redraw(spec: ChartSpec, scheme: ChartScheme): void;
  remove(): void;
}

/** Draws a chart on a canvas. */
export const drawChart = (canvas: HTMLCanvasElement, spec: ChartSpec, scheme: ChartScheme): Drawing => {
  const chart = new Chart(canvas, configOf(spec, scheme));
  return {
    redraw: (next, nextScheme) => {
      const { data, options } = configOf(next, nextScheme);
      chart.data = data;
      chart.options = options ?? {};
      chart.update('none');
    },
    remove: () => chart.destroy(),
  };
};
