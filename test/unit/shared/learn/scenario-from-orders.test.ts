import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadReference } from '../../../../electron/reference.ts';
import { FailureError, type Failure } from '../../../../shared/contract/answer.ts';
import { addDays, day, toEpochDay, type Day } from '../../../../shared/domain/day.ts';
import { marketCurrency, marketSchema } from '../../../../shared/domain/market.ts';
import type { StoredOrder } from '../../../../shared/domain/order.ts';
import { scenarioSchema } from '../../../../shared/domain/scenario.ts';
import { checkScenario } from '../../../../shared/engine/check-scenario.ts';
import { lawOf } from '../../../../shared/engine/distribution/law-of.ts';
import { scenarioFromOrders } from '../../../../shared/learn/scenario-from-orders.ts';
import { weekOfYear } from '../../../../shared/learn/season-of.ts';
import { amazonRow, tiktokRow } from '../replay/fee-earnings.ts';
import { expectedYearOf, m } from './expected-year.ts';
import { amazonYear, pastYear, tiktokYear } from './past-year.ts';

const reference = loadReference(join(import.meta.dirname, '../../../../resources'));
const season = (on: string) => reference.seasons.US!.factors[weekOfYear(toEpochDay(day(on)))]!;
const year = { ...pastYear, season };
const amazon = amazonYear(year);
const tiktok = tiktokYear({ ...year, perDay: 3, seed: 11 });
const learn = (orders: readonly StoredOrder[], today?: Day) =>
  scenarioFromOrders(orders, reference, {
    market: 'US',
    name: 'Test',
    reports: [{ id: 1, file: 'fees.csv' }],
    today,
  });
const failureOf = (make: () => unknown): Failure | null => {
  try {
    make();
    return null;
  } catch (error) {
    return error instanceof FailureError ? error.failure : null;
  }
};
/** Things beside linked products, as reports with a `Direct` column tell. */
const besideRows = Array.from({ length: 40 }, (_, i) =>
  amazonRow({
    productId: `halo-${i % 7}`,
    productName: `Beside ${i % 7}`,
    direct: false,
    shippedOn: addDays(pastYear.from, i * 9),
  }),
);
const expectedYear = expectedYearOf(reference);

const sum = (orders: readonly StoredOrder[], of: (order: StoredOrder) => number) =>
  orders.reduce((total, order) => total + of(order), 0);

