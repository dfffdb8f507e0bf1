import type Sqlite from 'better-sqlite3';
import type { BatchColumn } from './row-batch.ts';

/** Rows of one statement. Each call from JavaScript costs as much as three values; beyond some twenty rows nothing is gained. */
const statementRows = 20;
/** Statements differ by which columns have one value for all rows; a report has a few kinds of batches. */
const keptStatements = 40;

export interface NamedColumn {
  readonly name: string;
  readonly column: BatchColumn;
}

/** Rows `from` to before `to` of a batch, of which `inserted` went in and the rest stood in the way of a unique key. */
export interface InsertedPart {
  readonly from: number;
  readonly to: number;
  readonly inserted: number;
  readonly lastId: number;
}

/**
 * Inserts columns into a table, many rows with one statement, skipping rows that break a constraint; the caller looks at what was skipped.
 */
export const createBulkInsert = (connection: Sqlite.Database, table: string) => {
  const statements = new Map<string, Sqlite.Statement>();

  const statementFor = (columns: readonly NamedColumn[], rows: number): Sqlite.Statement => {
    const kinds = columns.map(({ name, column }) => (column.kind === 'same' ? `${name}=` : name));
    const id = `${rows} ${kinds.join()}`;
    const known = statements.get(id);
    if (known) return known;
    const row = `(${columns.map(({ column }, at) => (column.kind === 'same' ? `@c${at}` : '?')).join(', ')})`;
    const statement = connection.prepare(
      `INSERT OR IGNORE INTO ${table} (${columns.map(({ name }) => name).join(', ')}) VALUES ${Array<string>(rows).fill(row).join(', ')}`,
    );
    if (statements.size >= keptStatements) statements.delete(statements.keys().next().value!);
    statements.set(id, statement);
    return statement;
  };

  return (columns: readonly NamedColumn[], rows: number, hear: (part: InsertedPart) => void): void => {
    const same: Record<string, unknown> = {};
    const each: (readonly unknown[])[] = [];
    for (const [at, { column }] of columns.entries()) {
      if (column.kind === 'same') same[`c${at}`] = column.value;
      else each.push(column.values);
    }
    const named = Object.keys(same).length > 0 ? [same] : [];
    const many = rows < statementRows ? undefined : statementFor(columns, statementRows);
    for (let from = 0; from < rows; ) {
      const isMany = from + statementRows <= rows;
      const statement = isMany ? many! : statementFor(columns, 1);
      const to = from + (isMany ? statementRows : 1);
      const bound: unknown[] = [];
      for (let row = from; row < to; row += 1) for (const values of each) bound.push(values[row]);
      const { changes, lastInsertRowid } = statement.run(...bound, ...named);
      hear({ from, to, inserted: changes, lastId: Number(lastInsertRowid) });
      from = to;
    }
  };
};
