import { isDay, type Day } from '../../../shared/domain/day.ts';

/** How a report writes its days. ISO days are understood beside any order. */
export type DayOrder = 'iso' | 'day-first' | 'month-first';

/** A calendar day and the time of day, as written and without a zone; `time` is empty when the cell has none or midnight. */
export interface DayAndTime {
  readonly day: Day;
  readonly time: string;
}

const known = new Map<string, Day | undefined>();

/** `isDay` costs a `Date`; a report repeats a few hundred days thousands of times. */
const dayOf = (text: string): Day | undefined => {
  if (known.has(text)) return known.get(text);
  if (known.size > 20_000) known.clear();
  const found = isDay(text) ? text : undefined;
  known.set(text, found);
  return found;
};

const timeOf = (text: string): string | undefined => {
  if (text === '') return '';
  const match = /^(?:T|\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:Z|\s*UTC)?$/u.exec(text);
  if (!match || Number(match[1]) > 23 || Number(match[2]) > 59 || Number(match[3] ?? 0) > 59)
    return undefined;
  const time = `${match[1]!.padStart(2, '0')}:${match[2]}:${match[3] ?? '00'}`;
  return time === '00:00:00' ? '' : time;
};

const slashed = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?!\d)/;

const slashedDay = (text: string, order: DayOrder): DayAndTime | undefined => {
  const match = slashed.exec(text);
  if (!match || order === 'iso') return undefined;
  const [dayPart, monthPart] = order === 'day-first' ? [match[1]!, match[2]!] : [match[2]!, match[1]!];
  const year = match[3]!.length === 2 ? `20${match[3]}` : match[3];
  const found = dayOf(`${year}-${monthPart.padStart(2, '0')}-${dayPart.padStart(2, '0')}`);
  const time = timeOf(text.slice(match[0].length));
  return found === undefined || time === undefined ? undefined : { day: found, time };
};

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `June 08, 2011`, `8 Jun 2011`: a month's name leaves no doubt. */
const namedDay = (text: string): DayAndTime | undefined => {
  const match = /^(?:([A-Za-z]{3,9})\.? (\d{1,2}),? |(\d{1,2})[ -]([A-Za-z]{3,9})\.?[ -])(\d{4})/.exec(text);
  if (!match) return undefined;
  const month = months.indexOf((match[1] ?? match[4])!.slice(0, 3).toLowerCase()) + 1;
  const dayPart = (match[2] ?? match[3])!.padStart(2, '0');
  const found = dayOf(`${match[5]}-${String(month).padStart(2, '0')}-${dayPart}`);
  const time = timeOf(text.slice(match[0].length));
  return found === undefined || time === undefined ? undefined : { day: found, time };
};

/** Reads `2019-12-03`, `2019-12-03 14:05:00`, or with slashes in the report's own order; undefined when no such day exists. */
export const readDay = (text: string, order: DayOrder): DayAndTime | undefined => {
  const iso = text.length >= 10 && text.charCodeAt(4) === 45;
  if (!iso) return slashedDay(text, order) ?? namedDay(text);
  const found = dayOf(text.length === 10 ? text : text.slice(0, 10));
  const time = text.length === 10 ? '' : timeOf(text.slice(10));
  return found === undefined || time === undefined ? undefined : { day: found, time };
};

/** True when text looks like a day but its order of day and month is not the report's. */
export const looksLikeDay = (text: string): boolean => slashed.test(text);
