import { readdir, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { StoredComparison } from '../../shared/contract/contract.ts';
import { summary } from '../doors/cli/compare-command.ts';
import { runCli } from '../doors/cli/run-cli.ts';
import { processTerminal } from '../doors/cli/terminal.ts';
import { appPaths, findRoot } from '../paths.ts';
import { buildIfStale } from './build-if-stale.ts';
import { setUpChromium } from './chromium-setup.ts';

const started = performance.now();
const root = findRoot(import.meta.dirname);
const paths = appPaths(root, null);
const folder = join(root, 'demo');
const out = (name: string): string => join(folder, name);
const say = processTerminal();

/** Runs one command of the CLI on the demo's own database and returns what it printed; ends the demo where it fails. */
const cli = async (...args: readonly string[]): Promise<string> => {
  const printed: string[] = [];
  const terminal = { ...say, data: (text: string) => void printed.push(text) };
  const code = await runCli([...args, '--home', out('home')], { paths, terminal });
  if (code !== 0) process.exit(code);
  return printed.join('\n');
};

const chapter = (title: string): void => say.data(`\n— ${title}`);

await buildIfStale(root);
await setUpChromium();
await rm(folder, { recursive: true, force: true });

const samples = join(paths.resources, 'samples');
const reports = (await readdir(samples)).filter(name => /\.(?:xlsx|csv)$/.test(name)).toSorted();
chapter('A year of reports of Hearth & Pan, the sample creator, goes in');
say.data(await cli('import', ...reports.map(name => join(samples, name))));

chapter('What would they earn, and be paid, over the next year?');
const compared = await cli('compare', '--json', '--pdf', out('comparison.pdf'));
await writeFile(out('comparison.json'), `${compared}\n`);
say.data(summary((JSON.parse(compared) as Pick<StoredComparison, 'comparison'>).comparison));

chapter('The same past Amazon orders under the card before the cut of 2020-04-21');
say.data(await cli('replay', '--program', 'amazon', '--card', 'amazon-us-2018-01-01'));

chapter('Left for you');
for (const name of ['comparison.pdf', 'comparison.json']) say.data(relative(process.cwd(), out(name)));
say.data(`Done in ${((performance.now() - started) / 1000).toFixed(1)} s. Next: npm start`);
