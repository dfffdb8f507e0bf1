import { Select } from '@mantine/core';
import { type Encoding, encodings, type TableReading } from '../../../shared/domain/column-mapping.ts';
import type { ImportQuestion } from '../../../shared/domain/import-question.ts';
import { reportsWords } from '../../words/reports-words.ts';

type ColumnsQuestion = Extract<ImportQuestion, { kind: 'columns' }>;

const delimiterNames: Readonly<Record<string, string>> = {
  ',': 'commas ,',
  ';': 'semicolons ;',
  '\t': 'tabs',
  '|': 'vertical bars |',
  '^': 'carets ^',
  '~': 'tildes ~',
  ':': 'colons :',
};

const encodingNames: Readonly<Record<Encoding, string>> = {
  'utf-8': 'Unicode (UTF-8)',
  'utf-16le': 'Unicode (UTF-16, Excel’s “Unicode text”)',
  'utf-16be': 'Unicode (UTF-16, big-endian)',
  'windows-1252': 'Western European (Windows-1252)',
  shift_jis: 'Japanese (Shift-JIS)',
};

/** Marks what detection has found. */
const marked = (label: string, isDetected: boolean): string =>
  isDetected ? `${label} (${reportsWords.detected})` : label;

const lineWords = ({ line, cells }: ColumnsQuestion['top'][number]): string => {
  const text = cells.filter(cell => cell.trim() !== '').join(' | ');
  return `line ${line}: ${text.length > 48 ? `${text.slice(0, 47)}…` : text}`;
};

/** The lines of the file are others once it is cut otherwise. */
const cut = ({ headerLine: _line, ...rest }: TableReading): TableReading => rest;

export interface ReadingFieldsProps {
  /** As the file was first read. */
  readonly detected: ColumnsQuestion;
  readonly top: ColumnsQuestion['top'];
  readonly headerLine: number;
  /** What the person has changed so far. */
  readonly reading: TableReading;
  readonly disabled: boolean;
  readonly onReading: (reading: TableReading) => void;
}

/** How the table is cut out of its file: as detected, and changeable. */
export const ReadingFields = ({
  detected,
  top,
  headerLine,
  reading,
  disabled,
  onReading,
}: ReadingFieldsProps) => {
  const { delimiter, encoding } = detected;
  return (
    <div className="fields wide">
      {delimiter !== null && (
        <Select
          label={reportsWords.delimiter}
          disabled={disabled}
          data={Object.entries(delimiterNames).map(([value, label]) => ({
            value,
            label: marked(label, value === delimiter),
          }))}
          value={reading.delimiter ?? delimiter}
          onChange={value => value !== null && onReading({ ...cut(reading), delimiter: value })}
        />
      )}
      {encoding !== null && (
        <Select
          label={reportsWords.encoding}
          disabled={disabled}
          data={encodings.map(value => ({ value, label: marked(encodingNames[value], value === encoding) }))}
          value={reading.encoding ?? encoding}
          onChange={value => {
            const chosen = encodings.find(name => name === value);
            if (chosen) onReading({ ...cut(reading), encoding: chosen });
          }}
        />
      )}
      <Select
        label={reportsWords.headerRow}
        disabled={disabled}
        data={top.map(row => ({
          value: String(row.line),
          label: marked(lineWords(row), row.line === detected.headerLine),
        }))}
        value={String(headerLine)}
        onChange={value => value !== null && onReading({ ...reading, headerLine: Number(value) })}
      />
    </div>
  );
};
