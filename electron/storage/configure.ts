import type Sqlite from 'better-sqlite3';

/**
 * `synchronous = FULL` on purpose: better-sqlite3 compiles WAL with NORMAL, which loses acknowledged imports when the power goes.
 */
export const configure = (connection: Sqlite.Database): void => {
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  connection.pragma('trusted_schema = OFF');
  connection.pragma('cell_size_check = ON');
  connection.pragma('busy_timeout = 5000');
};
