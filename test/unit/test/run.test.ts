import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findRoot } from '../../../electron/paths.ts';
import { temporaryFolder } from '../../helpers/temporary.ts';
import { readPlaywright, readVitest } from '../../run/read-results.ts';
import { add, closingLine, honest, nothing } from '../../run/tally.ts';

const root = findRoot(import.meta.dirname);

/** Runs vitest on planted test files in a folder of their own. */
const runPlanted = (files: Readonly<Record<string, string>>) => {
  const folder = temporaryFolder();
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  mkdirSync(join(folder, 'test'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, 'test', name), text);
  const report = join(folder, 'results.json');
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const args = ['run', '--root', folder, '--reporter=json', `--outputFile.json=${report}`];
  const { status } = spawnSync(process.execPath, [vitest, ...args], { cwd: folder, encoding: 'utf8' });
  return honest(readVitest(report), status);
};

const good = `import { it, expect } from 'vitest';\nit('a', () => expect(1).toBe(1));\nit.skip('b', () => {});\n`;

describe('the closing line', () => {
  it('counts a test that fails, one that passes and one that is skipped', () => {
    const bad = `import { it, expect } from 'vitest';\nit('c', () => expect(1).toBe(2));\n`;
    expect(runPlanted({ 'good.test.ts': good, 'bad.test.ts': bad })).toEqual({
      passed: 1,
      failed: 1,
      skipped: 1,
    });
  });

  it('counts a file that cannot be loaded as a failure', () => {
    const broken = `import { missing } from './no-such-file.ts';\nmissing();\n`;
    const tally = runPlanted({ 'good.test.ts': good, 'broken.test.ts': broken });
    expect(tally).toEqual({ passed: 1, failed: 1, skipped: 1 });
  });

  it('counts a run that found no tests, or that left no report, as a failure', () => {
    expect(runPlanted({}).failed).toBe(1);
    expect(honest(readVitest('/no/such/report'), 1)).toEqual({ ...nothing, failed: 1 });
    expect(honest(readPlaywright('/no/such/report'), null)).toEqual({ ...nothing, failed: 1 });
  });

  it('counts a flaky browser test and an error outside of tests as failures', () => {
    const file = join(temporaryFolder(), 'playwright.json');
    const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 2 };
    writeFileSync(file, JSON.stringify({ stats, errors: [{}] }));
    expect(readPlaywright(file)).toEqual({ passed: 3, failed: 3, skipped: 2 });
  });

  it('adds the parts up', () => {
    const sum = add({ passed: 1, failed: 2, skipped: 3 }, { passed: 4, failed: 0, skipped: 1 });
    expect(closingLine(sum)).toBe('5 passed, 2 failed, 4 skipped');
  });
});
