import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FailureError } from '../../../../shared/contract/answer.ts';
import { openDatabase } from '../../../../electron/storage/database.ts';
import {
  applicationId,
  latestVersion,
  migrations,
} from '../../../../electron/storage/migrations/migrations.ts';
import { createScenarioStore } from '../../../../electron/storage/scenario-store.ts';
import { createSettingStore } from '../../../../electron/storage/setting-store.ts';
import { scenario } from './scenario.ts';

const now = () => new Date('2026-11-21T12:00:00Z');

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'forkcast-'));
  file = join(folder, 'forkcast.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A library as the first version wrote it. */
const makeFirstVersion = (more = ''): void => {
  const connection = new Sqlite(file);
  const { version, sql } = migrations[0]!;
  connection.exec(sql);
  connection.pragma(`user_version = ${version}`);
  connection.pragma(`application_id = ${applicationId}`);
  connection.pragma('journal_mode = WAL');
  connection.exec(`
    INSERT INTO imports VALUES (1, '2026-11-01T08:00:00.000Z');
    INSERT INTO reports VALUES (1, 1, 'amazon.fee-earnings', 'amazon', 'earned', 'a.csv', NULL, x'01', x'02', 'USD',
      '2019-12-02', '2019-12-02', '2019-12-02', 1, 0, 0, 179);
    INSERT INTO orders VALUES (1, x'0a', 1, 2, 'offsite', 'settled', 'USD', NULL, '2019-12-02', NULL, NULL, NULL,
      'B00006JSUA', 'Pan', 'Kitchen', NULL, 'tag-20', NULL, NULL, NULL, 1990, 2, 0, 3980, 179, NULL, NULL, NULL);
    INSERT INTO settings VALUES ('window', '{"colorScheme":"dark"}');
    ${more}
  `);
  connection
    .prepare('INSERT INTO scenarios (name, document, changed_at) VALUES (?, ?, ?)')
    .run(scenario.name, JSON.stringify(scenario), '2026-11-01T08:00:00.000Z');
  connection.close();
};

const added: ReadonlySet<string> = new Set(['account', 'row_accounts', 'tracking_ids']);

/** Every row; columns that later versions add are empty in rows of the first, and left out. */
const rowsOf = (path: string): unknown => {
  const connection = new Sqlite(path, { readonly: true });
  try {
    return ['imports', 'reports', 'orders', 'sightings', 'scenarios', 'settings', 'ledger'].map(table =>
      connection
        .prepare<[], Record<string, unknown>>(`SELECT * FROM ${table}`)
        .all()
        .map(row => Object.entries(row).filter(([name, value]) => value !== null || !added.has(name))),
    );
  } finally {
    connection.close();
  }
};

const versionOf = (path: string): unknown => {
  const connection = new Sqlite(path, { readonly: true });
  try {
    return connection.pragma('user_version', { simple: true });
  } finally {
    connection.close();
  }
};

const backups = (): readonly string[] => readdirSync(folder).filter(name => name.endsWith('.backup'));

describe('opening a library of an older version', () => {
  it('brings the schema up to date and keeps every row', () => {
    makeFirstVersion();
    const before = rowsOf(file);
    const database = openDatabase(file, now);
    expect(
      createScenarioStore(database, now)
        .list()
        .map(({ name }) => name),
    ).toEqual([scenario.name]);
    expect(createSettingStore(database).get('window')).toEqual({ colorScheme: 'dark' });
    expect(database.connection.prepare('SELECT count(*) FROM aggregates').pluck().get()).toBe(0);
    database.close();
    expect(versionOf(file)).toBe(latestVersion);
    expect(rowsOf(file)).toEqual(before);
  });

  it('gives it the schema of a new library', () => {
    const schemaOf = (path: string): unknown => {
      const database = openDatabase(path, now);
      try {
        return database.connection
          .prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name')
          .all();
      } finally {
        database.close();
      }
    };
    makeFirstVersion();
    expect(schemaOf(file)).toEqual(schemaOf(join(folder, 'new.db')));
  });

  it('first copies it beside itself: the same rows, the old version, whole', () => {
    makeFirstVersion();
    const before = rowsOf(file);
    openDatabase(file, now).close();
    expect(backups()).toEqual(['forkcast.db.v10-20261121T120000Z.backup']);
    const copy = join(folder, backups()[0]!);
    expect(versionOf(copy)).toBe(10);
    expect(rowsOf(copy)).toEqual(before);
    const connection = new Sqlite(copy, { readonly: true });
    expect(connection.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(connection.pragma('application_id', { simple: true })).toBe(applicationId);
    connection.close();
  });

  it('opens the copy like any library', () => {
    makeFirstVersion();
    openDatabase(file, now).close();
    const database = openDatabase(join(folder, backups()[0]!), now);
    expect(createScenarioStore(database, now).list()).toHaveLength(1);
    database.close();
  });

  it('leaves the old library as it was when a step fails, with its copy', () => {
    makeFirstVersion('CREATE TABLE mappings (in_the_way TEXT) STRICT;');
    const before = rowsOf(file);
    expect(() => openDatabase(file, now)).toThrow(/mappings/u);
    expect([versionOf(file), rowsOf(file)]).toEqual([10, before]);
    const connection = new Sqlite(file, { readonly: true });
    const half = connection.prepare("SELECT name FROM sqlite_schema WHERE name = 'aggregates'").all();
    connection.close();
    expect(half).toEqual([]);
    expect(backups()).toHaveLength(1);
  });

  it('does not touch a damaged one, of which no whole copy can be made', () => {
    makeFirstVersion();
    const bytes = readFileSync(file);
    const pageSize = bytes.readUInt16BE(16);
    for (let page = 2; page * pageSize < bytes.length; page += 1)
      bytes.fill(0xa5, page * pageSize, page * pageSize + 64);
    writeFileSync(file, bytes);
    let failure: unknown;
    try {
      openDatabase(file, now).close();
    } catch (error) {
      failure = error instanceof FailureError ? error.failure : error;
    }
    expect(failure).toEqual({ kind: 'storage', reason: 'damaged', file });
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  it('makes no copy of a library that is up to date or new', () => {
    openDatabase(file, now).close();
    openDatabase(file, now).close();
    expect(backups()).toEqual([]);
  });
});

describe('opening while another connection writes', () => {
  it('reads at once and changes no byte of a library that is up to date', () => {
    openDatabase(file, now).close();
    const other = new Sqlite(file);
    other.exec("BEGIN IMMEDIATE; INSERT INTO settings VALUES ('half', '1')");
    const before = readFileSync(file);
    const started = performance.now();
    const database = openDatabase(file, now);
    expect(createScenarioStore(database, now).list()).toEqual([]);
    expect(createSettingStore(database).get('half')).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(1000);
    expect(readFileSync(file).equals(before)).toBe(true);
    other.exec('COMMIT');
    other.close();
    expect(createSettingStore(database).get('half')).toBe(1);
    database.close();
  });
});
