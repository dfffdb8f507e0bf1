import { addDays, day, type Day } from '../../../../shared/domain/day.ts';
import { minor } from '../../../../shared/domain/money.ts';
import type { StoredOrder } from '../../../../shared/domain/order.ts';
import { amazonReturn, amazonRow, tiktokRow } from '../replay/fee-earnings.ts';

/** A seeded stream of numbers in [0, 1). */
export const stream = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

const shelf = [
  { name: 'Cast iron skillet 12 inch', category: 'Kitchen & Dining', price: 3499, rate: 0.045, weight: 4 },
  { name: 'Knife block set 14 piece', category: 'Kitchen & Dining', price: 7999, rate: 0.045, weight: 2 },
  { name: 'Linen curtains beige', category: 'Home', price: 4250, rate: 0.03, weight: 2 },
  { name: 'Cordless drill 18V', category: 'Power & Hand Tools', price: 9900, rate: 0.03, weight: 1 },
  { name: 'Cookbook of one pan', category: 'Books & Textbooks', price: 1899, rate: 0.045, weight: 1 },
] as const;

export interface PastYear {
  readonly from: Day;
  readonly season: (on: Day) => number;
  readonly perDay: number;
  readonly returned: number;
  readonly seed: number;
}

const pick = (next: () => number): (typeof shelf)[number] => {
  let left = next() * 10;
  return shelf.find(each => (left -= each.weight) < 0) ?? shelf[0];
};

const count = (mean: number, next: () => number): number => Math.floor(mean + next());

/** A year of Fee-Earnings rows: five products, returns a week later. */
export const amazonYear = ({ from, season, perDay, returned, seed }: PastYear): StoredOrder[] => {
  const next = stream(seed);
  return Array.from({ length: 365 }, (_, i) => addDays(from, i)).flatMap(on =>
    Array.from({ length: count(perDay * season(on), next) }, () => {
      const { name, category, price, rate } = pick(next);
      const base = minor(Math.round(price * (0.9 + 0.2 * next())));
      const row = { productName: name, productId: `B-${name}`, category, shippedOn: on, base };
      const sold = amazonRow({ ...row, commission: minor(Math.round(base * rate)) });
      if (next() >= returned) return [sold];
      const back = { ...row, base: minor(0 - base), commission: minor(-Math.round(base * rate)) };
      const later = addDays(on, 7);
      return later < addDays(from, 365) ? [sold, amazonReturn({ ...back, shippedOn: later })] : [sold];
    }).flat(),
  );
};

/** A year of creator-export rows: three of the same products, a tenth refunded, the last three weeks pending. */
export const tiktokYear = ({ from, season, perDay, returned, seed }: PastYear): StoredOrder[] => {
  const next = stream(seed);
  const last = addDays(from, 364);
  return Array.from({ length: 365 }, (_, i) => addDays(from, i)).flatMap(on =>
    Array.from({ length: count(perDay * season(on), next) }, () => {
      const { name, price } = shelf[Math.floor(next() * 3)]!;
      const base = minor(Math.round(price * 0.92));
      const commission = minor(Math.round(base * 0.15));
      const row = {
        productName: name.toUpperCase(),
        productId: `17293${name.length}`,
        contentId: `75${Math.floor(next() * 150)}`,
        orderedOn: on,
        price: minor(price),
        rate: 150_000 as NonNullable<StoredOrder['rate']>,
      };
      if (on > addDays(last, -21)) {
        return tiktokRow({
          ...row,
          status: 'pending',
          settledOn: null,
          base: null,
          commission: null,
          estimatedBase: base,
          estimatedCommission: commission,
        });
      }
      const settledOn = addDays(on, 18 + Math.floor(next() * 6));
      return next() < returned
        ? tiktokRow({
            ...row,
            settledOn,
            status: 'returned',
            returned: 1,
            base: minor(0),
            commission: minor(0),
          })
        : tiktokRow({ ...row, settledOn, base, commission });
    }),
  );
};

export const pastYear: PastYear = {
  from: day('2025-06-01'),
  season: () => 1,
  perDay: 4,
  returned: 0.06,
  seed: 7,
};
