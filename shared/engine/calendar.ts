import { addDays, daysBetween, fromEpochDay, monthEnd, toEpochDay, type Day } from '../domain/day.ts';

/** The longest horizon of a scenario. */
export const mostWeeks = 260;

/** How the seven days of each week fall into calendar months. */
export interface MonthSplit {
  /** Month of the week's first day, counted from the first month. */
  readonly month: Int32Array;
  /** How many of the seven days lie in that month; the rest lie in the next. */
  readonly days: Int32Array;
  /** Days from the scenario's start to the last day of each month. */
  readonly lastDay: Int32Array;
  /** Week that the last of each month's days are booked in. */
  readonly bookedBy: Int32Array;
}

/** Weeks from the week of the order to the one its commission is booked in: that of the fourth of its seven days, `shift` days later. */
export const bookingLag = (shift: number): number => Math.floor((3 + shift) / 7);

/** The weeks of a scenario laid on the calendar: week w holds days 7w … 7w + 6 after the start. */
export interface Calendar {
  readonly weeks: number;
  readonly weekEnds: readonly Day[];
  /** Position of each week's middle day among the 53 weeks of the year, 0 = 1–7 January. */
  readonly weekOfYear: Int32Array;
  /** Months that lie wholly inside the horizon: from (inclusive) … to (exclusive). */
  readonly fullMonths: readonly [number, number];
}

const most = 32;

/** Remembers what a function made of its last arguments: a dragged slider leaves the calendar as it is. */
const remembering = <Result>(make: (start: Day, weeks: number, shift: number) => Result) => {
  const known = new Map<string, Result>();
  return (start: Day, weeks: number, shift = 0): Result => {
    const key = `${start} ${weeks} ${shift}`;
    let result = known.get(key);
    if (result === undefined) {
      if (known.size === most) known.clear();
      known.set(key, (result = make(start, weeks, shift)));
    }
    return result;
  };
};

/** Splits the days `shift … shift + 7·weeks − 1` after `start` into months. */
export const monthSplit = remembering((start, weeks, shift): MonthSplit => {
  const month = new Int32Array(weeks);
  const days = new Int32Array(weeks);
  const lastDay: number[] = [daysBetween(start, monthEnd(start))];
  const grow = (): number => lastDay.push(daysBetween(start, monthEnd(addDays(start, lastDay.at(-1)! + 1))));
  let at = 0;
  for (let week = 0; week < weeks; week++) {
    const first = week * 7 + shift;
    while (lastDay[at]! < first) {
      if (at + 1 === lastDay.length) grow();
      at++;
    }
    month[week] = at;
    days[week] = Math.min(7, lastDay[at]! - first + 1);
  }
  grow();
  const bookedBy = lastDay.map(day => Math.floor((day - shift) / 7) + bookingLag(shift));
  return { month, days, lastDay: Int32Array.from(lastDay), bookedBy: Int32Array.from(bookedBy) };
});

const weekOfYearAt = (on: Day): number => Math.floor(daysBetween(`${on.slice(0, 4)}-01-01` as Day, on) / 7);

/** Lays `weeks` weeks from `start` on the calendar. */
export const calendarOf = remembering((start, weeks): Calendar => {
  const first = toEpochDay(start);
  const split = monthSplit(start, weeks, 0);
  const last = weeks * 7 - 1;
  const from = start.endsWith('-01') ? 0 : 1;
  const ended = split.lastDay.findIndex(day => day > last);
  return {
    weeks,
    weekEnds: Array.from({ length: weeks }, (_, week) => fromEpochDay(first + week * 7 + 6)),
    weekOfYear: Int32Array.from({ length: weeks }, (_, week) =>
      weekOfYearAt(fromEpochDay(first + week * 7 + 3)),
    ),
    fullMonths: [from, Math.max(from, ended === -1 ? split.lastDay.length : ended)],
  };
});
