import { describe, expect, it } from 'vitest';
import type { PolicyEvent } from '../../../../shared/domain/policy.ts';
import type { Quantity } from '../../../../shared/domain/quantity.ts';
import { scenarioSchema, type Scenario } from '../../../../shared/domain/scenario.ts';
import { simulate } from '../../../../shared/engine/simulate.ts';
import { sampleCards, sampleScenario } from '../../../helpers/scenario.ts';
import { certainEvent } from '../../../helpers/zero-spread-scenario.ts';

/** The middle of a quantity's law, as its parameters say it. */
const middleOf = ({ value }: Quantity): number => {
  switch (value.kind) {
    case 'constant':
      return value.value;
    case 'interval':
      return Math.round(Math.sqrt(value.low * value.high));
    case 'beta':
    case 'normal':
    case 'gamma':
      return value.mean;
    case 'beta-counts':
      return value.successes / (value.successes + value.failures);
    case 'triangular':
    case 'pert':
      return value.mode;
    case 'lognormal':
      return value.median;
    default:
      throw new Error(`no middle for ${value.kind}`);
  }
};

const isQuantity = (value: object): value is Quantity => 'provenance' in value && 'value' in value;

const settle = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(settle);
  if (isQuantity(value)) return { ...value, value: { kind: 'constant', value: middleOf(value) } };
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, settle(each)]));
};

/** The sample creator with all spread gone. */
const settled = (policy: PolicyEvent[]): Scenario => {
  const sample = scenarioSchema.parse(settle(sampleScenario({ policy, trials: 100, counts: 'expected' })));
  const none = {
    value: { kind: 'constant' as const, value: 0 },
    provenance: sample.overDispersion.provenance,
  };
  const content = { ...sample.content, viewsLogSd: none, viewsTail: null, levelDrift: none };
  return { ...sample, content, strategies: sample.strategies.slice(0, 2) };
};

const constantOf = ({ value }: Quantity): number => (value.kind === 'constant' ? value.value : Number.NaN);

const millisPerDay = 86_400_000;
/** Day d of the scenario, which starts on 5 January 2026. */
const dateOf = (d: number): Date => new Date(Date.UTC(2026, 0, 5) + d * millisPerDay);
const monthNumber = (d: number): number => (dateOf(d).getUTCFullYear() - 2026) * 12 + dateOf(d).getUTCMonth();

/** What is left of orders in a week when `effect` holds from day `from` to day `to`. */
const leftIn = (week: number, event: { from: number; to: number; effect: number }): number => {
  const days = [0, 1, 2, 3, 4, 5, 6].map(i => week * 7 + i);
  const held = days.filter(d => d >= event.from && d < event.to).length;
  return (held * event.effect + (7 - held)) / 7;
};

interface Year {
  readonly earned: readonly number[];
  readonly paid: readonly number[];
}

type Left = (week: number) => number;

/** Five videos a week: views × season × growth, in the products' shares of 4 : 3 : 2 : 1. */
const ordersOf = (scenario: Scenario, week: number, product: number): number => {
  const yearDay = Math.floor(
    (dateOf(week * 7 + 3).getTime() - Date.UTC(dateOf(week * 7 + 3).getUTCFullYear(), 0, 1)) / millisPerDay,
  );
  const season = scenario.content.season.factors[Math.floor(yearDay / 7)]!;
  const growth = (1 + constantOf(scenario.content.growthPerYear)) ** ((7 * week) / 365.25);
  return 5 * constantOf(scenario.content.viewsPerVideo) * season * growth * [0.4, 0.3, 0.2, 0.1][product]!;
};

/** Amazon ships a day later; the card pays 4.5 % on Kitchen and 3 % on Home; returns come two weeks later. */
const amazonYear = (scenario: Scenario, left: Left): Year => {
  const rates = [0.045, 0.045, 0.03, 0.03];
  const cents = (week: number, back: boolean): number =>
    Math.round(
      scenario.products.reduce((sum, { price, amazon }, p) => {
        const orders =
          ordersOf(scenario, week, p) * constantOf(amazon!.clickRate) * constantOf(amazon!.conversion);
        const share = back ? constantOf(amazon!.returnShare) : 1;
        return (
          sum +
          orders *
            left(week) *
            share *
            constantOf(amazon!.itemsPerOrder) *
            constantOf(price) *
            100 *
            rates[p]!
        );
      }, 0),
    );
  const weeks = Array.from({ length: 52 }, (_, week) => week);
  const earned = weeks.map(week => cents(week, false) - (week >= 2 ? cents(week - 2, true) : 0));
  const statements = new Map<number, number>();
  const book = (month: number, amount: number): void =>
    void statements.set(month, (statements.get(month) ?? 0) + amount);
  earned.forEach((net, week) => {
    const months = [1, 2, 3, 4, 5, 6, 7].map(i => monthNumber(week * 7 + i));
    const first = Math.round((net * months.filter(month => month === months[0]).length) / 7);
    book(months[0]!, first);
    book(months[6]!, net - first);
  });
  const paid = weeks.map(() => 0);
  let balance = 0;
  for (const [month, statement] of statements) {
    const end = (Date.UTC(2026, month + 1, 0) - Date.UTC(2026, 0, 5)) / millisPerDay;
    const week = Math.floor((end + 60) / 7);
    if (week >= 52) break;
    balance += statement;
    if (balance < 1000) continue;
    paid[week] = balance;
    balance = 0;
  }
  return { earned, paid };
};

