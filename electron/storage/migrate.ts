import { rmSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { FailureError } from '../../shared/contract/answer.ts';
import { configure } from './configure.ts';
import { applicationId, latestVersion, migrations } from './migrations/migrations.ts';

const versionOf = (connection: Sqlite.Database): number =>
  connection.pragma('user_version', { simple: true }) as number;

/** Copies the database beside itself before its schema changes, and proves the copy readable. */
const backUp = (connection: Sqlite.Database, file: string, now: () => Date): void => {
  const stamp = now()
    .toISOString()
    .replaceAll(/[-:]|\.\d+/g, '');
  const copy = `${file}.v${versionOf(connection)}-${stamp}.backup`;
  rmSync(copy, { force: true });
  connection.prepare('VACUUM INTO ?').run(copy);
  const check = new Sqlite(copy, { readonly: true });
  try {
    if (check.pragma('integrity_check', { simple: true }) !== 'ok')
      throw new FailureError({ kind: 'storage', reason: 'damaged', file });
  } finally {
    check.close();
  }
};

const upgrade = (
  connection: Sqlite.Database,
  before: number,
  { file, now }: { readonly file: string; readonly now: () => Date },
): void => {
  if (before > 0) backUp(connection, file, now);
  // The first schema is written in rollback mode so that the file's own header says whose it is from the start.
  connection
    .transaction(() => {
      for (const { version, sql } of migrations)
        if (version > versionOf(connection)) {
          connection.exec(sql);
          connection.pragma(`user_version = ${version}`);
        }
      if (before === 0) connection.pragma(`application_id = ${applicationId}`);
    })
    .exclusive();
};

/** Applies every missing migration in one transaction: all of them or none. A file that is up to date is not written to. */
export const migrate = (connection: Sqlite.Database, file: string, now: () => Date): void => {
  connection.pragma('busy_timeout = 5000');
  const before = versionOf(connection);
  if (before > latestVersion) throw new FailureError({ kind: 'storage', reason: 'newer-version', file });
  if (before < latestVersion) upgrade(connection, before, { file, now });
  configure(connection);
};
