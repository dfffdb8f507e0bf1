import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FailureError } from '../../../shared/contract/answer.ts';
import { createImports, type ChosenFile, type Imports } from '../../../electron/services/imports.ts';
import { openDatabase, type Database } from '../../../electron/storage/database.ts';
import { writeLargeReport } from '../../helpers/large-report.ts';
import { tablesOf } from '../../integration/library.ts';
import { createRandom } from '../../samples/random.ts';
import type { Check } from './check.ts';

const mostMillis = 200;
/** A cancel can come too late; one that never works must end the check all the same. */
const triesPerCancel = 6;
const now = () => new Date('2026-11-21T12:00:00Z');
const run = 'x';

interface Bench {
  readonly database: Database;
  readonly imports: Imports;
  readonly file: ChosenFile;
  readonly cancel: (imports: Imports) => void;
  readonly uniform: () => number;
}

type Step = 'reading' | 'writing';

/** Starts a step and gives the work that a cancel should end. */
const startStep = async ({ imports, file }: Bench, step: Step): Promise<() => Promise<unknown>> => {
  if (step === 'reading') return () => imports.preview([file], { run });
  const { token } = await imports.preview([file]);
  return () => imports.commit(token, { run });
};

const undoAll = async (imports: Imports): Promise<void> => {
  for (const { importId } of imports.list()) await imports.undo(importId);
};

const millisOf = async (bench: Bench, step: Step): Promise<number> => {
  const start = await startStep(bench, step);
  const started = performance.now();
  await start();
  const millis = performance.now() - started;
  await undoAll(bench.imports);
  return millis;
};

/** How long after the cancel the work ended by it; undefined when it was finished before. */
const cancelAfter = async (
  { imports, cancel }: Bench,
  start: () => Promise<unknown>,
  delay: number,
): Promise<number | undefined> => {
  let cancelledAt = Number.POSITIVE_INFINITY;
  const timer = setTimeout(() => {
    cancelledAt = performance.now();
    cancel(imports);
  }, delay);
  try {
    await start();
    return undefined;
  } catch (error) {
    if (!(error instanceof FailureError) || error.failure.kind !== 'cancelled') throw error;
    return performance.now() - cancelledAt;
  } finally {
    clearTimeout(timer);
  }
};

/** Every table but the ledger, which only counts up. */
const contentOf = (database: Database): string =>
  JSON.stringify({ ...tablesOf(database), ledger: undefined, sqlite_sequence: undefined });

/** Cancels a step at random moments until `quota` cancels have come in time. */
const cancelStep = async (bench: Bench, step: Step, quota: number) => {
  const { database, imports, uniform } = bench;
  // The first run starts threads; a moment after the end cancels nothing.
  const millis = Math.min(await millisOf(bench, step), await millisOf(bench, step));
  const faults: string[] = [];
  const before = contentOf(database);
  let [cancelled, slowest] = [0, 0];
  for (let trial = 0; trial < quota * triesPerCancel && cancelled < quota; trial += 1) {
    const took = await cancelAfter(bench, await startStep(bench, step), uniform() * millis * 0.8);
    if (took === undefined) {
      await undoAll(imports);
      continue;
    }
    cancelled += 1;
    slowest = Math.max(slowest, took);
    if (contentOf(database) !== before) faults.push(`rows are left after cancel ${cancelled} of ${step}`);
    if (took > mostMillis) faults.push(`cancel ${cancelled} of ${step} took ${Math.round(took)} ms`);
  }
  if (cancelled < quota) faults.push(`only ${cancelled} of ${quota} cancels ended the ${step}`);
  return { cancelled, slowest, faults };
};

export interface CancelOptions {
  readonly rows?: number;
  /** How a step is cancelled; a planted defect does nothing. */
  readonly cancel?: (imports: Imports) => void;
}

/**
 * I10: cancelled at random moments, half of reading and half of writing, no row is left, the answer comes within 200 ms, and the library
 * imports as ever. Only work that the cancel ended counts.
 */
export const checkCancelled = async (
  times: number,
  { rows = 60_000, cancel = imports => void imports.cancel(run) }: CancelOptions = {},
): Promise<Check> => {
  const folder = mkdtempSync(join(tmpdir(), 'forkcast-'));
  const file = { name: 'large.csv', path: join(folder, 'large.csv') };
  await writeLargeReport(file.path, rows);
  const database = openDatabase(join(folder, 'forkcast.db'), now);
  const imports = createImports({ database, now });
  const random = createRandom(41);
  const bench: Bench = { database, imports, file, cancel, uniform: () => random.uniform() };
  try {
    const reading = await cancelStep(bench, 'reading', Math.ceil(times / 2));
    const writing = await cancelStep(bench, 'writing', Math.floor(times / 2));
    const { token } = await imports.preview([file]);
    const stored = (await imports.commit(token)).new;
    const after = stored === rows ? [] : [`${stored} of ${rows} rows are imported after the cancels`];
    return {
      id: 'I10',
      promise: 'cancelled at any moment: 0 rows left, within 200 ms',
      tried: reading.cancelled + writing.cancelled,
      faults: [...reading.faults, ...writing.faults, ...after],
      detail: `slowest ${Math.round(Math.max(reading.slowest, writing.slowest))} ms`,
    };
  } finally {
    await imports.close();
    database.close();
    rmSync(folder, { recursive: true, force: true });
  }
};
