import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadReference } from '../../../../electron/reference.ts';
import { day } from '../../../../shared/domain/day.ts';
import { minor, ppm } from '../../../../shared/domain/money.ts';
import type { ReplayTerms } from '../../../../shared/domain/replay.ts';
import { replayOrders } from '../../../../shared/replay/replay-orders.ts';
import { amazonReturn, amazonRow, money, tiktokRow } from './fee-earnings.ts';
import { skippedSentences } from '../../../../shared/words/replay.ts';

const reference = loadReference(join(import.meta.dirname, '../../../../resources'));
const card = (cardId: string): ReplayTerms => ({ kind: 'amazon-card', cardId });
const plan = (rates: Record<string, number>, other: number | null, agency = 0): ReplayTerms => ({
  kind: 'tiktok-shop',
  rates: Object.fromEntries(Object.entries(rates).map(([name, rate]) => [name, ppm(rate)])),
  other: other === null ? null : ppm(other),
  agencyShare: ppm(agency),
});

/*
 * Hand calculation, each row rounded half away from zero to the cent.
 *   category             revenue   card of 2018-01-01     card of 2020-04-21
 *   Kitchen & Dining       34.99   4.5 %  1.57455→ 1.57   4.5 %  1.57455→ 1.57
 *   Furniture             189.00   8   % 15.12  → 15.12   3   %  5.67  →  5.67
 *   Home Improvement       24.31   8   %  1.9448→  1.94   3   %  0.7293→  0.73
 *   Home Improvement      −24.31   8   % −1.9448→ −1.94   3   % −0.7293→ −0.73
 *   Patio, Lawn & Garden   59.50   8   %  4.76  →  4.76   3   %  1.785 →  1.79   (half away from zero)
 *   Patio, Lawn & Garden  −59.50   8   % −4.76  → −4.76   3   % −1.785 → −1.79
 *   Grocery & Gourmet Food 12.10   5   %  0.605 →  0.61   1   %  0.121 →  0.12
 *   Health & Household     17.77   4.5 %  0.79965→ 0.80   1   %  0.1777→  0.18
 *   Power & Hand Tools     99.99   5.5 %  5.49945→ 5.50   3   %  2.9997→  3.00
 *   Amazon Gift Cards      50.00   0   %  0.00            0   %  0.00
 *   Electronic Components… 79.90   4   %  3.196 →  3.20   4   %  3.196 →  3.20
 *                                        total 26.80            total 13.74
 */
const feeEarnings = [
  amazonRow({ base: money('34.99'), commission: money('1.57') }),
  amazonRow({ category: 'Furniture', base: money('189.00'), commission: money('15.12') }),
  amazonRow({ category: 'Home Improvement', base: money('24.31'), commission: money('1.94') }),
  amazonReturn({ category: 'Home Improvement', base: money('-24.31'), commission: money('-1.95') }),
  amazonRow({ category: 'Patio, Lawn & Garden', base: money('59.50'), commission: money('4.76') }),
  amazonReturn({ category: 'Patio, Lawn & Garden', base: money('-59.50'), commission: money('-4.76') }),
  amazonRow({ category: 'Grocery & Gourmet Food', base: money('12.10'), commission: money('0.61') }),
  amazonRow({ category: 'Health & Household', base: money('17.77'), commission: money('0.80') }),
  amazonRow({ category: 'Power & Hand Tools', base: money('99.99'), commission: money('5.50') }),
  amazonRow({ category: 'Amazon Gift Cards', base: money('50.00'), commission: money('0') }),
  amazonRow({
    category: 'Electronic Components & Home Audio',
    base: money('79.90'),
    commission: money('3.20'),
    shippedOn: day('2020-05-02'),
  }),
];

