import { join } from 'node:path';
import { app as electronApp, BrowserWindow, session, type IpcMainInvokeEvent } from 'electron';
import { openApp } from './app.ts';
import type { App } from './app-types.ts';
import { serveAppScheme } from './doors/app-protocol.ts';
import { openIpcDoor } from './doors/ipc.ts';
import { lockSession } from './lockdown.ts';
import { createLog, type Log } from './log.ts';
import { setMenu } from './menu.ts';
import type { Paths } from './paths.ts';
import { createElectronPrinter } from './pdf/electron-printer.ts';
import type { Printer } from './pdf/printer.ts';
import { focusWindow, openMainWindow, pickPdfPath, pickReports, tellWindows } from './windows.ts';

const now = (): Date => new Date();

export interface DesktopOptions {
  readonly home: string;
  readonly paths: Paths;
  /** `app://forkcast`, or Vite's server while developing. */
  readonly origin: string;
}

/** Once Electron is ready: serves and locks the pages' session. */
export const prepareSession = ({ paths, origin }: DesktopOptions): void => {
  // Vite's reload channel is the same server by another protocol.
  lockSession(session.defaultSession, [origin, origin.replace(/^http/, 'ws')]);
  serveAppScheme(session.defaultSession, paths.renderer);
};

const serveIpc = (app: App, origin: string, log: Log): (() => void) =>
  openIpcDoor({
    app,
    origin,
    pick: (event: IpcMainInvokeEvent) => pickReports(BrowserWindow.fromWebContents(event.sender)),
    onRefused: channel => log.write({ kind: 'refused-sender', channel }),
  });

/** A hidden window's printer for the CLI inside Electron, which has no other page to answer. */
export const cliPrinter = (options: DesktopOptions): Printer =>
  createElectronPrinter({
    origin: options.origin,
    preload: options.paths.preload,
    serve: app => serveIpc(app, options.origin, createLog(options.home, now)),
  });

/** Opens the app with its window; `close` ends both. */
export const openDesktop = async (options: DesktopOptions) => {
  const { home, paths, origin } = options;
  const log = createLog(home, now);
  const app = await openApp({
    home,
    resources: paths.resources,
    version: electronApp.getVersion(),
    door: 'desktop',
    now,
    printer: createElectronPrinter({ origin, preload: paths.preload, serve: () => () => {} }),
    saveAs: async name => {
      const suggested = join(electronApp.getPath('documents'), name);
      const path = await pickPdfPath(BrowserWindow.getFocusedWindow(), suggested);
      return path === null ? null : { path, download: null };
    },
    report: (reference, error) => log.write({ kind: 'bug', reference, error }),
  });
  const stopIpc = serveIpc(app, origin, log);
  app.listen(tellWindows);
  setMenu(command => tellWindows({ kind: 'menu', command }));
  let window = openMainWindow({ origin, preload: paths.preload });
  log.write({ kind: 'started', door: 'desktop', version: electronApp.getVersion() });
  return {
    show: (): void => {
      if (window.isDestroyed()) window = openMainWindow({ origin, preload: paths.preload });
      else focusWindow(window);
    },
    close: async (): Promise<void> => {
      stopIpc();
      await app.close();
      log.write({ kind: 'closed', door: 'desktop' });
    },
  };
};
