import { Group, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useCallback, useState } from 'react';
import type { Account } from '../../../shared/domain/account.ts';
import type { ImportedReport } from '../../../shared/domain/report.ts';
import type { StoredRows } from '../../../shared/domain/stored-rows.ts';
import { formatCount, formatNumber } from '../../../shared/words/format-number.ts';
import { programLabels, tableName } from '../../../shared/words/labels.ts';
import { Failed } from '../../asking/failed.tsx';
import { Panel } from '../../components/panel.tsx';
import { VirtualTable, type VirtualColumn } from '../../components/virtual-table.tsx';
import { reportsWords, statusWords } from '../../words/reports-words.ts';
import { orderWords } from './order-words.ts';
import { type RowFilter, useStoredRows } from './use-stored-rows.ts';

const columns: readonly VirtualColumn[] = [
  { title: 'Product', align: 'left', width: 'minmax(200px, 3fr)' },
  { title: 'Day', align: 'left', width: '104px' },
  { title: 'Account, program', align: 'left', width: 'minmax(150px, 1fr)' },
  { title: 'Category', align: 'left', width: 'minmax(84px, 0.8fr)' },
  { title: 'Items', align: 'right', width: '52px' },
  { title: 'Base', align: 'right', width: '112px' },
  { title: 'Commission', align: 'right', width: '104px' },
  { title: 'Status', align: 'left', width: '128px' },
  { title: 'Line and file', align: 'left', width: 'minmax(140px, 1fr)' },
];

/** What the person has corrected, with what stood in the file. */
const correctedWords = ({ corrections }: StoredRows['rows'][number]): string =>
  corrections.length === 0
    ? ''
    : ` (${reportsWords.corrected.toLowerCase()}: ${corrections.map(({ name, original }) => `${name} was “${original}”`).join(', ')})`;

const cellsOf = (row: StoredRows['rows'][number]): readonly string[] => {
  const { product, day, base, commission } = orderWords(row);
  return [
    product,
    day,
    row.accountName === null
      ? programLabels[row.program]
      : `${row.accountName}, ${programLabels[row.program]}`,
    row.category ?? '–',
    formatNumber(row.items),
    base,
    commission,
    statusWords[row.status],
    `${formatNumber(row.line)} of ${tableName(row)}${correctedWords(row)}`,
  ];
};

const everything = 'all';

/** Options to look at one report or program alone. */
const choicesOf = (reports: readonly ImportedReport[]) => [
  { value: everything, label: reportsWords.allReports },
  ...[...new Set(reports.map(({ program }) => program))].map(program => ({
    value: `program ${program}`,
    label: programLabels[program],
  })),
  ...reports.map(report => ({ value: `report ${report.id}`, label: tableName(report) })),
];

const filterOf = (choice: string, reports: readonly ImportedReport[]): RowFilter => {
  const report = reports.find(({ id }) => choice === `report ${id}`);
  if (report) return { reportId: report.id };
  const program = reports.find(entry => choice === `program ${entry.program}`)?.program;
  return program ? { program } : {};
};

/** Every stored row, however many, with a search. */
export const StoredRowsTable = ({
  reports,
  account,
}: {
  readonly reports: readonly ImportedReport[];
  readonly account: Account | undefined;
}) => {
  const [text, setText] = useState('');
  const [choice, setChoice] = useState(everything);
  const [search] = useDebouncedValue(text.trim(), 250);
  const filter = { ...filterOf(choice, reports), ...(account ? { account } : {}) };
  const { total, isPending, error, retry, rowAt, setView } = useStoredRows(
    search === '' ? filter : { ...filter, search },
  );
  const onView = useCallback((first: number, last: number) => setView({ first, last }), [setView]);
  return (
    <Panel title={reportsWords.storedRows}>
      <Group align="end" gap="sm" mb="sm">
        <TextInput
          label={reportsWords.search}
          placeholder={reportsWords.searchHint}
          style={{ flex: '1 1 240px' }}
          value={text}
          onChange={event => setText(event.currentTarget.value)}
        />
        <Select
          label={reportsWords.rowsOf}
          searchable
          style={{ flex: '0 1 300px' }}
          data={choicesOf(reports)}
          value={choice}
          onChange={value => value !== null && setChoice(value)}
        />
      </Group>
      {error !== null && <Failed error={error} retry={retry} />}
      <output className="hint" style={{ display: 'block', marginBottom: 8 }}>
        {isPending ? reportsWords.counting : formatCount(total, 'row')}
      </output>
      {total > 0 && (
        <VirtualTable
          key={`${choice} ${search}`}
          label={reportsWords.storedRows}
          columns={columns}
          total={total}
          rowAt={index => {
            const row = rowAt(index);
            return row && cellsOf(row);
          }}
          onView={onView}
        />
      )}
    </Panel>
  );
};