describe('Fee-Earnings under the card before and after 2020-04-21', () => {
  const before = replayOrders(feeEarnings, 'amazon', card('amazon-us-2018-01-01'), reference);
  const after = replayOrders(feeEarnings, 'amazon', card('amazon-us-2020-04-21'), reference);

  it('equals the hand calculation to the cent', () => {
    expect(before.replayed).toBe(2680);
    expect(after.replayed).toBe(1374);
  });

  it('states what the reports paid, a cent of their own rounding included', () => {
    expect(before.actual).toBe(2679);
    expect(before.actualMatched).toBe(2679);
  });

  it('prices each category on its own row', () => {
    const garden = after.lines.find(line => line.category === 'Patio, Lawn & Garden');
    expect(garden).toMatchObject({
      matchedTo: 'Lawn & Garden',
      ratePpm: 30_000,
      orders: 1,
      items: 0,
      base: 0,
      replayed: 0,
    });
    expect(after.lines.find(line => line.category === 'Electronic Components & Home Audio')).toMatchObject({
      matchedTo: 'all other categories',
      replayed: 320,
    });
  });

  it('sums months and lines to the same total', () => {
    expect(after.months).toEqual([
      { month: '2020-04', actual: 2359, replayed: 1054 },
      { month: '2020-05', actual: 320, replayed: 320 },
    ]);
    expect(after.lines.reduce((sum, line) => sum + line.replayed!, 0)).toBe(after.replayed);
    expect([after.from, after.to]).toEqual(['2020-04-15', '2020-05-02']);
  });

  it('has no band within one program', () => {
    expect([after.band.low, after.band.high]).toEqual([1374, 1374]);
  });
});

describe('what is not priced', () => {
  it('lists unknown categories with their money and leaves them out of the total', () => {
    const odd = amazonRow({ category: 'Krimskrams', base: money('200'), commission: money('8') });
    const replay = replayOrders([...feeEarnings, odd], 'amazon', card('amazon-us-2020-04-21'), reference);
    expect(replay.replayed).toBe(1374);
    expect(replay.actual - replay.actualMatched).toBe(800);
    expect(replay.unmatched).toMatchObject([
      { category: 'Krimskrams', base: 20_000, actual: 800, replayed: null },
    ]);
  });

  it('counts pending, unpaid, on-Amazon and bounty rows without pricing them, and ignores Fee-Orders', () => {
    const replay = replayOrders(
      [
        amazonRow({}),
        amazonRow({ stream: 'onsite', commission: money('9') }),
        amazonRow({ measure: 'bounty', base: null, commission: money('3') }),
        amazonRow({ measure: 'ordered', status: 'ordered', base: null, commission: null }),
        amazonRow({ status: 'pending', base: null, commission: null, estimatedCommission: money('1.11') }),
        amazonRow({ status: 'frozen' }),
        amazonRow({ status: 'ineligible', base: minor(0), commission: minor(0) }),
        amazonRow({ currency: 'GBP' }),
        tiktokRow({}),
      ],
      'amazon',
      card('amazon-us-2020-04-21'),
      reference,
    );
    expect([replay.orders, replay.replayed]).toEqual([1, 45]);
    expect(replay.skipped).toEqual({
      pending: { rows: 1, estimatedCommission: 111 },
      onsite: { rows: 1, commission: 900 },
      bounties: { rows: 1, commission: 300 },
      unpaid: 2,
      otherCurrency: 1,
    });
  });

  it('does not call a paid row pending because the report keeps silent about its sales', () => {
    const replay = replayOrders(
      [
        amazonRow({}),
        amazonRow({ base: null, commission: money('2.50') }),
        amazonRow({ status: 'settled', base: null, commission: money('1') }),
      ],
      'amazon',
      card('amazon-us-2020-04-21'),
      reference,
    );
    expect([replay.orders, replay.replayed]).toEqual([1, 45]);
    expect(replay.skipped).toMatchObject({
      pending: { rows: 0, estimatedCommission: 0 },
      withoutBase: { rows: 2, commission: 350 },
    });
    expect(skippedSentences(replay)).toEqual([
      'Left out: 2 paid rows ($3.50) of which the report does not say on how much.',
    ]);
  });

  it('answers zero for no orders and refuses an unknown card', () => {
    expect(replayOrders([], 'amazon', card('amazon-uk-2026-04'), reference)).toMatchObject({
      replayed: 0,
      orders: 0,
      from: null,
      currency: 'GBP',
    });
    expect(() => replayOrders([], 'amazon', card('nope'), reference)).toThrow('not-found');
  });
});

