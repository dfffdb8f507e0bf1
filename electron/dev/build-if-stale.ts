import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
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

/** Builds when a source has changed since the last build; throws with the build's own words when that fails. */
export const buildIfStale = async (root: string): Promise<void> => {
  const stamp = join(root, 'out', 'built-from');
  const now = await fingerprint(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  process.stderr.write('Building the app …\n');
  const vite = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const { code, output } = await runProgram(process.execPath, [vite, 'build'], { cwd: root });
  if (code !== 0) throw new Error(`The build failed:\n${output}`);
  writeFileSync(stamp, now);
};
