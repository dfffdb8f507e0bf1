import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { findRoot } from '../paths.ts';
import { buildIfStale } from './build-if-stale.ts';

/** `npm run build`: from nothing, whatever was there. */
const root = findRoot(import.meta.dirname);
rmSync(join(root, 'out'), { recursive: true, force: true });
try {
  await buildIfStale(root);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
