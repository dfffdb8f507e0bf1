import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { appPaths, dataFolder, findRoot, thisMachine } from '../paths.ts';
import { openBrowserDoor } from './browser-door.ts';
import { hasScreen, openInBrowser } from './open-browser.ts';
import { sentenceOf } from './sentence.ts';

const help = `Usage: node electron/doors/host.ts [--home DIR] [--no-open]

Serves Forkcast to a browser on this machine (127.0.0.1 only) until Ctrl+C.
  --home DIR   keep the data here instead of the usual folder
  --no-open    only print the address
`;

const stopped = (): Promise<void> =>
  new Promise(resolve_ => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve_());
  });

/** Runs the browser door until a signal ends it; returns the exit code. */
export const runHost = async (args: readonly string[]): Promise<number> => {
  const options = readOptions(args);
  if (typeof options === 'string') {
    process.stderr.write(`${options}\n`);
    return 2;
  }
  if (options.help) {
    process.stdout.write(help);
    return 0;
  }
  const paths = appPaths(findRoot(import.meta.dirname), null);
  if (!existsSync(join(paths.renderer, 'index.html'))) {
    process.stderr.write('The pages are not built yet: run "npm run build" once.\n');
    return 1;
  }
  try {
    const door = await openBrowserDoor(options.home, paths);
    process.stdout.write(`Forkcast is open at ${door.address}\n`);
    if (options.open && hasScreen(process.platform, process.env)) openInBrowser(door.address);
    await stopped();
    await door.close();
    return 0;
  } catch (error) {
    process.stderr.write(`${sentenceOf(error)}\n`);
    return 1;
  }
};

const readOptions = (args: readonly string[]) => {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { home: { type: 'string' }, 'no-open': { type: 'boolean' }, help: { type: 'boolean' } },
    });
    return {
      home: values.home === undefined ? dataFolder(thisMachine()) : resolve(values.home),
      open: values['no-open'] !== true,
      help: values.help === true,
    };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};
