import type { Comparison, PairResult } from '../domain/comparison.ts';
import { bandLevels } from '../domain/comparison.ts';
import { formatDay } from './format-day.ts';
import { formatEstimate } from './format-money.ts';
import { formatNumber, formatPercent, nbsp } from './format-number.ts';

export interface Headline {
  readonly sentence: string;
  /** How sure the sentence is: simulation error, number of futures, what its words mean. */
  readonly detail: string;
}

/** Months in a horizon of weeks: 365.25 / 12 days a month. */
export const monthsIn = (weeks: number): number => (weeks * 7) / (365.25 / 12);

const levelIndex = (level: (typeof bandLevels)[number]): number => bandLevels.indexOf(level);

const labelOf = (comparison: Comparison, id: string): string =>
  comparison.strategies.find(strategy => strategy.id === id)?.label ?? id;

const pays = (label: string): string => (/\blinks$/i.test(label) ? 'pay' : 'pays');

/** `71 of 100 futures`, without ever rounding up to certainty. */
export const chanceWords = (probability: number, trials: number): string => {
  if (probability >= 1) return `every one of ${formatNumber(trials)} futures`;
  if (probability <= 0) return `none of ${formatNumber(trials)} futures`;
  const hundred = Math.round(probability * 100);
  if (hundred >= 100) return 'more than 99 of 100 futures';
  if (hundred <= 0) return 'fewer than 1 of 100 futures';
  return `${hundred} of 100 futures`;
};

/** How exact a simulated chance is: two standard errors, or for never and always the bound that n futures give (3/n, 95 %). */
export const chanceError = (
  { probability, probabilityError }: Pick<PairResult, 'probability' | 'probabilityError'>,
  trials: number,
): string =>
  probability <= 0 || probability >= 1
    ? `no exception in ${formatNumber(trials)} futures: true chance within ${formatNumber(300 / trials, 2)}${nbsp}points`
    : `simulation error ±${formatNumber(probabilityError * 200, 1)}${nbsp}points`;

/** How far a comparison's figures may be off because the futures are only so many: twice their standard errors. */
export const howExact = (comparison: Comparison): string => {
  const [pair] = comparison.pairs;
  if (!pair) return '';
  const money = formatEstimate(
    (2 * pair.difference.meanError) / monthsIn(comparison.weeks),
    comparison.currency,
  );
  return `${formatNumber(comparison.trials)} futures; chance: ${chanceError(pair, comparison.trials)}; average difference a month: ±${nbsp}${money}.`;
};

interface Lead {
  readonly winner: string;
  readonly loser: string;
  readonly probability: number;
  /** Monthly difference winner − loser, minor units: median and the 10th percentile. */
  readonly typical: number;
  readonly badTenth: number;
}

const leadOf = (comparison: Comparison, pair: PairResult): Lead => {
  const months = monthsIn(comparison.weeks);
  const monthly = (level: 0.1 | 0.5 | 0.9): number =>
    (pair.difference.quantiles[levelIndex(level)] ?? 0) / months;
  const ahead = pair.probability >= 0.5;
  return {
    winner: labelOf(comparison, ahead ? pair.b : pair.a),
    loser: labelOf(comparison, ahead ? pair.a : pair.b),
    probability: ahead ? pair.probability : 1 - pair.probability,
    typical: ahead ? monthly(0.5) : -monthly(0.5),
    badTenth: ahead ? monthly(0.1) : -monthly(0.9),
  };
};

const moreOrLess = (amount: number, comparison: Comparison): string => {
  const money = formatEstimate(Math.abs(amount), comparison.currency);
  if (!/[1-9]/.test(money)) return 'the same';
  return `${money} ${amount < 0 ? 'less' : 'more'}`;
};

const isTie = (pair: PairResult): boolean =>
  pair.difference.mean === 0 && pair.difference.sd === 0 && pair.difference.quantiles.every(q => q === 0);

/** True where the lead is within 5 points, or two simulation errors, of even. */
export const tooCloseToCall = (pair: PairResult): boolean =>
  Math.abs(pair.probability - 0.5) < Math.max(0.05, 2 * pair.probabilityError);

const badTenthWords = (lead: Lead, comparison: Comparison): string => {
  const words = moreOrLess(lead.badTenth, comparison);
  return lead.badTenth > 0 && words !== 'the same'
    ? `even in the bad tenth ${words}`
    : `in the bad tenth ${words}`;
};

const sentenceOf = (comparison: Comparison, pair: PairResult, lead: Lead): string => {
  if (isTie(pair)) return `${lead.winner} and ${lead.loser} pay the same in every future.`;
  const chance = chanceWords(lead.probability, comparison.trials);
  const money = `${moreOrLess(lead.typical, comparison)} a month, ${badTenthWords(lead, comparison)}.`;
  if (tooCloseToCall(pair)) {
    return `Too close to call between ${lead.winner} and ${lead.loser}: ${lead.winner} ${pays(lead.winner)} more in ${chance}, typically ${money}`;
  }
  return `${lead.winner} ${pays(lead.winner)} more in ${chance}: typically ${money}`;
};

const detailOf = (comparison: Comparison, pair: PairResult, lead: Lead): string => {
  const months = monthsIn(comparison.weeks);
  const mean = Math.abs(pair.difference.mean) / months;
  const meanLeader = labelOf(comparison, pair.difference.mean >= 0 ? pair.b : pair.a);
  const money = (amount: number): string => formatEstimate(amount, comparison.currency);
  return [
    `${comparison.grade === 'full' ? 'Full run' : 'Quick answer'}: ${formatNumber(comparison.trials)} futures of ${comparison.weeks} weeks from ${formatDay(comparison.start)}, seed ${comparison.seed}.`,
    `The chance is ${formatPercent(lead.probability, 1)} (${chanceError(pair, comparison.trials)});`,
    `on average ${meanLeader} ${pays(meanLeader)} ${money(mean)} more a month, ±${money((2 * pair.difference.meanError) / months)} (two standard errors).`,
    `Both meet the same futures, so the difference is taken future by future: “typically” is its median, “the bad tenth” its 10th percentile.`,
  ].join(' ');
};

/** The sentence for one pair of strategies, told from the side of the one that pays more often. */
export const pairHeadline = (comparison: Comparison, pair: PairResult): Headline => {
  const lead = leadOf(comparison, pair);
  return { sentence: sentenceOf(comparison, pair, lead), detail: detailOf(comparison, pair, lead) };
};

/** The one headline of screen, PDF and CLI: the comparison's first pair, always paired. */
export const headline = (comparison: Comparison): Headline => {
  const pair = comparison.pairs[0];
  return pair
    ? pairHeadline(comparison, pair)
    : { sentence: 'Nothing to compare: the scenario has one strategy.', detail: '' };
};
