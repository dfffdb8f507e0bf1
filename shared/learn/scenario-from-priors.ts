import type { Day } from '../domain/day.ts';
import { cardInForce } from '../domain/card-in-force.ts';
import { marketCurrency, type Market } from '../domain/market.ts';
import { matchCategory } from '../domain/match-category.ts';
import type { Currency } from '../domain/money.ts';
import type { Product } from '../domain/product.ts';
import type { Quantity } from '../domain/quantity.ts';
import type { Reference } from '../domain/reference.ts';
import type { Scenario } from '../domain/scenario.ts';
import { scaleDistribution } from '../domain/scale-distribution.ts';
import { guess, quantity } from './evidence.ts';
import { scenarioFrame } from './scenario-frame.ts';
import { adsRateBeside, publishedRate } from './tiktok-shop-offer.ts';
import { mean } from './expected-views.ts';

export interface PriorOptions {
  readonly market: Market;
  readonly start: Day;
  readonly name: string;
}

/** Three usual shelves of a short-video creator, to be replaced by the creator's own. */
const shelves = [
  { id: 'kitchen', name: 'A kitchen product', category: 'Kitchen' },
  { id: 'beauty', name: 'A beauty product', category: 'Beauty' },
  { id: 'fashion', name: 'A piece of clothing', category: 'Apparel' },
] as const;

const firstPrice = (currency: Currency, { priors, perDollar }: Reference): Quantity => {
  const dollars = priors.amazonPrice;
  if (currency === 'USD') return dollars;
  const value = scaleDistribution(dollars.value, perDollar.units[currency] ?? 1);
  return quantity(value, guess('A typical US price in rough money of this market; set your own'));
};

/** The published US rates stand in where no card of the market names the category. */
const amazonRate = (
  category: string,
  { market, start }: PriorOptions,
  reference: Reference,
): Quantity | null => {
  const card = cardInForce(reference.cards, market, start);
  if (card && matchCategory(category, card, reference.categoryNames)) return null;
  return quantity(
    { kind: 'pert', low: 0.01, mode: 0.035, high: 0.06 },
    guess(`No rate card of ${market} is known for this day: rates of the US and UK cards from 1 to 6 %`),
  );
};

const priorProduct = (
  shelf: (typeof shelves)[number],
  options: PriorOptions,
  reference: Reference,
): Product => {
  const { priors } = reference;
  const rate = publishedRate(shelf.category, reference);
  return {
    id: shelf.id,
    name: shelf.name,
    videoShare: 1,
    reach: 1,
    price: firstPrice(marketCurrency[options.market], reference),
    amazon: {
      category: shelf.category,
      rate: amazonRate(shelf.category, options, reference),
      clickRate: priors.amazonClickRate,
      conversion: priors.amazonConversion,
      itemsPerOrder: priors.amazonItemsPerOrder,
      returnShare: priors.amazonReturnShare,
    },
    tiktokShop: {
      clickRate: priors.tiktokClickRate,
      conversion: priors.tiktokConversion,
      returnShare: priors.tiktokReturnShare,
      rate,
      adsShare: priors.tiktokAdsShare,
      adsRate: adsRateBeside(mean(rate.value), priors.tiktokAdsRateShare),
      baseShare: priors.tiktokBaseShare,
    },
  };
};

/** How readily viewers click and buy belongs to the creator more than to a product: it errs on all of them in the same direction. */
const commonErrors = [
  'amazon.clickRate',
  'amazon.conversion',
  'tiktokShop.clickRate',
  'tiktokShop.conversion',
] as const;

/** Rank correlation of one such number between two products; 1 would leave no room for the product itself. */
const commonRank = 0.9;

const commonCorrelations = (products: readonly Product[]): NonNullable<Scenario['correlations']> =>
  commonErrors.flatMap(path =>
    products.flatMap((product, i) =>
      products.slice(i + 1).map(other => ({
        a: `products.${product.id}.${path}`,
        b: `products.${other.id}.${path}`,
        rank: commonRank,
      })),
    ),
  );

/**
 * A scenario from published figures and stated guesses alone, for a creator without reports. Less data must not look surer: what is
 * unknown of the creator is common to all products, and each program is as unknown as the one that a single program's reports leave open.
 */
export const scenarioFromPriors = (reference: Reference, options: PriorOptions): Scenario => {
  const { market, start, name } = options;
  const currency = marketCurrency[market];
  const frame = scenarioFrame(reference, { name, market, currency, start, pastShare: null });
  const { amazon, tiktokShop } = frame.programs;
  const products = shelves.map(shelf => priorProduct(shelf, options, reference));
  const { value } = reference.priors.tiktokOrdersPerAmazonOrder;
  const orderFactor = quantity(
    value,
    guess(
      'How many orders your viewers place for every one that the published rates give: no report has set it yet, and nobody has published how the programs compare',
    ),
  );
  return {
    ...frame,
    products,
    programs: { amazon: { ...amazon, orderFactor }, tiktokShop: { ...tiktokShop, orderFactor } },
    correlations: commonCorrelations(products),
  };
};
