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

/** What a script says of a copy of `shared` with the error in it; its arguments are the copy's folder, then `args`. */
export const saidOf = (
  { file, find, put }: Pick<PlantedError, 'file' | 'find' | 'put'>,
  script: string,
  args: readonly string[],
): unknown =>
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
    const out = execFileSync(process.execPath, [join(root, script), shared, ...args], { encoding: 'utf8' });
    return JSON.parse(out);
  });

/** Names of the checks that a copy of the engine with the error fails, with closed forms over `seeds` seeds. */
export const failuresWith = (error: PlantedError, seeds: number): string[] =>
  saidOf(error, 'test/trust/check-engine-copy.ts', [String(seeds)]) as string[];

/** Plants every error in turn and says which one its named check catches. */
export const withPlantedErrors = (
  errors: readonly PlantedError[],
  seeds: number,
): { readonly name: string; readonly caught: boolean }[] =>
  errors.map(error => ({
    name: error.name,
    caught: failuresWith(error, seeds).includes(error.caughtBy),
  }));
