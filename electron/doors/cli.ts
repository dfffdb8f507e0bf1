import { appPaths, findRoot } from '../paths.ts';
import { runCli } from './cli/run-cli.ts';
import { processTerminal } from './cli/terminal.ts';

const paths = appPaths(findRoot(import.meta.dirname), null);
// A reader that stops early (`| head`) is no failure.
process.stdout.on('error', () => process.exit(0));
process.exitCode = await runCli(process.argv.slice(2), { paths, terminal: processTerminal() });
