import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { findRoot } from '../../electron/paths.ts';
import { findChromium } from '../../electron/pdf/find-chromium.ts';

// Pictures of every screen for the eye: node test/screens/take-screens.ts [folder], after npm run build.
const root = findRoot(import.meta.dirname);
const folder = process.argv[2] ?? join(root, 'test', 'results', 'screens');
const home = mkdtempSync(join(tmpdir(), 'forkcast-screens-'));
const pages = ['Start', 'Reports', 'Compare', 'Replay'] as const;
const sizes = [
  { width: 1280, height: 800 },
  { width: 1024, height: 700 },
] as const;

const openHost = (): Promise<{ address: string; close: () => void }> =>
  new Promise((resolve, reject) => {
    const host = join(root, 'electron', 'doors', 'host.ts');
    const child = spawn(process.execPath, [host, '--no-open', '--home', home]);
    child.stdout.on('data', (chunk: Buffer) => {
      const address = /http\S+/.exec(chunk.toString())?.[0];
      if (address) resolve({ address, close: () => child.kill() });
    });
    child.stderr.on('data', (chunk: Buffer) => console.error(chunk.toString()));
    child.on('close', () => reject(new Error('The host ended.')));
  });

const walk = async (page: Page, state: string): Promise<void> => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const size of sizes) {
      await page.setViewportSize(size);
      for (const name of pages) {
        await page.getByRole('link', { name, exact: true }).click();
        await page.waitForTimeout(700);
        const file = `${state}-${name.toLowerCase()}-${colorScheme}-${size.width}.png`;
        await page.screenshot({ path: join(folder, file), fullPage: true });
      }
    }
  }
};

const takeScreens = async (): Promise<void> => {
  mkdirSync(folder, { recursive: true });
  const { path, advice } = await findChromium();
  if (path === undefined) throw new Error(advice);
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath: path, args });
  const host = await openHost();
  try {
    const page = await browser.newPage();
    await page.goto(host.address);
    await walk(page, 'empty');
    await page.getByRole('link', { name: 'Start', exact: true }).click();
    await page.getByRole('button', { name: 'Open the sample creator' }).click();
    await page.getByTestId('headline').waitFor();
    await page.getByRole('button', { name: 'Run full comparison' }).click();
    await page.getByText('Full run, stored').waitFor({ timeout: 120_000 });
    await walk(page, 'sample');
    const download = page.waitForEvent('download', { timeout: 60_000 });
    await page.getByRole('link', { name: 'Compare', exact: true }).click();
    await page.getByRole('button', { name: 'Save PDF' }).click();
    await (await download).saveAs(join(folder, 'comparison.pdf'));
    console.log(`Pictures and comparison.pdf are in ${folder}`);
  } finally {
    await browser.close();
    host.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
};

await takeScreens();
