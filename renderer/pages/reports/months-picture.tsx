import type { ChartSpec } from '../../../shared/charts/chart-spec.ts';
import { ChartView } from '../../charts/chart-view.tsx';
import { reportsWords } from '../../words/reports-words.ts';

/** Commission by month as a chart; in words where nothing is settled yet, since a chart of nothing says less. */
export const MonthsPicture = ({ spec }: { readonly spec: Extract<ChartSpec, { kind: 'months' }> }) =>
  spec.series.every(({ values }) => values.every(value => value === null || value === 0)) ? (
    <p style={{ margin: 0 }}>{reportsWords.nothingSettled}</p>
  ) : (
    <ChartView spec={spec} height={260} />
  );
