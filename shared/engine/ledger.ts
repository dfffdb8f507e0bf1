import type { MonthSplit } from './calendar.ts';
import { kernel, roomWords } from './kernel.ts';

/**
 * Commission of one program by week of the order, minor units, rounded to whole ones where it is read; `reversed` holds what of it
 * is returned later. In the kernels' memory, like all rows here.
 */
export interface Commission {
  readonly gross: Float64Array;
  /** Null where nothing is. */
  readonly reversed: Float64Array | null;
  /** Weeks from sale to return. */
  readonly delay: number;
}

/** Months as the kernels read them: how many, and four numbers of each. */
export interface MonthTable {
  readonly count: number;
  /** `[month]`: first week that begins after it, days of the week before that lie in it, `lastDay` and `bookedBy`. */
  readonly rows: Int32Array;
}

/** The table of a split, in the kernels' memory. */
export const monthTable = ({ month, days, lastDay, bookedBy }: MonthSplit): MonthTable => {
  const rows = roomWords(4 * lastDay.length);
  let end = 0;
  lastDay.forEach((last, m) => {
    while (end < month.length && month[end]! <= m) end++;
    rows.set([end, days[end - 1] ?? 7, last, bookedBy[m]!], 4 * m);
  });
  return { count: lastDay.length, rows };
};

const addressOf = (row: Float64Array | null): number => row?.byteOffset ?? 0;

/** Writes the net commission booked in each week: what was earned in it less what of earlier weeks came back in it. */
export const netRow = ({ gross, reversed, delay }: Commission, net: Float64Array): void =>
  kernel.netRow(gross.byteOffset, addressOf(reversed), net.byteOffset, net.length, delay);

/** Sum of what `netRow` writes for the weeks before `booked`. */
export const netTotal = ({ gross, reversed, delay }: Commission, booked: number): number => {
  const all = kernel.wholeSum(gross.byteOffset, booked);
  return reversed ? all - kernel.wholeSum(reversed.byteOffset, booked - delay) : all;
};

/** Where net commission is booked, minor units by week and by month. */
export interface Books {
  readonly earned: Float64Array;
  readonly monthly: Float64Array;
  readonly months: MonthTable;
  /** Weeks from the week of the order to the one it is booked in. */
  readonly lag: number;
}

/** Adds net commission to the weeks and months it is earned in; returns its total within the horizon. */
export const book = (net: Float64Array, { earned, monthly, months, lag }: Books): number =>
  kernel.bookWeeks(
    net.byteOffset,
    earned.byteOffset + 8 * lag,
    monthly.byteOffset,
    months.rows.byteOffset,
    net.length - lag,
  );

export interface MonthlyPayment {
  readonly months: MonthTable;
  /** Days from a month's end to its payment. */
  readonly days: number;
  /** Smallest payment, minor units. */
  readonly threshold: number;
}

/**
 * Adds the payments of a program that pays after the month (Amazon, storefronts) to `paid`. A month's statement is the net
 * commission of its shipping weeks; weeks that straddle two months are split by days, rounded to whole units, the rest to the
 * later month. On its payday, not before all of it is booked, a statement joins the balance, which is paid when it reaches the
 * threshold, else (also when negative) carried over.
 */
export const payMonthly = (
  net: Float64Array,
  paid: Float64Array,
  { months, days, threshold }: MonthlyPayment,
): void => {
  const { count, rows } = months;
  kernel.payMonthly(net.byteOffset, paid.byteOffset, paid.length, rows.byteOffset, count, days, threshold);
};

export interface ShopPayment {
  /** Whole days from sale to payment. */
  readonly days: number;
  readonly threshold: number;
}

/**
 * Adds TikTok Shop's payments to `paid`. The seven sale days of a week settle `days` later, so a week's net commission falls
 * into one or two weeks, split by days; settled money is paid once it reaches the threshold.
 */
export const payTiktokShop = (
  { gross, reversed }: Commission,
  paid: Float64Array,
  { days, threshold }: ShopPayment,
): void =>
  kernel.payShop(gross.byteOffset, addressOf(reversed), paid.byteOffset, paid.length, days, threshold);

/** Whether refunds after `delay` weeks cancel the commission: in the week of the sale, or before a settlement of `days`. */
export const refundCancels = (delay: number, days: number): boolean => delay === 0 || delay * 7 < days;
