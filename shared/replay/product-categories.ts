import { foldedCategory } from '../domain/match-category.ts';
import type { Order } from '../domain/order.ts';
import type { CategorySource } from '../domain/replay.ts';
import { nameLikeness, nameWords, sameProductLikeness, type NameWords } from '../domain/same-product.ts';

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

const sameCategory = (before: string | typeof several, category: string): boolean =>
  before === category || (before !== several && foldedCategory(before) === foldedCategory(category));

/**
 * An order's category: as its report says; else as the person assigned it to the product id or name; else as another report names
 * the same product (equal normal names). A name that stands in two categories is no answer.
 */
export const productCategories = (assigned: Readonly<Record<string, string>>): ProductCategories => {
  const byName = new Map<string, string | typeof several>();
  const spelling = new Map<string, string>();
  const words = new Map<string, NameWords>();
  const wordsOf = (name: string): NameWords => {
    const known = words.get(name) ?? nameWords(name);
    words.set(name, known);
    return known;
  };
  const normal = new Map<string, string>();
  const normalOnce = (name: string): string => {
    const known = normal.get(name) ?? normalName(name);
    normal.set(name, known);
    return known;
  };
  const given = new Map(Object.entries(assigned).map(([name, category]) => [normalName(name), category]));
  return {
    learn: ({ category, productName }) => {
      if (category === null || productName === '') return;
      const name = normalOnce(productName);
      const before = byName.get(name);
      byName.set(name, before === undefined ? category : sameCategory(before, category) ? before : several);
      if (before === undefined) spelling.set(name, productName);
    },
    likely: productName => {
      const own = nameWords(productName);
      let best: { category: string; productName: string } | null = null;
      let likeness = sameProductLikeness;
      for (const [name, category] of byName) {
        if (typeof category !== 'string') continue;
        const found = nameLikeness(wordsOf(name), own);
        if (found < likeness || (best !== null && found === likeness)) continue;
        best = { category, productName: spelling.get(name)! };
        likeness = found;
      }
      return best;
    },
    of: order => {
      if (order.category !== null) return { category: order.category, source: 'report' };
      const name = normalOnce(order.productName);
      const chosen = given.get(order.productId.toLowerCase()) ?? given.get(name);
      if (chosen !== undefined) return { category: chosen, source: 'assigned' };
      const seen = byName.get(name);
      return typeof seen === 'string' ? { category: seen, source: 'product-name' } : null;
    },
  };
};