describe('scenarioFromOrders', () => {
  const scenario = learn([...amazon, ...tiktok]);

  it('makes a scenario that its own schema accepts unchanged', () => {
    expect(scenarioSchema.parse(scenario)).toEqual(scenario);
    expect(scenario.start).toBe(addDays(pastYear.from, 365));
    expect([scenario.currency, scenario.weeks, scenario.trials]).toEqual(['USD', 52, 10_000]);
  });

  it('gives back the orders and the commission of the past year of both programs within 3 %', () => {
    const a = expectedYear(scenario, 'amazon', 0.5);
    expect(Math.abs(a.orders / amazon.filter(order => order.items > 0).length - 1)).toBeLessThan(0.03);
    expect(Math.abs(a.commission / sum(amazon, order => order.commission ?? 0) - 1)).toBeLessThan(0.03);
    const t = expectedYear(scenario, 'tiktokShop', 0.5);
    // Two products are guessed here: their revenue is the pool's, their orders follow from their prices.
    expect(Math.abs(t.orders / tiktok.length - 1)).toBeLessThan(0.08);
    const settled = tiktok.filter(order => order.status !== 'pending');
    const perOrder = sum(settled, order => order.commission ?? 0) / settled.length;
    expect(Math.abs(t.commission / (perOrder * tiktok.length) - 1)).toBeLessThan(0.03);
  });

  it('gives the same back whatever season the window covers', () => {
    const half = amazon.filter(order => order.shippedOn! >= '2025-10-01' && order.shippedOn! < '2026-01-01');
    const expected = expectedYear(learn(half), 'amazon', 1);
    const sold = amazon.filter(order => order.items > 0).length;
    expect(Math.abs(expected.orders / sold - 1)).toBeLessThan(0.06);
  });

  it('takes products of both programs together where their names agree', () => {
    const both = scenario.products.filter(
      ({ tiktokShop }) => tiktokShop!.conversion.provenance.kind === 'report',
    );
    expect(both.map(product => product.name).toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
      'Cast iron skillet 12 inch',
      'Knife block set 14 piece',
      'Linen curtains beige',
    ]);
    expect(scenario.products.length).toBe(5);
  });

  it('says of every learned number which file and how many rows it comes from', () => {
    const [product] = scenario.products;
    expect(product!.amazon!.conversion.provenance).toMatchObject({
      kind: 'report',
      files: ['fees.csv'],
      from: '2025-06-01',
      to: '2026-05-31',
    });
    for (const { price, amazon: a, tiktokShop: t } of scenario.products) {
      expect(price.provenance).not.toHaveProperty('calibrated');
      for (const offer of [a, t])
        if (offer?.conversion.provenance.kind === 'report')
          expect(offer.conversion.provenance.calibrated).toBe(true);
    }
    const rows = scenario.products.map(({ amazon: offer }) => offer!.conversion.provenance);
    expect(sum2(rows.map(source => (source.kind === 'report' ? source.rows : NaN)))).toBe(
      amazon.filter(order => order.items > 0).length,
    );
    expect(scenario.content.viewsPerVideo.provenance.kind).toBe('guess');
  });

  it('leaves no number certain that reports cannot make certain', () => {
    for (const { price, amazon: a, tiktokShop: t } of scenario.products) {
      const open = [price, a?.clickRate, a?.conversion, a?.returnShare, t?.clickRate, t?.conversion, t?.rate];
      for (const quantity of open) if (quantity) expect(quantity.value.kind).not.toBe('constant');
    }
    expect(scenario.programs.amazon.orderFactor!.value.kind).toBe('lognormal');
  });

  it('learns how long TikTok Shop takes to settle', () => {
    const { value, provenance } = scenario.programs.tiktokShop.settlementDelayDays;
    expect(value).toMatchObject({ kind: 'pert', low: 19, mode: 20, high: 22 });
    expect(provenance.kind).toBe('report');
  });

  it('keeps small products together as one without losing an order', () => {
    const many = Array.from({ length: 400 }, (_, i) =>
      amazonRow({
        productId: `B${i % 40}`,
        productName: `Thing number ${i % 40}`,
        category: ['Home', 'Kitchen & Dining', 'Toys & Games', 'Krimskrams'][i % 4]!,
        shippedOn: addDays(day('2026-01-01'), i % 90),
      }),
    );
    const learned = learn(many);
    expect(learned.products.length).toBe(11);
    expect(learned.products.at(-1)!.name).toBe('Other products (30)');
    const rows = learned.products.map(({ amazon: offer }) => offer!.conversion.provenance);
    expect(sum2(rows.map(source => (source.kind === 'report' ? source.rows : NaN)))).toBe(400);
    // Several categories, one of them on no card: paid what its rows were paid.
    expect(m(learned.products.at(-1)!.amazon!.rate)).toBeCloseTo(0.045, 3);
  });

  it('offers the missing program as a stated guess as uncertain as the ratio of the programs', () => {
    const learned = learn(amazon);
    expect(learned.programs.tiktokShop.orderFactor).toEqual(reference.priors.tiktokOrdersPerAmazonOrder);
    expect(learned.programs.amazon.orderFactor).toBeUndefined();
    for (const { tiktokShop } of learned.products)
      expect(tiktokShop!.conversion.provenance.kind).toBe('guess');
    const a = expectedYear(learned, 'amazon', 1).orders;
    const t = expectedYear(learned, 'tiktokShop', 1).orders;
    expect(t / a / m(reference.priors.tiktokOrdersPerAmazonOrder)).toBeCloseTo(1, 2);
  });

  it('does the same for a creator who has only TikTok Shop reports', () => {
    const learned = learn(tiktok);
    expect(learned.products.every(product => product.amazon?.rate)).toBe(true);
    expect(Math.abs(expectedYear(learned, 'tiktokShop', 1).orders / tiktok.length - 1)).toBeLessThan(0.03);
  });

  it('does not count rows that made no sale of a video', () => {
    const noise = [
      amazonRow({ measure: 'ordered', shippedOn: day('2025-07-01') }),
      tiktokRow({ status: 'ineligible', orderedOn: day('2025-07-01') }),
      amazonRow({ currency: 'GBP', shippedOn: day('2025-07-01') }),
    ];
    expect(learn([...amazon, ...tiktok, ...noise])).toEqual(scenario);
  });

  it('learns from the last year only', () => {
    const old = amazonYear({ ...year, from: day('2023-06-01'), perDay: 40 });
    const learned = learn([...old, ...amazon]);
    expect(expectedYear(learned, 'amazon', 1).orders).toBeCloseTo(
      expectedYear(learn(amazon), 'amazon', 1).orders,
    );
  });

  it('guesses what an unmatched product would bring, and earns the same in all whether names match or not', () => {
    const strangers = tiktok.map(order => ({ ...order, productName: `TT ${order.productName.length}` }));
    const unmatched = learn([...amazon, ...strangers]);
    expect(unmatched.products.length).toBe(8);
    for (const product of unmatched.products) {
      const kinds = [product.amazon!, product.tiktokShop!].map(offer => offer.conversion.provenance.kind);
      expect(kinds.toSorted((a, b) => (a < b ? -1 : 1))).toEqual(['guess', 'report']);
    }
    for (const program of ['amazon', 'tiktokShop'] as const)
      for (const share of [0.5, 1]) {
        const ratio =
          expectedYear(unmatched, program, share).commission /
          expectedYear(scenario, program, share).commission;
        expect(Math.abs(ratio - 1)).toBeLessThan(0.04);
      }
    const guessed = unmatched.products.flatMap(({ amazon: a, tiktokShop: t }) =>
      [a!.conversion, t!.conversion].filter(({ provenance }) => provenance.kind === 'guess'),
    );
    for (const { value, provenance } of guessed) {
      if (value.kind !== 'pert') throw new Error('no range');
      expect(value.high / value.low).toBeGreaterThan(10);
      expect(provenance.note).toContain('does not mean that it is not sold there');
    }
  });

  it('says on the first page that the last quarter sold less, and nothing when it did not', () => {
    expect(scenario.notes).toEqual([expect.stringMatching(/^2 of 5 products could be matched/)]);
    const from = addDays(pastYear.from, 365 - 91);
    const fewer = [...amazon, ...tiktok].filter(
      (order, i) => (order.shippedOn ?? order.orderedOn!) < from || i % 2 === 0,
    );
    expect(learn(fewer).notes!.slice(0, 1)).toEqual([
      expect.stringMatching(/^The last 13 weeks sold [34]\d % less than the whole year, season apart\./),
    ]);
  });

  it('has nothing to learn from without ten orders, and says how many rows there are', () => {
    expect(failureOf(() => learn([]))).toEqual({ kind: 'nothing-to-learn-from' });
    expect(failureOf(() => learn(amazon.slice(0, 5)))).toEqual({
      kind: 'nothing-to-learn-from',
      rows: 5,
      needed: 10,
      until: '2025-06-02',
    });
  });

  it.each(['2099-01-01', '2026-12-24', '2028-02-29'])('is not moved by one row dated %s', on => {
    const stray = amazonRow({ productName: 'Cookbook of one pan', shippedOn: day(on) });
    for (const today of [undefined, day('2026-06-05')]) {
      const learned = learn([...amazon, ...tiktok, stray], today);
      expect(learned.start).toBe(scenario.start);
      expect(learned.products).toEqual(scenario.products);
      const { provenance } = learned.content.viewsPerVideo;
      expect(provenance.note).toContain(`1 row is left out`);
      expect(provenance.note).toContain(on);
    }
  });

  it('leaves out any number of rows after today, unless the clock must be wrong', () => {
    const future = amazonYear({ ...year, from: day('2031-01-01'), perDay: 2 });
    expect(learn([...amazon, ...tiktok, ...future], day('2026-06-05')).start).toBe(scenario.start);
    expect(learn([...amazon, ...tiktok], day('2020-01-01'))).toEqual(scenario);
  });

  it('refuses a market that pays in other money, and names those that fit', () => {
    for (const market of marketSchema.options) {
      const make = () => scenarioFromOrders([...amazon, ...tiktok], reference, { market, name: 'Test' });
      if (market === 'US')
        expect(checkScenario(make(), reference.cards, reference.categoryNames)).toEqual([]);
      else
        expect(failureOf(make)).toEqual({
          kind: 'market-does-not-fit',
          market,
          currencies: ['USD'],
          markets: ['US'],
        });
    }
    const euros = amazon.map(order => ({ ...order, currency: 'EUR' as const }));
    expect(failureOf(() => learn(euros))).toMatchObject({ markets: ['DE', 'FR', 'IT', 'ES'] });
  });

  it.each(marketSchema.options)('makes a valid scenario of reports in the money of %s', market => {
    const currency = marketCurrency[market];
    const orders = [...amazon, ...tiktok, ...besideRows].map(order => ({ ...order, currency }));
    const learned = scenarioFromOrders(orders, reference, { market, name: 'Test' });
    expect(scenarioSchema.parse(learned)).toEqual(learned);
    expect(checkScenario(learned, reference.cards, reference.categoryNames)).toEqual([]);
  });
});

