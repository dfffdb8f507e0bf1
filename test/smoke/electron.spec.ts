import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, expect, test } from '@playwright/test';
import { hasScreen } from '../../electron/doors/open-browser.ts';
import { findRoot } from '../../electron/paths.ts';

const root = findRoot(import.meta.dirname);
const folder = join(root, 'node_modules', 'electron');
const pathFile = join(folder, 'path.txt');
const binary = existsSync(pathFile) ? join(folder, 'dist', readFileSync(pathFile, 'utf8')) : undefined;
const asRoot = process.platform === 'linux' && process.getuid?.() === 0;

test.skip(binary === undefined || !existsSync(binary), 'Electron’s binary is not here.');
test.skip(!hasScreen(process.platform, process.env), 'There is no screen.');
test.skip(asRoot, 'Electron’s sandbox does not run as root.');

test('the real Electron opens the window, locked, and does the main job', async () => {
  test.setTimeout(120_000);
  const home = mkdtempSync(join(tmpdir(), 'forkcast-smoke-'));
  const electron = await _electron.launch({
    executablePath: binary!,
    args: [root],
    env: { ...process.env, FORKCAST_HOME: home },
  });
  try {
    const page = await electron.firstWindow();
    const errors: string[] = [];
    page.on('pageerror', error => errors.push(error.message));
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(page.url()).toMatch(/^app:\/\/forkcast\//);
    const world = await page.evaluate(() => ({
      node: 'require' in globalThis || 'process' in globalThis,
      door: (globalThis as unknown as { forkcast: { door: string } }).forkcast.door,
    }));
    expect(world).toEqual({ node: false, door: 'desktop' });

    await page.getByRole('button', { name: 'Open the sample creator' }).click();
    await expect(page.getByTestId('headline')).toBeVisible({ timeout: 60_000 });

    const path = join(home, 'comparison.pdf');
    await electron.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, path);
    await page.getByRole('button', { name: 'Save PDF' }).click();
    await expect.poll(() => existsSync(path), { timeout: 60_000 }).toBe(true);
    expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-');
    expect(errors).toEqual([]);
  } finally {
    await electron.close();
    rmSync(home, { recursive: true, force: true });
  }
});
