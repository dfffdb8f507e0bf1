import { Chip, Group, Loader, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { cashChart } from '../../../shared/charts/cash-chart.ts';
import { differenceChart } from '../../../shared/charts/difference-chart.ts';
import { fanChart } from '../../../shared/charts/fan-chart.ts';
import { strategyTones } from '../../../shared/charts/strategy-tone.ts';
import { keyFigures, strategyTable } from '../../../shared/document/key-figures.ts';
import { productTable } from '../../../shared/document/product-table.ts';
import {
  goalTable,
  netTable,
  streamTable,
  worstMonthTable,
} from '../../../shared/document/further-tables.ts';
import type { TableBlock } from '../../../shared/document/table.ts';
import { cashTable, differenceTable, eventTable, fanTable } from '../../../shared/document/time-tables.ts';
import type { Comparison } from '../../../shared/domain/comparison.ts';
import type { Scenario } from '../../../shared/domain/scenario.ts';
import { headline } from '../../../shared/words/headline.ts';
import { ChartView } from '../../charts/chart-view.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Panel } from '../../components/panel.tsx';
import { Tiles } from '../../components/tiles.tsx';
import { compareWords } from '../../words/compare-words.ts';
import { OneFuture } from './one-future.tsx';

const Numbers = ({ table }: { readonly table: TableBlock }) => (
  <details>
    <summary>{compareWords.numbers}</summary>
    <DataTable caption={table.caption} columns={table.columns} rows={table.rows} />
  </details>
);

const TablePanel = ({ title, table }: { readonly title: string; readonly table: TableBlock | undefined }) =>
  table ? (
    <Panel title={title}>
      <DataTable caption={table.caption} columns={table.columns} rows={table.rows} />
    </Panel>
  ) : null;

const Headline = ({
  comparison,
  notes,
  status,
}: {
  readonly comparison: Comparison;
  /** What the person should know of the scenario before the numbers are believed. */
  readonly notes: readonly string[];
  readonly status: ReactNode;
}) => {
  const { sentence, detail } = headline(comparison);
  return (
    <Panel>
      <div className="stack">
        <div className="headline-row">
          <p className="headline" aria-live="polite" data-testid="headline">
            {sentence}
          </p>
          <span className="busy-sign" aria-hidden="true">
            <Loader size={14} /> {compareWords.computing}
          </span>
        </div>
        <Tiles tiles={keyFigures(comparison)} />
        {notes.map(note => (
          <p key={note} className="hint" style={{ margin: 0 }}>
            {note}
          </p>
        ))}
        {status}
        <details>
          <summary>{compareWords.sure}</summary>
          <p className="hint">{detail}</p>
        </details>
      </div>
    </Panel>
  );
};

interface ShownProps {
  readonly comparison: Comparison;
  readonly shown: readonly string[];
  readonly onShow: (ids: readonly string[]) => void;
}

const ShownStrategies = ({ comparison, shown, onShow }: ShownProps) => (
  <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
    <VisuallyHidden component="legend">{compareWords.shown}</VisuallyHidden>
    <Chip.Group multiple value={[...shown]} onChange={ids => ids.length > 0 && onShow(ids)}>
      <Group gap={6}>
        {comparison.strategies.map(({ id, label }) => (
          <Chip key={id} value={id} size="xs" variant="outline">
            {label}
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  </fieldset>
);

export interface CompareResultsProps extends ShownProps {
  readonly scenario: Scenario;
  readonly stale: boolean;
  readonly status: ReactNode;
}

/** The answer: one sentence, a few numbers, three pictures and the tables behind them. */
export const CompareResults = ({
  comparison,
  scenario,
  shown,
  onShow,
  stale,
  status,
}: CompareResultsProps) => {
  const tones = strategyTones(scenario.strategies);
  const pair = comparison.pairs[0];
  return (
    <div className="stack working" data-stale={stale} aria-busy={stale}>
      <Headline comparison={comparison} notes={scenario.notes ?? []} status={status} />
      <Panel
        title={compareWords.earned}
        aside={<ShownStrategies comparison={comparison} shown={shown} onShow={onShow} />}
      >
        <ChartView spec={fanChart(comparison, { tones, shown })} height={330} />
        <p className="hint">{compareWords.earnedHint}</p>
        <Numbers table={fanTable(comparison)} />
      </Panel>
      <div className="two">
        {pair && (
          <Panel title={compareWords.difference}>
            <ChartView spec={differenceChart(comparison, pair, tones)} height={250} />
            <p className="hint">{compareWords.differenceHint}</p>
            <Numbers table={differenceTable(comparison, pair)} />
          </Panel>
        )}
        <Panel title={compareWords.cash}>
          <ChartView spec={cashChart(comparison, { tones, shown })} height={250} />
          <p className="hint">{compareWords.cashHint}</p>
          <Numbers table={cashTable(comparison)} />
        </Panel>
      </div>
      <TablePanel title={compareWords.products} table={productTable(comparison)} />
      <TablePanel title={compareWords.strategies} table={strategyTable(comparison)} />
      <TablePanel title={compareWords.streams} table={streamTable(comparison)} />
      <TablePanel title={compareWords.goals} table={goalTable(comparison)} />
      <TablePanel title={compareWords.net} table={netTable(comparison)} />
      <TablePanel title={compareWords.worstMonth} table={worstMonthTable(comparison)} />
      <TablePanel title={compareWords.events} table={eventTable(comparison)} />
      {pair && (
        // A new answer has other futures.
        <OneFuture
          key={`${comparison.seed} ${comparison.grade} ${pair.difference.mean}`}
          scenario={scenario}
          pair={pair}
          trials={comparison.trials}
        />
      )}
    </div>
  );
};
