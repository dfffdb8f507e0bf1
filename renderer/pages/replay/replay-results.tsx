import { Button, Group } from '@mantine/core';
import { replayChart } from '../../../shared/charts/replay-chart.ts';
import type { Replay, ReplayLine } from '../../../shared/domain/replay.ts';
import { formatDayRange } from '../../../shared/words/format-day.ts';
import { formatEstimate, formatMoney } from '../../../shared/words/format-money.ts';
import { formatCount, formatNumber, formatPercent } from '../../../shared/words/format-number.ts';
import { provenanceLabel, provenanceSentence } from '../../../shared/words/provenance.ts';
import {
  coverageSentence,
  pricedOrders,
  replaySentence,
  skippedSentences,
  suggestedLines,
} from '../../../shared/words/replay.ts';
import { ChartView } from '../../charts/chart-view.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Panel } from '../../components/panel.tsx';
import { SourceBadge } from '../../components/source-badge.tsx';
import { Tiles } from '../../components/tiles.tsx';
import { suggestionsOf, UnmatchedLines, type UnmatchedLinesProps } from './unmatched-lines.tsx';
import { driverLabels, replayWords, sourceLabels } from '../../words/replay-words.ts';

const right = (title: string) => ({ title, align: 'right' }) as const;
const left = (title: string) => ({ title, align: 'left' }) as const;

const moneyOf =
  ({ currency }: Replay) =>
  (amount: number | null): string =>
    amount === null ? '–' : formatMoney(amount, currency);

/** A range that rests on a guess is not told to the cent. */
const guessedRange = (
  { currency }: Replay,
  { low, high }: { readonly low: number; readonly high: number },
): string => `${formatEstimate(low, currency)} to ${formatEstimate(high, currency)}`;

/** How much of the money is priced, and one step to price most of the rest. */
const Coverage = ({ replay, card, onAssign }: UnmatchedLinesProps) => {
  const sentence = coverageSentence(replay, 'window');
  if (sentence === null) return null;
  const count = suggestedLines(replay).length;
  return (
    <Group gap="sm">
      <p style={{ margin: 0, flex: '1 1 340px' }}>{sentence}</p>
      {count > 0 && card && replay.terms.kind === 'amazon-card' && (
        <Button size="xs" onClick={() => onAssign(suggestionsOf(replay.unmatched))}>
          {replayWords.takeSuggestions} ({formatNumber(count)})
        </Button>
      )}
    </Group>
  );
};

const Summary = (props: UnmatchedLinesProps) => {
  const { replay } = props;
  const money = moneyOf(replay);
  const whole = replay.unmatched.length > 0 ? `of ${money(replay.actual)}; ` : '';
  return (
    <Panel>
      <div className="stack">
        <p className="headline" data-testid="replay-headline">
          {replaySentence(replay)}
        </p>
        <Coverage {...props} />
        <Tiles
          tiles={[
            {
              label: 'As reported, priced orders',
              value: money(replay.actualMatched),
              detail: `${whole}${formatCount(pricedOrders(replay), 'order')}, ${formatDayRange(replay.from, replay.to)}`,
            },
            { label: 'Replayed', value: money(replay.replayed), detail: replay.termsLabel },
            ...(replay.band.drivers.length > 0
              ? [
                  {
                    label: 'If shoppers behaved differently',
                    value: guessedRange(replay, replay.band),
                    detail: 'middle 80 of 100 cases',
                  },
                ]
              : []),
          ]}
        />
        {skippedSentences(replay).map(sentence => (
          <p key={sentence} className="hint" style={{ margin: 0 }}>
            {sentence}
          </p>
        ))}
      </div>
    </Panel>
  );
};

const Band = ({ replay }: { readonly replay: Replay }) => (
  <Panel title={replayWords.band}>
    <p className="hint" style={{ margin: '0 0 10px' }}>
      {replayWords.bandHint}
    </p>
    <DataTable
      caption={replayWords.band}
      quietCaption
      columns={[left('What moves'), right('Range'), right('Replayed total'), right('Source')]}
      rows={replay.band.drivers.map(driver => [
        driverLabels[driver.name],
        `×${formatNumber(driver.lowFactor, 2)} to ×${formatNumber(driver.highFactor, 2)}`,
        guessedRange(replay, driver),
        <SourceBadge
          key="source"
          label={provenanceLabel(driver.provenance)}
          sentence={provenanceSentence(driver.provenance)}
        />,
      ])}
    />
  </Panel>
);

interface LineColumn {
  readonly column: { readonly title: string; readonly align: 'left' | 'right' };
  readonly cell: (line: ReplayLine) => string;
}

/** A column that says the same in every row says nothing. */
const columnsOf = (replay: Replay): readonly LineColumn[] => {
  const money = moneyOf(replay);
  const all: readonly (LineColumn & { readonly shown?: boolean })[] = [
    { column: left('Category'), cell: line => line.category },
    {
      column: left('Known from'),
      cell: line => (line.categorySource === null ? '–' : sourceLabels[line.categorySource]),
      shown: replay.lines.some(line => line.categorySource !== 'report'),
    },
    {
      column: left('Priced as'),
      cell: line => (line.matchedTo === 'other' ? replayWords.other : (line.matchedTo ?? '–')),
      shown: replay.lines.some(line => line.matchedTo !== line.category),
    },
    {
      column: right('Rate'),
      cell: line => (line.ratePpm === null ? '–' : formatPercent(line.ratePpm / 1_000_000)),
    },
    { column: right('Orders'), cell: line => formatNumber(line.orders) },
    { column: right('Items'), cell: line => formatNumber(line.items) },
    { column: right('Base'), cell: line => money(line.base) },
    { column: right('As reported'), cell: line => money(line.actual) },
    { column: right('Replayed'), cell: line => money(line.replayed) },
  ];
  return all.filter(({ shown = true }) => shown);
};

const Lines = ({ replay }: { readonly replay: Replay }) => {
  const columns = columnsOf(replay);
  return (
    <Panel title={replayWords.lines}>
      <DataTable
        caption={replayWords.lines}
        quietCaption
        columns={columns.map(({ column }) => column)}
        rows={replay.lines.map(line => columns.map(({ cell }) => cell(line)))}
      />
    </Panel>
  );
};

/** What the other terms would have paid, and how far that can be leaned on. */
export const ReplayResults = (props: UnmatchedLinesProps) => {
  const { replay } = props;
  return (
    <>
      <Summary {...props} />
      <Panel title={replayWords.months}>
        <ChartView spec={replayChart(replay)} height={220} />
      </Panel>
      <Lines replay={replay} />
      <UnmatchedLines {...props} />
      {replay.band.drivers.length > 0 && <Band replay={replay} />}
    </>
  );
};
