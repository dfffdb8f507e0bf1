import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FailureError } from '../../../shared/contract/answer.ts';
import { createImports } from '../../../electron/services/imports.ts';
import { openDatabase } from '../../../electron/storage/database.ts';
import { writeLargeReport } from '../../helpers/large-report.ts';
import { createRandom } from '../../samples/random.ts';
import type { Check } from './check.ts';

const rows = 60_000;
const mostMillis = 200;
const now = () => new Date('2026-11-21T12:00:00Z');

/** Whether the work ended by the cancel, and how long after it. */
const cancelAfter = async (work: Promise<unknown>, cancel: () => void, delay: number) => {
  let cancelledAt = Number.POSITIVE_INFINITY;
  const timer = setTimeout(() => {
    cancelledAt = performance.now();
    cancel();
  }, delay);
  try {
    await work;
    return { cancelled: false, millis: 0 };
  } catch (error) {
    if (!(error instanceof FailureError) || error.failure.kind !== 'cancelled') throw error;
    return { cancelled: true, millis: performance.now() - cancelledAt };
  } finally {
    clearTimeout(timer);
  }
};

/** I10: cancelled at random moments of reading and writing, no row is left, and the answer comes within 200 ms. */
export const checkCancelled = async (times: number): Promise<Check> => {
  const folder = mkdtempSync(join(tmpdir(), 'forkcast-'));
  const file = { name: 'large.csv', path: join(folder, 'large.csv') };
  await writeLargeReport(file.path, rows);
  const database = openDatabase(join(folder, 'forkcast.db'), now);
  const imports = createImports({ database, now });
  const count = database.connection
    .prepare<[], number>(
      'SELECT (SELECT count(*) FROM orders) + (SELECT count(*) FROM reports) + (SELECT count(*) FROM imports)',
    )
    .pluck();
  const started = performance.now();
  await imports.preview([file]);
  const readMillis = performance.now() - started;
  const random = createRandom(41);
  const faults: string[] = [];
  let [cancelled, slowest] = [0, 0];
  while (cancelled < times) {
    const writing = cancelled % 2 === 1;
    const plan = writing ? await imports.preview([file]) : undefined;
    const work = plan ? imports.commit(plan.token, { run: 'x' }) : imports.preview([file], { run: 'x' });
    const end = await cancelAfter(
      work,
      () => imports.cancel('x'),
      random.uniform() * readMillis * (writing ? 0.2 : 0.9),
    );
    if (!end.cancelled) {
      for (const { importId } of imports.list()) await imports.undo(importId);
      cancelled += Number(writing && random.chance(0.02));
      continue;
    }
    cancelled += 1;
    slowest = Math.max(slowest, end.millis);
    if (count.get() !== 0) faults.push(`rows are left after cancel ${cancelled}`);
    if (end.millis > mostMillis) faults.push(`cancel ${cancelled} took ${Math.round(end.millis)} ms`);
  }
  await imports.close();
  database.close();
  rmSync(folder, { recursive: true, force: true });
  return {
    id: 'I10',
    promise: 'cancelled at any moment: 0 rows left, within 200 ms',
    tried: times,
    faults,
    detail: `slowest ${Math.round(slowest)} ms`,
  };
};
