import { bandLevels, type Bands, type Comparison } from '../domain/comparison.ts';
import type { ChartSpec, SeriesTone } from './chart-spec.ts';

type FanSpec = Extract<ChartSpec, { kind: 'fan' }>;

export interface ChartOptions {
  readonly tones: ReadonlyMap<string, SeriesTone>;
  /** Ids of the strategies to draw, in the comparison's order; absent = all. */
  readonly shown?: readonly string[];
}

const level = (bands: Bands, wanted: (typeof bandLevels)[number]): readonly number[] =>
  bands.values[bandLevels.indexOf(wanted)] ?? [];

/** The comparison's strategies that are to be drawn. */
export const shownStrategies = (comparison: Comparison, options: ChartOptions) =>
  comparison.strategies.filter(strategy => options.shown?.includes(strategy.id) ?? true);

/** `12 of 100`, never rounded to none or all. */
const chanceShort = (share: number): string =>
  share >= 1 ? 'all' : `${Math.min(99, Math.max(1, Math.round(share * 100)))} of 100`;

const eventMarks = (comparison: Comparison): Pick<FanSpec, 'marks' | 'spans'> => {
  const last = comparison.weeks - 1;
  const happening = comparison.events.filter(event => event.weeks !== null);
  return {
    marks: happening.map(event => ({
      index: Math.min(last, event.weeks![1]),
      // As assumed, where that is known: the share of the futures played only scatters around it.
      label: `${event.label} (in ${chanceShort(event.assumed ?? event.share)} futures)`,
    })),
    spans: happening
      .filter(event => event.weeks![2] > event.weeks![0])
      .map(event => ({ from: event.weeks![0], to: Math.min(last, event.weeks![2]), label: event.label })),
  };
};

/** Cumulative earnings: medians of all shown strategies, P10–P90 and P25–P75 bands of the headline's pair. */
export const fanChart = (comparison: Comparison, options: ChartOptions): FanSpec => {
  const pair = comparison.pairs[0];
  return {
    kind: 'fan',
    title: 'Commission earned since the start',
    currency: comparison.currency,
    days: comparison.weekEnds,
    series: shownStrategies(comparison, options).map(({ id, label, earned }) => ({
      id,
      label,
      tone: options.tones.get(id) ?? 'neutral',
      median: level(earned, 0.5),
      bands:
        pair && id !== pair.a && id !== pair.b
          ? []
          : [
              { label: 'middle 80 of 100 futures', low: level(earned, 0.1), high: level(earned, 0.9) },
              { label: 'middle 50 of 100 futures', low: level(earned, 0.25), high: level(earned, 0.75) },
            ],
    })),
    ...eventMarks(comparison),
  };
};
