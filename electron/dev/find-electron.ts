import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasScreen } from '../doors/open-browser.ts';
import { runProgram } from './run-program.ts';

export type FoundElectron =
  | { readonly kind: 'found'; readonly binary: string }
  /** `why`: the first half of the sentence that explains the browser door. */
  | { readonly kind: 'none'; readonly why: string };

export interface Desk {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly isRoot: boolean;
  /** Milliseconds that fetching may take. */
  readonly patience: number;
}

export const thisDesk = (): Desk => ({
  platform: process.platform,
  env: process.env,
  isRoot: process.getuid?.() === 0,
  patience: 180_000,
});

/** Electron's executable where npm has put it, without loading the package, which would start a download. */
const installed = (root: string): string | undefined => {
  const folder = join(root, 'node_modules', 'electron');
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const binary = join(folder, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(binary) ? binary : undefined;
};

/** Finds Electron, or fetches it once, where it could open a window. */
export const findElectron = async (root: string, desk: Desk = thisDesk()): Promise<FoundElectron> => {
  if (!hasScreen(desk.platform, desk.env)) return { kind: 'none', why: 'This machine has no screen' };
  if (desk.platform === 'linux' && desk.isRoot) {
    return { kind: 'none', why: 'Electron’s sandbox does not run as root' };
  }
  const known = installed(root);
  if (known) return { kind: 'found', binary: known };
  process.stderr.write('Fetching Electron (about 110 MB), once …\n');
  // The same as "npx install-electron --no", without another npm in between.
  const script = join(root, 'node_modules', 'electron', 'install.js');
  await runProgram(process.execPath, [script, '--no'], { cwd: root, timeout: desk.patience });
  const fetched = installed(root);
  return fetched
    ? { kind: 'found', binary: fetched }
    : { kind: 'none', why: 'Electron could not be fetched' };
};
