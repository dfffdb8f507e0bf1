import { marketSchema } from '../../../shared/domain/market.ts';
import type { App } from '../../app-types.ts';
import { question } from '../question.ts';
import { oneOf, readArguments, wholeNumber } from './arguments.ts';
import { freshScenario } from './fresh-scenario.ts';
import { alignColumns, json, UsageError, type Terminal } from './terminal.ts';

const known = { market: 'text', from: 'text', save: 'flag' } as const;

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
      const market = oneOf('market', options.market, marketSchema.options) ?? 'US';
      const from = oneOf('from', options.from, ['reports', 'priors']);
      const wish = { market, save: options.save === true };
      const made =
        from === undefined
          ? await freshScenario(app, wish, terminal)
          : await question(app, 'scenario.create', { from, ...wish });
      if (made.id !== null) terminal.say(`Saved as scenario ${made.id}.`);
      terminal.data(json(made.scenario));
      return 0;
    }
    case 'show':
      return word === undefined ? list(app, terminal) : show(app, word, terminal);
    default:
      throw new UsageError('scenario takes schema, new or show.');
  }
};

const show = async (app: App, word: string, terminal: Terminal): Promise<number> => {
  const id = wholeNumber('id', word) ?? 0;
  terminal.data(json((await question(app, 'scenario.get', { id })).scenario));
  return 0;
};

const list = async (app: App, terminal: Terminal): Promise<number> => {
  const entries = await question(app, 'scenario.list', {});
  if (entries.length === 0) terminal.say('No scenario is saved yet.');
  else terminal.data(alignColumns(entries.map(entry => [`${entry.id}  ${entry.name}`, entry.changedAt])));
  return 0;
};
