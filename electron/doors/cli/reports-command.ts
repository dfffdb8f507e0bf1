import { formatDayRange } from '../../../shared/words/format-day.ts';
import { formatCount } from '../../../shared/words/format-number.ts';
import { reportLabels } from '../../../shared/words/labels.ts';
import type { App } from '../../app-types.ts';
import { question } from '../question.ts';
import { readArguments, wholeNumber } from './arguments.ts';
import { alignColumns, json, UsageError, type Terminal } from './terminal.ts';

/** `reports [undo ID]`: what is imported, by import; undoing takes one import out exactly. */
export const reportsCommand = async (
  app: App,
  args: readonly string[],
  terminal: Terminal,
): Promise<number> => {
  const { options, words } = readArguments(args, { json: 'flag' });
  const [verb, id] = words;
  if (verb === undefined) return list(app, options.json === true, terminal);
  if (verb !== 'undo' || id === undefined || words.length > 2) {
    throw new UsageError('reports takes nothing, or undo and the number of an import.');
  }
  const { removed } = await question(app, 'report.undo', { importId: wholeNumber('import', id)! });
  terminal.say(`Undone: ${formatCount(removed, 'row')} left the library.`);
  return 0;
};

const list = async (app: App, asJson: boolean, terminal: Terminal): Promise<number> => {
  const reports = await question(app, 'report.list', {});
  if (asJson) terminal.data(json(reports));
  else if (reports.length === 0) terminal.say('No reports are imported yet.');
  else {
    const rows = reports.map(report => [
      `${report.importId}  ${report.sheet === null ? report.file : `${report.file} (${report.sheet})`}`,
      reportLabels[report.kind],
      report.account ?? '–',
      formatDayRange(report.from, report.to),
      formatCount(report.rows, 'row'),
    ]);
    terminal.data(alignColumns([['Import', 'report', 'account', 'days', 'rows'], ...rows]));
  }
  return 0;
};
