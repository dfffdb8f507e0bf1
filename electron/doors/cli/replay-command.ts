import type { Input, ReplayOptions } from '../../../shared/contract/contract.ts';
import type { Program } from '../../../shared/domain/program.ts';
import type { Replay } from '../../../shared/domain/replay.ts';
import { formatDayRange } from '../../../shared/words/format-day.ts';
import { formatMoney } from '../../../shared/words/format-money.ts';
import { formatCount, formatPercent } from '../../../shared/words/format-number.ts';
import { programLabels } from '../../../shared/words/labels.ts';
import { coverageSentence, replaySentence, skippedSentences } from '../../../shared/words/replay.ts';
import type { App } from '../../app-types.ts';
import { question } from '../question.ts';
import { oneOf, percentage, readArguments } from './arguments.ts';
import { alignColumns, json, UsageError, type Terminal } from './terminal.ts';

type Terms = Input<'replay.run'>['terms'];

const known = {
  json: 'flag',
  program: 'text',
  card: 'text',
  'tiktok-rate': 'text',
  agency: 'text',
} as const;

/** `replay`: the imported orders priced under other terms, to the minor unit. */
export const replayCommand = async (
  app: App,
  args: readonly string[],
  terminal: Terminal,
): Promise<number> => {
  const { options, words } = readArguments(args, known);
  if (words.length > 0) throw new UsageError(`replay does not know what to do with "${words[0]}".`);
  if (options.card !== undefined && options['tiktok-rate'] !== undefined) {
    throw new UsageError('Choose either --card or --tiktok-rate.');
  }
  const offered = await question(app, 'replay.options', {});
  const wanted = oneOf('program', options.program, ['amazon', 'tiktok-shop']);
  const program = wanted ?? offered.programs[0]?.program;
  if (program === undefined || offered.programs.every(each => each.program !== program))
    throw new Error(nothingToReplay(program));
  const rate = percentage('tiktok-rate', options['tiktok-rate']);
  const agencyShare = percentage('agency', options.agency) ?? 0;
  const replay = await question(app, 'replay.run', {
    program,
    terms: chooseTerms({ program, card: options.card, rate, agencyShare }, offered),
  });
  terminal.data(options.json ? json(replay) : summary(replay));
  return 0;
};

const nothingToReplay = (program: Program | undefined): string =>
  `No ${program === undefined ? '' : `${programLabels[program]} `}orders are imported yet that could be priced again. Import an earnings or order report first.`;

interface Choice {
  readonly program: Program;
  readonly card: string | undefined;
  readonly rate: number | undefined;
  readonly agencyShare: number;
}

/** What was asked for; else the other program's terms: today's Amazon card, or TikTok Shop's typical rates. */
const chooseTerms = ({ program, card, rate, agencyShare }: Choice, offered: ReplayOptions): Terms => {
  if (card !== undefined && !offered.cards.some(one => one.id === card)) {
    throw new UsageError(
      `There is no card "${card}". Known: ${offered.cards.map(one => one.id).join(', ')}.`,
    );
  }
  if (card !== undefined) return { kind: 'amazon-card', cardId: card };
  if (rate !== undefined) return { kind: 'tiktok-shop', rates: {}, other: rate, agencyShare };
  const current = offered.cards.find(one => one.market === 'US' && one.until === null);
  if (program === 'tiktok-shop' && current) return { kind: 'amazon-card', cardId: current.id };
  return { kind: 'tiktok-shop', rates: offered.tiktokRates, other: offered.tiktokOther, agencyShare };
};

const mostNamed = 20;

/** The sentences of the window, then a line per category. */
const summary = (replay: Replay): string => {
  const money = (amount: number): string => formatMoney(amount, replay.currency);
  const rows = replay.lines.map(line => [
    line.category,
    line.matchedTo ?? '–',
    line.ratePpm === null ? '–' : formatPercent(line.ratePpm / 1_000_000),
    money(line.actual),
    line.replayed === null ? '–' : money(line.replayed),
  ]);
  const table = alignColumns([['Category', 'priced as', 'rate', 'actual', 'replayed'], ...rows]);
  const said = [
    replaySentence(replay),
    coverageSentence(replay, 'terminal'),
    ...skippedSentences(replay),
  ].filter(sentence => sentence !== null);
  const span = `${formatCount(replay.orders, 'order')} from ${programLabels[replay.program]}, ${formatDayRange(replay.from, replay.to)}.`;
  const missing = replay.unmatched.map(line => line.category);
  const unknown = `Without a known rate: ${missing.slice(0, mostNamed).join(', ')}${missing.length > mostNamed ? ` and ${missing.length - mostNamed} more` : ''}.`;
  return [[...said, span].join('\n'), table, ...(missing.length === 0 ? [] : [unknown])].join('\n\n');
};
