import type { ChartSpec, SeriesTone } from '../../shared/charts/chart-spec.ts';
import { barOpacity, type ChartScheme, inkOf, paint } from './palette.ts';

interface Entry {
  readonly label: string;
  readonly tone: SeriesTone;
  readonly shape: 'line' | 'bar';
  readonly rest?: boolean | undefined;
}

const entriesOf = (spec: ChartSpec): readonly Entry[] => {
  switch (spec.kind) {
    case 'fan':
      return spec.series.map(({ label, tone }) => ({ label, tone, shape: 'line' }));
    case 'histogram':
      return [spec.below, spec.above].map(({ label, tone }) => ({ label, tone, shape: 'bar' }));
    case 'cash':
      return spec.series.flatMap(({ label, tone }): readonly Entry[] => [
        { label: `${label}: earned`, tone, shape: 'line' },
        { label: `${label}: paid`, tone, shape: 'bar' },
      ]);
    case 'months':
      return spec.series.map(({ label, tone, rest }) => ({ label, tone, rest, shape: 'bar' }));
  }
};

/** A key to a chart's colours and dashes, as real text. */
export const ChartLegend = ({ spec, scheme }: { readonly spec: ChartSpec; readonly scheme: ChartScheme }) => (
  <ul className="chart-legend">
    {entriesOf(spec).map(({ label, tone, shape, rest }, index) => {
      const ink = inkOf(tone, scheme);
      return (
        // Long names that were cut may be equal; the order never changes within a chart.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={`${index}-${label}`}>
          <svg width="22" height="12" aria-hidden="true">
            {shape === 'line' ? (
              <line
                x1="0"
                x2="22"
                y1="6"
                y2="6"
                stroke={paint(ink.rgb)}
                strokeWidth="2.5"
                strokeDasharray={ink.dash.join(' ')}
              />
            ) : (
              <rect x="4" width="12" height="12" rx="2" fill={paint(ink.rgb, barOpacity(rest))} />
            )}
          </svg>
          {label}
        </li>
      );
    })}
  </ul>
);
