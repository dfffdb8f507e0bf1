import type { BatchColumn, RowBatch } from '../storage/row-batch.ts';

/** A column as it travels between threads: a million small strings and numbers cost more to copy one by one than to read. */
type PackedColumn =
  | { readonly kind: 'same'; readonly value: unknown }
  /** NaN for null. */
  | { readonly kind: 'numbers'; readonly numbers: Float64Array }
  /** All texts in one; −1 is the length of null. */
  | { readonly kind: 'texts'; readonly text: string; readonly lengths: Int32Array };

export interface PackedBatch {
  readonly keys: Uint8Array;
  readonly lines: Float64Array;
  readonly columns: readonly PackedColumn[];
}

const absent = -1;

const packTexts = (values: readonly unknown[]): PackedColumn => {
  const lengths = new Int32Array(values.length);
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] as string | null;
    lengths[at] = value === null ? absent : value.length;
  }
  // Nulls join as nothing.
  return { kind: 'texts', text: values.join(''), lengths };
};

const packColumn = (column: BatchColumn): PackedColumn => {
  if (column.kind === 'same') return column;
  const { values } = column;
  if (typeof values.find(value => value !== null) === 'string') return packTexts(values);
  return {
    kind: 'numbers',
    numbers: Float64Array.from(values as readonly (number | null)[], value => value ?? Number.NaN),
  };
};

const unpackTexts = (text: string, lengths: Int32Array): string[] => {
  const values = Array<string | null>(lengths.length);
  let start = 0;
  for (let at = 0; at < lengths.length; at += 1) {
    const length = lengths[at]!;
    if (length === absent) values[at] = null;
    else {
      values[at] = text.slice(start, start + length);
      start += length;
    }
  }
  return values as string[];
};

const unpackColumn = (column: PackedColumn): BatchColumn => {
  switch (column.kind) {
    case 'same':
      return column;
    case 'numbers':
      return {
        kind: 'each',
        values: Array.from(column.numbers, value => (Number.isNaN(value) ? null : value)),
      };
    case 'texts':
      return { kind: 'each', values: unpackTexts(column.text, column.lengths) };
    default:
      return column satisfies never;
  }
};

export const packBatch = ({ keys, lines, columns }: RowBatch): PackedBatch => ({
  keys,
  lines: Float64Array.from(lines),
  columns: columns.map(packColumn),
});

export const unpackBatch = ({ keys, lines, columns }: PackedBatch): RowBatch => ({
  keys,
  lines: Array.from(lines),
  columns: columns.map(unpackColumn),
});