/** TikTok Shop: adoption from 1 in week 0 to 1.3 in week 51, ads on a tenth of the orders, refunds a week later, 18 days to settle. */
const shopYear = (scenario: Scenario, left: Left): Year => {
  const cents = (week: number, back: boolean): number =>
    Math.round(
      scenario.products.reduce((sum, { price, tiktokShop }, p) => {
        const offer = tiktokShop!;
        const orders =
          ordersOf(scenario, week, p) * constantOf(offer.clickRate) * constantOf(offer.conversion);
        const share = back ? constantOf(offer.returnShare) : 1;
        const rate = 0.9 * constantOf(offer.rate) + 0.1 * 0.06;
        const adoption = 1 + (0.3 * week) / 51;
        return sum + orders * adoption * left(week) * share * constantOf(price) * 100 * 0.95 * rate;
      }, 0),
    );
  const weeks = Array.from({ length: 52 }, (_, week) => week);
  const settles = weeks.map(week => cents(week, false) - cents(week, true));
  const early = settles.map(net => Math.round((net * 3) / 7));
  return {
    earned: weeks.map(week => cents(week, false) - (week >= 1 ? cents(week - 1, true) : 0)),
    paid: weeks.map(week => (early[week - 2] ?? 0) + (settles[week - 3] ?? 0) - (early[week - 3] ?? 0)),
  };
};

const perWeek = (cumulative: readonly number[]): number[] =>
  cumulative.map((value, week) => value - (cumulative[week - 1] ?? 0));

const open: Left = () => 1;
/** From Sunday 15 March 2026, day 69, for good or for twenty days. */
const on = '2026-03-15';
const cases: readonly (readonly [string, PolicyEvent[], Left, Left])[] = [
  ['nothing happening', [], open, open],
  [
    'the ban for good',
    [certainEvent('external-link-ban', on, { amazon: 0.1, tiktokShop: 1.1 })],
    week => leftIn(week, { from: 69, to: Infinity, effect: 0.1 }),
    week => leftIn(week, { from: 69, to: Infinity, effect: 1.1 }),
  ],
  [
    'TikTok Shop suspended for twenty days',
    [certainEvent('shop-suspended', on, { amazon: 1, tiktokShop: 0, weeks: 20 / 7 })],
    open,
    week => leftIn(week, { from: 69, to: 89, effect: 0 }),
  ],
  [
    'an outage of twenty days within the ban',
    [
      certainEvent('external-link-ban', on, { amazon: 0.1, tiktokShop: 1.1 }),
      certainEvent('app-outage', '2026-05-04', { amazon: 0, tiktokShop: 0, weeks: 20 / 7 }),
    ],
    week =>
      leftIn(week, { from: 69, to: Infinity, effect: 0.1 }) * leftIn(week, { from: 119, to: 139, effect: 0 }),
    week =>
      leftIn(week, { from: 69, to: Infinity, effect: 1.1 }) * leftIn(week, { from: 119, to: 139, effect: 0 }),
  ],
];

describe.each(cases)('the sample creator’s year without spread, with %s', (_, policy, forAmazon, forShop) => {
  const scenario = settled(policy);
  const comparison = simulate(scenario, { cards: sampleCards, categoryNames: {} });

  it.each([
    ['Amazon', 0, amazonYear(scenario, forAmazon)],
    ['TikTok Shop', 1, shopYear(scenario, forShop)],
  ] as const)('%s: 52 weeks earned and paid, to the cent', (__, strategy, year) => {
    const { earned, paid } = comparison.strategies[strategy]!;
    expect(perWeek(earned.mean)).toEqual(year.earned);
    expect(perWeek(paid.mean)).toEqual(year.paid);
    expect(year.paid.filter(cents => cents > 0).length).toBeGreaterThan(8);
  });
});
