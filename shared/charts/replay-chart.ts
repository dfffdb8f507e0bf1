import type { Replay } from '../domain/replay.ts';
import type { ChartSpec } from './chart-spec.ts';
import { monthsBetween } from './months-chart.ts';

/** Commission by month as it was and as the other terms would have paid it; months without orders stay empty. */
export const replayChart = (replay: Replay): Extract<ChartSpec, { kind: 'months' }> => {
  const known = replay.months.map(({ month }) => month).toSorted();
  const months = known.length === 0 ? [] : monthsBetween(known[0]!, known.at(-1)!);
  const byMonth = new Map(replay.months.map(row => [row.month, row]));
  const own = replay.program === 'tiktok-shop' ? 'tiktok-shop' : 'amazon';
  const other = replay.terms.kind === 'tiktok-shop' ? 'tiktok-shop' : 'amazon';
  return {
    kind: 'months',
    title: 'Commission by month, as it was and replayed',
    currency: replay.currency,
    months,
    series: [
      {
        label: 'As reported',
        tone: own === other ? 'neutral' : own,
        values: months.map(month => byMonth.get(month)?.actual ?? null),
      },
      {
        label: replay.termsLabel,
        tone: other,
        values: months.map(month => byMonth.get(month)?.replayed ?? null),
      },
    ],
  };
};
