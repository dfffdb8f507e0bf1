import { setTimeout as wait } from 'node:timers/promises';
import { BrowserWindow } from 'electron';
import type { App } from '../app-types.ts';
import { pagePreferences } from '../windows.ts';
import type { Printer } from './printer.ts';

const patience = 60_000;

export interface ElectronPrinterOptions {
  readonly origin: string;
  readonly preload: string;
  /** Lets the print page ask this app; returns how to stop. */
  readonly serve: (app: App) => () => void;
}

/** Prints in a hidden window that loads the same page as every other printer. */
export const createElectronPrinter = ({ origin, preload, serve }: ElectronPrinterOptions): Printer => ({
  print: async (comparisonId, app) => {
    const stop = serve(app);
    const window = new BrowserWindow({
      show: false,
      // A hidden page gets no frames unless told otherwise, and readiness waits for two.
      webPreferences: { ...pagePreferences(preload), backgroundThrottling: false },
    });
    try {
      await window.loadURL(`${origin}/print.html?comparison=${comparisonId}`);
      await untilReady(window);
      return await window.webContents.printToPDF({
        preferCSSPageSize: true,
        printBackground: true,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
      });
    } finally {
      window.destroy();
      stop();
    }
  },
});

const untilReady = async (window: BrowserWindow): Promise<void> => {
  const end = performance.now() + patience;
  while (performance.now() < end) {
    const ready: unknown = await window.webContents.executeJavaScript(
      'document.documentElement.dataset.ready',
    );
    if (ready === 'true') return;
    if (ready === 'failed') throw new Error('The print page could not draw the document.');
    await wait(50);
  }
  throw new Error('The print page did not become ready.');
};
