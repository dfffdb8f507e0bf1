import { Button, Group, NumberInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { futureDraws, futureWeeks } from '../../../shared/document/future-tables.ts';
import type { PairResult } from '../../../shared/domain/comparison.ts';
import type { Scenario } from '../../../shared/domain/scenario.ts';
import { futureSentences } from '../../../shared/words/future-story.ts';
import { ask } from '../../asking/ask.ts';
import { Failed } from '../../asking/failed.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Loading } from '../../components/loading.tsx';
import { Panel } from '../../components/panel.tsx';
import { compareWords } from '../../words/compare-words.ts';

const examples = [
  ['Bad tenth', 0],
  ['Typical', 1],
  ['Good tenth', 2],
] as const;

interface ChoiceProps {
  readonly trials: number;
  readonly examples: readonly [number, number, number];
  readonly future: number | null;
  readonly onChoose: (future: number) => void;
}

/** Futures are counted from 1 on the screen. */
const Choice = ({ trials, examples: futures, future, onChoose }: ChoiceProps) => (
  <Group gap="xs" align="end">
    {examples.map(([label, at]) => (
      <Button
        key={label}
        size="xs"
        variant={future === futures[at] ? 'filled' : 'default'}
        aria-pressed={future === futures[at]}
        onClick={() => onChoose(futures[at])}
      >
        {label}
      </Button>
    ))}
    <NumberInput
      aria-label={compareWords.futureNumber}
      placeholder={compareWords.futureNumber}
      size="xs"
      w={150}
      min={1}
      max={trials}
      clampBehavior="strict"
      allowDecimal={false}
      thousandSeparator=","
      value={future === null ? '' : future + 1}
      onChange={typed => typeof typed === 'number' && typed >= 1 && onChoose(typed - 1)}
    />
  </Group>
);

const Story = ({
  scenario,
  future,
  pair,
}: {
  readonly scenario: Scenario;
  readonly future: number;
  readonly pair: PairResult;
}) => {
  const input = { scenario, future };
  const story = useQuery({
    queryKey: ['comparison.future', input],
    queryFn: () => ask('comparison.future', input),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
  if (story.isError) return <Failed error={story.error} retry={() => void story.refetch()} />;
  if (!story.data) return <Loading what={compareWords.computing} heights={[120]} />;
  const [lead, ...rest] = futureSentences(story.data, [pair.a, pair.b]);
  const weeks = futureWeeks(story.data, [pair.a, pair.b]);
  const draws = futureDraws(story.data, scenario);
  return (
    <div className="stack working" data-stale={story.isFetching} data-testid="story">
      <p style={{ margin: 0, fontWeight: 600 }}>{lead}</p>
      {rest.map(sentence => (
        <p key={sentence} style={{ margin: 0 }}>
          {sentence}
        </p>
      ))}
      {draws && (
        <details>
          <summary>{compareWords.futureDraws}</summary>
          <DataTable caption={draws.caption} columns={draws.columns} rows={draws.rows} />
        </details>
      )}
      <details>
        <summary>{compareWords.futureWeeks}</summary>
        <DataTable caption={weeks.caption} columns={weeks.columns} rows={weeks.rows} />
      </details>
    </div>
  );
};

/** Opens single futures of a full run: what was drawn, what happened, what was earned and paid. */
export const OneFuture = ({
  scenario,
  pair,
  trials,
}: {
  readonly scenario: Scenario;
  readonly pair: PairResult;
  readonly trials: number;
}) => {
  const [future, choose] = useState<number | null>(null);
  if (!pair.examples) return null;
  return (
    <Panel title={compareWords.oneFuture}>
      <div className="stack">
        <p className="hint" style={{ margin: 0 }}>
          {compareWords.oneFutureHint}
        </p>
        <Choice trials={trials} examples={pair.examples} future={future} onChoose={choose} />
        {future !== null && future < trials && <Story scenario={scenario} future={future} pair={pair} />}
      </div>
    </Panel>
  );
};
