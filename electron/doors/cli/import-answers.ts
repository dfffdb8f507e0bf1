import { accountName } from '../../../shared/domain/account.ts';
import { daySchema } from '../../../shared/domain/day.ts';
import type { ImportAnswer, ImportQuestion } from '../../../shared/domain/import-question.ts';
import { currencySchema } from '../../../shared/domain/money.ts';
import { timeZoneSchema } from '../../../shared/domain/time-zone.ts';
import { accountLabel } from '../../../shared/words/labels.ts';
import { formatDay } from '../../../shared/words/format-day.ts';
import { oneOf } from './arguments.ts';
import { UsageError } from './terminal.ts';

/** Options that answer what reports do not say; one answer serves every file of the command. */
export const answerOptions = {
  currency: 'text',
  'day-order': 'text',
  decimals: 'text',
  window: 'text',
  account: 'text',
  zone: 'text',
} as const;
type Given = { readonly [Name in keyof typeof answerOptions]?: string };

const windowOf = (text: string | undefined): Extract<ImportAnswer, { kind: 'window' }> | undefined => {
  if (text === undefined) return undefined;
  const [from, to] = text.split('..').map(day => daySchema.safeParse(day).data);
  if (!from || !to || from > to) {
    throw new UsageError(`--window takes two days such as 2026-08-01..2026-08-31, not "${text}".`);
  }
  return { kind: 'window', from, to };
};

const accountOf = (text: string): Extract<ImportAnswer, { kind: 'account' }> => {
  const account = accountName(text);
  if (account === '') throw new UsageError('--account takes the name of an account, such as @hearthpan.');
  return { kind: 'account', account };
};

const zoneOf = (text: string): Extract<ImportAnswer, { kind: 'time-zone' }> => {
  const zone = timeZoneSchema.safeParse(text);
  if (!zone.success) throw new UsageError(`--zone takes a time zone such as Europe/London, not "${text}".`);
  return { kind: 'time-zone', zone: zone.data };
};

/** Reads the answers once, so that a wrong one is refused before any file is opened. */
export const readAnswers = (given: Given): readonly ImportAnswer[] => {
  const currency = oneOf('currency', given.currency, currencySchema.options);
  const order = oneOf('day-order', given['day-order'], ['day-first', 'month-first']);
  const decimals = oneOf('decimals', given.decimals, ['point', 'comma']);
  const window = windowOf(given.window);
  return [
    ...(currency === undefined ? [] : [{ kind: 'currency' as const, currency }]),
    ...(order === undefined ? [] : [{ kind: 'day-order' as const, order }]),
    ...(decimals === undefined
      ? []
      : [{ kind: 'decimals' as const, decimal: decimals === 'comma' ? (',' as const) : ('.' as const) }]),
    ...(window === undefined ? [] : [window]),
    ...(given.zone === undefined ? [] : [zoneOf(given.zone)]),
    ...(given.account === undefined ? [] : [accountOf(given.account)]),
  ];
};

/** The given answers by question id; a question that none of them answers is absent. */
export const answersTo = (
  questions: readonly ImportQuestion[],
  answers: readonly ImportAnswer[],
): readonly (readonly [string, ImportAnswer])[] =>
  questions.flatMap(asked => {
    const answer = answers.find(one => one.kind === asked.kind);
    return answer === undefined ? [] : [[asked.id, answer] as const];
  });

const wanted = (asked: ImportQuestion): string => {
  switch (asked.kind) {
    case 'window':
      return `does not say which days it sums up${asked.lastDay === null ? '' : ` (its last day is ${formatDay(asked.lastDay)})`}: say --window FROM..TO`;
    case 'account':
      return `does not say which account it is of (known: ${asked.known.map(accountLabel).join(', ')}): say --account NAME`;
    case 'time-zone':
      return `does not say which time zone its times are in: say --zone, for example --zone ${asked.proposed}`;
    case 'currency':
      return 'does not say its currency: say --currency, for example --currency USD';
    case 'day-order':
      return `has days that can be read both ways in "${asked.column}" (${asked.examples.slice(0, 2).join(', ')}): say --day-order day-first or month-first`;
    case 'decimals':
      return `has amounts that can be read both ways in "${asked.column}" (${asked.examples.slice(0, 2).join(', ')}): say --decimals comma where a comma precedes the decimals, else --decimals point`;
    case 'columns':
      return 'is no report that Forkcast knows: map its columns once in the window, and the next one is recognised here too';
  }
};

/** One sentence per open question, with what to say. */
export const questionSentence = (asked: ImportQuestion): string => {
  const place = asked.sheet === null ? asked.file : `${asked.file} (${asked.sheet})`;
  return `${place} ${wanted(asked)}. Nothing of it was imported.`;
};

/** What was assumed and could be otherwise: nothing to say of a program's only account. */
export const assumedSentence = (asked: ImportQuestion): readonly string[] => {
  if (asked.kind === 'time-zone')
    return [
      `${asked.file} does not say the time zone of its times; they are taken as ${asked.proposed}. If that is wrong, undo the import and say --zone.`,
    ];
  if (asked.kind !== 'account' || asked.known.length < 2) return [];
  return [
    `${asked.file} is taken as a report of ${accountLabel(asked.proposed)}. If that is wrong, undo the import and say --account.`,
  ];
};
