import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

const now = () => new Date('2026-11-21T12:00:00Z');

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'forkcast-'));
  file = join(folder, 'forkcast.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const refusal = (): unknown => {
  try {
    openDatabase(file, now).close();
    return undefined;
  } catch (error) {
    return error instanceof FailureError ? error.failure : error;
  }
};

const make = (application: number, version: number): Buffer => {
  rmSync(file, { force: true });
  const other = new Sqlite(file);
  other.exec('CREATE TABLE t (x)');
  other.pragma(`application_id = ${application}`);
  other.pragma(`user_version = ${version}`);
  other.close();
  return readFileSync(file);
};

describe('the database', () => {
  it('is created with WAL, synchronous FULL, foreign keys and our mark, and opens again unchanged', () => {
    const database = openDatabase(file, now);
    const pragma = (name: string): unknown => database.connection.pragma(name, { simple: true });
    expect(
      ['journal_mode', 'synchronous', 'foreign_keys', 'application_id', 'user_version'].map(pragma),
    ).toEqual(['wal', 2, 1, applicationId, latestVersion]);
    database.close();
    const before = readFileSync(file);
    openDatabase(file, now).close();
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('has exactly the schema that its migrations say', () => {
    const database = openDatabase(file, now);
    const schema = database.connection
      .prepare<[], { type: string; name: string; tbl_name: string }>(
        "SELECT type, name, tbl_name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name",
      )
      .all()
      .map(({ type, name, tbl_name }) => `${type} ${name} on ${tbl_name}`);
    const columns = database.connection
      .prepare<[], string>("SELECT group_concat(name || ' ' || type, ', ') FROM pragma_table_info('orders')")
      .pluck()
      .get();
    database.close();
    expect(schema).toMatchInlineSnapshot(`
      [
        "index aggregates_of_key on aggregates",
        "index aggregates_of_report on aggregates",
        "index comparisons_of_scenario on comparisons",
        "index orders_of_product on orders",
        "index orders_of_report on orders",
        "index reports_of_import on reports",
        "index sightings_of_report on sightings",
        "table aggregates on aggregates",
        "table comparisons on comparisons",
        "table corrections on corrections",
        "table imports on imports",
        "table ledger on ledger",
        "table mappings on mappings",
        "table orders on orders",
        "table reports on reports",
        "table scenarios on scenarios",
        "table settings on settings",
        "table sightings on sightings",
      ]
    `);
    expect(columns).toMatchInlineSnapshot(
      `"id INTEGER, row_key BLOB, report_id INTEGER, line INTEGER, stream TEXT, status TEXT, currency TEXT, ordered_on TEXT, shipped_on TEXT, settled_on TEXT, order_id TEXT, sku_id TEXT, product_id TEXT, product_name TEXT, category TEXT, seller TEXT, tracking_id TEXT, content_id TEXT, content_type TEXT, direct INTEGER, price INTEGER, items INTEGER, returned INTEGER, base INTEGER, commission INTEGER, estimated_base INTEGER, estimated_commission INTEGER, rate_ppm INTEGER, account TEXT"`,
    );
  });

  it('keeps every table strict', () => {
    const database = openDatabase(file, now);
    const loose = database.connection
      .prepare(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
      )
      .all();
    database.close();
    expect(loose).toEqual([]);
  });

  it('numbers migrations in steps of ten', () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => (index + 1) * 10));
  });

  it('takes an empty file for a new database', () => {
    writeFileSync(file, '');
    expect(refusal()).toBeUndefined();
  });

  it.each([
    ['a text', Buffer.from('Category,Name\n'.repeat(50))],
    ['a few bytes', Buffer.from('SQLite format 3\0')],
    ['zeros', Buffer.alloc(8192)],
  ])('refuses %s in its place and leaves it byte for byte', (_, content) => {
    writeFileSync(file, content);
    expect(refusal()).toEqual({ kind: 'storage', reason: 'foreign-database', file });
    expect(readFileSync(file).equals(content)).toBe(true);
    expect(readdirSync(folder)).toEqual(['forkcast.db']);
  });

  it('refuses another program’s database and a newer one of ours, and leaves both byte for byte', () => {
    for (const [application, version, reason] of [
      [0, 0, 'foreign-database'],
      [42, 10, 'foreign-database'],
      [applicationId, latestVersion + 10, 'newer-version'],
    ] as const) {
      const content = make(application, version);
      expect(refusal()).toEqual({ kind: 'storage', reason, file });
      expect(readFileSync(file).equals(content)).toBe(true);
    }
  });

  it('refuses a newer version that only the write-ahead log knows of', () => {
    const database = openDatabase(file, now);
    database.connection.pragma('wal_checkpoint(TRUNCATE)');
    database.connection.pragma(`user_version = ${latestVersion + 10}`);
    const copy = join(folder, 'copy.db');
    copyFileSync(file, copy);
    copyFileSync(`${file}-wal`, `${copy}-wal`);
    database.close();
    file = copy;
    const content = readFileSync(file);
    expect(refusal()).toMatchObject({ reason: 'newer-version' });
    expect(readFileSync(file).equals(content)).toBe(true);
  });

  it('says that a folder in its place cannot be used instead of failing with a code', () => {
    file = folder;
    expect(refusal()).toEqual({ kind: 'storage', reason: 'read-only', file });
  });
});
