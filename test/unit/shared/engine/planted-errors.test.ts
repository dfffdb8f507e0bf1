import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simulate } from '../../../../shared/engine/simulate.ts';
import { plantedErrors, type PlantedError } from '../../../helpers/planted-errors.ts';
import { failingChecks } from '../../../trust/failing-checks.ts';

const root = join(import.meta.dirname, '../../../..');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'forkcast-planted-'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Names of the checks that a copy of the engine with the error fails. */
const failuresOf = ({ file, find, put }: PlantedError): string[] => {
  const shared = join(folder, 'shared');
  cpSync(join(root, 'shared'), shared, { recursive: true });
  const path = join(shared, 'engine', file);
  const source = readFileSync(path, 'utf8');
  expect(source.split(find)).toHaveLength(2);
  writeFileSync(
    path,
    source.replace(find, () => put),
  );
  const out = execFileSync(process.execPath, [join(root, 'test/trust/check-engine-copy.ts'), shared, '5'], {
    encoding: 'utf8',
  });
  return JSON.parse(out) as string[];
};

describe('checks of the engine', () => {
  it('all hold for the engine: on paper, and 61 closed forms within 4 standard errors', {
    timeout: 60_000,
  }, () => {
    expect(failingChecks(simulate, 10)).toEqual([]);
  });

  it.each(plantedErrors)('notice $name', { timeout: 60_000 }, error => {
    expect(failuresOf(error)).toContain(error.caughtBy);
  });
});
