import type { Quantity } from '../domain/quantity.ts';
import type { Reference } from '../domain/reference.ts';
import { aroundMean, calibrated, guess, quantity, type Evidence } from './evidence.ts';
import { mean } from './expected-views.ts';
import type { History } from './history.ts';

/** How the past's videos were split between the programs, as far as reports can say. */
export interface PastPlan {
  readonly videosPerWeek: Quantity;
  /** Share of past videos that sold through TikTok Shop. */
  readonly tiktokShopShare: number;
  /** What the split's uncertainty does to the orders of each program; null where it is no question. */
  readonly orderFactor: { readonly amazon: Quantity | null; readonly tiktokShop: Quantity | null };
  /** Rank correlation of the two factors; null where they are not both uncertain for the same reason. */
  readonly factorRank: number | null;
}

const logit = (share: number): number => Math.log(share / (1 - share));

/**
 * Standard deviation of the log of a program's orders if all videos were its own. With share a of past videos on Amazon these are
 * orders / a and orders / (1 − a): at a = ½ their logs move by half of a's logit each, in opposite directions.
 */
const splitSpread = ({ value }: Quantity): number => {
  if (value.kind !== 'interval') return 0;
  const z = value.level === 0.9 ? 1.6449 : 1.2816;
  return (logit(value.high) - logit(value.low)) / (2 * z) / 2;
};

/** Videos a week with at least one TikTok Shop order; null when the export names no contents or hardly any. */
const soldVideosPerWeek = (history: History): number | null => {
  const { tiktokShop } = history;
  if (!tiktokShop) return null;
  const contents = new Set(tiktokShop.sales.map(sale => sale.contentId).filter(id => id !== null));
  const perWeek = (contents.size * 7) / (tiktokShop.to - tiktokShop.from + 1);
  return perWeek >= 0.1 && contents.size >= 4 ? perWeek : null;
};

/**
 * TikTok Shop videos are counted by their content ids; no report counts Amazon's. Their share is a guess whose uncertainty moves each
 * program's orders as a whole, the same for all its products.
 */
export const pastPlan = (history: History, reference: Reference, evidence: Evidence): PastPlan => {
  const { priors } = reference;
  const both = history.amazon !== null && history.tiktokShop !== null;
  const amazonShare = both ? mean(priors.amazonVideoShare.value) : history.amazon ? 1 : 0;
  const sold = soldVideosPerWeek(history);
  const perWeek = sold === null ? null : sold / (1 - amazonShare);
  const rows = history.tiktokShop?.sales.length ?? 0;
  const note = `Different videos with a TikTok Shop order (a floor: videos without one are not in the export)${
    both
      ? `, and ${Math.round(amazonShare * 100)} % of all product videos guessed to carry Amazon links instead`
      : ''
  }`;
  return {
    videosPerWeek:
      perWeek === null
        ? priors.videosPerWeek
        : quantity(aroundMean(perWeek, 0.1), both ? calibrated(evidence(rows, note)) : evidence(rows, note)),
    tiktokShopShare: 1 - amazonShare,
    orderFactor: both ? splitFactors(priors.amazonVideoShare) : priorFactors(history, reference),
    factorRank: both ? -1 : null,
  };
};

const splitFactors = (amazonVideoShare: Quantity): PastPlan['orderFactor'] => {
  const factor = quantity(
    aroundMean(1, splitSpread(amazonVideoShare)),
    guess(
      'No report says which share of past videos carried Amazon links (35 to 65 % is assumed): if it was more, each of them sold less and each of the others more',
    ),
  );
  return { amazon: factor, tiktokShop: factor };
};

const priorFactors = (history: History, { priors }: Reference): PastPlan['orderFactor'] => ({
  amazon: history.amazon ? null : priors.tiktokOrdersPerAmazonOrder,
  tiktokShop: history.tiktokShop ? null : priors.tiktokOrdersPerAmazonOrder,
});
