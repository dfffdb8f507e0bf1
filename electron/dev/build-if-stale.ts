import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { runProgram } from './run-program.ts';

const sources = ['electron', 'renderer', 'shared'];
const files = ['package.json', 'package-lock.json', 'electron.vite.config.ts'];

/** A fingerprint of everything that the build reads: names, sizes and times. */
const fingerprint = async (root: string): Promise<string> => {
  const hash = createHash('sha256');
  const listed = await Promise.all(
    sources.map(async folder => {
      const names = await readdir(join(root, folder), { recursive: true });
      return names.map(name => join(folder, name));
    }),
  );
  for (const name of [...files, ...listed.flat().toSorted()]) {
    const found = await stat(join(root, name)).catch(() => undefined);
    if (found?.isFile()) hash.update(`${name}\0${found.size}\0${found.mtimeMs}\n`);
  }
  return hash.digest('hex');
};

const longestBuild = 120_000;

/** One build at a time: tests in several processes may ask at once. A lock older than any build was left by a killed one. */
const withLock = async (root: string, work: () => Promise<void>): Promise<void> => {
  const lock = join(root, 'node_modules', '.cache', 'forkcast-building');
  mkdirSync(join(lock, '..'), { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch {
      const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
      if (Date.now() - since > longestBuild) rmSync(lock, { recursive: true, force: true });
      await wait(100);
    }
  }
  try {
    await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
};

const stampOf = (root: string): string => join(root, 'out', 'built-from');

const isFresh = (root: string, now: string): boolean =>
  existsSync(stampOf(root)) && readFileSync(stampOf(root), 'utf8') === now;

/** Builds when a source has changed since the last build; throws with the build's own words when that fails. */
export const buildIfStale = async (root: string): Promise<void> => {
  if (isFresh(root, await fingerprint(root))) return;
  await withLock(root, async () => {
    const now = await fingerprint(root);
    if (isFresh(root, now)) return;
    process.stderr.write('Building the app …\n');
    const vite = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
    const { code, output } = await runProgram(process.execPath, [vite, 'build'], { cwd: root });
    if (code !== 0) throw new Error(`The build failed:\n${output}`);
    writeFileSync(stampOf(root), now);
  });
};
