import { Button, Checkbox, Group, Select, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  type ColumnMapping,
  columnMappingSchema,
  mappedFields,
} from '../../../shared/domain/column-mapping.ts';
import type { ImportAnswer, ImportQuestion } from '../../../shared/domain/import-question.ts';
import { currencySchema } from '../../../shared/domain/money.ts';
import { formatCount } from '../../../shared/words/format-number.ts';
import { ask } from '../../asking/ask.ts';
import { Failed } from '../../asking/failed.tsx';
import { DataTable } from '../../components/data-table.tsx';
import type { PlannedImport } from '../../importing/import-flow.ts';
import { fieldLabels, reportsWords } from '../../words/reports-words.ts';
import { LivePreview } from './live-preview.tsx';

const dayOrders = [
  { value: 'iso', label: 'year-month-day' },
  { value: 'day-first', label: 'day first' },
  { value: 'month-first', label: 'month first' },
];
const decimals = [
  { value: '.', label: '1,234.56' },
  { value: ',', label: '1.234,56' },
];
const absent = '';

const delimiterNames: Readonly<Record<string, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'vertical bars',
};

/** How the file was taken apart. */
const detectedWords = ({ delimiter, header, headerLine }: ColumnsFormProps['question']): string => {
  const cells =
    delimiter === null ? 'cells of a sheet' : `cells between ${delimiterNames[delimiter] ?? delimiter}`;
  return `${reportsWords.detected}: ${formatCount(header.length, 'column')}, ${cells}, names of the columns in line ${headerLine}.`;
};

export interface ColumnsFormProps {
  readonly question: Extract<ImportQuestion, { kind: 'columns' }>;
  readonly planned: PlannedImport;
  readonly busy: boolean;
  readonly onAnswer: (answer: ImportAnswer) => void;
}

/** Says what the columns of an unknown report mean, above its first rows; the answer is kept for the next file like it. */
export const ColumnsForm = ({ question, planned, busy, onAnswer }: ColumnsFormProps) => {
  const [mapping, setMapping] = useState(question.proposed);
  const [keep, setKeep] = useState(true);
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: (chosen: ColumnMapping) =>
      ask('mapping.save', {
        format: 'forkcast-mapping',
        version: 1,
        header: [...question.header],
        mapping: chosen,
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['mapping.list'] }),
  });
  const give = async (chosen: ColumnMapping): Promise<void> => {
    if (keep) await save.mutateAsync(chosen);
    onAnswer({ kind: 'columns', mapping: chosen });
  };
  const columns = [...new Set(question.header.filter(name => name !== ''))];
  const checked = columnMappingSchema.safeParse(mapping);
  const hasCurrency = mapping.currency !== null || mapping.columns.currency !== undefined;
  const choices = [
    { value: absent, label: reportsWords.notThere },
    ...columns.map(value => ({ value, label: value })),
  ];
  return (
    <div className="stack">
      <p className="hint">{detectedWords(question)}</p>
      <DataTable
        caption="First rows as they are in the file"
        columns={question.header.map(title => ({ title, align: 'left' }))}
        rows={question.sample.slice(0, 4)}
      />
      <div className="fields">
        <TextInput
          label="Name of this kind of report"
          value={mapping.name}
          onChange={event => setMapping({ ...mapping, name: event.currentTarget.value })}
        />
        {mappedFields.map(field => (
          <Select
            key={field}
            label={fieldLabels[field]}
            searchable
            data={choices}
            value={mapping.columns[field] ?? absent}
            onChange={value => {
              const { [field]: _old, ...others } = mapping.columns;
              setMapping({ ...mapping, columns: value ? { ...others, [field]: value } : others });
            }}
          />
        ))}
        <Select
          label="Days are written"
          data={dayOrders}
          value={mapping.dayOrder}
          onChange={value => {
            const order = (['iso', 'day-first', 'month-first'] as const).find(name => name === value);
            if (order) setMapping({ ...mapping, dayOrder: order });
          }}
        />
        <Select
          label="Amounts are written"
          data={decimals}
          value={mapping.decimal}
          onChange={value => setMapping({ ...mapping, decimal: value === ',' ? ',' : '.' })}
        />
        <Select
          label="Currency, if no column says it"
          searchable
          data={[{ value: absent, label: 'a column says it' }, ...currencySchema.options]}
          value={mapping.currency ?? absent}
          onChange={value => {
            const currency = currencySchema.safeParse(value);
            setMapping({ ...mapping, currency: currency.success ? currency.data : null });
          }}
        />
      </div>
      <LivePreview
        planned={planned}
        question={question}
        mapping={checked.success && hasCurrency ? checked.data : null}
      />
      {save.isError && <Failed error={save.error} onClose={save.reset} />}
      <Group gap="md">
        <Button
          disabled={!checked.success || busy}
          loading={save.isPending}
          onClick={() => checked.success && void give(checked.data).catch(() => undefined)}
        >
          {reportsWords.answer}
        </Button>
        <Checkbox
          label={reportsWords.saveAsTemplate}
          checked={keep}
          onChange={event => setKeep(event.currentTarget.checked)}
        />
      </Group>
    </div>
  );
};
