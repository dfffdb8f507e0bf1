import type { Order } from '../domain/order.ts';
import type { CategorySource } from '../domain/replay.ts';

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
}

const several = Symbol('several categories');

/**
 * An order's category: as its report says; else as the person assigned it to the product id or name; else as another report names
 * the same product (equal normal names). A name that stands in two categories is no answer.
 */
export const productCategories = (assigned: Readonly<Record<string, string>>): ProductCategories => {
  const byName = new Map<string, string | typeof several>();
  const given = new Map(Object.entries(assigned).map(([name, category]) => [normalName(name), category]));
  return {
    learn: ({ category, productName }) => {
      if (category === null || productName === '') return;
      const name = normalName(productName);
      const before = byName.get(name);
      byName.set(name, before === undefined || before === category ? category : several);
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
