import { z } from 'zod';
import { day, type Day } from './day.ts';
import type { Currency } from './money.ts';

const canBeUsed = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

/** An IANA time zone, such as `America/Los_Angeles`. */
export const timeZoneSchema = z.string().min(1).max(60).refine(canBeUsed, { error: 'is no time zone' });

/** A clock that each money is at home on; where a market spans several zones, the one of its largest coast for TikTok Shop. */
const homeZones: Partial<Record<Currency, string>> = {
  USD: 'America/Los_Angeles',
  CAD: 'America/Toronto',
  GBP: 'Europe/London',
  EUR: 'Europe/Berlin',
  BRL: 'America/Sao_Paulo',
  MXN: 'America/Mexico_City',
  JPY: 'Asia/Tokyo',
  INR: 'Asia/Kolkata',
  AUD: 'Australia/Sydney',
  IDR: 'Asia/Jakarta',
  VND: 'Asia/Ho_Chi_Minh',
  THB: 'Asia/Bangkok',
  MYR: 'Asia/Kuala_Lumpur',
  PHP: 'Asia/Manila',
  SGD: 'Asia/Singapore',
};

/** The zone whose calendar days of a money's market are: a convention of this app, not a fact about a report. */
export const homeZone = (currency: Currency): string => homeZones[currency] ?? 'UTC';

const hourMillis = 3_600_000;
const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();

const formatOf = (zone: string): Intl.DateTimeFormat => {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, made);
  return made;
};

/** Milliseconds that a zone's clocks are ahead of UTC at a moment; the same within an hour. */
const offsetAt = (zone: string, at: number): number => {
  const hour = Math.floor(at / hourMillis) * hourMillis;
  const key = `${zone} ${hour}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const part = Object.fromEntries(
    formatOf(zone)
      .formatToParts(hour)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const local = Date.UTC(part.year!, part.month! - 1, part.day, part.hour, part.minute, part.second);
  if (offsets.size > 50_000) offsets.clear();
  offsets.set(key, local - hour);
  return local - hour;
};

/** A day and a time of day (`HH:MM:SS`, empty = midnight) on some clock. */
export interface ClockTime {
  readonly day: Day;
  readonly time: string;
}

const asUtc = ({ day: on, time }: ClockTime): number =>
  Date.parse(`${on}T${time === '' ? '00:00:00' : time}Z`);

/** Unix milliseconds of a clock's time in a zone; within a clock change, one of the two moments that it can mean. */
export const momentOf = (clock: ClockTime, zone: string): number => {
  const local = asUtc(clock);
  const first = local - offsetAt(zone, local);
  return local - offsetAt(zone, first);
};

/** What the clocks of another zone say at the same moment. */
export const inZone = (clock: ClockTime, from: string, to: string): ClockTime => {
  const moment = momentOf(clock, from);
  const text = new Date(moment + offsetAt(to, moment)).toISOString();
  return { day: day(text.slice(0, 10)), time: text.slice(11, 19) };
};

const seconds = 32n;

/** Unix milliseconds when a TikTok video was posted: the upper 32 bits of its id are seconds. Null for text that is no such id. */
export const postedAt = (contentId: string): number | null => {
  if (!/^\d{18,19}$/u.test(contentId)) return null;
  return Number(BigInt(contentId) >> seconds) * 1000;
};
