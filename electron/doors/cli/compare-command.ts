import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { FinishedComparison, Input } from '../../../shared/contract/contract.ts';
import { bandLevels, type Comparison, type StrategyResult } from '../../../shared/domain/comparison.ts';
import { marketSchema } from '../../../shared/domain/market.ts';
import { paidByTheEnd } from '../../../shared/document/key-figures.ts';
import { failureSentence } from '../../../shared/words/failure.ts';
import { formatEstimate } from '../../../shared/words/format-money.ts';
import { headline } from '../../../shared/words/headline.ts';
import { missingReportsSentence } from '../../../shared/words/missing-reports.ts';
import type { App } from '../../app-types.ts';
import { question } from '../question.ts';
import { numberWithin, oneOf, readArguments, wholeNumber } from './arguments.ts';
import { freshScenario } from './fresh-scenario.ts';
import { readScenarioFile } from './scenario-file.ts';
import { alignColumns, json, UsageError, type Terminal } from './terminal.ts';

/** `--threads` and `--pdf` are also read where the app is opened. */
export const compareOptions = {
  scenario: 'text',
  saved: 'text',
  market: 'text',
  json: 'flag',
  pdf: 'text',
  trials: 'text',
  seed: 'text',
  threads: 'text',
} as const;

type ScenarioInput = Input<'comparison.run'>['scenario'];
interface Question {
  readonly id: number | null;
  readonly scenario: ScenarioInput;
}

/** `compare`: one full run of a scenario; the headline, a table, and the PDF if asked for. */
export const compareCommand = async (
  app: App,
  args: readonly string[],
  terminal: Terminal,
): Promise<number> => {
  const { options, words } = readArguments(args, compareOptions);
  if (words.length > 0) throw new UsageError(`compare does not know what to do with "${words[0]}".`);
  const folder = options.pdf === undefined ? undefined : dirname(resolve(options.pdf));
  if (folder !== undefined && !existsSync(folder)) throw new Error(`There is no folder ${folder}.`);
  const trials = numberWithin('trials', options.trials, { min: 100, max: 1_000_000 });
  const seed = numberWithin('seed', options.seed, { min: 0, max: 0xffff_ffff });
  const asked = await askedScenario(app, options, terminal);
  const changes = { ...(trials === undefined ? {} : { trials }), ...(seed === undefined ? {} : { seed }) };
  const stored = await runComparison(
    app,
    { ...asked, scenario: { ...asked.scenario, ...changes } },
    terminal,
  );
  const { scenario, comparison } = stored;
  terminal.data(
    options.json
      ? json({ headline: headline(comparison), scenario, comparison })
      : summary(comparison, scenario.notes),
  );
  if (stored.id === null) {
    terminal.say(`This comparison could not be kept. ${failureSentence(stored.because)}`);
    return 1;
  }
  if (options.pdf !== undefined) {
    const printed = await question(app, 'document.pdf', { comparisonId: stored.id });
    terminal.say(`The PDF is in ${printed.path} (${printed.pages} pages).`);
  }
  return 0;
};

const askedScenario = async (
  app: App,
  options: { readonly scenario?: string; readonly saved?: string; readonly market?: string },
  terminal: Terminal,
): Promise<Question> => {
  const market = oneOf('market', options.market, marketSchema.options) ?? null;
  if (options.scenario !== undefined && options.saved !== undefined) {
    throw new UsageError('Choose either --scenario or --saved.');
  }
  if (options.scenario !== undefined) return { id: null, scenario: await readScenarioFile(options.scenario) };
  const id = wholeNumber('saved', options.saved);
  if (id === undefined) return freshScenario(app, { market, save: false }, terminal);
  const kept = await question(app, 'scenario.get', { id });
  if (kept.missingReports.length > 0) terminal.say(missingReportsSentence(kept.missingReports));
  return kept;
};

const runComparison = async (app: App, asked: Question, terminal: Terminal): Promise<FinishedComparison> => {
  const run = 'cli';
  const stop = app.listen(event => {
    if (event.kind === 'progress' && event.run === run) {
      terminal.progress(`Simulating … ${Math.floor((event.done / event.total) * 100)} %`);
    }
  });
  const interrupt = (): void => void app.ask('comparison.cancel', { run });
  process.on('SIGINT', interrupt);
  try {
    return await question(app, 'comparison.run', { run, scenarioId: asked.id, scenario: asked.scenario });
  } finally {
    process.removeListener('SIGINT', interrupt);
    stop();
    terminal.progress('');
  }
};

/** The comparison for a terminal: headline, a row per strategy, what happened to the policy events. */
export const summary = (comparison: Comparison, notes: readonly string[] = []): string => {
  const { sentence, detail } = headline(comparison);
  const table = alignColumns([
    ['Earned', 'mean', 'bad tenth', 'typical', 'good tenth', paidByTheEnd],
    ...comparison.strategies.map(strategy => strategyRow(comparison, strategy)),
  ]);
  return `${[sentence, detail, ...notes].join('\n')}\n\n${table}`;
};

const strategyRow = (comparison: Comparison, strategy: StrategyResult): readonly string[] => {
  const money = (amount: number | undefined): string => formatEstimate(amount ?? 0, comparison.currency);
  const at = (level: (typeof bandLevels)[number]): string =>
    money(strategy.totalEarned.quantiles[bandLevels.indexOf(level)]);
  return [
    strategy.label,
    money(strategy.totalEarned.mean),
    at(0.1),
    at(0.5),
    at(0.9),
    money(strategy.totalPaid.quantiles[bandLevels.indexOf(0.5)]),
  ];
};
