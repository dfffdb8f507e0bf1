import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base, type Page } from '@playwright/test';
import { findRoot } from '../../electron/paths.ts';

const root = findRoot(import.meta.dirname);

/** A running browser door with a database of its own. */
export interface Door {
  readonly home: string;
  readonly address: string;
  readonly origin: string;
}

const start = (home: string): Promise<{ child: ChildProcess; address: string }> =>
  new Promise((resolve, reject) => {
    const host = join(root, 'out', 'main', 'host.js');
    const child = spawn(process.execPath, [host, '--home', home, '--no-open'], { cwd: tmpdir() });
    let said = '';
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const address = /^Forkcast is open at (\S+)$/m.exec(said)?.[1];
      if (address) resolve({ child, address });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('close', () => reject(new Error(`The host ended: ${said}`)));
  });

const stop = (child: ChildProcess): Promise<void> =>
  new Promise(resolve => {
    child.on('close', () => resolve());
    child.kill('SIGTERM');
  });

/** What no page of ours may do, gathered while a test runs. */
export interface Watched {
  readonly violations: string[];
  readonly errors: string[];
  readonly strangers: string[];
}

const watch = async (page: Page, origin: string): Promise<Watched> => {
  const watched: Watched = { violations: [], errors: [], strangers: [] };
  await page.exposeFunction('forkcastViolation', (text: string) => watched.violations.push(text));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', event => {
      const report = (window as unknown as { forkcastViolation: (text: string) => void }).forkcastViolation;
      report(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  page.on('pageerror', error => watched.errors.push(error.message));
  page.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warning') watched.errors.push(message.text());
  });
  page.on('request', request => {
    const url = request.url();
    if (!url.startsWith(origin) && !/^(?:data|blob):/.test(url)) watched.strangers.push(url);
  });
  return watched;
};

/** `door`: a host per test; `watched`: the page's misdeeds, which must be none when the test ends. */
export const test = base.extend<{ door: Door; watched: Watched }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names from this pattern
  door: async ({}, use) => {
    const home = mkdtempSync(join(tmpdir(), 'forkcast-e2e-'));
    const { child, address } = await start(home);
    await use({ home, address, origin: new URL(address).origin });
    await stop(child);
    rmSync(home, { recursive: true, force: true });
  },
  watched: async ({ page, door }, use) => {
    const watched = await watch(page, door.origin);
    await use(watched);
    expect(watched).toEqual({ violations: [], errors: [], strangers: [] });
  },
});

/** Follows the printed address, as a person would, to the first page. */
export const enter = async (page: Page, door: Door): Promise<void> => {
  await page.goto(door.address);
  await page.waitForURL(url => url.pathname === '/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
};

export { expect };
