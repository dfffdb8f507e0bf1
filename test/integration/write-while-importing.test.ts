import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { question } from '../../electron/doors/question.ts';
import { createImports } from '../../electron/services/imports.ts';
import { openDatabase } from '../../electron/storage/database.ts';
import { writeLargeReport } from '../helpers/large-report.ts';
import { openTestApp } from '../helpers/open-test-app.ts';
import { temporaryFolder } from '../helpers/temporary.ts';

it('a write of the window waits for an import without holding the window, and is not refused', async () => {
  const path = join(temporaryFolder(), 'large.csv');
  await writeLargeReport(path, 60_000);
  const app = await openTestApp();
  const { id } = await app.offer(path, 'large.csv');
  const { token } = await question(app, 'report.preview', { files: [id] });
  let longest = 0;
  let before = performance.now();
  const timer = setInterval(() => {
    const at = performance.now();
    longest = Math.max(longest, at - before);
    before = at;
  }, 1);
  const started = performance.now();
  const order: string[] = [];
  const commit = question(app, 'report.commit', { token }).then(() => order.push('import'));
  const saved = question(app, 'scenario.create', { from: 'priors', market: 'US', save: true });
  await Promise.all([commit, saved.then(() => order.push('scenario'))]);
  clearInterval(timer);
  expect(order).toEqual(['import', 'scenario']);
  expect(longest).toBeLessThan((performance.now() - started) / 2);
}, 60_000);

it('after a cancelled import nothing bars a write once it is said to be idle', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'large.csv');
  await writeLargeReport(path, 60_000);
  const file = join(folder, 'forkcast.db');
  const database = openDatabase(file, () => new Date());
  const begun = Promise.withResolvers<void>();
  let isWriting = false;
  const onProgress = (): void => {
    if (isWriting) begun.resolve();
  };
  const imports = createImports({ database, now: () => new Date(), onProgress });
  const { token } = await imports.preview([{ name: 'large.csv', path }]);
  isWriting = true;
  const commit = imports.commit(token, { run: 'a' }).catch((error: unknown) => error);
  await begun.promise;
  imports.cancel('a');
  expect(await commit).toMatchObject({ failure: { kind: 'cancelled' } });
  await imports.idle();
  const other = new Sqlite(file, { timeout: 0 });
  other.exec("BEGIN IMMEDIATE; INSERT INTO settings VALUES ('a', '1'); COMMIT");
  expect(imports.list()).toEqual([]);
  other.close();
  await imports.close();
  database.close();
}, 60_000);
