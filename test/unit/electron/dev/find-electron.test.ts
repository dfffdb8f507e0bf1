import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findElectron, type Desk } from '../../../../electron/dev/find-electron.ts';
import { temporaryFolder } from '../../../helpers/temporary.ts';

const desk: Desk = { platform: 'linux', env: { DISPLAY: ':0' }, isRoot: false, patience: 20_000 };

/** A checkout whose electron package has only its installer. */
const plantPackage = (installer: string): string => {
  const root = temporaryFolder();
  const folder = join(root, 'node_modules', 'electron');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"type":"commonjs"}');
  writeFileSync(join(folder, 'install.js'), `require('fs').writeFileSync('tried', '');${installer}`);
  return root;
};

const install = `
  const fs = require('fs');
  fs.mkdirSync(__dirname + '/dist');
  fs.writeFileSync(__dirname + '/dist/electron', '');
  fs.writeFileSync(__dirname + '/path.txt', 'electron');`;

describe('finding Electron', () => {
  it('fetches it once, and takes it from then on', async () => {
    const root = plantPackage(install);
    const binary = join(root, 'node_modules', 'electron', 'dist', 'electron');
    expect(await findElectron(root, desk)).toEqual({ kind: 'found', binary });
    writeFileSync(join(root, 'node_modules', 'electron', 'install.js'), 'process.exit(1)');
    expect(await findElectron(root, desk)).toEqual({ kind: 'found', binary });
  });

  it('says so when it cannot be fetched', async () => {
    const root = plantPackage('process.exit(1)');
    expect(await findElectron(root, desk)).toEqual({ kind: 'none', why: 'Electron could not be fetched' });
  });

  it('does not wait for a download that never comes', async () => {
    const root = plantPackage('setInterval(() => {}, 1000)');
    const started = performance.now();
    expect((await findElectron(root, { ...desk, patience: 500 })).kind).toBe('none');
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('fetches nothing where no window could open', async () => {
    const root = plantPackage(install);
    for (const other of [
      { ...desk, env: {} },
      { ...desk, isRoot: true },
    ]) {
      expect((await findElectron(root, other)).kind).toBe('none');
    }
    expect(existsSync(join(root, 'tried'))).toBe(false);
  });
});
