import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { App } from '../../electron/app-types.ts';
import { openApp } from '../../electron/app.ts';
import { createIncoming } from '../../electron/doors/incoming.ts';
import { loopbackPrinter } from '../../electron/doors/browser-door.ts';
import { appPaths, findRoot } from '../../electron/paths.ts';
import { temporaryFolder } from './temporary.ts';

const paths = appPaths(findRoot(import.meta.dirname), null);

export const samplesFolder = join(paths.resources, 'samples');

/** The day on which tests happen. */
const now = (): Date => new Date('2026-11-21T12:00:00Z');

/** The whole app on a database of its own, closed when the test ends; a bug fails the test with its real error. */
export const openTestApp = async (threads = 1): Promise<App & { readonly home: string }> => {
  const home = temporaryFolder();
  const incoming = createIncoming(home, process.pid);
  const app = await openApp({
    home,
    resources: paths.resources,
    version: '0.0.0-test',
    door: 'cli',
    now,
    printer: loopbackPrinter(paths.renderer, incoming),
    saveAs: name => Promise.resolve({ path: join(home, name), download: null }),
    report: (reference, error) => {
      throw new Error(`bug ${reference}`, { cause: error });
    },
    threads,
  });
  onTestFinished(async () => {
    await app.close();
    incoming.remove();
  });
  return { ...app, home };
};
