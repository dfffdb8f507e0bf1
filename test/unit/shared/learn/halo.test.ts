import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadReference } from '../../../../electron/reference.ts';
import { addDays, toEpochDay, type Day } from '../../../../shared/domain/day.ts';
import type { Market } from '../../../../shared/domain/market.ts';
import { minor } from '../../../../shared/domain/money.ts';
import type { StoredOrder } from '../../../../shared/domain/order.ts';
import { checkScenario } from '../../../../shared/engine/check-scenario.ts';
import { scenarioFromOrders } from '../../../../shared/learn/scenario-from-orders.ts';
import { weekOfYear } from '../../../../shared/learn/season-of.ts';
import { amazonReturn, amazonRow } from '../replay/fee-earnings.ts';
import { expectedYearOf, m } from './expected-year.ts';
import { amazonYear, pastYear, stream, tiktokYear } from './past-year.ts';

const reference = loadReference(join(import.meta.dirname, '../../../../resources'));
const expectedYear = expectedYearOf(reference);
const season = reference.seasons.US!.factors;
const year = { ...pastYear, season: (on: Day) => season[weekOfYear(toEpochDay(on))]! };

const learn = (orders: readonly StoredOrder[], market: Market = 'US') =>
  scenarioFromOrders(orders, reference, {
    market,
    name: 'Test',
    reports: [
      { id: 1, file: 'earnings.csv' },
      { id: 2, file: 'orders.csv' },
    ],
  });

const besides = [
  { category: 'Books & Textbooks', price: 1500, rate: 0.045 },
  { category: 'Grocery & Gourmet Food', price: 2000, rate: 0.01 },
  { category: 'Premium Beauty', price: 6000, rate: 0.1 },
  { category: 'Amazon Gift Cards', price: 5000, rate: 0 },
] as const;

/** One thing beside every third order, and every 20th of them sent back, over the same days; ASINs hardly ever repeat. */
const halo = (orders: readonly StoredOrder[]): StoredOrder[] => {
  const next = stream(3);
  return orders
    .filter(({ items }) => items > 0 && next() < 1 / 3)
    .flatMap(({ shippedOn }, i) => {
      const { category, price, rate } = besides[Math.floor(next() * besides.length)]!;
      const row = {
        productId: `BH${i}`,
        productName: `Something else ${i}`,
        category,
        shippedOn,
        price: minor(price),
        base: minor(price),
        commission: minor(Math.round(price * rate)),
      };
      if (i % 20 > 0) return [amazonRow(row)];
      const back = { base: minor(0 - price), commission: minor(0 - Math.round(price * rate)) };
      return [amazonRow(row), amazonReturn({ ...row, ...back })];
    });
};

/** What Fee-Orders says of the same sales. */
const ordered = (orders: readonly StoredOrder[], direct: boolean): StoredOrder[] =>
  orders
    .filter(({ items }) => items > 0)
    .map(order => ({
      ...order,
      reportId: 2,
      report: 'amazon.fee-orders',
      measure: 'ordered',
      status: 'ordered',
      orderedOn: order.shippedOn,
      shippedOn: null,
      base: null,
      commission: null,
      direct,
    }));

const linked = amazonYear(year);
const beside = halo(linked);
const tiktok = tiktokYear({ ...year, perDay: 3, seed: 11 });
const earned = [...linked, ...beside];
const all = [...earned, ...ordered(linked, true), ...ordered(beside, false), ...tiktok];
const sum = (orders: readonly StoredOrder[], of: (order: StoredOrder) => number) =>
  orders.reduce((total, order) => total + of(order), 0);
const sold = (orders: readonly StoredOrder[]) => orders.filter(({ items }) => items > 0).length;

