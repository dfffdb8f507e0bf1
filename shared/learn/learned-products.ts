import type { Product } from '../domain/product.ts';
import type { Quantity } from '../domain/quantity.ts';
import { minorPerMajor, type Currency } from '../domain/money.ts';
import { amazonOffer, basketOf, guessedAmazonOffer, type OfferContext } from './amazon-offer.ts';
import { aroundMean, quantity } from './evidence.ts';
import type { LearnedLine } from './learned-lines.ts';
import type { SalesLine } from './sales-line.ts';
import { guessedTiktokShopOffer, keptShare, tiktokShopOffer } from './tiktok-shop-offer.ts';

/** How a program's past orders become orders per click. */
export interface Exposure {
  /** Orders per week at season 1 for one counted order. */
  readonly perOrder: number;
  /** Mean clicks a week if all past videos of the program showed one product. */
  readonly clicks: number;
  /** Mean clicks per view. */
  readonly clickRate: number;
}

export interface ProductContext {
  readonly currency: Currency;
  readonly amazon: { readonly exposure: Exposure; readonly context: OfferContext } | null;
  readonly tiktokShop: { readonly exposure: Exposure; readonly context: OfferContext } | null;
  readonly all: OfferContext;
}

const share = (line: SalesLine | null, program: SalesLine | undefined): number =>
  line && program && program.orders > 0 ? line.orders / program.orders : 0;

/** Share of past videos that showed a product, taken as its share of each program's orders. Always positive. */
export const videoShareOf = (
  line: LearnedLine,
  { amazon, tiktokShop }: ProductContext,
  tiktokShopShare: number,
): number =>
  (1 - tiktokShopShare) * share(line.amazon, amazon?.context.program) +
  tiktokShopShare * share(line.tiktokShop, tiktokShop?.context.program);

/** Worth of one item on Amazon and of one order at TikTok Shop (list price), in minor units. */
const worth = ({ amazon, tiktokShop }: LearnedLine) => ({
  item: amazon ? amazon.value / amazon.items : null,
  perOrder: amazon ? amazon.items / amazon.orders : 1,
  listed: tiktokShop ? tiktokShop.value / tiktokShop.orders : null,
  kept: tiktokShop ? keptShare(tiktokShop) : null,
});

/**
 * One price for both programs: Amazon's, raised (within its items per order) to what a TikTok Shop order is worth. Where further items
 * are the halo, all equal items of an order are one.
 */
const commonPrice = (line: LearnedLine, withHalo: boolean): number => {
  const { item, perOrder, listed, kept } = worth(line);
  if (item === null) return listed ?? 0;
  if (withHalo) return item * perOrder;
  return listed === null ? item : Math.min(item * perOrder, Math.max(item, listed * (kept ?? 1)));
};

/** Standard deviation of the log of a mean price: sampling error, and 5 % for prices that move. */
const priceSpread = (line: SalesLine): number => {
  const mean = line.value / line.items;
  const variance = Math.max(0, line.itemValueSquares / line.items - mean * mean);
  return Math.sqrt(variance / (mean * mean) / line.items + 0.05 ** 2);
};

const priceOf = (
  line: LearnedLine,
  price: number,
  { currency, amazon, tiktokShop, all }: ProductContext,
): Quantity => {
  const source = line.amazon ?? line.tiktokShop!;
  const { evidence } = (line.amazon ? amazon : tiktokShop)?.context ?? all;
  const unit = all.halo?.offer ? 'order, equal items together' : 'item shipped';
  const note = line.amazon
    ? `Revenue per ${unit}; ±5 % for prices that move is a guess`
    : 'List price per order; ±5 % for prices that move is a guess';
  return quantity(
    aroundMean(price / minorPerMajor(currency), priceSpread(source)),
    evidence(source.orders, note),
  );
};

/** A product of the scenario from a line of past sales; a side without any report is a stated guess, one without a matched row null: see `withImputedOffers`. */
export const learnedProduct = (line: LearnedLine, videoShare: number, parts: ProductContext): Product => {
  const { amazon, tiktokShop, all } = parts;
  const { listed, kept } = worth(line);
  const price = commonPrice(line, Boolean(amazon?.context.halo?.offer));
  const perClick = (orders: number, exposure: Exposure): number =>
    (orders * exposure.perOrder) / (exposure.clicks * videoShare);
  const perView = (orders: number, exposure: Exposure): number =>
    perClick(orders, exposure) * exposure.clickRate;

  const amazonSide = () => {
    if (amazon && line.amazon) {
      const expected = perClick(line.amazon.orders, amazon.exposure);
      const items = basketOf(line.amazon, amazon.context).value / line.amazon.orders / price;
      return amazonOffer(line.amazon, { category: line.category, perOrder: items, expected }, amazon.context);
    }
    if (amazon || !tiktokShop || !line.tiktokShop) return null;
    return guessedAmazonOffer(perView(line.tiktokShop.orders, tiktokShop.exposure), all.reference);
  };
  const tiktokSide = () => {
    if (tiktokShop && line.tiktokShop) {
      const expected = perClick(line.tiktokShop.orders, tiktokShop.exposure);
      const baseShare = kept === null ? null : (kept * listed!) / price;
      return tiktokShopOffer(line.tiktokShop, { baseShare, expected }, tiktokShop.context);
    }
    if (tiktokShop || !amazon || !line.amazon) return null;
    const ordersPerView = perView(line.amazon.orders, amazon.exposure);
    return guessedTiktokShopOffer(ordersPerView, line.category, all.reference);
  };
  return {
    id: line.id,
    name: line.name,
    videoShare,
    reach: 1,
    price: priceOf(line, price, parts),
    amazon: amazonSide(),
    tiktokShop: tiktokSide(),
  };
};
