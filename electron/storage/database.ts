import { existsSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { FailureError } from '../../shared/contract/answer.ts';
import { migrate } from './migrate.ts';
import { refuseForeign } from './refuse-foreign.ts';
import { storageFailure } from './storage-failure.ts';

/** The open database. Only stores look inside. */
export interface Database {
  readonly file: string;
  readonly sqliteVersion: string;
  readonly connection: Sqlite.Database;
  close(): void;
}

/** SQLite before 3.51.3 can corrupt a WAL that two connections reset at once. */
const oldestSqlite = [3, 51, 3] as const;

const isTooOld = (version: string): boolean => {
  const parts = version.split('.').map(Number);
  const differing = oldestSqlite.findIndex((least, index) => parts[index] !== least);
  return differing !== -1 && (parts[differing] ?? 0) < oldestSqlite[differing]!;
};

/**
 * Opens or creates the database and brings its schema up to date.
 * Throws a `storage` failure, leaving the file untouched, when it is newer than this version or not ours.
 */
export const openDatabase = (file: string, now: () => Date): Database => {
  const inMemory = file === ':memory:';
  if (!inMemory && existsSync(file)) refuseForeign(file);
  let connection: Sqlite.Database | undefined;
  try {
    connection = new Sqlite(file);
    const sqliteVersion = connection.prepare('SELECT sqlite_version()').pluck().get() as string;
    if (isTooOld(sqliteVersion)) throw new Error(`SQLite ${sqliteVersion} is too old to be safe`);
    migrate(connection, file, now);
    const open = connection;
    return { file, sqliteVersion, connection: open, close: () => void open.close() };
  } catch (error) {
    connection?.close();
    throw error instanceof FailureError ? error : storageFailure(error, file);
  }
};