describe('the UK card and other currencies', () => {
  it('prices pounds under the UK card', () => {
    const rows = [
      amazonRow({ currency: 'GBP', category: 'Kitchen & Dining', base: money('19.90') }), // 5 % 0.995 → 1.00
      amazonRow({ currency: 'GBP', category: 'Toys & Games', base: money('15.50') }), // other 3 % 0.465 → 0.47
      amazonReturn({ currency: 'GBP', category: 'Toys & Games', base: money('-15.50') }), // −0.47
      amazonRow({ currency: 'GBP', category: 'Electronic Components & Home Audio', base: money('40.20') }), // 2.5 % 1.005 → 1.01
    ];
    const replay = replayOrders(rows, 'amazon', card('amazon-uk-2026-04'), reference);
    expect([replay.currency, replay.replayed]).toEqual(['GBP', 201]);
  });

  it('rounds a currency without decimals to whole units', () => {
    const rows = [amazonRow({ currency: 'JPY', base: money('3333', 'JPY') })]; // 4.5 % 149.985 → 150
    expect(replayOrders(rows, 'amazon', card('amazon-us-2020-04-21'), reference).replayed).toBe(150);
  });

  it('equals exact integer arithmetic on a thousand random rows', () => {
    let state = 20200421;
    const next = (below: number) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state % below;
    };
    const rates = { Furniture: 30_000n, 'Kitchen & Dining': 45_000n, 'Video Games': 10_000n } as const;
    const names = Object.keys(rates) as (keyof typeof rates)[];
    let expected = 0n;
    const rows = Array.from({ length: 1000 }, () => {
      const category = names[next(3)]!;
      const base = (next(2) ? 1 : -1) * next(4_000_000_00);
      const product = BigInt(Math.abs(base)) * rates[category];
      const rounded = (product + 500_000n) / 1_000_000n;
      expected += base < 0 ? -rounded : rounded;
      return amazonRow({ category, base: minor(base) });
    });
    expect(BigInt(replayOrders(rows, 'amazon', card('amazon-us-2020-04-21'), reference).replayed)).toBe(
      expected,
    );
  });
});

