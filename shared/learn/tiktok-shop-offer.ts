import { cardName } from '../domain/match-category.ts';
import type { TiktokShopOffer } from '../domain/product.ts';
import type { Quantity } from '../domain/quantity.ts';
import type { Reference } from '../domain/reference.ts';
import { conversionNote, type OfferContext } from './amazon-offer.ts';
import { aroundMean, calibrated, certain, guess, quantity, withinFactors } from './evidence.ts';
import { mean } from './expected-views.ts';
import { conversion, returnShare } from './rates-from-counts.ts';
import type { SalesLine } from './sales-line.ts';

/** Commission base over list price of what was kept; null when nothing has settled. */
export const keptShare = (line: SalesLine): number | null => {
  const kept = line.settledItems > 0 ? 1 - Math.min(1, line.returned / line.settledItems) : 0;
  return line.settledValue * kept > 0 && line.base > 0 ? line.base / (line.settledValue * kept) : null;
};

/** The plan's typical rate of a category with its published range. */
export const publishedRate = (category: string | null, reference: Reference): Quantity => {
  const { entries, other, otherRange } = reference.tiktokRates;
  const name = category === null ? null : (cardName(category, reference.categoryNames) ?? category);
  const entry = name === null ? undefined : entries.find(rate => rate.cardCategories.includes(name));
  const range = entry ?? { ...otherRange, typicalPpm: other };
  return quantity(
    { kind: 'pert', low: range.lowPpm / 1e6, mode: range.typicalPpm / 1e6, high: range.highPpm / 1e6 },
    range.provenance,
  );
};

interface PaidRates {
  readonly rate: Quantity;
  readonly adsShare: Quantity;
  readonly adsRate: Quantity;
}

/** What a line's settled rows were paid, standard and by Shop Ads; the program's where the line has none. */
export const paidRates = (line: SalesLine, { reference, evidence, program }: OfferContext): PaidRates => {
  const own = line.base - line.adsBase > 0;
  const { base, commission, adsBase, adsCommission, orders } = own ? line : program;
  const plain = base - adsBase;
  if (!(plain > 0)) {
    const { tiktokAdsRateShare, tiktokAdsShare } = reference.priors;
    const rate = publishedRate(null, reference);
    return { rate, adsShare: tiktokAdsShare, adsRate: adsRateBeside(mean(rate.value), tiktokAdsRateShare) };
  }
  const paid = (commission - adsCommission) / plain;
  const ads = adsBase > 0 ? adsCommission / adsBase : paid * mean(reference.priors.tiktokAdsRateShare.value);
  const rows = Math.max(1, orders);
  const share = adsBase / base;
  return {
    rate: quantity(
      withinFactors(paid, { low: 0.8, high: 1.2, top: 0.8 }),
      evidence(
        orders,
        'Commission over commission base of settled rows; ±20 % is a guess: sellers change plans',
      ),
    ),
    adsShare: quantity(
      { kind: 'beta-counts', successes: rows * share + 0.1, failures: rows * (1 - share) + 0.9 },
      evidence(orders, 'Share of the base that was paid clearly below its stated rate: Shop Ads'),
    ),
    adsRate: quantity(
      withinFactors(ads, { low: 0.8, high: 1.2, top: 0.8 }),
      evidence(orders, 'Commission over base of those rows; half the plan rate where there are none'),
    ),
  };
};

/** A Shop Ads rate as a share of the standard rate. */
export const adsRateBeside = (rate: number, share: Quantity): Quantity =>
  quantity(withinFactors(rate * mean(share.value), { low: 0.8, high: 1.6, top: 0.8 }), share.provenance);

/** One product's TikTok Shop side from its own rows; `baseShare` is at the product's price, `expected` orders per click. */
export const tiktokShopOffer = (
  line: SalesLine,
  { baseShare, expected }: { baseShare: number | null; expected: number },
  context: OfferContext,
): TiktokShopOffer => {
  const { evidence, program, clickRate, excess, reference } = context;
  return {
    clickRate,
    conversion: quantity(
      conversion(expected, line.orders, excess),
      calibrated(evidence(line.orders, conversionNote)),
    ),
    returnShare: quantity(
      returnShare(line, program, mean(reference.priors.tiktokReturnShare.value)),
      evidence(
        line.orders,
        'Items refunded over items sold of settled rows, leaning on all your TikTok Shop rows where few',
      ),
    ),
    ...paidRates(line, context),
    baseShare:
      baseShare === null
        ? reference.priors.tiktokBaseShare
        : quantity(
            aroundMean(baseShare, 0.03),
            evidence(
              line.orders,
              'Commission base per order over the price, after seller discounts; above 1 where orders hold several items',
            ),
          ),
  };
};

/** A TikTok Shop side that nobody has seen: as many orders per view as the product's Amazon side, the range in the program's factor. */
export const guessedTiktokShopOffer = (
  ordersPerView: number,
  category: string | null,
  reference: Reference,
): TiktokShopOffer => {
  const { priors } = reference;
  const rate = publishedRate(category, reference);
  return {
    clickRate: priors.tiktokClickRate,
    conversion: certain(
      Math.min(0.9, ordersPerView / mean(priors.tiktokClickRate.value)),
      guess('No TikTok Shop report yet: as many orders per view as Amazon links bring'),
    ),
    returnShare: priors.tiktokReturnShare,
    rate,
    adsShare: priors.tiktokAdsShare,
    adsRate: adsRateBeside(mean(rate.value), priors.tiktokAdsRateShare),
    baseShare: priors.tiktokBaseShare,
  };
};
