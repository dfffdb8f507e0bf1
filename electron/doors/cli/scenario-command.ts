import { marketSchema, type Market } from '../../../shared/domain/market.ts';
import type { App } from '../../app-types.ts';
import { question } from '../question.ts';
import { oneOf, readArguments, wholeNumber } from './arguments.ts';
import { freshScenario, scenarioOfReports } from './fresh-scenario.ts';
import { alignColumns, json, UsageError, type Terminal } from './terminal.ts';

const known = { market: 'text', from: 'text', save: 'flag', json: 'flag' } as const;

/** `scenario schema|new|show`: scenario documents on standard output. */
export const scenarioCommand = async (
  app: App,
  args: readonly string[],
  terminal: Terminal,
): Promise<number> => {
  const { options, words } = readArguments(args, known);
  const [verb, word] = words;
  switch (verb) {
    case 'schema':
      terminal.data(json(await question(app, 'scenario.schema', {})));
      return 0;
    case 'new': {
      const market = oneOf('market', options.market, marketSchema.options) ?? null;
      const from = oneOf('from', options.from, ['reports', 'priors']);
      const wish = { market, save: options.save === true };
      const made = await newScenario(app, { from, ...wish }, terminal);
      if (made.id !== null) terminal.say(`Saved as scenario ${made.id}.`);
      terminal.data(json(made.scenario));
      return 0;
    }
    case 'show':
      return word === undefined ? list(app, options.json === true, terminal) : show(app, word, terminal);
    default:
      throw new UsageError('scenario takes schema, new or show.');
  }
};

interface NewScenario {
  readonly from: 'reports' | 'priors' | undefined;
  readonly market: Market | null;
  readonly save: boolean;
}

const newScenario = (app: App, { from, ...wish }: NewScenario, terminal: Terminal) => {
  if (from === undefined) return freshScenario(app, wish, terminal);
  if (from === 'reports') return scenarioOfReports(app, wish, terminal);
  return question(app, 'scenario.create', { ...wish, from, market: wish.market ?? 'US' });
};

const show = async (app: App, word: string, terminal: Terminal): Promise<number> => {
  const id = wholeNumber('id', word) ?? 0;
  terminal.data(json((await question(app, 'scenario.get', { id })).scenario));
  return 0;
};

const list = async (app: App, asJson: boolean, terminal: Terminal): Promise<number> => {
  const entries = await question(app, 'scenario.list', {});
  if (asJson) {
    terminal.data(json(entries));
    return 0;
  }
  if (entries.length === 0) terminal.say('No scenario is saved yet.');
  else terminal.data(alignColumns(entries.map(entry => [`${entry.id}  ${entry.name}`, entry.changedAt])));
  return 0;
};
