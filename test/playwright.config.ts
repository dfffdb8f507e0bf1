import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { findChromium } from '../electron/pdf/find-chromium.ts';

const { path } = await findChromium();
const report = process.env['FORKCAST_PLAYWRIGHT_RESULTS'];

export default defineConfig({
  // Playwright empties its own folder when it starts; other results live beside it.
  outputDir: join(import.meta.dirname, 'results', 'playwright'),
  timeout: 60_000,
  expect: { timeout: 15_000 },
  workers: 1,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: report === undefined ? 'list' : [['list'], ['json', { outputFile: report }]],
  use: {
    viewport: { width: 1280, height: 800 },
    // An absent Chromium lets every test fail with Playwright's own words instead of passing unseen.
    launchOptions: {
      ...(path === undefined ? {} : { executablePath: path }),
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'browser', testDir: join(import.meta.dirname, 'e2e') },
    { name: 'electron', testDir: join(import.meta.dirname, 'smoke') },
  ],
});
