import type Sqlite from 'better-sqlite3';
import type { Problem } from '../../shared/domain/report.ts';

/** What was wrong with the files of one plan: a broken report has as many problems as rows, too many to hold in memory. */
export const createProblemTable = (connection: Sqlite.Database, bareName: string) => {
  const name = `temp.${bareName}`;
  connection.exec(`CREATE TABLE ${name} (seq INTEGER PRIMARY KEY, document TEXT NOT NULL)`);
  const insert = connection.prepare(`INSERT INTO ${name} (document) VALUES (?)`);
  const page = connection
    .prepare<[number, number], string>(`SELECT document FROM ${name} WHERE seq > ? ORDER BY seq LIMIT ?`)
    .pluck();
  return {
    add: (problems: readonly Problem[]): void =>
      connection.transaction(() => {
        for (const problem of problems) insert.run(JSON.stringify(problem));
      })(),
    page: (offset: number, limit: number): readonly Problem[] =>
      page.all(offset, limit).map(document => JSON.parse(document) as Problem),
    drop: () => void connection.exec(`DROP TABLE IF EXISTS ${name}`),
  };
};
