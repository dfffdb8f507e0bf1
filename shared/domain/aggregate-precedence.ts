import { saidBy } from './account.ts';
import type { Aggregate } from './aggregate.ts';

/** Figures only grow while a window is still being reported: the larger sum is the later word. */
const sumOf = ({ views, impressions, clicks, orders, itemsOrdered, itemsShipped }: Aggregate): number =>
  (views ?? 0) +
  (impressions ?? 0) +
  (clicks ?? 0) +
  (orders ?? 0) +
  (itemsOrdered ?? 0) +
  (itemsShipped ?? 0);

/**
 * Positive when `a` is the later word about the same subject and days, negative when `b` is, 0 for equal words.
 * Like `comparePrecedence` it never looks at when they were imported.
 */
export const compareAggregates = (a: Aggregate, b: Aggregate): number => {
  const bySum = sumOf(a) - sumOf(b);
  if (bySum !== 0) return bySum;
  const [left, right] = [saidBy(a), saidBy(b)];
  return left < right ? -1 : Number(left > right);
};
