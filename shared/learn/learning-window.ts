import type { EpochDay } from '../domain/day.ts';

/** One day's sales: `orders` on `day`. */
export interface DatedOrders {
  readonly day: EpochDay;
  readonly orders: number;
}

/** Longest window: older rows tell of another season's level, cards and plans. */
export const windowDays = 365;

/** A quiet stretch longer than this may part the run of sales from stray dates after it. */
const longGap = 90;
const fewestStray = 3;
const strayShare = 0.05;
/** After a year without a sale, fewer orders than this are no new run: nothing could be learned from them alone. */
const fewestNewRun = 10;

const ordersByDay = (sales: readonly DatedOrders[]): readonly DatedOrders[] => {
  const byDay = new Map<EpochDay, number>();
  for (const { day, orders } of sales) byDay.set(day, (byDay.get(day) ?? 0) + orders);
  return [...byDay].map(([day, orders]) => ({ day, orders })).toSorted((a, b) => a.day - b.day);
};

/** Whether what comes after a gap is a handful of stray dates rather than the run of sales going on. */
const isStray = (tail: number, before: number, gap: number): boolean =>
  gap > longGap &&
  (tail < Math.max(fewestStray, strayShare * before) || (gap > windowDays && tail < fewestNewRun));

/**
 * Last day of the run of sales: one mistyped date far after all others does not move it. Days after a gap of more than 90 days are
 * left out when they hold fewer than three orders or 5 % of the year before the gap (fewer than ten after a gap of a year).
 * Null without sales.
 */
export const lastDayOfRun = (sales: readonly DatedOrders[]): EpochDay | null => {
  const days = ordersByDay(sales);
  let end = days.length - 1;
  let tail = 0;
  for (let i = days.length - 1; i > 0; i--) {
    tail += days[i]!.orders;
    const { day } = days[i - 1]!;
    const gap = days[i]!.day - day;
    if (gap <= longGap) continue;
    const before = days
      .slice(0, i)
      .reduce((sum, each) => sum + (each.day > day - windowDays ? each.orders : 0), 0);
    if (!isStray(tail, before, gap)) break;
    end = i - 1;
    tail = 0;
  }
  return days[end]?.day ?? null;
};
