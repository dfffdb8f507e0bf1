import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { FailureError } from '../../shared/contract/answer.ts';
import { openApp } from '../app.ts';
import type { App } from '../app-types.ts';
import { createLog } from '../log.ts';
import type { Paths } from '../paths.ts';
import { createChromiumPrinter } from '../pdf/chromium-printer.ts';
import type { Printer } from '../pdf/printer.ts';
import { readVersion } from '../version.ts';
import { createDownloads } from './downloads.ts';
import { openHost } from './http.ts';
import { createIncoming, type Incoming } from './incoming.ts';

export interface BrowserDoor {
  readonly address: string;
  close(): Promise<void>;
}

const now = (): Date => new Date();

/** A printer for doors without Electron: it serves the built print page to a Chromium of this machine. */
export const loopbackPrinter = (renderer: string, incoming: Incoming): Printer =>
  createChromiumPrinter((app: App) => {
    if (!existsSync(join(renderer, 'print.html'))) {
      const detail = 'The pages are not built yet: run "npm run build" once.';
      throw new FailureError({ kind: 'no-printer', detail });
    }
    return openHost(app, { renderer, incoming, downloads: createDownloads(incoming) });
  });

/** Opens the app for a browser on this machine; the address works once, for the person who started it. */
export const openBrowserDoor = async (home: string, paths: Paths): Promise<BrowserDoor> => {
  const version = readVersion(paths.root);
  const log = createLog(home, now);
  const incoming = createIncoming(home, process.pid);
  const downloads = createDownloads(incoming);
  const app = await openApp({
    home,
    resources: paths.resources,
    version,
    door: 'browser',
    now,
    printer: loopbackPrinter(paths.renderer, incoming),
    saveAs: downloads.saveAs,
    report: (reference, error) => log.write({ kind: 'bug', reference, error }),
  }).catch((error: unknown) => {
    incoming.remove();
    throw error;
  });
  const host = await openHost(app, { renderer: paths.renderer, incoming, downloads });
  log.write({ kind: 'started', door: 'browser', version });
  return {
    address: host.address,
    close: async () => {
      await host.close();
      await app.close();
      incoming.remove();
      log.write({ kind: 'closed', door: 'browser' });
    },
  };
};
