import { z } from 'zod';

/** A calendar day as `YYYY-MM-DD`, proleptic Gregorian, without a time zone. Sorts as text. */
export type Day = string & { readonly __unit: 'day' };

/** Whole days since 1970-01-01. */
export type EpochDay = number;

const millisPerDay = 86_400_000;

const epochOf = (text: string): EpochDay | undefined => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const millis = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(millis) || new Date(millis).toISOString().slice(0, 10) !== text) return undefined;
  return millis / millisPerDay;
};

/** True for an existing calendar day written `YYYY-MM-DD` (2023-02-29 is none). */
export const isDay = (text: string): text is Day => epochOf(text) !== undefined;

export const daySchema = z
  .string()
  .refine(isDay, { error: 'is not a calendar day (YYYY-MM-DD)' }) as unknown as z.ZodType<Day, Day>;

/** Brands `YYYY-MM-DD` text; throws `RangeError` when no such day exists. */
export const day = (text: string): Day => {
  if (!isDay(text)) throw new RangeError(`${text} is not a calendar day`);
  return text;
};

export const toEpochDay = (value: Day): EpochDay => epochOf(value)!;

export const fromEpochDay = (epoch: EpochDay): Day =>
  new Date(epoch * millisPerDay).toISOString().slice(0, 10) as Day;

export const addDays = (value: Day, days: number): Day => fromEpochDay(toEpochDay(value) + days);

/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => toEpochDay(to) - toEpochDay(from);

/** `YYYY-MM` of a day. */
export const monthOf = (value: Day): string => value.slice(0, 7);

/** Last day of the day's month. */
export const monthEnd = (value: Day): Day => {
  const [year, month] = value.split('-').map(Number);
  return new Date(Date.UTC(year!, month, 0)).toISOString().slice(0, 10) as Day;
};
