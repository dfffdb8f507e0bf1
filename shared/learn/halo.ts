import { cardInForce } from '../domain/card-in-force.ts';
import type { Day } from '../domain/day.ts';
import type { Market } from '../domain/market.ts';
import { matchCategory, otherCategories } from '../domain/match-category.ts';
import { minorPerMajor, type Currency } from '../domain/money.ts';
import type { AmazonOffer } from '../domain/product.ts';
import type { Quantity } from '../domain/quantity.ts';
import type { Reference } from '../domain/reference.ts';
import { aroundMean, quantity, type Evidence } from './evidence.ts';
import type { ProgramHistory } from './history.ts';
import type { Sale } from './sale.ts';
import { emptyLine, withSale, type SalesLine } from './sales-line.ts';

/** What shoppers bought beside linked products, spread evenly over the program's orders: no report says which order it lay in. */
export interface Halo {
  readonly line: SalesLine;
  /** The linked product as one item, and the other items. */
  readonly itemsPerOrder: Quantity;
  /** Price and categories of the other items; null where no rate card of the market pays them by category. */
  readonly offer: NonNullable<AmazonOffer['halo']> | null;
}

export interface HaloContext {
  readonly reference: Reference;
  readonly market: Market;
  readonly start: Day;
  readonly currency: Currency;
  readonly evidence: Evidence;
}

/** Shares of the halo's revenue by the card's categories, so that the mean rate is the one that its revenue is paid. */
const categoriesOf = (
  sales: readonly Sale[],
  { reference, market, start }: HaloContext,
): NonNullable<AmazonOffer['halo']>['categories'] | null => {
  const card = cardInForce(reference.cards, market, start);
  if (!card) return null;
  const values = new Map<string, number>();
  let total = 0;
  for (const { category, value } of sales) {
    if (value <= 0) continue;
    const match = category === null ? null : matchCategory(category, card, reference.categoryNames);
    const name = match?.category ?? otherCategories;
    values.set(name, (values.get(name) ?? 0) + value);
    total += value;
  }
  return [...values]
    .toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([category, value]) => ({ category, share: value / total }));
};

/** A symmetric PERT has the standard deviation half-width / √7; it keeps the mean and never goes below one item. */
const itemsAround = (beside: number, sd: number): Quantity['value'] => {
  const halfWidth = Math.min(beside, Math.sqrt(7) * sd);
  return { kind: 'pert', low: 1 + beside - halfWidth, mode: 1 + beside, high: 1 + beside + halfWidth };
};

/** The halo of a program's past; null when no report sets it apart or nothing of worth lay in it. */
export const learnedHalo = (history: ProgramHistory, context: HaloContext): Halo | null => {
  if (!history.halo) return null;
  const { sales } = history.halo;
  const line = sales.reduce(withSale, emptyLine);
  if (!(line.items > 0 && line.value > 0)) return null;
  const { evidence, currency } = context;
  const price = line.value / line.items;
  const variance = Math.max(0, line.itemValueSquares / line.items - price * price);
  const spread = Math.sqrt(variance / (price * price) / line.items + 0.05 ** 2);
  const categories = categoriesOf(sales, context);
  return {
    line,
    itemsPerOrder: quantity(
      itemsAround(line.items / history.orders, Math.sqrt(line.items) / history.orders),
      evidence(
        line.orders + history.orders,
        `${line.items} items that were mostly bought as not linked, beside ${history.orders} orders of linked products; the same for every product, because no report says which order they lay in`,
      ),
    ),
    offer: categories && {
      price: quantity(
        aroundMean(price / minorPerMajor(currency), spread),
        evidence(line.orders, 'Revenue per item that was not linked; ±5 % for prices that move is a guess'),
      ),
      categories,
    },
  };
};
