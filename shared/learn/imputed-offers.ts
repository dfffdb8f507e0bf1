import type { AmazonOffer, Product, TiktokShopOffer } from '../domain/product.ts';
import type { Quantity } from '../domain/quantity.ts';
import { otherCategories } from '../domain/match-category.ts';
import { basketOf, type OfferContext } from './amazon-offer.ts';
import { guess, quantity, withinFactors } from './evidence.ts';
import { mean } from './expected-views.ts';
import type { LearnedLine } from './learned-lines.ts';
import type { ProductContext } from './learned-products.ts';
import { returnShare } from './rates-from-counts.ts';
import { emptyLine } from './sales-line.ts';
import { paidRates } from './tiktok-shop-offer.ts';

/** How far an unmatched product may sell from what its program's other products bring: a guess, as factors on the most likely. */
const spread = { low: 0.2, high: 2.5 } as const;
/** Mean of a PERT law over its mode with these factors. */
const meanOverMode = (spread.low + 4 + spread.high) / 6;

const m = (value: Quantity): number => mean(value.value);

/** Mean worth of one order on Amazon, major units: the linked items and what lies beside them. */
const amazonWorth = (
  price: number,
  { itemsPerOrder, halo }: Pick<AmazonOffer, 'itemsPerOrder' | 'halo'>,
): number => (halo ? price + (m(itemsPerOrder) - 1) * m(halo.price) : price * m(itemsPerOrder));

const tiktokWorth = (price: number, { baseShare }: Pick<TiktokShopOffer, 'baseShare'>): number =>
  price * m(baseShare);

type SoldBy = Pick<AmazonOffer | TiktokShopOffer, 'clickRate' | 'conversion'>;

const ordersPerView = ({ clickRate, conversion }: SoldBy): number => m(clickRate) * m(conversion);

const amazonRevenue = ({ price, amazon }: Product): number | null =>
  amazon && ordersPerView(amazon) * amazonWorth(m(price), amazon);

const tiktokRevenue = ({ price, tiktokShop }: Product): number | null =>
  tiktokShop && ordersPerView(tiktokShop) * tiktokWorth(m(price), tiktokShop);

/** Mean revenue per view over a program's own products, weighted by their videos. */
const pooledRevenue = (
  products: readonly Product[],
  revenueOf: (product: Product) => number | null,
): number => {
  let revenue = 0;
  let videos = 0;
  for (const product of products) {
    const perView = revenueOf(product);
    if (perView === null) continue;
    videos += product.videoShare;
    revenue += product.videoShare * perView;
  }
  return videos > 0 ? revenue / videos : 0;
};

const conversionAt = (expected: number, program: string): Quantity =>
  quantity(
    withinFactors(expected / meanOverMode, { ...spread, top: 0.95 }),
    guess(
      `No row of your ${program} reports could be matched to this product, which does not mean that it is not sold there: as much revenue per view as your other ${program} products, and a wide range`,
    ),
  );

/** The card category that earned most of the program's money; the rest of the card where none is known. */
const mainCategory = (lines: readonly LearnedLine[]): string =>
  lines
    .filter(line => line.amazon && line.category !== null)
    .toSorted((a, b) => b.amazon!.commission - a.amazon!.commission)[0]?.category ?? otherCategories;

const paidShare = ({ program, evidence }: OfferContext): Quantity =>
  quantity(
    withinFactors(program.base > 0 ? Math.max(0, program.commission / program.base) : 0, {
      low: 0.6,
      high: 1.4,
      top: 1,
    }),
    evidence(
      program.orders,
      'Commission over revenue of all these rows; ±40 % is a guess for a product that none of them names',
    ),
  );

const imputedAmazon = (
  product: Product,
  { revenue, category, context }: { revenue: number; category: string; context: OfferContext },
): AmazonOffer => {
  const { clickRate, halo, program, reference, evidence } = context;
  const { priors } = reference;
  const basket: Pick<AmazonOffer, 'itemsPerOrder' | 'halo'> = halo?.offer
    ? { itemsPerOrder: halo.itemsPerOrder, halo: halo.offer }
    : { itemsPerOrder: priors.amazonItemsPerOrder };
  const expected = revenue / m(clickRate) / amazonWorth(m(product.price), basket);
  return {
    category,
    rate: paidShare(context),
    clickRate,
    conversion: conversionAt(expected, 'Amazon'),
    ...basket,
    returnShare: quantity(
      returnShare(emptyLine, basketOf(program, context), m(priors.amazonReturnShare)),
      evidence(program.orders, 'Items returned over items shipped of all your Amazon rows'),
    ),
  };
};

const imputedTiktokShop = (
  product: Product,
  { revenue, context }: { revenue: number; context: OfferContext },
): TiktokShopOffer => {
  const { clickRate, program, reference, evidence } = context;
  const { priors } = reference;
  const expected =
    revenue / m(clickRate) / tiktokWorth(m(product.price), { baseShare: priors.tiktokBaseShare });
  return {
    clickRate,
    conversion: conversionAt(expected, 'TikTok Shop'),
    returnShare: quantity(
      returnShare(emptyLine, program, m(priors.tiktokReturnShare)),
      evidence(program.orders, 'Items refunded over items sold of all your settled TikTok Shop rows'),
    ),
    ...paidRates(emptyLine, context),
    baseShare: priors.tiktokBaseShare,
  };
};

/** Share of past videos whose product has no row in a program's reports; 0 where the program has no reports at all. */
export const unmatchedShare = (
  lines: readonly LearnedLine[],
  program: 'amazon' | 'tiktokShop',
  shareOf: (line: LearnedLine) => number,
): number => lines.reduce((sum, line) => sum + (line[program] ? 0 : shareOf(line)), 0);

/**
 * Gives every product that one program's reports do not name a stated guess there instead of nothing: a creator who moved all videos
 * would link something. It brings the pooled revenue per view of the program's own products, whose conversions have been set for the
 * rest of the videos (see `unmatchedShare`), so that the program's total is the same whether names match or not.
 */
export const withImputedOffers = (
  products: readonly Product[],
  lines: readonly LearnedLine[],
  { amazon, tiktokShop }: ProductContext,
): readonly Product[] => {
  if (!amazon || !tiktokShop) return products;
  const onAmazon = pooledRevenue(products, amazonRevenue);
  const onTiktok = pooledRevenue(products, tiktokRevenue);
  const category = mainCategory(lines);
  const impute = (product: Product): Product => ({
    ...product,
    amazon:
      product.amazon ?? imputedAmazon(product, { revenue: onAmazon, category, context: amazon.context }),
    tiktokShop:
      product.tiktokShop ?? imputedTiktokShop(product, { revenue: onTiktok, context: tiktokShop.context }),
  });
  return products.map(product => (product.amazon && product.tiktokShop ? product : impute(product)));
};
