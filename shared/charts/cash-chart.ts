import type { Comparison } from '../domain/comparison.ts';
import type { ChartSpec } from './chart-spec.ts';
import { type ChartOptions, shownStrategies } from './fan-chart.ts';

/** Mean commission earned and cash received in each week. */
export const cashChart = (
  comparison: Comparison,
  options: ChartOptions,
): Extract<ChartSpec, { kind: 'cash' }> => ({
  kind: 'cash',
  title: 'Cash received and commission earned, week by week',
  currency: comparison.currency,
  days: comparison.weekEnds,
  series: shownStrategies(comparison, options).map(({ id, label, weekly }) => ({
    label,
    tone: options.tones.get(id) ?? 'neutral',
    earned: weekly.earned,
    paid: weekly.paid,
  })),
});
