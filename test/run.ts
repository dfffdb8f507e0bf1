import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installPackages, setUpChromium } from '../electron/dev/chromium-setup.ts';
import { runProgram } from '../electron/dev/run-program.ts';
import { findRoot } from '../electron/paths.ts';
import { readPlaywright, readVitest } from './run/read-results.ts';
import { add, closingLine, honest, nothing, type Tally } from './run/tally.ts';

/** Everything, as `npm test` and CI run it: set-up, checks, build, unit and integration tests, browser and Electron. */
const root = findRoot(import.meta.dirname);
const results = join(root, 'test', 'results');

interface Part {
  readonly name: string;
  readonly script: string;
  readonly args: readonly string[];
  /** Counts its tests; a check without tests counts as one. */
  readonly count?: () => Tally;
}

const vitestFile = join(results, 'vitest.json');
const playwrightFile = join(results, 'playwright.json');

const parts: readonly Part[] = [
  { name: 'types', script: 'typescript/bin/tsc', args: ['-b'] },
  {
    name: 'lint and walls',
    script: 'oxlint/bin/oxlint',
    args: ['--type-aware', '--max-warnings', '0'],
  },
  { name: 'format', script: '@biomejs/biome/bin/biome', args: ['format'] },
  { name: 'build', script: '../electron/dev/build.ts', args: [] },
  {
    name: 'unit and integration',
    script: 'vitest/vitest.mjs',
    args: ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${vitestFile}`],
    count: () => readVitest(vitestFile),
  },
  {
    name: 'end to end and smoke',
    script: '@playwright/test/cli.js',
    args: ['test', '--config', join('test', 'playwright.config.ts')],
    count: () => readPlaywright(playwrightFile),
  },
];

const setUp = async (): Promise<void> => {
  const { path, advice } = await setUpChromium();
  if (path === undefined) process.stdout.write(`${advice}\n`);
  const poppler = await runProgram('pdftotext', ['-v']);
  if (poppler.code === null && !(await installPackages('poppler-utils'))) {
    process.stdout.write('The text of PDFs is checked with pdftotext: install poppler (poppler-utils).\n');
  }
};

const run = async ({ name, script, args, count }: Part): Promise<Tally> => {
  process.stdout.write(`\n== ${name}\n`);
  const started = performance.now();
  const program = join(root, 'node_modules', ...script.split('/'));
  const env = { ...process.env, FORKCAST_PLAYWRIGHT_RESULTS: playwrightFile };
  const { code } = await runProgram(process.execPath, [program, ...args], { cwd: root, env, show: true });
  const counted = count?.() ?? { ...nothing, passed: code === 0 ? 1 : 0 };
  const tally = honest(counted, code);
  const seconds = ((performance.now() - started) / 1_000).toFixed(1);
  process.stdout.write(`== ${name}: ${closingLine(tally)} (${seconds} s)\n`);
  return tally;
};

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
await setUp();
let total = nothing;
for (const part of parts) total = add(total, await run(part));
process.stdout.write(`\n${closingLine(total)}\n`);
process.exitCode = total.failed > 0 ? 1 : 0;
