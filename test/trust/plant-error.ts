import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PlantedError } from '../helpers/planted-errors.ts';

const root = join(import.meta.dirname, '../..');

/** A folder for copies of the engine, gone once `use` is done. */
const inFolder = <Result>(use: (folder: string) => Result): Result => {
  const folder = mkdtempSync(join(tmpdir(), 'forkcast-planted-'));
  try {
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Names of the checks that a copy of the engine with the error fails, with closed forms over `seeds` seeds. */
export const failuresWith = ({ file, find, put }: PlantedError, seeds: number): string[] =>
  inFolder(folder => {
    const shared = join(folder, 'shared');
    cpSync(join(root, 'shared'), shared, { recursive: true });
    const path = join(shared, 'engine', file);
    const source = readFileSync(path, 'utf8');
    if (source.split(find).length !== 2) throw new Error(`"${find}" does not stand once in ${file}`);
    writeFileSync(
      path,
      source.replace(find, () => put),
    );
    const script = join(root, 'test/trust/check-engine-copy.ts');
    const out = execFileSync(process.execPath, [script, shared, String(seeds)], { encoding: 'utf8' });
    return JSON.parse(out) as string[];
  });

/** Plants every error in turn and says which one its named check catches. */
export const withPlantedErrors = (
  errors: readonly PlantedError[],
  seeds: number,
): { readonly name: string; readonly caught: boolean }[] =>
  errors.map(error => ({
    name: error.name,
    caught: failuresWith(error, seeds).includes(error.caughtBy),
  }));
