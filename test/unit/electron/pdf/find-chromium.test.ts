import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findChromium } from '../../../../electron/pdf/find-chromium.ts';
import { temporaryFolder } from '../../../helpers/temporary.ts';

const plant = (folder: string, name: string): string => {
  const file = join(folder, name);
  writeFileSync(file, '');
  chmodSync(file, 0o755);
  return file;
};

describe('finding a Chromium', () => {
  it('takes CHROMIUM_PATH before everything', async () => {
    const folder = temporaryFolder();
    const own = plant(folder, 'my-chromium');
    plant(folder, 'chromium');
    expect((await findChromium({ CHROMIUM_PATH: own, PATH: folder })).path).toBe(own);
  });

  it('never falls back silently from a CHROMIUM_PATH that is wrong', async () => {
    const folder = temporaryFolder();
    plant(folder, 'chromium');
    const found = await findChromium({ CHROMIUM_PATH: '/no/such/chromium', PATH: folder });
    expect(found.path).toBeUndefined();
    expect(found.advice).toBe('CHROMIUM_PATH names /no/such/chromium, but there is no such file.');
  });

  it.runIf(process.platform === 'linux')('looks on the PATH, Chromium first', async () => {
    const folder = temporaryFolder();
    plant(folder, 'google-chrome');
    const chromium = plant(folder, 'chromium');
    expect((await findChromium({ PATH: folder })).path).toBe(chromium);
  });
});