describe('Amazon orders under TikTok Shop terms', () => {
  it('takes the plan rate by report name, then by card name, then the rest, less the agency', () => {
    const rows = [
      amazonRow({ base: money('34.99') }), // 15 % 5.2485 → 5.25, agency 20 % 1.05 → 4.20
      amazonReturn({ base: money('-34.99') }), // −4.20
      amazonRow({ category: 'Pet Food & Supplies', base: money('10.05') }), // Pets 16 % 1.608 → 1.61, 0.322 → 0.32 → 1.29
      amazonRow({ category: 'Books & Textbooks', base: money('20.00') }), // rest 10 % 2.00 → 1.60
    ];
    const terms = plan({ 'Kitchen & Dining': 150_000, Pets: 160_000 }, 100_000, 200_000);
    const replay = replayOrders(rows, 'amazon', terms, reference);
    expect(replay.replayed).toBe(289);
    expect(new Set(replay.lines.map(line => line.matchedTo))).toEqual(
      new Set(['Kitchen & Dining', 'Pets', 'other']),
    );
  });

  it('lists what has no plan rate when nothing is given for the rest', () => {
    const replay = replayOrders(feeEarnings, 'amazon', plan({ Kitchen: 150_000 }, null), reference);
    expect(replay.lines.map(line => line.category)).toEqual(['Kitchen & Dining']);
    expect(replay.unmatched.length).toBe(7);
  });

  it('believes of the ratio exactly what scenarios believe, in both directions', () => {
    const to = replayOrders(feeEarnings, 'amazon', plan({}, 100_000), reference).band;
    const back = replayOrders(
      [amazonRow({}), tiktokRow({})],
      'tiktok-shop',
      card('amazon-us-2020-04-21'),
      reference,
    ).band;
    const { value, provenance } = reference.priors.tiktokOrdersPerAmazonOrder;
    if (value.kind !== 'interval') throw new Error('no interval');
    const [first] = to.drivers;
    expect(first).toMatchObject({ name: 'conversion', provenance });
    expect([first!.lowFactor, first!.highFactor].map(factor => factor.toFixed(6))).toEqual(
      [value.low, value.high].map(factor => factor.toFixed(6)),
    );
    expect(back.drivers[0]!.lowFactor * first!.highFactor).toBeCloseTo(1, 9);
    expect(back.drivers[0]!.highFactor * first!.lowFactor).toBeCloseTo(1, 9);
  });

  it('shows a band that contains each driver only in part, names the widest first and has its total well inside', () => {
    const { band, replayed } = replayOrders(feeEarnings, 'amazon', plan({}, 100_000), reference);
    const [first, second] = band.drivers;
    const width = (driver: (typeof band.drivers)[number] | undefined): number =>
      driver!.highFactor / driver!.lowFactor;
    expect(band.drivers.map(driver => driver.name)).toEqual(['conversion', 'basket']);
    expect(width(first)).toBeGreaterThanOrEqual(width(second));
    expect(band.high / band.low).toBeGreaterThan(width(first));
    expect(band.high / band.low).toBeLessThan(width(first) * width(second));
    const place = Math.log(replayed / band.low) / Math.log(band.high / band.low);
    expect(place).toBeGreaterThan(0.3);
    expect(place).toBeLessThan(0.7);
  });

  it('leaves out gift cards, unless the plan names them', () => {
    const terms = plan({ 'Amazon Gift Cards': 10_000 }, 100_000);
    const named = replayOrders(feeEarnings, 'amazon', terms, reference);
    const usual = replayOrders(feeEarnings, 'amazon', plan({}, 100_000), reference);
    expect(named.skipped.giftCards).toBeUndefined();
    expect(usual.skipped.giftCards).toEqual({ rows: 1, commission: 0 });
    expect(usual.orders).toBe(named.orders - 1);
  });

  it('knows a plan’s categories by any spelling, the card’s own name of gift cards too', () => {
    const row = (category: string) => amazonRow({ category, base: money('10.00') });
    const pay = (category: string, rates: Record<string, number>): number | undefined => {
      const { skipped, replayed } = replayOrders([row(category)], 'amazon', plan(rates, 120_000), reference);
      return skipped.giftCards ? undefined : replayed;
    };
    expect(pay('Gift Cards', {})).toBeUndefined();
    expect(pay('Amazon Gift Cards', { 'Gift Cards': 10_000 })).toBe(10);
    expect(pay('Kitchen & dining', { 'Kitchen & Dining': 10_000 })).toBe(10);
    expect(pay('kitchen', { Kitchen: 10_000 })).toBe(10);
  });

  it('takes two spellings of one category for one, where another report names the product', () => {
    const rows = ['Kitchen', 'KITCHEN'].map(category => amazonRow({ category, productName: 'Pan' }));
    const nameless = amazonRow({ category: null, productName: 'Pan', base: money('10.00') });
    const of = (orders: typeof rows) =>
      replayOrders([...orders, nameless], 'amazon', plan({ kitchen: 10_000 }, null), reference).unmatched;
    expect(of(rows)).toEqual([]);
    expect(of([...rows, amazonRow({ category: 'Furniture', productName: 'Pan' })])).not.toEqual([]);
  });

  it('leaves out what was bought beside the linked product, however a report says so', () => {
    const charger = { productId: 'B0CHARGER', productName: 'Charger', commission: money('0.80') };
    const ordered = {
      ...charger,
      measure: 'ordered',
      status: 'ordered',
      base: null,
      commission: null,
    } as const;
    const byColumn = [amazonRow({}), amazonRow({ ...charger, direct: false })];
    const byFeeOrders = [amazonRow({}), amazonRow(charger), amazonRow({ ...ordered, direct: false })];
    for (const rows of [byColumn, byFeeOrders]) {
      const replay = replayOrders(rows, 'amazon', plan({}, 100_000), reference);
      expect([replay.orders, replay.actual]).toEqual([
        1,
        replayOrders(rows.slice(0, 1), 'amazon', plan({}, 0), reference).actual,
      ]);
      expect(replay.skipped.beside).toEqual({ rows: 1, commission: 80 });
      expect(replay.band.drivers.map(driver => driver.name)).toEqual(['conversion']);
      const amazon = replayOrders(rows, 'amazon', card('amazon-us-2020-04-21'), reference);
      expect([amazon.orders, amazon.skipped.beside]).toEqual([2, undefined]);
    }
  });
});

