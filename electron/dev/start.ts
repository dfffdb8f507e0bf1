import { spawn } from 'node:child_process';
import { runHost } from '../doors/host-command.ts';
import { findRoot } from '../paths.ts';
import { buildIfStale } from './build-if-stale.ts';
import { setUpChromium } from './chromium-setup.ts';
import { findElectron } from './find-electron.ts';

const root = findRoot(import.meta.dirname);
/** An Electron that ends this soon with an error never showed its window. */
const failedStart = 5_000;

/** Runs Electron to its end; false when it could not start. */
const runElectron = (binary: string): Promise<boolean> =>
  new Promise(resolve => {
    const started = performance.now();
    const child = spawn(binary, [root], { stdio: 'inherit' });
    child.on('error', () => resolve(false));
    child.on('close', code => resolve(code === 0 || performance.now() - started > failedStart));
  });

const openDesktopOr = async (): Promise<string | undefined> => {
  const electron = await findElectron(root);
  if (electron.kind === 'none') return electron.why;
  return (await runElectron(electron.binary)) ? undefined : 'Electron did not start';
};

const preparePrinting = async (): Promise<void> => {
  const { path, advice } = await setUpChromium();
  if (path === undefined) process.stdout.write(`${advice}\n`);
};

const main = async (args: readonly string[]): Promise<number> => {
  await buildIfStale(root);
  const browser = args.includes('--browser');
  const rest = args.filter(arg => arg !== '--browser');
  const why = browser ? 'As asked' : await openDesktopOr();
  if (why === undefined) return 0;
  process.stdout.write(
    `${why}, so Forkcast opens in the browser instead of its own window; Ctrl+C ends it.\n`,
  );
  // Only printing needs it, so the window does not wait for it.
  void preparePrinting();
  return runHost(rest);
};

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
