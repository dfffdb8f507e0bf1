import { execFileSync } from 'node:child_process';
import { closeSync, constants, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { FailureError } from '../../shared/contract/answer.ts';
import { createImports } from '../../electron/services/imports.ts';
import { openDatabase } from '../../electron/storage/database.ts';
import { largeReportRows } from '../helpers/large-report.ts';
import { temporaryFolder } from '../helpers/temporary.ts';
import { zipOf } from '../helpers/zip-of.ts';

const now = () => new Date('2026-11-21T12:00:00Z');
const header =
  'Category,Name,ASIN,Seller,Tracking ID,Date Shipped,Price($),Items Shipped,Returns,Revenue($),Ad Fees($),Device Type Group,Direct,Marketplace,Link Type,Subtag';
const reportOf = (rows: number): string => [header, ...largeReportRows(rows), ''].join('\n');
const silent = `Category,Name,ASIN,Seller,Tracking ID,Date Shipped,Price,Items Shipped,Returns,Revenue,Ad Fees,Device Type Group
Kitchen & Dining,Whisk,B000000001,Amazon,me-20,2026-08-03,10.00,1,0,10.00,0.45,Phone
`;

let folder: string;
let library: { imports: ReturnType<typeof createImports>; file: string; close: () => Promise<void> };

beforeEach(() => {
  folder = temporaryFolder();
  const file = join(folder, 'forkcast.db');
  const database = openDatabase(file, now);
  const imports = createImports({ database, now });
  let closing: Promise<void> | undefined;
  const close = () => (closing ??= imports.close().then(() => database.close()));
  onTestFinished(close);
  library = { imports, file, close };
});

const chosen = (name: string, content: string | Buffer) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return { name, path };
};

const failureOf = (error: unknown): unknown => (error instanceof FailureError ? error.failure : error);

describe('a large file of which only one table was stored', () => {
  it('still asks for the other one, and is known only when both are stored', async () => {
    const both = chosen(
      'both.zip',
      zipOf([
        { name: 'a.csv', content: Buffer.from(reportOf(24_000)), stored: true },
        { name: 'b.csv', content: Buffer.from(silent), stored: true },
      ]),
    );
    const first = await library.imports.preview([both]);
    expect(first.questions).toHaveLength(1);
    await library.imports.commit(first.token);
    const again = await library.imports.preview([both]);
    expect(again.questions).toEqual(first.questions);
    const answers = { [again.questions![0]!.id]: { kind: 'currency', currency: 'USD' } } as const;
    await library.imports.commit((await library.imports.preview([both], { answers })).token);
    const known = await library.imports.preview([both]);
    expect(known.questions ?? []).toEqual([]);
    expect(known.reports.map(report => report.new)).toEqual([0, 0]);
  });
});

describe('what cannot be read', () => {
  it('is the report’s fault and never the library’s: a folder', async () => {
    mkdirSync(join(folder, 'reports.csv'));
    const plan = await library.imports.preview([{ name: 'reports.csv', path: join(folder, 'reports.csv') }]);
    expect(plan).toMatchObject({
      reports: [],
      problems: [{ file: 'reports.csv', reason: 'unreadable-file' }],
    });
  });
});

describe('a file in which reading is stuck', () => {
  it.skipIf(process.platform === 'win32')(
    'can be given up, and the next file is read',
    async () => {
      const path = join(folder, 'pipe.csv');
      execFileSync('mkfifo', [path]);
      const work = library.imports.preview([{ name: 'pipe.csv', path }], { run: 'a' }).catch(failureOf);
      await setTimeout(500);
      library.imports.cancel('a');
      expect(await work).toEqual({ kind: 'cancelled' });
      const next = library.imports.preview([chosen('a.csv', reportOf(20))]);
      const late = setTimeout(10_000, 'late', { ref: false });
      const first = await Promise.race([next, late]);
      // Whoever still waits for the pipe gets its end.
      closeSync(openSync(path, constants.O_RDWR | constants.O_NONBLOCK));
      expect(first).toMatchObject({ reports: [{ new: 20 }] });
    },
    30_000,
  );
});

describe('a library that another program holds', () => {
  it('refuses the commit as busy and takes the same plan once it is free', async () => {
    const { token } = await library.imports.preview([chosen('a.csv', reportOf(20))]);
    const other = new Database(library.file);
    other.exec('BEGIN IMMEDIATE');
    const refused = await library.imports.commit(token).catch(failureOf);
    expect(refused).toMatchObject({ kind: 'storage', reason: 'busy' });
    other.exec('ROLLBACK');
    other.close();
    expect((await library.imports.commit(token)).new).toBe(20);
  });
});

describe('closing', () => {
  it('ends an import under way as cancelled instead of waiting for it', async () => {
    let rows = 0;
    const begun = Promise.withResolvers<void>();
    const onProgress = (_: string, progress: { readonly rows: number }): void => {
      rows = progress.rows;
      if (rows > 0) begun.resolve();
    };
    const file = chosen('long.csv', reportOf(60_000));
    const database = openDatabase(join(folder, 'other.db'), now);
    const imports = createImports({ database, now, onProgress });
    const work = imports.preview([file], { run: 'a' }).catch(failureOf);
    await begun.promise;
    await imports.close();
    database.close();
    expect(await work).toEqual({ kind: 'cancelled' });
    expect(rows).toBeLessThan(60_000);
  });
});
