import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { columnMappingSchema, mappedFields } from '../../../shared/domain/column-mapping.ts';
import type { ImportAnswer, ImportQuestion } from '../../../shared/domain/import-question.ts';
import { currencySchema } from '../../../shared/domain/money.ts';
import { DataTable } from '../../components/data-table.tsx';
import { fieldLabels, reportsWords } from '../../words/reports-words.ts';

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

export interface ColumnsFormProps {
  readonly question: Extract<ImportQuestion, { kind: 'columns' }>;
  readonly busy: boolean;
  readonly onAnswer: (answer: ImportAnswer) => void;
}

/** Says what the columns of an unknown report mean, above its first rows; the answer is kept for the next file like it. */
export const ColumnsForm = ({ question, busy, onAnswer }: ColumnsFormProps) => {
  const [mapping, setMapping] = useState(question.proposed);
  const columns = [...new Set(question.header.filter(name => name !== ''))];
  const checked = columnMappingSchema.safeParse(mapping);
  const choices = [
    { value: absent, label: reportsWords.notThere },
    ...columns.map(value => ({ value, label: value })),
  ];
  return (
    <div className="stack">
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
      <div>
        <Button
          disabled={!checked.success || busy}
          onClick={() => checked.success && onAnswer({ kind: 'columns', mapping: checked.data })}
        >
          {reportsWords.answer}
        </Button>
      </div>
    </div>
  );
};
