import { Button, Checkbox, Group, Select, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  type ColumnMapping,
  columnMappingSchema,
  mappedFields,
  type TableReading,
} from '../../../shared/domain/column-mapping.ts';
import type { ImportAnswer, ImportQuestion } from '../../../shared/domain/import-question.ts';
import { currencySchema } from '../../../shared/domain/money.ts';
import { ask } from '../../asking/ask.ts';
import { Failed } from '../../asking/failed.tsx';
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

interface MappingChange {
  readonly mapping: ColumnMapping;
  readonly onMapping: (mapping: ColumnMapping) => void;
}

const ColumnFields = ({
  header,
  mapping,
  onMapping,
}: MappingChange & { readonly header: readonly string[] }) => {
  const columns = [...new Set(header.filter(name => name !== ''))];
  const choices = [
    { value: absent, label: reportsWords.notThere },
    ...columns.map(value => ({ value, label: value })),
  ];
  return mappedFields.map(field => (
    <Select
      key={field}
      label={fieldLabels[field]}
      searchable
      data={choices}
      value={mapping.columns[field] ?? absent}
      onChange={value => {
        const { [field]: _old, ...others } = mapping.columns;
        onMapping({ ...mapping, columns: value ? { ...others, [field]: value } : others });
      }}
    />
  ));
};

const NotationFields = ({ mapping, onMapping }: MappingChange) => (
  <>
    <Select
      label="Days are written"
      data={dayOrders}
      value={mapping.dayOrder}
      onChange={value => {
        const order = (['iso', 'day-first', 'month-first'] as const).find(name => name === value);
        if (order) onMapping({ ...mapping, dayOrder: order });
      }}
    />
    <Select
      label="Amounts are written"
      data={decimals}
      value={mapping.decimal}
      onChange={value => onMapping({ ...mapping, decimal: value === ',' ? ',' : '.' })}
    />
    <Select
      label="Currency, if no column says it"
      searchable
      data={[{ value: absent, label: 'a column says it' }, ...currencySchema.options]}
      value={mapping.currency ?? absent}
      onChange={value => {
        const currency = currencySchema.safeParse(value);
        onMapping({ ...mapping, currency: currency.success ? currency.data : null });
      }}
    />
  </>
);

const useKeepTemplate = (header: readonly string[]) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (mapping: ColumnMapping) =>
      ask('mapping.save', { format: 'forkcast-mapping', version: 1, header: [...header], mapping }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['mapping.list'] }),
  });
};

export interface MappingFieldsProps {
  readonly question: Extract<ImportQuestion, { kind: 'columns' }>;
  /** Where detection was overruled. */
  readonly reading: TableReading | null;
  readonly planned: PlannedImport;
  readonly busy: boolean;
  readonly onAnswer: (answer: ImportAnswer) => void;
}

/** What the columns of a table mean, above what would be stored of it. */
export const MappingFields = ({ question, reading, planned, busy, onAnswer }: MappingFieldsProps) => {
  const [chosen, setMapping] = useState(question.proposed);
  const [keep, setKeep] = useState(true);
  const save = useKeepTemplate(question.header);
  const mapping = reading ? { ...chosen, reading } : chosen;
  const checked = columnMappingSchema.safeParse(mapping);
  const hasCurrency = mapping.currency !== null || mapping.columns.currency !== undefined;
  const give = async (complete: ColumnMapping): Promise<void> => {
    if (keep) await save.mutateAsync(complete);
    onAnswer({ kind: 'columns', mapping: complete });
  };
  return (
    <>
      <div className="fields">
        <TextInput
          label="Name of this kind of report"
          maxLength={80}
          value={mapping.name}
          onChange={event => setMapping({ ...chosen, name: event.currentTarget.value })}
        />
        <ColumnFields header={question.header} mapping={chosen} onMapping={setMapping} />
        <NotationFields mapping={chosen} onMapping={setMapping} />
      </div>
      <LivePreview
        planned={planned}
        question={question}
        mapping={checked.success && hasCurrency ? checked.data : null}
      />
      {save.isError && <Failed error={save.error} onClose={save.reset} />}
      <Group gap="md">
        <Button
          disabled={!checked.success || !hasCurrency || busy}
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
    </>
  );
};
