import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { checkShell, type Finding } from './checklist.ts';
import { recording } from './recording.ts';

/**
 * Runs the shell in this process under the fake `electron` and prints what the checklist found, as JSON.
 * Usage: node run-shell.ts MAIN [OPTIONS], where OPTIONS is JSON. With `args` the shell gets a command line instead of
 * the checklist, and the exit codes that it asked for are printed.
 */
export interface Mutant {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

export interface ShellOptions {
  readonly mutant?: Mutant;
  readonly args?: readonly string[];
}

const [, , main, text] = process.argv;
const { mutant, args }: ShellOptions = text === undefined ? {} : (JSON.parse(text) as ShellOptions);
const fake = pathToFileURL(join(import.meta.dirname, 'fake-electron.ts')).href;
let planted = false;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: fake, shortCircuit: true } : next(specifier, context),
  load: (url, context, next) => {
    const loaded = next(url, context);
    if (!mutant || !url.endsWith(`/${mutant.file}`)) return loaded;
    const source = readFileSync(new URL(url), 'utf8');
    if (!source.includes(mutant.from)) throw new Error(`${mutant.file} has no "${mutant.from}"`);
    planted = true;
    return { ...loaded, source: source.replace(mutant.from, mutant.to) };
  },
});

const until = async (happened: () => boolean): Promise<void> => {
  for (let tries = 0; !happened() && tries < 800; tries += 1) {
    if (recording.errors.length > 0) throw new Error(recording.errors.join('\n'));
    await wait(25);
  }
};

const run = async (): Promise<readonly Finding[] | readonly number[]> => {
  const home = mkdtempSync(join(tmpdir(), 'forkcast-shell-'));
  recording.home = home;
  recording.picked = [join(home, 'picked.csv')];
  writeFileSync(recording.picked[0]!, 'a,b\n');
  process.env['FORKCAST_HOME'] = home;
  delete process.env['ELECTRON_RENDERER_URL'];
  process.argv = ['electron', '.', ...(args ?? [])];
  try {
    await import(pathToFileURL(main!).href);
    if (args) {
      await until(() => recording.exits.length > 0);
      return recording.exits;
    }
    await until(() => recording.windows.length > 0);
    return await checkShell();
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
};

const findings = await run();
if (mutant && !planted) throw new Error(`${mutant.file} was never loaded`);
process.stdout.write(`${JSON.stringify(findings)}\n`, () => process.exit(0));
