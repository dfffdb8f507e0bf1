import { existsSync } from 'node:fs';
import { findChromium, type FoundChromium } from '../pdf/find-chromium.ts';
import { runProgram } from './run-program.ts';

/** Debian as root is the one place where a system package is installed without asking. */
const mayInstall = (): boolean => existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;

const aptGet = async (...args: readonly string[]): Promise<boolean> => {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { code, output } = await runProgram('apt-get', args, { env, timeout: 600_000 });
  if (code !== 0) process.stderr.write(output);
  return code === 0;
};

/** Installs Debian packages; false where that cannot or may not be done. */
export const installPackages = async (...names: readonly string[]): Promise<boolean> => {
  if (!mayInstall()) return false;
  process.stderr.write(`Installing ${names.join(' and ')} (apt-get), once …\n`);
  return (await aptGet('update', '-qq')) && (await aptGet('install', '-y', '-qq', ...names));
};

/** A Chromium's path, installed first where that is possible; else undefined and the sentence that says what to do. */
export const setUpChromium = async (): Promise<FoundChromium> => {
  const found = await findChromium();
  if (found.path !== undefined || process.env['CHROMIUM_PATH']) return found;
  return (await installPackages('chromium')) ? findChromium() : found;
};
