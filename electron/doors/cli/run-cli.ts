import { resolve } from 'node:path';
import { FailureError } from '../../../shared/contract/answer.ts';
import { openApp } from '../../app.ts';
import type { App } from '../../app-types.ts';
import { createLog } from '../../log.ts';
import { dataFolder, thisMachine, type Paths } from '../../paths.ts';
import type { Printer } from '../../pdf/printer.ts';
import { readVersion } from '../../version.ts';
import { loopbackPrinter } from '../browser-door.ts';
import { createIncoming } from '../incoming.ts';
import { sentenceOf } from '../sentence.ts';
import { wholeNumber } from './arguments.ts';
import { compareCommand } from './compare-command.ts';
import { help } from './help.ts';
import { importCommand } from './import-command.ts';
import { replayCommand } from './replay-command.ts';
import { reportsCommand } from './reports-command.ts';
import { scenarioCommand } from './scenario-command.ts';
import { UsageError, type Terminal } from './terminal.ts';

type Command = (app: App, args: readonly string[], terminal: Terminal) => Promise<number>;

const commands: Readonly<Record<string, Command>> = {
  import: importCommand,
  reports: reportsCommand,
  compare: compareCommand,
  replay: replayCommand,
  scenario: scenarioCommand,
};

export interface CliParts {
  readonly paths: Paths;
  readonly terminal: Terminal;
  /** Inside Electron its own printer; absent = a Chromium of this machine. */
  readonly printer?: Printer;
}

/** Runs one command and returns the exit code. */
export const runCli = async (args: readonly string[], parts: CliParts): Promise<number> => {
  const { terminal, paths } = parts;
  const { home, rest: given } = takeHome(args);
  const rest = commandFirst(given);
  const [name, ...options] = rest;
  if (rest.includes('--help') || rest.includes('-h') || name === undefined) {
    if (name !== undefined) terminal.data(help);
    else terminal.say(help);
    return name === undefined ? 2 : 0;
  }
  if (name === '--version') {
    terminal.data(readVersion(paths.root));
    return 0;
  }
  try {
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!command) throw new UsageError(`There is no command "${name}".`);
    return await withApp(home, { ...parts, options }, app => command(app, options, terminal));
  } catch (error) {
    return exitCode(error, terminal);
  }
};

const exitCode = (error: unknown, terminal: Terminal): number => {
  terminal.say(sentenceOf(error));
  if (error instanceof UsageError) {
    terminal.say('See --help.');
    return 2;
  }
  return error instanceof FailureError && error.failure.kind === 'cancelled' ? 130 : 1;
};

/** `--json` may also stand before the command. */
const commandFirst = (args: readonly string[]): readonly string[] =>
  args[0] === '--json' && args.length > 1 ? [...commandFirst(args.slice(1)), '--json'] : args;

/** `--home DIR` may stand anywhere. */
const takeHome = (args: readonly string[]): { home: string; rest: readonly string[] } => {
  const at = args.indexOf('--home');
  const folder = at < 0 ? undefined : args[at + 1];
  if (folder === undefined) return { home: dataFolder(thisMachine()), rest: args };
  return { home: resolve(folder), rest: args.toSpliced(at, 2) };
};

const optionValue = (args: readonly string[], name: string): string | undefined => {
  const joined = args.find(arg => arg.startsWith(`--${name}=`));
  if (joined !== undefined) return joined.slice(name.length + 3);
  const at = args.indexOf(`--${name}`);
  return at < 0 ? undefined : args[at + 1];
};

const now = (): Date => new Date();

const withApp = async (
  home: string,
  parts: CliParts & { readonly options: readonly string[] },
  use: (app: App) => Promise<number>,
): Promise<number> => {
  const { paths, options } = parts;
  const threads = wholeNumber('threads', optionValue(options, 'threads'));
  if (threads === 0) throw new UsageError('--threads takes at least 1.');
  const pdf = optionValue(options, 'pdf');
  const log = createLog(home, now);
  const incoming = createIncoming(home, process.pid);
  try {
    const app = await openApp({
      home,
      resources: paths.resources,
      version: readVersion(paths.root),
      door: 'cli',
      now,
      printer: parts.printer ?? loopbackPrinter(paths.renderer, incoming),
      saveAs: () => Promise.resolve(pdf === undefined ? null : { path: resolve(pdf), download: null }),
      report: (reference, error) => log.write({ kind: 'bug', reference, error }),
      ...(threads === undefined ? {} : { threads }),
    });
    try {
      return await use(app);
    } finally {
      await app.close();
    }
  } finally {
    incoming.remove();
  }
};
