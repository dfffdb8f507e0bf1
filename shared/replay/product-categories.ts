import type { Order } from '../domain/order.ts';
import type { CategorySource } from '../domain/replay.ts';
import { nameLikeness, sameProductLikeness } from '../domain/same-product.ts';

/** A product name in one form: Unicode NFKC, one space, lower case. Nothing else is folded: near names are not the same product. */
export const normalName = (name: string): string =>
  name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

export interface KnownCategory {
  readonly category: string;
  readonly source: CategorySource;
}

/** Learns the category of products from reports that name one, for reports that do not. */
export interface ProductCategories {
  readonly learn: (order: Order) => void;
  readonly of: (order: Order) => KnownCategory | null;
  /** The product with a category whose name is most alike, when alike enough; null else. */
  readonly likely: (
    productName: string,
  ) => { readonly category: string; readonly productName: string } | null;
}

const several = Symbol('several categories');

/**
 * An order's category: as its report says; else as the person assigned it to the product id or name; else as another report names
 * the same product (equal normal names). A name that stands in two categories is no answer.
 */
export const productCategories = (assigned: Readonly<Record<string, string>>): ProductCategories => {
  const byName = new Map<string, string | typeof several>();
  const spelling = new Map<string, string>();
  const given = new Map(Object.entries(assigned).map(([name, category]) => [normalName(name), category]));
  return {
    learn: ({ category, productName }) => {
      if (category === null || productName === '') return;
      const name = normalName(productName);
      const before = byName.get(name);
      byName.set(name, before === undefined || before === category ? category : several);
      if (before === undefined) spelling.set(name, productName);
    },
    likely: productName => {
      let best: { category: string; productName: string } | null = null;
      let likeness = sameProductLikeness;
      for (const [name, category] of byName) {
        if (typeof category !== 'string') continue;
        const found = nameLikeness(name, productName);
        if (found < likeness || (best !== null && found === likeness)) continue;
        best = { category, productName: spelling.get(name)! };
        likeness = found;
      }
      return best;
    },
    of: order => {
      if (order.category !== null) return { category: order.category, source: 'report' };
      const name = normalName(order.productName);
      const chosen = given.get(normalName(order.productId)) ?? given.get(name);
      if (chosen !== undefined) return { category: chosen, source: 'assigned' };
      const seen = byName.get(name);
      return typeof seen === 'string' ? { category: seen, source: 'product-name' } : null;
    },
  };
};
