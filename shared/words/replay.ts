import { minor } from '../domain/money.ts';
import type { Replay, ReplayLine } from '../domain/replay.ts';
import { formatEstimate, formatMoney } from './format-money.ts';
import { formatCount, formatNumber, formatPercent, nbsp } from './format-number.ts';
import { programLabels } from './labels.ts';

/** Orders that could be priced. */
export const pricedOrders = ({ lines, unmatched }: Replay): number => {
  const left = new Set(unmatched);
  return lines.reduce((sum, line) => (left.has(line) || line.replayed === null ? sum : sum + line.orders), 0);
};

/** The one sentence of a replay, on priced orders alone; says first how many those are where some could not be. */
export const replaySentence = (replay: Replay): string => {
  const money = (amount: number): string => formatMoney(amount, replay.currency);
  const { actualMatched, replayed, unmatched } = replay;
  const program = replay.program === 'amazon' ? 'Amazon' : programLabels[replay.program];
  const priced = pricedOrders(replay);
  if (priced === 0) return `None of your ${program} orders can be priced under ${replay.termsLabel} yet.`;
  const gap = replayed - actualMatched;
  const size = actualMatched > 0 ? formatPercent(Math.abs(gap) / actualMatched, 0) : money(Math.abs(gap));
  const change = gap === 0 ? 'exactly the same' : `${size} ${gap < 0 ? 'less' : 'more'}`;
  const whose =
    unmatched.length === 0
      ? `Your ${program} orders earned`
      : `${formatNumber(priced)} of your ${formatNumber(replay.orders)} ${program} orders can be priced: they earned`;
  const part = unmatched.length === 0 ? '' : ` of ${money(replay.actual)}`;
  const earned = `${whose} ${money(actualMatched)}${part}; under ${replay.termsLabel}`;
  if (replay.band.drivers.length === 0)
    return `${earned} they would have earned ${money(replayed)}, ${change}.`;
  return `${earned} the very same orders pay ${money(replayed)}, ${change}. ${bandSentence(replay)}`;
};

/** That nobody buys the same under the other program: the range in which the money lies in 8 of 10 cases. */
const bandSentence = ({ band, currency, terms }: Replay): string => {
  const other = terms.kind === 'amazon-card' ? 'Amazon' : 'TikTok Shop';
  const [low, high] = [band.low, band.high].map(amount => formatEstimate(amount, currency));
  return `But ${other} would not have brought the same orders: expect between ${low} and ${high} (80${nbsp}%).`;
};

/** Unmatched lines for which another report knows a namesake's category. */
export const suggestedLines = ({ unmatched }: Replay): readonly ReplayLine[] =>
  unmatched.filter(({ suggestion }) => suggestion !== null);

/**
 * How much of the reports' money is priced where some is not, and what can be done about the rest; null when all is priced. Only the
 * window can assign categories.
 */
export const coverageSentence = (replay: Replay, where: 'window' | 'terminal'): string | null => {
  if (replay.unmatched.length === 0) return null;
  const money = (amount: number): string => formatMoney(amount, replay.currency);
  const { actual, actualMatched } = replay;
  const share = actual > 0 ? ` (${formatPercent(actualMatched / actual, 0)})` : '';
  const likeliest = suggestedLines(replay).length > 0;
  const way =
    where === 'terminal'
      ? `choose the categories on the Replay page of the window${likeliest ? ', which knows the likeliest' : ''}`
      : likeliest
        ? 'accept the likeliest categories, or choose them below'
        : 'choose the categories below';
  return `Priced: ${money(actualMatched)} of ${money(actual)}${share}. For the rest no category is known: ${way}.`;
};

const none = { rows: 0, commission: minor(0) };

/** What a replay leaves out, each with its reason; empty when nothing was. */
export const skippedSentences = ({ skipped, currency, unmatched }: Replay): readonly string[] => {
  const money = (amount: number): string => formatMoney(amount, currency);
  const { pending, onsite, bounties, unpaid, otherCurrency } = skipped;
  const { withoutBase = none, beside = none, giftCards = none } = skipped;
  const lines: readonly (readonly [number, string])[] = [
    [
      unmatched.length,
      `${formatCount(unmatched.length, 'product or category', 'products or categories')} without a known rate, listed below.`,
    ],
    [
      pending.rows,
      `${formatCount(pending.rows, 'pending row')} with an estimated ${money(pending.estimatedCommission)}: not settled yet.`,
    ],
    [
      withoutBase.rows,
      `${formatCount(withoutBase.rows, 'paid row')} (${money(withoutBase.commission)}) of which the report does not say on how much.`,
    ],
    [
      onsite.rows,
      `${formatCount(onsite.rows, 'row')} of on-Amazon income (${money(onsite.commission)}) that no video made.`,
    ],
    [
      beside.rows,
      `${formatCount(beside.rows, 'row')} of things bought beside the linked product (${money(beside.commission)}), which a TikTok Shop video does not sell.`,
    ],
    [
      giftCards.rows,
      `${formatCount(giftCards.rows, 'row')} of gift cards (${money(giftCards.commission)}): TikTok Shop plans name no rate for them.`,
    ],
    [bounties.rows, `${formatCount(bounties.rows, 'bounty', 'bounties')} (${money(bounties.commission)}).`],
    [unpaid, `${formatCount(unpaid, 'ineligible or frozen row')}.`],
    [otherCurrency, `${formatCount(otherCurrency, 'row')} in another currency.`],
  ];
  return lines.filter(([count]) => count > 0).map(([, sentence]) => `Left out: ${sentence}`);
};
