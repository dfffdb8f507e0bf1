import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appPaths, dataFolder, findRoot } from '../../../electron/paths.ts';

describe('the data folder', () => {
  const userHome = resolve('/home/ada');

  it('is FORKCAST_HOME on every system', () => {
    for (const platform of ['linux', 'darwin', 'win32'] as const) {
      const env = { FORKCAST_HOME: '/data/x', XDG_CONFIG_HOME: '/no', APPDATA: '/no' };
      expect(dataFolder({ platform, env, userHome })).toBe(resolve('/data/x'));
    }
  });

  it('is where each system keeps application data', () => {
    const at = (platform: NodeJS.Platform, env: Record<string, string> = {}): string =>
      dataFolder({ platform, env, userHome });
    expect(at('linux')).toBe(join(userHome, '.config', 'forkcast'));
    expect(at('linux', { XDG_CONFIG_HOME: '/cfg' })).toBe(join('/cfg', 'forkcast'));
    expect(at('darwin')).toBe(join(userHome, 'Library', 'Application Support', 'Forkcast'));
    expect(at('win32', { APPDATA: '/roaming' })).toBe(join('/roaming', 'Forkcast'));
  });
});

describe('the app’s own files', () => {
  it('are found from a source folder and from the build', () => {
    const root = findRoot(import.meta.dirname);
    expect(findRoot(join(root, 'electron', 'doors', 'cli'))).toBe(root);
    expect(findRoot(join(root, 'out', 'main'))).toBe(root);
    expect(() => findRoot(resolve('/'))).toThrow(/package\.json/);
  });

  it('have their resources outside the archive when packaged', () => {
    expect(appPaths('/app.asar', null).resources).toBe(join('/app.asar', 'resources'));
    expect(appPaths('/app.asar', '/package/resources').resources).toBe(
      join('/package/resources', 'resources'),
    );
  });
});
