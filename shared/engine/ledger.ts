import type { MonthSplit } from './calendar.ts';

/** The nearest whole number, halves upwards. (`Math.round` does the same with a branch that is a coin's toss.) */
export const wholeUnits = (amount: number): number => Math.floor(amount + 0.5);

/** Whole-unit commission of one program by week of the order; `reversed` holds what of it is returned later. */
export interface Commission {
  readonly gross: Float64Array;
  /** Null where nothing is. */
  readonly reversed: Float64Array | null;
  /** Weeks from sale to return. */
  readonly delay: number;
}

/** Where a ledger adds its cash: whole minor units by week. */
export interface CashRows {
  readonly paid: Float64Array;
  /** Scratch for statements by month. */
  readonly statement: Float64Array;
}

export interface MonthlyPayment {
  readonly months: MonthSplit;
  /** Days from a month's end to its payment. */
  readonly days: number;
  /** Smallest payment, minor units. */
  readonly threshold: number;
}

/** Writes the net commission booked in each week: what was earned in it less what of earlier weeks came back in it. */
export const netRow = ({ gross, reversed, delay }: Commission, net: Float64Array): void => {
  const weeks = net.length;
  for (let week = 0; week < weeks; week++) net[week] = gross[week]!;
  if (!reversed) return;
  for (let week = delay; week < weeks; week++) net[week] = net[week]! - reversed[week - delay]!;
};

/**
 * Adds the payments of a program that pays after the month (Amazon, storefronts) to `paid`. A month's statement is the net
 * commission of its shipping weeks; weeks that straddle two months are split by days, rounded to whole units, the rest to the
 * later month. On its payday, not before all of it is booked, a statement joins the balance, which is paid when it reaches the
 * threshold, else (also when negative) carried over.
 */
export const payMonthly = (net: Float64Array, rows: CashRows, payment: MonthlyPayment): void => {
  const { paid, statement } = rows;
  const { month, days, lastDay, bookedBy } = payment.months;
  const weeks = paid.length;
  statement.fill(0);
  for (let week = 0; week < weeks; week++) {
    const all = net[week]!;
    const m = month[week]!;
    if (days[week] === 7) {
      statement[m] = statement[m]! + all;
      continue;
    }
    const first = wholeUnits((all * days[week]!) / 7);
    statement[m] = statement[m]! + first;
    statement[m + 1] = statement[m + 1]! + (all - first);
  }
  let balance = 0;
  for (let m = 0; m < lastDay.length; m++) {
    const week = Math.max(bookedBy[m]!, Math.floor((lastDay[m]! + payment.days) / 7));
    if (week >= weeks) break;
    balance += statement[m]!;
    if (balance > 0 && balance >= payment.threshold) {
      paid[week] = paid[week]! + balance;
      balance = 0;
    }
  }
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
export const payTiktokShop = (commission: Commission, paid: Float64Array, payment: ShopPayment): void => {
  const { gross, reversed } = commission;
  const { threshold } = payment;
  const whole = Math.floor(payment.days / 7);
  const late = payment.days - whole * 7;
  let carried = 0;
  let balance = 0;
  const weeks = paid.length;
  for (let week = whole; week < weeks; week++) {
    const net = reversed ? gross[week - whole]! - reversed[week - whole]! : gross[week - whole]!;
    const first = late === 0 ? net : wholeUnits((net * (7 - late)) / 7);
    balance += carried + first;
    carried = net - first;
    if (balance > 0 && balance >= threshold) {
      paid[week] = paid[week]! + balance;
      balance = 0;
    }
  }
};

/** Whether refunds after `delay` weeks come before a settlement of `days` and so cancel the commission. */
export const refundCancels = (delay: number, days: number): boolean => delay * 7 < days;
