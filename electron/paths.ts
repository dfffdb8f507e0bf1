import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** Folder of package.json: the checkout, the build's parent, or the package's archive. */
export const findRoot = (from: string): string => {
  if (existsSync(join(from, 'package.json'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('Forkcast cannot find its own package.json.');
  return findRoot(parent);
};

export interface Paths {
  readonly root: string;
  readonly resources: string;
  /** The built window; only this folder is ever served. */
  readonly renderer: string;
  readonly preload: string;
}

/** `packagedResources`: where electron-builder put `resources/`, outside the archive; null when not packaged. */
export const appPaths = (root: string, packagedResources: string | null): Paths => ({
  root,
  resources: join(packagedResources ?? root, 'resources'),
  renderer: join(root, 'out', 'renderer'),
  preload: join(root, 'out', 'preload', 'preload.cjs'),
});

export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly userHome: string;
}

export const thisMachine = (): Machine => ({
  platform: process.platform,
  env: process.env,
  userHome: homedir(),
});

/** One folder for all three doors, so that they see the same reports. FORKCAST_HOME overrides it. */
export const dataFolder = ({ platform, env, userHome }: Machine): string => {
  if (env['FORKCAST_HOME']) return resolve(env['FORKCAST_HOME']);
  if (platform === 'win32') return join(env['APPDATA'] ?? join(userHome, 'AppData', 'Roaming'), 'Forkcast');
  if (platform === 'darwin') return join(userHome, 'Library', 'Application Support', 'Forkcast');
  return join(env['XDG_CONFIG_HOME'] ?? join(userHome, '.config'), 'forkcast');
};
