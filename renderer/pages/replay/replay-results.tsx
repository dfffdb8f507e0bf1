import { Button, Select } from '@mantine/core';
import { replayChart } from '../../../shared/charts/replay-chart.ts';
import type { RateCard } from '../../../shared/domain/rate-card.ts';
import type { Replay, ReplayLine } from '../../../shared/domain/replay.ts';
import { formatDayRange } from '../../../shared/words/format-day.ts';
import { formatMoney } from '../../../shared/words/format-money.ts';
import { formatCount, formatNumber, formatPercent } from '../../../shared/words/format-number.ts';
import { provenanceLabel, provenanceSentence } from '../../../shared/words/provenance.ts';
import { pricedOrders, replaySentence, skippedSentences } from '../../../shared/words/replay.ts';
import { ChartView } from '../../charts/chart-view.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Panel } from '../../components/panel.tsx';
import { SourceBadge } from '../../components/source-badge.tsx';
import { Tiles } from '../../components/tiles.tsx';
import { driverLabels, replayWords, sourceLabels } from '../../words/replay-words.ts';

const right = (title: string) => ({ title, align: 'right' }) as const;
const left = (title: string) => ({ title, align: 'left' }) as const;

const moneyOf =
  ({ currency }: Replay) =>
  (amount: number | null): string =>
    amount === null ? '–' : formatMoney(amount, currency);

const Summary = ({ replay }: { readonly replay: Replay }) => {
  const money = moneyOf(replay);
  return (
    <Panel>
      <div className="stack">
        <p className="headline" data-testid="replay-headline">
          {replaySentence(replay)}
        </p>
        <Tiles
          tiles={[
            {
              label: 'As reported, priced orders',
              value: money(replay.actualMatched),
              detail: `${formatCount(pricedOrders(replay), 'order')}, ${formatDayRange(replay.from, replay.to)}`,
            },
            { label: 'Replayed', value: money(replay.replayed), detail: replay.termsLabel },
            {
              label: 'If shoppers behaved differently',
              value: `${money(replay.band.low)} to ${money(replay.band.high)}`,
              detail: 'middle 80 of 100 cases',
            },
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

const Band = ({ replay }: { readonly replay: Replay }) => {
  const money = moneyOf(replay);
  return (
    <Panel title={replayWords.band}>
      <p className="hint" style={{ marginTop: 0 }}>
        {replayWords.bandHint}
      </p>
      <DataTable
        caption={replayWords.band}
        quietCaption
        columns={[left('What moves'), right('Range'), right('Replayed total'), right('Source')]}
        rows={replay.band.drivers.map(driver => [
          driverLabels[driver.name],
          `×${formatNumber(driver.lowFactor, 2)} to ×${formatNumber(driver.highFactor, 2)}`,
          `${money(driver.low)} to ${money(driver.high)}`,
          <SourceBadge
            key="source"
            label={provenanceLabel(driver.provenance)}
            sentence={provenanceSentence(driver.provenance)}
          />,
        ])}
      />
    </Panel>
  );
};

const Lines = ({ replay }: { readonly replay: Replay }) => {
  const money = moneyOf(replay);
  return (
    <Panel title={replayWords.lines}>
      <DataTable
        caption={replayWords.lines}
        quietCaption
        columns={[
          left('Category'),
          left('Known from'),
          left('Priced as'),
          right('Rate'),
          right('Orders'),
          right('Items'),
          right('Base'),
          right('As reported'),
          right('Replayed'),
        ]}
        rows={replay.lines.map(line => [
          line.category,
          line.categorySource === null ? '–' : sourceLabels[line.categorySource],
          line.matchedTo ?? '–',
          line.ratePpm === null ? '–' : formatPercent(line.ratePpm / 1_000_000),
          formatNumber(line.orders),
          formatNumber(line.items),
          money(line.base),
          money(line.actual),
          money(line.replayed),
        ])}
      />
    </Panel>
  );
};

interface UnmatchedProps {
  readonly replay: Replay;
  readonly card: RateCard | undefined;
  /** Categories by product. */
  readonly onAssign: (categories: Readonly<Record<string, string>>) => void;
}

const productOf = (line: ReplayLine): string => line.productId ?? line.category;

const AssignCategory = ({
  line,
  card,
  onAssign,
}: { readonly line: ReplayLine } & Pick<UnmatchedProps, 'onAssign'> & { readonly card: RateCard }) => {
  const categories = card.rates.map(({ category }) => category);
  const suggested = line.suggestion ? [line.suggestion.category] : [];
  return (
    <>
      <Select
        size="xs"
        w={220}
        searchable
        placeholder={suggested[0] ?? 'Choose'}
        aria-label={`${replayWords.assign} ${line.category}`}
        data={[...new Set([...suggested, ...categories.toSorted()])]}
        onChange={category => category !== null && onAssign({ [productOf(line)]: category })}
      />
      {line.suggestion && (
        <span className="hint" style={{ fontSize: 12 }}>
          {replayWords.like} {line.suggestion.productName}
        </span>
      )}
    </>
  );
};

const suggestionsOf = (lines: readonly ReplayLine[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    lines.flatMap(line => (line.suggestion ? [[productOf(line), line.suggestion.category]] : [])),
  );

const Unmatched = ({ replay, card, onAssign }: UnmatchedProps) => {
  if (replay.unmatched.length === 0) return null;
  const money = moneyOf(replay);
  const assignable = replay.terms.kind === 'amazon-card' ? card : undefined;
  const suggestions = suggestionsOf(replay.unmatched);
  return (
    <Panel
      title={replayWords.unmatched}
      aside={
        assignable &&
        Object.keys(suggestions).length > 0 && (
          <Button size="xs" variant="default" onClick={() => onAssign(suggestions)}>
            {replayWords.takeSuggestions}
          </Button>
        )
      }
    >
      <p className="hint" style={{ marginTop: 0 }}>
        {replayWords.unmatchedHint}
      </p>
      <DataTable
        caption={replayWords.unmatched}
        quietCaption
        columns={[
          left(replay.program === 'tiktok-shop' ? 'Product or category' : 'Category'),
          right('Orders'),
          right('Base'),
          right('As reported'),
          ...(assignable ? [left('Category')] : []),
        ]}
        rows={replay.unmatched.map(line => [
          line.category,
          formatNumber(line.orders),
          money(line.base),
          money(line.actual),
          ...(assignable
            ? [<AssignCategory key="assign" line={line} card={assignable} onAssign={onAssign} />]
            : []),
        ])}
      />
    </Panel>
  );
};

/** What the other terms would have paid, and how far that can be leaned on. */
export const ReplayResults = (props: UnmatchedProps) => {
  const { replay } = props;
  return (
    <>
      <Summary replay={replay} />
      <Panel title={replayWords.months}>
        <ChartView spec={replayChart(replay)} height={220} />
      </Panel>
      <Lines replay={replay} />
      <Unmatched {...props} />
      <Band replay={replay} />
    </>
  );
};
