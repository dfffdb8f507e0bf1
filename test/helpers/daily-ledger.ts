import { addDays, type Day, monthOf } from '../../shared/domain/day.ts';

/** The books of one program, kept in big integers day by day and month by month: a second implementation to compare with. */
export interface DailyLedger {
  readonly paid: readonly bigint[];
  readonly pending: readonly bigint[];
  readonly reversed: readonly bigint[];
  readonly earned: readonly bigint[];
}

interface Books {
  readonly start: Day;
  readonly gross: readonly bigint[];
  readonly reversed: readonly bigint[];
  readonly delay: number;
  readonly days: number;
  readonly threshold: bigint;
}

const half = (numerator: bigint, denominator: bigint): bigint => {
  // Half-way cases go up, as Math.round does.
  const doubled = 2n * numerator + denominator;
  const quotient = doubled / (2n * denominator);
  return doubled < 0n && doubled % (2n * denominator) !== 0n ? quotient - 1n : quotient;
};

const close = (books: Books, paid: readonly bigint[]): DailyLedger => {
  let earned = 0n;
  let back = 0n;
  let out = 0n;
  const rows = books.gross.map((gross, week) => {
    earned += gross;
    back += week >= books.delay ? books.reversed[week - books.delay]! : 0n;
    out += paid[week]!;
    return { earned, back, out };
  });
  return {
    paid,
    earned: rows.map(row => row.earned),
    reversed: rows.map(row => row.back),
    pending: rows.map(row => row.earned - row.back - row.out),
  };
};

const monthsOfWeek = (start: Day, week: number): { first: string; last: string; inFirst: bigint } => {
  const all = [0, 1, 2, 3, 4, 5, 6].map(day => monthOf(addDays(start, week * 7 + day)));
  return { first: all[0]!, last: all[6]!, inFirst: BigInt(all.filter(month => month === all[0]).length) };
};

/** Amazon: statements by calendar month, paid `days` after the month's last day. */
export const dailyAmazon = (books: Books): DailyLedger => {
  const statements = new Map<string, bigint>();
  const add = (month: string, amount: bigint): void =>
    void statements.set(month, (statements.get(month) ?? 0n) + amount);
  books.gross.forEach((gross, week) => {
    const net = gross - (week >= books.delay ? books.reversed[week - books.delay]! : 0n);
    const { first, last, inFirst } = monthsOfWeek(books.start, week);
    const part = half(net * inFirst, 7n);
    add(first, part);
    add(last, net - part);
  });
  const weeks = books.gross.length;
  const paid = Array.from({ length: weeks }, () => 0n);
  let balance = 0n;
  for (let dayIndex = 0; dayIndex < weeks * 7; dayIndex++) {
    const ended = addDays(books.start, dayIndex - books.days);
    if (monthOf(ended) === monthOf(addDays(ended, 1))) continue;
    const statement = statements.get(monthOf(ended));
    if (statement === undefined) continue;
    balance += statement;
    if (balance > 0n && balance >= books.threshold) {
      const week = Math.floor(dayIndex / 7);
      paid[week] = paid[week]! + balance;
      balance = 0n;
    }
  }
  return close(books, paid);
};

/** TikTok Shop: every sale day settles `days` later; refunds in the week of the sale or before that cancel, later ones leave the commission. */
export const dailyTiktokShop = (books: Books): DailyLedger => {
  const cancels = books.delay === 0 || books.delay * 7 < books.days;
  const reversed = books.reversed.map(each => (cancels ? each : 0n));
  const weeks = books.gross.length;
  const settled = Array.from({ length: weeks + Math.ceil(books.days / 7) + 2 }, () => 0n);
  books.gross.forEach((gross, week) => {
    const net = gross - reversed[week]!;
    const inFirst = [0, 1, 2, 3, 4, 5, 6].filter(
      day => Math.floor((day + books.days) / 7) === Math.floor(books.days / 7),
    );
    const part = half(net * BigInt(inFirst.length), 7n);
    const at = week + Math.floor(books.days / 7);
    settled[at] = settled[at]! + part;
    settled[at + 1] = settled[at + 1]! + net - part;
  });
  let balance = 0n;
  const paid = Array.from({ length: weeks }, (_, week) => {
    balance += settled[week]!;
    if (balance <= 0n || balance < books.threshold) return 0n;
    const out = balance;
    balance = 0n;
    return out;
  });
  return close({ ...books, reversed }, paid);
};
