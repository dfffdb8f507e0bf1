import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractAll, listPackage } from '@electron/asar';
import { flipFuses, FuseV1Options, getCurrentFuseWire, type FuseV1Config } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildIfStale } from '../../../electron/dev/build-if-stale.ts';
import { finishPackage, fuses } from '../../../electron/dev/package/finish-package.ts';
import { runProgram } from '../../../electron/dev/run-program.ts';
import { findRoot } from '../../../electron/paths.ts';
import { stubElectronDist } from '../../helpers/stub-electron-dist.ts';

const root = findRoot(import.meta.dirname);
const on = 0x31;
const off = 0x30;

/** Packs the built app around an Electron that is only a shell of files: what goes in, and how it is locked, is real. */
describe.runIf(process.platform === 'linux')('the package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'forkcast-package-'));
  const unpacked = join(
    folder,
    'out',
    process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`,
  );
  const archive = join(unpacked, 'resources', 'app.asar');
  const executable = join(unpacked, 'forkcast');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  beforeAll(async () => {
    await buildIfStale(root);
    await stubElectronDist(join(folder, 'dist'), root);
    const env = {
      ...process.env,
      FORKCAST_ELECTRON_DIST: join(folder, 'dist'),
      FORKCAST_PACKAGE_OUT: join(folder, 'out'),
    };
    const builder = join(root, 'node_modules', 'electron-builder', 'cli.js');
    const args = [
      builder,
      '--dir',
      '--linux',
      '--config',
      'electron-builder.config.ts',
      '--publish',
      'never',
    ];
    const { code, output } = await runProgram(process.execPath, args, { cwd: root, env });
    if (code !== 0) throw new Error(output);
  }, 180_000);

  it('holds the bundles and one binary of SQLite, and no sources, tests or tools', () => {
    const names = listPackage(archive, { isPack: false }).map(name => name.replaceAll('\\', '/'));
    for (const name of [
      '/out/main/main.js',
      '/out/main/cli.js',
      '/out/preload/preload.cjs',
      '/package.json',
    ]) {
      expect(names).toContain(name);
    }
    expect(names.filter(name => name.endsWith('.node'))).toEqual([
      `/node_modules/better-sqlite3/prebuilds/linux-${process.arch}.node`,
    ]);
    const folders = new Set(names.map(name => name.split('/').slice(1, 3).join('/')));
    expect([...folders].filter(name => name.startsWith('node_modules/'))).toEqual([
      'node_modules/better-sqlite3',
    ]);
    expect(names.filter(name => /\.(?:tsx?|map|c|cc|gyp)$|\/test\/|\/resources\//.test(name))).toEqual([]);
  });

  it('has every fuse set, and no default app beside ours', async () => {
    const wire = await getCurrentFuseWire(executable);
    const stated = Object.fromEntries(Object.entries(wire).filter(([name]) => name !== 'version'));
    expect(stated).toEqual({
      [FuseV1Options.RunAsNode]: off,
      [FuseV1Options.EnableCookieEncryption]: on,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: off,
      [FuseV1Options.EnableNodeCliInspectArguments]: off,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: on,
      [FuseV1Options.OnlyLoadAppFromAsar]: on,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: off,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: off,
      [FuseV1Options.WasmTrapHandlers]: on,
    });
    expect(existsSync(join(unpacked, 'resources', 'default_app.asar'))).toBe(false);
  });

  it('fails to be made when a fuse is forgotten', async () => {
    const forgotten = { ...fuses, [FuseV1Options.RunAsNode]: undefined } as unknown as FuseV1Config;
    await expect(flipFuses(executable, forgotten)).rejects.toThrow(/fuse/i);
  });

  it('fails to be made around an executable without fuses', async () => {
    writeFileSync(join(folder, 'plain'), 'no sentinel');
    const packed = {
      appOutDir: folder,
      electronPlatformName: 'linux',
      packager: { executableName: 'plain', appInfo: { productFilename: 'Forkcast' } },
    };
    await expect(finishPackage(packed)).rejects.toThrow(/sentinel/i);
  });

  it('runs: what is in the archive answers a command under plain Node', async () => {
    const app = join(folder, 'extracted');
    extractAll(archive, app);
    cpSync(join(unpacked, 'resources', 'resources'), join(app, 'resources'), { recursive: true });
    const args = [join(app, 'out', 'main', 'cli.js'), 'scenario', 'new', '--home', join(folder, 'home')];
    const { code, output } = await runProgram(process.execPath, args);
    expect(output).toContain('"format": "forkcast-scenario"');
    expect(code).toBe(0);
  });
});
