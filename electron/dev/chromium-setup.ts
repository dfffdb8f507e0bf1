import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from '../pdf/find-chromium.ts';

type Run = (command: string, args: readonly string[]) => boolean;

const quietly: Run = (command, args) => {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return (
    spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env, timeout: 600_000 }).status === 0
  );
};

/** Debian as root is the one place where we may install a system package without asking. */
const mayInstall = (): boolean => existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;

/** Installs Debian packages; false where that cannot or may not be done. */
export const installPackages = (names: readonly string[], run: Run = quietly): boolean =>
  mayInstall() &&
  run('apt-get', ['update', '-qq']) &&
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names]);

/** A Chromium's path, installed first where that is possible; else undefined and the sentence that says what to do. */
export const setUpChromium = async (): Promise<{ path: string | undefined; advice: string }> => {
  const found = await findChromium();
  if (found.path !== undefined || process.env['CHROMIUM_PATH']) return found;
  if (!mayInstall()) return found;
  process.stdout.write('Installing Chromium (apt-get install chromium) …\n');
  installPackages(['chromium']);
  return findChromium();
};
