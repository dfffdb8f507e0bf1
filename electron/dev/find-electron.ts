import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasScreen } from '../doors/open-browser.ts';
import { runProgram } from './run-program.ts';

export type FoundElectron =
  | { readonly kind: 'found'; readonly binary: string }
  /** `why`: the first half of the sentence that explains the browser door. */
  | { readonly kind: 'none'; readonly why: string };

/** Electron's executable where npm has put it, without loading the package, which would start a download. */
const installed = (root: string): string | undefined => {
  const folder = join(root, 'node_modules', 'electron');
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const binary = join(folder, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(binary) ? binary : undefined;
};

const patience = 180_000;

/** Finds Electron, or fetches it once, where it could open a window. */
export const findElectron = async (root: string): Promise<FoundElectron> => {
  if (!hasScreen(process.platform, process.env)) return { kind: 'none', why: 'This machine has no screen' };
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    return { kind: 'none', why: 'Electron’s sandbox does not run as root' };
  }
  const known = installed(root);
  if (known) return { kind: 'found', binary: known };
  process.stderr.write('Fetching Electron (about 110 MB), once …\n');
  const script = join(root, 'node_modules', 'electron', 'install.js');
  await runProgram(process.execPath, [script, '--no'], { cwd: root, timeout: patience });
  const fetched = installed(root);
  if (fetched) return { kind: 'found', binary: fetched };
  return { kind: 'none', why: 'Electron could not be fetched' };
};
