import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createImports, type ChosenFile, type Imports } from '../../../electron/services/imports.ts';
import { openDatabase, type Database } from '../../../electron/storage/database.ts';

/** What one promise was measured to keep. */
export interface Check {
  readonly id: string;
  readonly promise: string;
  readonly tried: number;
  readonly faults: readonly string[];
  readonly detail?: string;
}

/** A library in memory for thousands of small imports, with one file to overwrite. */
export interface Bench {
  readonly imports: Imports;
  readonly database: Database;
  write(bytes: Uint8Array): ChosenFile;
  close(): Promise<void>;
}

const now = () => new Date('2026-11-21T12:00:00Z');

export const openBench = (): Bench => {
  const folder = mkdtempSync(join(tmpdir(), 'forkcast-'));
  const database = openDatabase(':memory:', now);
  const imports = createImports({ database, now });
  const path = join(folder, 'file');
  return {
    imports,
    database,
    write: bytes => {
      writeFileSync(path, bytes);
      return { name: 'file', path };
    },
    close: async () => {
      await imports.close();
      database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