describe('what lay beside linked products in Amazon baskets', () => {
  const scenario = learn(all);

  it('is no product of its own', () => {
    expect(scenario.products.map(({ name }) => name).filter(name => /something|other/i.test(name))).toEqual(
      [],
    );
    expect(scenario.products.length).toBe(5);
    expect(checkScenario(scenario, reference.cards, reference.categoryNames)).toEqual([]);
  });

  it('gives back the past year’s orders, items and commission at its own rates', () => {
    const past = expectedYear(scenario, 'amazon', 0.5);
    expect(Math.abs(past.orders / sold(linked) - 1)).toBeLessThan(0.03);
    expect(Math.abs(past.items / sum(earned, ({ items }) => items) - 1)).toBeLessThan(0.03);
    expect(Math.abs(past.commission / sum(earned, ({ commission }) => commission ?? 0) - 1)).toBeLessThan(
      0.03,
    );
  });

  it('carries the shares of its revenue by category, the largest first', () => {
    const { categories } = scenario.products[0]!.amazon!.halo!;
    expect(categories.map(({ category }) => category)).toEqual([
      'Luxury Beauty',
      'Gift Cards',
      'Grocery',
      'Physical Books',
    ]);
    expect(categories.reduce((total, { share }) => total + share, 0)).toBeCloseTo(1);
  });

  it('names both reports as its source', () => {
    const { itemsPerOrder } = scenario.products[0]!.amazon!;
    expect(itemsPerOrder.provenance).toMatchObject({ kind: 'report', files: ['earnings.csv', 'orders.csv'] });
    expect(m(itemsPerOrder)).toBeCloseTo(1 + sold(beside) / sold(linked), 3);
  });

  it('leaves TikTok Shop’s year as it was', () => {
    const past = expectedYear(scenario, 'tiktokShop', 0.5);
    expect(Math.abs(past.orders / tiktok.length - 1)).toBeLessThan(0.08);
  });

  it('is known from a Direct column in Fee-Earnings just as well', () => {
    const said = [
      ...linked.map(order => ({ ...order, direct: true })),
      ...beside.map(order => ({ ...order, direct: false })),
    ];
    expect(learn(said).products.length).toBe(5);
  });

  it('goes by what an ASIN was mostly bought as', () => {
    const [first] = linked;
    const stray = ordered([first!], false);
    expect(learn([...all, ...stray]).products.length).toBe(5);
  });

  it('cannot be told from products without such a report, and the source says so', () => {
    const guessed = learn([...earned, ...tiktok]);
    expect(guessed.products.length).toBe(11);
    expect(guessed.products.at(-1)!.name).toMatch(/^Other products \(\d+\)$/);
    for (const { amazon } of guessed.products) {
      expect(amazon?.halo).toBeUndefined();
      if (amazon) expect(amazon.itemsPerOrder.provenance.note).toMatch(/do not say which items were linked/);
    }
  });

  it('leaves no products when it seems to be nearly everything, so that it stays among them', () => {
    const nothingLinked = [...earned, ...ordered(linked, false), ...ordered(beside, false)];
    expect(learn(nothingLinked).products.some(({ amazon }) => amazon?.halo)).toBe(false);
  });

  it('joins price and rate of the product where no card pays it by category', () => {
    const elsewhere = all
      .filter(({ program }) => program === 'amazon')
      .map(order => ({ ...order, currency: 'SGD' as const }));
    const learned = learn(elsewhere, 'SG');
    expect(learned.products.every(({ amazon }) => amazon!.rate && !amazon!.halo)).toBe(true);
    const past = expectedYear(learned, 'amazon', 1);
    const commission = sum(earned, order => order.commission ?? 0);
    expect(Math.abs(past.commission / commission - 1)).toBeLessThan(0.03);
  });
});

describe('Amazon income beside orders', () => {
  const days = (every: number, part: (i: number) => Partial<StoredOrder>) =>
    Array.from({ length: Math.floor(365 / every) }, (_, i) =>
      amazonRow({ shippedOn: addDays(pastYear.from, i * every), ...part(i) }),
    );
  const bounties = days(10, i => ({
    measure: 'bounty',
    report: 'amazon.bounty',
    productId: 'Audible',
    base: null,
    items: i % 9 === 0 ? 2 : 1,
    commission: minor((i % 9 === 0 ? 2 : 1) * (i % 2 === 0 ? 300 : 500)),
  }));
  const onsite = days(3, i => ({ stream: 'onsite', commission: minor(i % 5 === 0 ? 400 : 35) }));
  const outside = amazonRow({ ...bounties[0]!, shippedOn: addDays(pastYear.from, -30) });
  const scenario = learn([...all, ...bounties, ...onsite, outside]);

  it('brings the past year’s bounties by clicks, and their fees', () => {
    const { perClick, amount } = scenario.programs.amazon.bounties!;
    const events = m(perClick) * expectedYear(scenario, 'amazon', 0.5).clicks;
    const counted = sum(bounties, ({ items }) => items);
    expect(Math.abs(events / counted - 1)).toBeLessThan(0.03);
    const fees = sum(bounties, ({ commission }) => commission ?? 0);
    expect(m(amount) * 100).toBeCloseTo(fees / counted, 6);
    expect(perClick.provenance).toMatchObject({ kind: 'report', rows: bounties.length });
  });

  it('changes nothing else', () => {
    const { bounties: _, ...amazon } = scenario.programs.amazon;
    const { onAmazon: __, ...programs } = scenario.programs;
    expect({ ...scenario, programs: { ...programs, amazon } }).toEqual(learn(all));
  });

  it('is not there when the reports have none', () => {
    const { programs } = learn(all);
    expect(programs.amazon.bounties).toBeUndefined();
    expect(programs.onAmazon).toBeUndefined();
  });

  it('learns on-Amazon income also of a creator whose links are all on TikTok Shop', () => {
    const learned = learn([...tiktok, ...onsite]);
    expect(learned.programs.amazon.bounties).toBeUndefined();
    expect(m(learned.programs.onAmazon!.perWeek)).toBeGreaterThan(0);
    expect(learned.programs.onAmazon!.perWeek.provenance).toMatchObject({ from: '2025-06-01' });
  });

  it('takes nothing from on-Amazon rows that were all sent back', () => {
    const back = onsite.map(order =>
      amazonReturn({ ...order, commission: minor(-35), items: 0, returned: 1 }),
    );
    expect(learn([...all, ...back]).programs.onAmazon).toBeUndefined();
  });

  it('holds steady when its day is steady', () => {
    const even = days(1, () => ({ stream: 'onsite', commission: minor(100) }));
    const { perWeek } = learn([...all, ...even]).programs.onAmazon!;
    // A year at season 1 brings 52.14 weeks of 7 × 1.00.
    expect(m(perWeek)).toBeGreaterThan(6);
    expect(m(perWeek)).toBeLessThan(7.5);
  });
});
