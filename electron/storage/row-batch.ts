import { keyBytes } from '../../shared/domain/key-table.ts';
import type { Order } from '../../shared/domain/order.ts';
import type { RowLayout } from './order-columns.ts';

/** One column of a batch: a value for all its rows, or one for each. */
export type BatchColumn =
  | { readonly kind: 'same'; readonly value: unknown }
  | { readonly kind: 'each'; readonly values: readonly unknown[] };

export const eachOf = (values: readonly unknown[]): BatchColumn => ({ kind: 'each', values });
export const sameFor = (value: unknown): BatchColumn => ({ kind: 'same', value });

/** Rows of one report, column by column: binding a value that all rows share once is what makes large imports fast. */
export interface RowBatch {
  /** Row keys, one after the other. */
  readonly keys: Uint8Array;
  readonly lines: readonly number[];
  /** In the order of the layout's columns. */
  readonly columns: readonly BatchColumn[];
}

/** The key of a batch's row. */
export const keyAt = (keys: Uint8Array, row: number): Buffer =>
  Buffer.from(keys.buffer, keys.byteOffset + row * keyBytes, keyBytes);

/** The keys as they are bound; a bare Uint8Array binds in half the time of a Buffer. */
export const keysOf = (keys: Uint8Array): readonly Uint8Array[] =>
  Array.from(
    { length: keys.length / keyBytes },
    (_, row) => new Uint8Array(keys.buffer, keys.byteOffset + row * keyBytes, keyBytes),
  );

export const valueAt = (column: BatchColumn, row: number): unknown =>
  column.kind === 'same' ? column.value : column.values[row];

export interface BatchBuilder {
  readonly size: number;
  add(key: Buffer, line: number, order: Order): void;
  /** The rows added since the last call. */
  take(): RowBatch;
}

/** Gathers rows into batches. */
export const createBatchBuilder = ({ columns: names, valuesOf }: RowLayout): BatchBuilder => {
  const width = names.length;
  let keys: Buffer[] = [];
  let lines: number[] = [];
  let columns = names.map((): unknown[] => []);
  let isSame = Array<boolean>(width).fill(true);
  return {
    get size() {
      return lines.length;
    },
    add: (key, line, order) => {
      keys.push(key);
      lines.push(line);
      const values = valuesOf(order);
      for (let at = 0; at < width; at += 1) {
        const column = columns[at]!;
        if (isSame[at] && column.length > 0 && values[at] !== column[0]) isSame[at] = false;
        column.push(values[at]);
      }
    },
    take: () => {
      const batch: RowBatch = {
        keys: Buffer.concat(keys, keys.length * keyBytes),
        lines,
        columns: columns.map((values, at) => (isSame[at] ? sameFor(values[0] ?? null) : eachOf(values))),
      };
      keys = [];
      lines = [];
      columns = names.map((): unknown[] => []);
      isSame = Array<boolean>(width).fill(true);
      return batch;
    },
  };
};
