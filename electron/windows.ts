import {
  BrowserWindow,
  dialog,
  nativeTheme,
  type OpenDialogOptions,
  type SaveDialogOptions,
  type WebPreferences,
} from 'electron';
import type { AppEvent } from '../shared/contract/contract.ts';
import { channels } from './doors/channels.ts';

/** Stated one by one, so that a changed default of Electron changes nothing here. */
export const pagePreferences = (preload: string): WebPreferences => ({
  preload,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
});

export interface WindowOptions {
  readonly origin: string;
  readonly preload: string;
}

/** Opens the app's window and shows it when there is something to see. */
export const openMainWindow = ({ origin, preload }: WindowOptions): BrowserWindow => {
  const window = new BrowserWindow({
    width: 1280,
    height: 860,
    minWidth: 1024,
    minHeight: 700,
    show: false,
    title: 'Forkcast',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1a1b1e' : '#ffffff',
    webPreferences: pagePreferences(preload),
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(`${origin}/index.html`);
  return window;
};

export const focusWindow = (window: BrowserWindow): void => {
  if (window.isMinimized()) window.restore();
  window.focus();
};

/** Tells every open window. */
export const tellWindows = (event: AppEvent): void => {
  for (const window of BrowserWindow.getAllWindows()) {
    if (!window.webContents.isDestroyed()) window.webContents.send(channels.event, event);
  }
};

/** The system's open dialog; the chosen paths, none when cancelled. */
export const pickReports = async (parent: BrowserWindow | null): Promise<readonly string[]> => {
  const options: OpenDialogOptions = {
    title: 'Open affiliate reports',
    properties: ['openFile', 'multiSelections'],
    filters: [
      { name: 'Reports', extensions: ['csv', 'tsv', 'txt', 'xlsx', 'zip'] },
      { name: 'All files', extensions: ['*'] },
    ],
  };
  const chosen = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options));
  return chosen.canceled ? [] : chosen.filePaths;
};

/** The system's save dialog; null when cancelled. */
export const pickPdfPath = async (
  parent: BrowserWindow | null,
  defaultPath: string,
): Promise<string | null> => {
  const options: SaveDialogOptions = {
    title: 'Save the comparison',
    defaultPath,
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
  };
  const chosen = await (parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options));
  return chosen.canceled || chosen.filePath === '' ? null : chosen.filePath;
};
