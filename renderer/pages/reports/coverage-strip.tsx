import {
  type Coverage,
  type CoverageLane,
  coverageOf,
  type DaySpan,
  spanDays,
} from '../../../shared/charts/coverage.ts';
import { monthsBetween } from '../../../shared/charts/months-chart.ts';
import { day, daysBetween, monthOf } from '../../../shared/domain/day.ts';
import type { ImportedReport } from '../../../shared/domain/report.ts';
import { formatDayRange, formatMonth } from '../../../shared/words/format-day.ts';
import { formatCount } from '../../../shared/words/format-number.ts';
import { programLabels, reportLabels } from '../../../shared/words/labels.ts';
import { Panel } from '../../components/panel.tsx';
import { reportsWords } from '../../words/reports-words.ts';
import { SeriesNotes } from './series-notes.tsx';

/** Where a span stands on the strip, in per cent. */
const placeOf = (span: DaySpan, whole: Coverage): { readonly left: string; readonly width: string } => {
  const days = spanDays(whole);
  return {
    left: `${(daysBetween(whole.from, span.from) / days) * 100}%`,
    width: `${(spanDays(span) / days) * 100}%`,
  };
};

const said = 3;

const spansWords = (spans: readonly DaySpan[]): string => {
  const shown = spans
    .slice(0, said)
    .map(span => `${formatDayRange(span.from, span.to)} (${formatCount(spanDays(span), 'day')})`);
  const more = spans.length - shown.length;
  return `${shown.join('; ')}${more > 0 ? ` and ${more} more` : ''}`;
};

/** A lane in words: also what a screen reader hears of the picture. */
const wordsOf = ({ gaps, overlaps, reports, covered }: CoverageLane): string =>
  [
    `${formatCount(reports, 'report')}, ${formatDayRange(covered[0]!.from, covered.at(-1)!.to)}.`,
    gaps.length > 0 ? `No data: ${spansWords(gaps)}.` : 'No gaps.',
    overlaps.length > 0 ? `In two reports: ${spansWords(overlaps)}.` : '',
  ]
    .filter(part => part !== '')
    .join(' ');

const laneTitle = ({ kind, currency, account, severalAccounts }: CoverageLane): string =>
  [reportLabels[kind], currency, severalAccounts ? reportsWords.severalAccounts : account]
    .filter(part => part !== null)
    .join(', ');

const Lane = ({ lane, whole }: { readonly lane: CoverageLane; readonly whole: Coverage }) => (
  <li className="lane">
    <div className="lane-head">
      <strong>{laneTitle(lane)}</strong>
      <span className="hint">{wordsOf(lane)}</span>
    </div>
    <div className={`lane-strip ${lane.program}`} aria-hidden="true">
      {lane.covered.map(span => (
        <span key={`c${span.from}`} className="covered" style={placeOf(span, whole)} />
      ))}
      {lane.gaps.map(span => (
        <span key={`g${span.from}`} className="gap" style={placeOf(span, whole)} />
      ))}
      {lane.overlaps.map(span => (
        <span key={`o${span.from}`} className="overlap" style={placeOf(span, whole)} />
      ))}
    </div>
  </li>
);

/** At most about a dozen months are written under the strip. */
const mostTicks = 12;
/** Share of the strip that a month's name takes. */
const nameWidth = 0.07;

const Months = ({ whole }: { readonly whole: Coverage }) => {
  const months = monthsBetween(monthOf(whole.from), monthOf(whole.to));
  const step = Math.ceil(months.length / mostTicks);
  const days = spanDays(whole);
  const ticks = months
    .filter((_, index) => index % step === 0)
    .map(month => ({ month, at: Math.max(0, daysBetween(whole.from, day(`${month}-01`)) / days) }));
  // The end of a month at the start goes unnamed where its name would touch the next.
  const shown = ticks.filter(({ at }, index) => index > 0 || (ticks[1]?.at ?? 1) - at > nameWidth);
  return (
    <div className="lane-months" aria-hidden="true">
      {shown.map(({ month, at }) => (
        <span key={month} style={{ left: `${at * 100}%` }}>
          {formatMonth(month)}
        </span>
      ))}
    </div>
  );
};

/** Which days the reports speak of: a gap is no data, not a day without income. */
export const CoverageStrip = ({ reports }: { readonly reports: readonly ImportedReport[] }) => {
  const coverage = coverageOf(reports);
  if (coverage === null) return null;
  const programs = [...new Set(coverage.lanes.map(({ program }) => program))];
  return (
    <Panel title={reportsWords.coverage}>
      <p className="hint" style={{ margin: '0 0 12px' }}>
        {reportsWords.coverageHint}
      </p>
      <SeriesNotes reports={reports} />
      {programs.map(program => (
        <section key={program} aria-label={programLabels[program]}>
          <h3 className="lane-program">{programLabels[program]}</h3>
          <ul className="plain-list">
            {coverage.lanes
              .filter(lane => lane.program === program)
              .map(lane => (
                <Lane key={lane.id} lane={lane} whole={coverage} />
              ))}
          </ul>
        </section>
      ))}
      <Months whole={coverage} />
    </Panel>
  );
};
