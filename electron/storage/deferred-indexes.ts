import type Sqlite from 'better-sqlite3';

/** From here on keeping the indexes up to date row by row costs more than sorting all rows once. */
const fromRows = 50_000;

interface IndexDefinition {
  readonly name: string;
  readonly sql: string;
}

/**
 * Drops the plain indexes of `orders` once a large import has more new rows than the library had, and builds them again at its end: half
 * the work of SQLite. All within the caller's transaction, so that nobody ever sees the library without them.
 */
export const createDeferredIndexes = (connection: Sqlite.Database) => {
  const stored = connection.prepare<[], number>('SELECT coalesce(max(id), 0) FROM orders').pluck().get()!;
  let dropped: readonly IndexDefinition[] = [];
  let added = 0;
  return {
    /** To be told of new rows. */
    add: (rows: number): void => {
      added += rows;
      if (dropped.length > 0 || added < fromRows || added < stored) return;
      dropped = connection
        .prepare<[], IndexDefinition>(
          `SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'orders' AND sql IS NOT NULL`,
        )
        .all();
      for (const { name } of dropped) connection.exec(`DROP INDEX ${name}`);
    },
    restore: (): void => {
      for (const { sql } of dropped) connection.exec(sql);
      dropped = [];
    },
  };
};
