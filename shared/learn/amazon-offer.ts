import { cardInForce } from '../domain/card-in-force.ts';
import type { Day } from '../domain/day.ts';
import type { Market } from '../domain/market.ts';
import { matchCategory, otherCategories } from '../domain/match-category.ts';
import type { AmazonOffer } from '../domain/product.ts';
import type { Quantity } from '../domain/quantity.ts';
import type { Reference } from '../domain/reference.ts';
import {
  aroundMean,
  calibrated,
  certain,
  guess,
  quantity,
  withinFactors,
  type Evidence,
} from './evidence.ts';
import { mean } from './expected-views.ts';
import type { Halo } from './halo.ts';
import { conversion, returnShare } from './rates-from-counts.ts';
import { addLines, scaleLine, type SalesLine } from './sales-line.ts';

export interface OfferContext {
  readonly reference: Reference;
  readonly market: Market;
  readonly start: Day;
  readonly evidence: Evidence;
  /** The whole program's sums, towards which thin products lean. */
  readonly program: SalesLine;
  readonly clickRate: Quantity;
  /** Over-dispersion of orders, which thins the evidence of their counts. */
  readonly excess: number;
  /** What lay beside linked products in Amazon baskets; null where reports do not set it apart. */
  readonly halo: Halo | null;
}

/** A line with its part of what lay beside it. */
export const basketOf = (line: SalesLine, { halo, program }: OfferContext): SalesLine =>
  halo ? addLines(line, scaleLine(halo.line, line.orders / program.orders)) : line;

/** The category's rate from the card in force where one knows it; else the share of revenue that these rows were paid. */
const rateOf = (line: SalesLine, category: string | null, context: OfferContext): Quantity | null => {
  const { reference, market, start, evidence } = context;
  const card = cardInForce(reference.cards, market, start);
  if (card && category !== null && matchCategory(category, card, reference.categoryNames)) return null;
  if (!(line.base > 0)) return certain(0, evidence(line.orders, 'These rows earned nothing'));
  const unknown =
    category === null ? 'several categories are in it' : 'the rate card does not know the category';
  const why = card ? unknown : `no rate card is known for ${market}`;
  const paid = Math.max(0, line.commission / line.base);
  return quantity(
    withinFactors(paid, { low: 0.8, high: 1.2, top: 1 }),
    evidence(line.orders, `Ad fees over revenue of these rows, because ${why}; ±20 % is a guess`),
  );
};

/** Items per order at the product's price, and the halo where the card pays it by its own categories. */
const itemsOf = (
  line: SalesLine,
  perOrder: number,
  { evidence, halo }: OfferContext,
): Pick<AmazonOffer, 'itemsPerOrder' | 'halo'> => {
  if (halo?.offer) return { itemsPerOrder: halo.itemsPerOrder, halo: halo.offer };
  const spread = perOrder === 1 ? 0 : 0.3 / Math.sqrt(line.orders);
  const note = halo
    ? 'Worth of these rows and of things bought beside them, over the price: no rate card of this market pays those by category'
    : 'Items per row. These reports do not say which items were linked (Fee-Orders does): other things in the basket are products of their own';
  return { itemsPerOrder: quantity(aroundMean(perOrder, spread), evidence(line.orders, note)) };
};

/** One product's Amazon side from its own rows; `perOrder` is items per order at the product's price, `expected` orders per click. */
export const amazonOffer = (
  line: SalesLine,
  { category, perOrder, expected }: { category: string | null; perOrder: number; expected: number },
  context: OfferContext,
): AmazonOffer => {
  const { evidence, program, clickRate, excess, reference } = context;
  const basket = basketOf(line, context);
  const paid = context.halo?.offer ? line : basket;
  return {
    category: category ?? otherCategories,
    rate: rateOf(paid, category, context),
    clickRate,
    conversion: quantity(
      conversion(expected, line.orders, excess),
      calibrated(evidence(line.orders, conversionNote)),
    ),
    ...itemsOf(line, perOrder, context),
    returnShare: quantity(
      returnShare(basket, basketOf(program, context), mean(reference.priors.amazonReturnShare.value)),
      evidence(line.orders, 'Items returned over items shipped, leaning on all your Amazon rows where few'),
    ),
  };
};

/** Said wherever clicks are not in the report. */
export const conversionNote =
  'Your orders over guessed clicks: set so that views × clicks × conversion give the orders counted in these rows; views and clicks themselves are not in them';

/** An Amazon side that nobody has seen: as many orders per view as the product's own TikTok Shop side, the range in the program's factor. */
export const guessedAmazonOffer = (ordersPerView: number, reference: Reference): AmazonOffer => {
  const { priors } = reference;
  const expected = Math.min(0.9, ordersPerView / mean(priors.amazonClickRate.value));
  return {
    category: otherCategories,
    rate: quantity(
      { kind: 'pert', low: 0.01, mode: 0.035, high: 0.045 },
      guess('TikTok Shop reports name no category: rates of the card from 1 to 4.5 %'),
    ),
    clickRate: priors.amazonClickRate,
    conversion: certain(
      expected,
      guess('No Amazon report yet: as many orders per view as TikTok Shop brings'),
    ),
    itemsPerOrder: priors.amazonItemsPerOrder,
    returnShare: priors.amazonReturnShare,
  };
};
