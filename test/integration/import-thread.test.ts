import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FailureError } from '../../shared/contract/answer.ts';
import { createImports } from '../../electron/services/imports.ts';
import { openDatabase } from '../../electron/storage/database.ts';
import { writeLargeReport } from '../helpers/large-report.ts';
import { checkCancelled } from '../trust/imports/cancelled.ts';

const rows = 12_000;
const now = () => new Date('2026-11-21T12:00:00Z');

let folder: string;
let report: { readonly name: string; readonly path: string };
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'forkcast-'));
  report = { name: 'large.csv', path: join(folder, 'large.csv') };
  await writeLargeReport(report.path, rows);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const open = (onProgress?: Parameters<typeof createImports>[0]['onProgress']) => {
  const database = openDatabase(join(folder, `${Math.random()}.db`), now);
  const imports = createImports({ database, now, ...(onProgress ? { onProgress } : {}) });
  return { database, imports, close: () => imports.close().then(() => database.close()) };
};

const failureOf = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'finished',
    (error: unknown) => (error instanceof FailureError ? error.failure : error),
  );

let library: ReturnType<typeof open>;
let heard: { readonly run: string; readonly rows: number; readonly done: number; readonly total: number }[];
beforeEach(() => {
  heard = [];
  library = open((run, progress) => heard.push({ run, ...progress }));
});
afterEach(() => library.close());

describe('importing in a thread of its own', () => {
  it('tells how far it is, rising to the total', async () => {
    const plan = await library.imports.preview([report], { run: 'a' });
    await library.imports.commit(plan.token, { run: 'b' });
    expect(new Set(heard.map(({ run }) => run))).toEqual(new Set(['a', 'b']));
    const reading = heard.filter(({ run }) => run === 'a');
    expect(reading.length).toBeGreaterThan(2);
    expect(reading.map(({ done }) => done)).toEqual(
      reading.map(({ done }) => done).toSorted((a, b) => a - b),
    );
    expect(reading.every(({ done, total }) => done <= total)).toBe(true);
    expect([...library.imports.orders()]).toHaveLength(rows);
  });

  it('leaves the calling thread free: it spends little of the time that reading and writing take', async () => {
    const [own, all] = [process.threadCpuUsage(), process.cpuUsage()];
    const plan = await library.imports.preview([report]);
    await library.imports.commit(plan.token);
    const spent = process.threadCpuUsage(own);
    const whole = process.cpuUsage(all);
    expect(spent.user + spent.system).toBeLessThan((whole.user + whole.system) / 4);
  });

  it('says so when there is nothing to cancel', () => {
    expect(library.imports.cancel('nothing')).toEqual({ cancelled: false });
  });

  it('gives the same failures as it would here', async () => {
    expect(await failureOf(library.imports.commit('unknown'))).toEqual({ kind: 'plan-expired' });
    expect(await failureOf(library.imports.undo(99))).toMatchObject({ kind: 'not-found' });
  });
});

describe('cancelling', () => {
  /** Under the load of other tests an answer may take longer; how long is measured by `npm run trust -- import`. */
  const lasting = (faults: readonly string[]): readonly string[] =>
    faults.filter(fault => !/ took \d+ ms$/u.test(fault));

  it('leaves nothing at six moments of reading and six of writing', async () => {
    const { tried, faults } = await checkCancelled(12, { rows });
    expect(lasting(faults)).toEqual([]);
    expect(tried).toBe(12);
  }, 120_000);

  it('is noticed when it does nothing: work that was finished is no cancel', async () => {
    const { tried, faults } = await checkCancelled(2, { rows: 1000, cancel: () => {} });
    expect(tried).toBe(0);
    expect(faults).toEqual([
      'only 0 of 1 cancels ended the reading',
      'only 0 of 1 cancels ended the writing',
    ]);
  }, 60_000);
});