const sum2 = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe('scatter of weekly orders', () => {
  // Weeks of 7 and of 42 orders by turns.
  const uneven = Array.from({ length: 364 }, (_, i) =>
    Array.from({ length: Math.floor(i / 7) % 2 === 0 ? 1 : 6 }, () =>
      amazonRow({ productId: 'one', shippedOn: addDays(pastYear.from, i) }),
    ),
  ).flat();
  const { overDispersion, content } = learn(uneven);
  const [ratio, views] = ['note' in overDispersion.provenance ? overDispersion.provenance.note : '']
    .flatMap(note => note!.match(/\d+\.\d/g)!)
    .map(Number) as [number, number];

  it('is over-dispersion as far as videos and their views do not bring it', () => {
    const { viewsLogSd, videosPerWeek } = content;
    const own = Array.from({ length: 64 }, (_, i) => lawOf(viewsLogSd.value).quantile((i + 0.5) / 64));
    const square = own.reduce((total, sd) => total + Math.exp(sd * sd), 0) / 64;
    expect(views).toBeCloseTo((24.5 / m(videosPerWeek)) * square, 1);
    expect(ratio).toBeGreaterThan(5);
    const { value } = overDispersion;
    expect(value.kind === 'pert' && value.mode).toBeCloseTo(Math.max(0.1, ratio - 1 - views), 1);
  });
});
