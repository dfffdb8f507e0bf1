import type { Browser } from 'playwright';
import { FailureError } from '../../shared/contract/answer.ts';
import type { App } from '../app-types.ts';
import type { Host } from '../doors/http.ts';
import { findChromium } from './find-chromium.ts';
import type { Printer } from './printer.ts';

const patience = 60_000;

const launch = async (): Promise<Browser> => {
  const { path, advice } = await findChromium();
  if (path === undefined) throw new FailureError({ kind: 'no-printer', detail: advice });
  const { chromium } = await import('playwright');
  // Chromium refuses its own sandbox to root; the page it prints is ours and comes from 127.0.0.1.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath: path, args, timeout: patience });
};

/** Prints with a Chromium of this machine, through a loopback host that lives as long as the printing. */
export const createChromiumPrinter = (serve: (app: App) => Promise<Host>): Printer => ({
  print: async (comparisonId, app) => {
    const browser = await launch();
    const host = await serve(app);
    try {
      const context = await browser.newContext({ deviceScaleFactor: 3, extraHTTPHeaders: host.headers });
      await context.addCookies([{ ...host.grant(), url: host.origin }]);
      const page = await context.newPage();
      await page.goto(`${host.origin}/print.html?comparison=${comparisonId}`, { timeout: patience });
      await page.waitForSelector('html[data-ready]', { timeout: patience, state: 'attached' });
      const ready = await page.getAttribute('html', 'data-ready');
      if (ready !== 'true') throw new Error('The print page could not draw the document.');
      return await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
    } finally {
      await browser.close();
      await host.close();
    }
  },
});