describe('TikTok Shop orders under an Amazon card', () => {
  const pan = { productName: 'Cast iron pan  12"', productId: '1729384756' };
  const known = amazonRow({ productName: 'CAST IRON PAN 12"', category: 'Kitchen & Dining' });

  it('uses the category under which Amazon sold the same product name, whatever the order of rows', () => {
    const sold = tiktokRow({ ...pan, base: money('30.00'), commission: money('4.50') });
    for (const orders of [
      [known, sold],
      [sold, known],
    ]) {
      const replay = replayOrders(orders, 'tiktok-shop', card('amazon-us-2020-04-21'), reference);
      expect(replay.replayed).toBe(135);
      expect(replay.lines[0]).toMatchObject({ category: 'Kitchen & Dining', categorySource: 'product-name' });
    }
  });

  it('lists products that nobody sold on Amazon, and names that stand in two categories', () => {
    const twice = amazonRow({ productName: 'cast iron pan 12"', category: 'Outdoor Recreation' });
    const replay = replayOrders(
      [known, twice, tiktokRow(pan), tiktokRow({ productName: 'LED strip', base: money('7') })],
      'tiktok-shop',
      card('amazon-us-2020-04-21'),
      reference,
    );
    expect(replay.replayed).toBe(0);
    expect(replay.unmatched.map(line => [line.category, line.categorySource])).toEqual([
      ['Cast iron pan  12"', null],
      ['LED strip', null],
    ]);
  });

  it('suggests the likeliest namesake of a product without a category, and does not use it', () => {
    const orders = [
      amazonRow({ productName: 'Ironvale Cast Iron Skillet, 10.25 Inch, Pre-Seasoned' }),
      amazonRow({ productName: 'Ironvale Cast Iron Skillet, 12 Inch, Pre-Seasoned', category: 'Home' }),
      tiktokRow({
        productName: 'Ironvale Pre-Seasoned Cast Iron Skillet 10.25 Inch',
        productId: '17',
        base: money('30'),
      }),
      tiktokRow({ productName: 'LED strip', productId: '18' }),
    ];
    const replay = replayOrders(orders, 'tiktok-shop', card('amazon-us-2020-04-21'), reference);
    expect(replay.replayed).toBe(0);
    expect(replay.unmatched.map(line => [line.productId, line.suggestion])).toEqual([
      [
        '17',
        { category: 'Kitchen & Dining', productName: 'Ironvale Cast Iron Skillet, 10.25 Inch, Pre-Seasoned' },
      ],
      ['18', null],
    ]);
  });

  it('takes a category that the person assigned to a product', () => {
    const terms: ReplayTerms = {
      kind: 'amazon-card',
      cardId: 'amazon-us-2020-04-21',
      categories: { '1729384756': 'Tools' },
    };
    const replay = replayOrders(
      [tiktokRow({ ...pan, base: money('10.50') })],
      'tiktok-shop',
      terms,
      reference,
    );
    expect(replay.lines).toMatchObject([{ category: 'Tools', categorySource: 'assigned', replayed: 32 }]);
  });

  it('counts orders, not rows, and a full refund as an order that earned nothing', () => {
    const replay = replayOrders(
      [
        known,
        tiktokRow({ ...pan, orderId: '576000000000001', base: money('10') }),
        tiktokRow({ ...pan, orderId: '576000000000001', skuId: '2', base: money('20') }),
        tiktokRow({ ...pan, status: 'returned', returned: 1, base: minor(0), commission: minor(0) }),
      ],
      'tiktok-shop',
      card('amazon-us-2020-04-21'),
      reference,
    );
    expect([replay.orders, replay.replayed]).toEqual([2, 135]);
    expect(replay.lines[0]!.items).toBe(2);
  });
});
