import type { Replay } from '../domain/replay.ts';
import { formatMoney } from './format-money.ts';
import { formatCount, formatPercent } from './format-number.ts';
import { programLabels } from './labels.ts';

/** The one sentence of a replay, on matched orders alone: `Your TikTok Shop orders earned $900.00; under … $450.00, 50 % less.` */
export const replaySentence = (replay: Replay): string => {
  const money = (amount: number): string => formatMoney(amount, replay.currency);
  const { actualMatched, replayed } = replay;
  if (replay.lines.length === 0) return 'None of these orders can be priced under those terms.';
  const gap = replayed - actualMatched;
  const size = actualMatched > 0 ? formatPercent(Math.abs(gap) / actualMatched, 0) : money(Math.abs(gap));
  const change = gap === 0 ? 'exactly the same' : `${size} ${gap < 0 ? 'less' : 'more'}`;
  return `Your ${programLabels[replay.program]} orders earned ${money(actualMatched)}; under ${replay.termsLabel} the same orders would have earned ${money(replayed)}, ${change}.`;
};

/** What a replay leaves out, each with its reason; empty when nothing was. */
export const skippedSentences = ({ skipped, currency, unmatched }: Replay): readonly string[] => {
  const money = (amount: number): string => formatMoney(amount, currency);
  const { pending, onsite, bounties, unpaid, otherCurrency } = skipped;
  const lines: readonly (readonly [number, string])[] = [
    [
      unmatched.length,
      `${formatCount(unmatched.length, 'category', 'categories')} without a known rate, listed below.`,
    ],
    [
      pending.rows,
      `${formatCount(pending.rows, 'pending row')} with an estimated ${money(pending.estimatedCommission)}: not settled yet.`,
    ],
    [
      onsite.rows,
      `${formatCount(onsite.rows, 'row')} of on-Amazon income (${money(onsite.commission)}) that no video made.`,
    ],
    [bounties.rows, `${formatCount(bounties.rows, 'bounty', 'bounties')} (${money(bounties.commission)}).`],
    [unpaid, `${formatCount(unpaid, 'ineligible or frozen row')}.`],
    [otherCurrency, `${formatCount(otherCurrency, 'row')} in another currency.`],
  ];
  return lines.filter(([count]) => count > 0).map(([, sentence]) => `Left out: ${sentence}`);
};
