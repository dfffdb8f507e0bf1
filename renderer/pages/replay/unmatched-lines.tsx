import { Select } from '@mantine/core';
import type { RateCard } from '../../../shared/domain/rate-card.ts';
import type { Replay, ReplayLine } from '../../../shared/domain/replay.ts';
import { formatMoney } from '../../../shared/words/format-money.ts';
import { formatNumber } from '../../../shared/words/format-number.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Panel } from '../../components/panel.tsx';
import { replayWords } from '../../words/replay-words.ts';

const right = (title: string) => ({ title, align: 'right' }) as const;
const left = (title: string) => ({ title, align: 'left' }) as const;

export interface UnmatchedLinesProps {
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
}: { readonly line: ReplayLine } & Pick<UnmatchedLinesProps, 'onAssign'> & { readonly card: RateCard }) => {
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

/** The likeliest category of each product that another report knows by name. */
export const suggestionsOf = (lines: readonly ReplayLine[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    lines.flatMap(line => (line.suggestion ? [[productOf(line), line.suggestion.category]] : [])),
  );

/** Orders whose rate is not known, with a way to price them. */
export const UnmatchedLines = ({ replay, card, onAssign }: UnmatchedLinesProps) => {
  if (replay.unmatched.length === 0) return null;
  const money = (amount: number): string => formatMoney(amount, replay.currency);
  const assignable = replay.terms.kind === 'amazon-card' ? card : undefined;
  return (
    <Panel title={replayWords.unmatched}>
      <p className="hint" style={{ margin: '0 0 10px' }}>
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
