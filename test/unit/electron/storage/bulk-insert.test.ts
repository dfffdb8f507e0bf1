import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { createBulkInsert } from '../../../../electron/storage/bulk-insert.ts';
import { createDeferredIndexes } from '../../../../electron/storage/deferred-indexes.ts';
import { openDatabase } from '../../../../electron/storage/database.ts';

const each = (values: readonly unknown[]) => ({ kind: 'each', values }) as const;
const same = (value: unknown) => ({ kind: 'same', value }) as const;

const table = () => {
  const connection = new Sqlite(':memory:');
  connection.exec('CREATE TABLE t (k INTEGER UNIQUE, a TEXT NOT NULL, b TEXT) STRICT');
  return connection;
};

describe('inserting many rows with one statement', () => {
  it('stores every row once, whatever their number and whichever columns have one value', () => {
    const connection = table();
    const insert = createBulkInsert(connection, 't');
    const expected: unknown[] = [];
    let key = 0;
    for (const rows of [0, 1, 19, 20, 21, 40, 137])
      for (const shared of [true, false]) {
        const keys = Array.from({ length: rows }, () => key++);
        const texts = keys.map(String);
        const given = [
          { name: 'k', column: each(keys) },
          { name: 'a', column: shared ? same('one') : each(texts) },
          { name: 'b', column: shared ? each(texts) : same(null) },
        ];
        let inserted = 0;
        insert(given, rows, part => void (inserted += part.inserted));
        expect(inserted).toBe(rows);
        expected.push(...keys.map(k => ({ k, a: shared ? 'one' : String(k), b: shared ? String(k) : null })));
      }
    expect(connection.prepare('SELECT * FROM t ORDER BY k').all()).toEqual(expected);
  });

  it('says of each part how many rows a key stood in the way of', () => {
    const connection = table();
    const insert = createBulkInsert(connection, 't');
    connection.exec("INSERT INTO t VALUES (3, 'x', NULL), (25, 'x', NULL), (41, 'x', NULL)");
    const keys = Array.from({ length: 42 }, (_, k) => k);
    const parts: number[][] = [];
    insert(
      [
        { name: 'k', column: each(keys) },
        { name: 'a', column: same('y') },
      ],
      42,
      ({ from, to, inserted }) => void parts.push([from, to, inserted]),
    );
    expect(parts).toEqual([
      [0, 20, 19],
      [20, 40, 19],
      [40, 41, 1],
      [41, 42, 0],
    ]);
  });

  it('goes on when statements of ever new kinds are asked for', () => {
    const connection = table();
    const insert = createBulkInsert(connection, 't');
    let key = 0;
    for (let kind = 0; kind < 90; kind += 1) {
      // A blank more is the same column and another statement.
      const name = ' '.repeat(kind);
      const column = kind % 2 === 0 ? same('z') : each(['z']);
      insert(
        [
          { name: `k${name}`, column: each([key++]) },
          { name: 'a', column },
        ],
        1,
        () => undefined,
      );
    }
    expect(connection.prepare('SELECT count(*) FROM t').pluck().get()).toBe(90);
  });
});

describe('indexes put off to the end of a large import', () => {
  const names = `SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'orders' ORDER BY name`;

  it('are gone while rows come in and the same again afterwards', () => {
    const database = openDatabase(':memory:', () => new Date(0));
    const { connection } = database;
    const before = connection.prepare(names).all();
    const indexes = createDeferredIndexes(connection);
    indexes.add(49_999);
    expect(connection.prepare(names).all()).toEqual(before);
    indexes.add(1);
    expect(connection.prepare(names).all()).toHaveLength(1);
    indexes.restore();
    expect(connection.prepare(names).all()).toEqual(before);
    database.close();
  });

  it('stay while the library holds more rows than are new', () => {
    const database = openDatabase(':memory:', () => new Date(0));
    const { connection } = database;
    connection.exec(`INSERT INTO imports VALUES (1, 'x');
      INSERT INTO reports (id, import_id, kind, program, measure, file, file_digest, content_digest, rows, refused, warnings)
      VALUES (1, 1, 'k', 'amazon', 'earned', 'f', x'', x'', 1, 0, 0);
      INSERT INTO orders (id, row_key, report_id, line, stream, status, currency, product_id, product_name, items, returned)
      VALUES (70000, x'00', 1, 1, 'offsite', 'settled', 'USD', 'p', 'n', 1, 0)`);
    const before = connection.prepare(names).all();
    const indexes = createDeferredIndexes(connection);
    indexes.add(60_000);
    expect(connection.prepare(names).all()).toEqual(before);
    database.close();
  });
});
