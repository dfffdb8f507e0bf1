import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { readTables } from '../../../electron/importers/read-table/read-tables.ts';
import type { Check } from './check.ts';
import { measurePreview } from './measure-preview.ts';

const mostMillis = 10_000;
const mostMegabytes = 512;

/**
 * Folders of files that others made to break readers: those that packages of ours ship, and those named in FORKCAST_PUBLIC_FILES
 * (`npm pack csv-spectrum`, a checkout of a reader's tests), several divided by colons. Nothing is downloaded.
 */
const folders = (): readonly string[] => [
  join(import.meta.dirname, '../../../node_modules/papaparse/tests'),
  ...(process.env.FORKCAST_PUBLIC_FILES ?? '').split(':').filter(folder => folder !== ''),
];

const filesOf = (folder: string): readonly string[] =>
  globSync('**/*.{csv,tsv,txt,xlsx,xlsm,xls,zip,gz,xml}', { cwd: folder })
    .map(name => join(folder, name))
    .filter(path => statSync(path).isFile())
    .toSorted();

const recordsSchema = z.array(z.record(z.string(), z.string()));

const cellsOf = async (path: string): Promise<readonly (readonly string[])[]> => {
  const bytes = readFileSync(path);
  const stream = async function* () {
    yield bytes;
  };
  const [table] = await readTables({ name: basename(path), size: bytes.length, stream });
  const cells: (readonly string[])[] = [];
  for await (const rows of table!.rows()) cells.push(...rows.map(row => row.cells));
  return cells;
};

/** csv-spectrum says beside each file what is in it; the fault, if it reads otherwise. */
const misread = async (path: string): Promise<string | undefined> => {
  const said = join(path, '../../json', `${basename(path, '.csv')}.json`);
  if (!existsSync(said)) return undefined;
  const [header = [], ...rows] = await cellsOf(path);
  const found = rows.map(row => Object.fromEntries(header.map((name, at) => [name, row[at] ?? ''])));
  // A quoted line end is a line end, however it is written.
  const plain = (value: unknown): string =>
    JSON.stringify(value).replaceAll(String.raw`\r\n`, String.raw`\n`);
  const expected = recordsSchema.safeParse(JSON.parse(readFileSync(said, 'utf8')));
  if (!expected.success) return undefined;
  return plain(found) === plain(expected.data) ? undefined : `reads ${plain(found)}`;
};

const judge = async (path: string): Promise<readonly string[]> => {
  try {
    const { millis, megabytes, polluted } = await measurePreview(path);
    const wrong = await misread(path);
    return [
      ...(millis > mostMillis ? [`takes ${Math.round(millis)} ms`] : []),
      ...(megabytes > mostMegabytes ? [`takes ${Math.round(megabytes)} MB`] : []),
      ...(polluted.length > 0 ? [`puts ${polluted.join(', ')} on every object`] : []),
      ...(wrong === undefined ? [] : [wrong]),
    ];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
};

/** I2: public files made to break readers: no crash, no hang, no pollution, and read as their makers say. */
export const checkPublicFiles = async (given: readonly string[] = folders()): Promise<Check> => {
  const files = given.flatMap(filesOf);
  const faults: string[] = [];
  for (const path of files) faults.push(...(await judge(path)).map(fault => `${path}: ${fault}`));
  return {
    id: 'I2',
    promise: 'public nasty files: no crash, no hang, no pollution',
    tried: files.length,
    faults,
    detail:
      process.env.FORKCAST_PUBLIC_FILES === undefined
        ? 'more with FORKCAST_PUBLIC_FILES'
        : 'with given folders',
  };
};
