import { bandLevels, type Comparison, type PairResult } from '../domain/comparison.ts';
import type { ChartSpec, SeriesTone } from './chart-spec.ts';

const labelOf = (comparison: Comparison, id: string): string =>
  comparison.strategies.find(strategy => strategy.id === id)?.label ?? id;

/** Over how many futures one strategy pays how much more than the other, over the whole horizon. */
export const differenceChart = (
  comparison: Comparison,
  pair: PairResult,
  tones: ReadonlyMap<string, SeriesTone>,
): Extract<ChartSpec, { kind: 'histogram' }> => {
  const a = labelOf(comparison, pair.a);
  const b = labelOf(comparison, pair.b);
  const at = (level: 0.1 | 0.5): number => pair.difference.quantiles[bandLevels.indexOf(level)] ?? 0;
  return {
    kind: 'histogram',
    title: `${b} minus ${a}, whole period`,
    currency: comparison.currency,
    edges: pair.histogram.edges,
    counts: pair.histogram.counts,
    total: pair.histogram.counts.reduce((sum, count) => sum + count, 0),
    below: { label: `${a} ahead`, tone: tones.get(pair.a) ?? 'neutral' },
    above: { label: `${b} ahead`, tone: tones.get(pair.b) ?? 'neutral' },
    marks: [
      { value: at(0.1), label: 'bad tenth' },
      { value: at(0.5), label: 'typical' },
    ],
  };
};
