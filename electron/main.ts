import { app, dialog } from 'electron';
import { cliPrinter, openDesktop, prepareSession, type DesktopOptions } from './desktop.ts';
import { appOrigin, registerAppScheme } from './doors/app-protocol.ts';
import { runCli } from './doors/cli/run-cli.ts';
import { processTerminal } from './doors/cli/terminal.ts';
import { sentenceOf } from './doors/sentence.ts';
import { lockContents } from './lockdown.ts';
import { appPaths, dataFolder, findRoot, thisMachine } from './paths.ts';

const readOptions = (): DesktopOptions => {
  const developing = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'];
  return {
    home: dataFolder(thisMachine()),
    paths: appPaths(findRoot(import.meta.dirname), app.isPackaged ? process.resourcesPath : null),
    origin: developing ? new URL(developing).origin : appOrigin,
  };
};

const runCommand = async (args: readonly string[], options: DesktopOptions): Promise<void> => {
  await app.whenReady();
  prepareSession(options);
  const terminal = processTerminal();
  app.exit(await runCli(args, { paths: options.paths, terminal, printer: cliPrinter(options) }));
};

const runWindow = async (options: DesktopOptions): Promise<void> => {
  if (!app.requestSingleInstanceLock()) return app.quit();
  await app.whenReady();
  prepareSession(options);
  const desktop = await openDesktop(options);
  app.on('second-instance', () => desktop.show());
  app.on('activate', () => desktop.show());
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.once('will-quit', event => {
    event.preventDefault();
    void desktop.close().finally(() => app.exit(0));
  });
};

// In reading order: what must be set before Electron is ready, then the one door that was asked for.
const options = readOptions();
app.setPath('userData', options.home);
app.enableSandbox();
registerAppScheme();
lockContents(app, options.origin);
const [command, ...args] = process.argv.slice(app.isPackaged ? 1 : 2);
const running = command === 'cli' ? runCommand(args, options) : runWindow(options);
running.catch((error: unknown) => {
  dialog.showErrorBox('Forkcast cannot start', sentenceOf(error));
  app.exit(1);
});
