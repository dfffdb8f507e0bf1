import { EventEmitter } from 'node:events';
import { recording, type FakeFrame } from './recording.ts';

/** What `import … from 'electron'` gets in the shell's tests: it does nothing and remembers everything. */

class FakeContents extends EventEmitter {
  readonly sent: { readonly channel: string; readonly payload: unknown }[] = [];
  openHandler: ((details: { readonly url: string }) => { readonly action: string }) | undefined;
  setWindowOpenHandler(handler: (details: { readonly url: string }) => { readonly action: string }): void {
    this.openHandler = handler;
  }
  send(channel: string, payload: unknown): void {
    this.sent.push({ channel, payload });
  }
  isDestroyed(): boolean {
    return false;
  }
  executeJavaScript(): Promise<unknown> {
    return Promise.resolve('true');
  }
  printToPDF(options: unknown): Promise<Buffer> {
    recording.printed.push(options);
    return Promise.resolve(Buffer.from('%PDF-1.7 /Type /Page'));
  }
}

export class BrowserWindow extends EventEmitter {
  static getAllWindows = (): BrowserWindow[] => recording.windows as BrowserWindow[];
  static getFocusedWindow = (): BrowserWindow | null => BrowserWindow.getAllWindows()[0] ?? null;
  static fromWebContents = (contents: FakeContents): BrowserWindow | null =>
    BrowserWindow.getAllWindows().find(window => window.webContents === contents) ?? null;
  readonly webContents = new FakeContents();
  readonly options: unknown;
  readonly loaded: string[] = [];
  gone = false;
  constructor(options: unknown) {
    super();
    this.options = options;
    recording.windows.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  loadURL(url: string): Promise<void> {
    this.loaded.push(url);
    return Promise.resolve();
  }
  loadFile(path: string): Promise<void> {
    this.loaded.push(`file://${path}`);
    return Promise.resolve();
  }
  show(): void {}
  focused = 0;
  focus(): void {
    this.focused += 1;
  }
  restore(): void {}
  isMinimized(): boolean {
    return false;
  }
  isDestroyed(): boolean {
    return this.gone;
  }
  destroy(): void {
    this.gone = true;
  }
}

class FakeApp extends EventEmitter {
  readonly isPackaged = false;
  private ready = false;
  enableSandbox(): void {
    recording.calls.push({ name: 'app.enableSandbox', ready: this.ready });
  }
  setPath(name: string, path: string): void {
    recording.calls.push({ name: `app.setPath ${name}`, ready: this.ready, value: path });
  }
  getPath(): string {
    return recording.home;
  }
  getVersion(): string {
    return '0.0.0';
  }
  requestSingleInstanceLock(): boolean {
    recording.calls.push({ name: 'app.requestSingleInstanceLock', ready: this.ready });
    return true;
  }
  whenReady(): Promise<void> {
    return Promise.resolve().then(() => void (this.ready = true));
  }
  quit(): void {
    recording.calls.push({ name: 'app.quit', ready: this.ready });
  }
  exit(code: number): void {
    recording.exits.push(code);
  }
}

export const app = new FakeApp();

export const dialog = {
  showOpenDialog: () => Promise.resolve({ canceled: false, filePaths: recording.picked }),
  showSaveDialog: () => Promise.resolve({ canceled: true, filePath: '' }),
  showErrorBox: (title: string, content: string) => void recording.errors.push(`${title}: ${content}`),
};

export const ipcMain = {
  handle: (channel: string, handler: (event: unknown, ...args: unknown[]) => unknown) => {
    if (recording.channels.has(channel)) throw new Error(`second handler for '${channel}'`);
    recording.channels.set(channel, handler);
  },
  removeHandler: (channel: string) => void recording.channels.delete(channel),
  on: (channel: string) => void recording.calls.push({ name: `ipcMain.on ${channel}`, ready: true }),
};

export const Menu = {
  buildFromTemplate: (template: unknown) => template,
  setApplicationMenu: (menu: unknown) => void (recording.menu = menu),
};

export const nativeTheme = { shouldUseDarkColors: false };

export const protocol = {
  registerSchemesAsPrivileged: (schemes: unknown) =>
    void recording.calls.push({ name: 'protocol.registerSchemesAsPrivileged', ready: false, value: schemes }),
};

export const session = {
  defaultSession: {
    protocol: {
      handle: (scheme: string, handler: (request: Request) => Promise<Response>) =>
        void recording.protocols.set(scheme, handler),
    },
    setPermissionRequestHandler: (handler: typeof recording.permissionRequest) =>
      void (recording.permissionRequest = handler),
    setPermissionCheckHandler: (handler: typeof recording.permissionCheck) =>
      void (recording.permissionCheck = handler),
    setDevicePermissionHandler: (handler: typeof recording.devicePermission) =>
      void (recording.devicePermission = handler),
    webRequest: {
      onBeforeRequest: (handler: typeof recording.beforeRequest) => void (recording.beforeRequest = handler),
    },
  },
};

export const shell = {
  openExternal: (url: string) => {
    recording.opened.push(url);
    return Promise.resolve();
  },
};

// The preload's side.
export const contextBridge = {
  exposeInMainWorld: (name: string, value: unknown) => void recording.exposed.set(name, value),
};

export const ipcRenderer = Object.assign(new EventEmitter(), {
  invoke: (channel: string, ...args: unknown[]) => {
    recording.invoked.push({ channel, args });
    return Promise.resolve(undefined);
  },
});

export const webUtils = { getPathForFile: (file: { readonly path?: string }) => file.path ?? '' };

export type { FakeContents, FakeFrame };
