import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportOutcome, ImportPlan } from '../../shared/domain/import-plan.ts';
import { createImports, type ChosenFile, type Imports } from '../../electron/services/imports.ts';
import { openDatabase, type Database } from '../../electron/storage/database.ts';

/** A library in a folder of its own, and a place for files to import. */
export interface Library {
  readonly imports: Imports;
  readonly database: Database;
  write(name: string, content: string | Uint8Array): ChosenFile;
  /** Previews and commits. */
  take(
    ...files: readonly ChosenFile[]
  ): Promise<{ readonly plan: ImportPlan; readonly outcome: ImportOutcome }>;
  close(): Promise<void>;
}

const now = () => new Date('2026-11-21T12:00:00Z');

/** `thread` as the app does it; without, a test of a few rows starts no worker. */
export const openLibrary = ({ thread = false } = {}): Library => {
  const folder = mkdtempSync(join(tmpdir(), 'forkcast-'));
  const database = openDatabase(join(folder, 'forkcast.db'), now);
  const imports = createImports({ database, now, thread });
  let files = 0;
  return {
    imports,
    database,
    write: (name, content) => {
      files += 1;
      const path = join(folder, `${files}-file`);
      writeFileSync(path, content);
      return { name, path };
    },
    take: async (...chosen) => {
      const plan = await imports.preview(chosen);
      return { plan, outcome: await imports.commit(plan.token) };
    },
    close: async () => {
      await imports.close();
      database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

interface Row {
  readonly [column: string]: unknown;
}

const hex = (value: unknown): unknown => (Buffer.isBuffer(value) ? value.toString('hex') : value);
const plain = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).map(([key, value]) => [key, hex(value)]));

/**
 * Everything a library knows, without the ids and times that an order of import leaves behind: the orders with all their words, and for each
 * every report's sighting, whichever of them counts.
 */
export const contentOf = ({ connection }: Database): readonly unknown[] => {
  const orders = connection
    .prepare<[], Row & { id: number; report_id: number; line: number }>(
      'SELECT * FROM orders ORDER BY row_key',
    )
    .all();
  const digestOf = new Map(
    connection
      .prepare<[], { id: number; digest: Buffer }>('SELECT id, content_digest AS digest FROM reports')
      .all()
      .map(({ id, digest }) => [id, digest.toString('hex')]),
  );
  const sightings = connection.prepare<[number], { report_id: number; line: number; payload: string | null }>(
    'SELECT report_id, line, payload FROM sightings WHERE order_id = ?',
  );
  const summed = connection
    .prepare<[], { report_id: number; line: number; document: string }>(
      'SELECT report_id, line, document FROM aggregates',
    )
    .all()
    .map(({ report_id, line, document }) => `${digestOf.get(report_id)}:${line} ${document}`)
    .toSorted();
  const sales = orders.map(({ id, report_id, line, ...words }) => ({
    ...plain(words),
    sightings: [{ report_id, line }, ...sightings.all(id)]
      .map(sighting => `${digestOf.get(sighting.report_id)}:${sighting.line}`)
      .toSorted(),
    versions: [...new Set(sightings.all(id).flatMap(({ payload }) => payload ?? []))].toSorted(),
  }));
  return [...sales, ...summed];
};

export const hashOf = (database: Database): string =>
  createHash('sha256')
    .update(JSON.stringify(contentOf(database)))
    .digest('hex');

/** Every row of every table, for proofs that nothing at all has changed. */
export const tablesOf = ({ connection }: Database): Readonly<Record<string, readonly Row[]>> => {
  const names = connection
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .pluck()
    .all();
  return Object.fromEntries(
    names.map(name => [name, connection.prepare<[], Row>(`SELECT * FROM ${name}`).all().map(plain)]),
  );
};
