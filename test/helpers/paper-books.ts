/**
 * Books kept on paper for weeks that begin on Monday 5 January 2026: which days of a week fall in which month, and when a month
 * is paid, are written down here, not computed. Cents.
 */
export interface PaperBooks {
  readonly earned: readonly number[];
  readonly paid: readonly number[];
}

/** Days of the week that lie in the month its Monday lies in; the rest lie in the next. Other weeks lie in one month. */
const straddling: Readonly<Record<number, number>> = { 3: 6, 7: 6, 12: 2, 16: 4, 25: 2 };
/** Last week that begins in January, February, … June. */
const lastWeekOf = [3, 7, 12, 16, 20, 25];

/** What is sold in each week, and what of it comes back `delay` weeks later. */
export interface PaperSales {
  readonly sold: readonly number[];
  readonly back: readonly number[];
  readonly delay: number;
}

const netOf = ({ sold, back, delay }: PaperSales): number[] =>
  sold.map((each, week) => each - (back[week - delay] ?? 0));

/** A program that pays after the month's end, in the given weeks for January, February, … once the balance reaches the threshold. */
export const paidMonthly = (
  sales: PaperSales,
  { paydays, threshold }: { readonly paydays: readonly number[]; readonly threshold: number },
): PaperBooks => {
  const earned = netOf(sales);
  const statements = [0, 0, 0, 0, 0, 0, 0];
  earned.forEach((net, week) => {
    const month = lastWeekOf.findIndex(last => week <= last);
    const days = straddling[week] ?? 7;
    const first = Math.round((net * days) / 7);
    statements[month]! += first;
    statements[month + 1]! += net - first;
  });
  const paid = earned.map(() => 0);
  let balance = 0;
  paydays.forEach((week, month) => {
    balance += statements[month]!;
    if (balance <= 0 || balance < threshold) return;
    paid[week] = balance;
    balance = 0;
  });
  return { earned, paid };
};

/** TikTok Shop: Monday to Wednesday's sales settle in the second week after, the other days' in the third (18 days). Refunds cancel. */
export const paidAfter18Days = ({ sold, back, delay }: PaperSales): PaperBooks => {
  const settles = sold.map((each, week) => each - back[week]!);
  const paid = sold.map((_, week) => {
    const second = settles[week - 2] ?? 0;
    const third = settles[week - 3] ?? 0;
    return Math.round((second * 3) / 7) + third - Math.round((third * 3) / 7);
  });
  return { earned: netOf({ sold, back, delay }), paid };
};
