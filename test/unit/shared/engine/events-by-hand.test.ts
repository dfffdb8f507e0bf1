import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../../../shared/domain/comparison.ts';
import { day } from '../../../../shared/domain/day.ts';
import type { PolicyEvent } from '../../../../shared/domain/policy.ts';
import type { Scenario } from '../../../../shared/domain/scenario.ts';
import { checkScenario } from '../../../../shared/engine/check-scenario.ts';
import { simulate } from '../../../../shared/engine/simulate.ts';
import { paidAfter18Days, paidMonthly, type PaperBooks } from '../../../helpers/paper-books.ts';
import { certain, sampleCards } from '../../../helpers/scenario.ts';
import { certainEvent, zeroSpreadScenario } from '../../../helpers/zero-spread-scenario.ts';

const base = zeroSpreadScenario();

/** Four strategies, one for each kind of books; `none` links nothing and has income on Amazon alone. */
const scenarioWith = (policy: readonly PolicyEvent[]): Scenario => ({
  ...base,
  products: [
    {
      ...base.products[0]!,
      storefront: {
        platform: 'shopify',
        clickRate: certain(0.02),
        conversion: certain(0.03),
        returnShare: certain(0.1),
        rate: certain(0.15),
      },
    },
  ],
  programs: {
    ...base.programs,
    storefront: {
      baseShare: certain(1),
      paymentDelayDays: certain(15),
      paymentThreshold: certain(0),
      returnDelayWeeks: certain(1),
      endsOn: null,
    },
    onAmazon: { perWeek: certain(7), logSd: certain(0) },
  },
  strategies: [
    ...base.strategies,
    { id: 'front', label: 'Storefront', kind: 'all-storefront' },
    {
      id: 'none',
      label: 'No links',
      kind: 'plan',
      steps: [{ from: day('2026-01-05'), amazon: 0, tiktokShop: 0, storefront: 0 }],
    },
  ],
  policy: [...policy],
});

/** What is left of each program's commission in each of the 26 weeks. */
interface Left {
  readonly amazon: readonly number[];
  readonly shop: readonly number[];
  readonly front: readonly number[];
}

const whole = Array.from({ length: 26 }, () => 1);
/** One from the start, then the given weeks from week 3 on, the last of them for good. */
const fromWeek3 = (...values: readonly number[]): number[] =>
  whole.map((_, week) => (week < 3 ? 1 : values[Math.min(week - 3, values.length - 1)]!));

/** January is paid in week 12 (1 April), February in 16, March in 20, April in 25: 60 days after their ends. */
const amazonPaydays = [12, 16, 20, 25];
/** 15 days after the month's end: 15 February, 15 March, 15 April, 15 May, 15 June. */
const frontPaydays = [5, 9, 14, 18, 23];

/** The books on paper: see `zeroSpreadScenario` for the cents a week; income on Amazon is 7.00 a week in the same books as Amazon links. */
const onPaper = (left: Left): Readonly<Record<string, PaperBooks>> => {
  const row = (cents: number, shares: readonly number[]): number[] =>
    shares.map(share => Math.round(cents * share));
  const none = paidMonthly(
    { sold: row(700, whole), back: row(0, whole), delay: 2 },
    { paydays: amazonPaydays, threshold: 1000 },
  );
  const shop = paidAfter18Days({ sold: row(4500, left.shop), back: row(900, left.shop), delay: 1 });
  const front = paidMonthly(
    { sold: row(4500, left.front), back: row(450, left.front), delay: 1 },
    { paydays: frontPaydays, threshold: 0 },
  );
  const both = (books: PaperBooks): PaperBooks => ({
    earned: books.earned.map((each, week) => each + none.earned[week]!),
    paid: books.paid.map((each, week) => each + none.paid[week]!),
  });
  const amazon = paidMonthly(
    { sold: row(2000, left.amazon).map(each => each + 700), back: row(200, left.amazon), delay: 2 },
    { paydays: amazonPaydays, threshold: 1000 },
  );
  return { amazon, shop: both(shop), front: both(front), none };
};

/** All events begin on Thursday 29 January, with three days of week 3 behind and four ahead. */
const on = '2026-01-29';
const reach = { amazon: 1, tiktokShop: 1 };
const stage = (label: string, weeks: number, amazon: number, tiktokShop: number) => ({
  label,
  weeks: certain(weeks),
  amazonReach: certain(amazon),
  tiktokShopReach: certain(tiktokShop),
});

const cases: readonly (readonly [what: string, PolicyEvent, Left])[] = [
  [
    'an external-link ban with leakage 10 % and recapture 20 %',
    certainEvent('external-link-ban', on, { amazon: 0.1, tiktokShop: 1.2 }),
    { amazon: fromWeek3((3 + 0.4) / 7, 0.1), shop: fromWeek3((3 + 4.8) / 7, 1.2), front: whole },
  ],
  [
    'a ban in stages: a warning for a week, bio links only for two, then the ban',
    {
      ...certainEvent('external-link-ban', on, { amazon: 0.1, tiktokShop: 1.2 }),
      stages: [stage('warning', 1, 1, 1), stage('bio links only', 2, 0.5, 1.1)],
    },
    {
      // The warning ends on Wednesday of week 4, the second stage on Wednesday of week 6.
      amazon: fromWeek3(1, (3 + 4 * 0.5) / 7, 0.5, (3 * 0.5 + 4 * 0.1) / 7, 0.1),
      shop: fromWeek3(1, (3 + 4 * 1.1) / 7, 1.1, (3 * 1.1 + 4 * 1.2) / 7, 1.2),
      front: whole,
    },
  ],
  [
    'a ban lifted after ten days',
    { ...certainEvent('external-link-ban', on, { amazon: 0.1, tiktokShop: 1.2, weeks: 10 / 7 }) },
    {
      // Four days of week 3 and six of week 4.
      amazon: fromWeek3((3 + 0.4) / 7, (0.6 + 1) / 7, 1),
      shop: fromWeek3((3 + 4.8) / 7, (7.2 + 1) / 7, 1),
      front: whole,
    },
  ],
  [
    'the end of storefronts',
    { ...certainEvent('storefront-end', on, reach), storefrontReach: certain(0) },
    { amazon: whole, shop: whole, front: fromWeek3(3 / 7, 0) },
  ],
  [
    'TikTok Shop suspended for five weeks, a tenth of it moving to Amazon links',
    certainEvent('shop-suspended', on, { amazon: 1.1, tiktokShop: 0, weeks: 5 }),
    {
      amazon: fromWeek3((3 + 4.4) / 7, 1.1, 1.1, 1.1, 1.1, (3.3 + 4) / 7, 1),
      shop: fromWeek3(3 / 7, 0, 0, 0, 0, 4 / 7, 1),
      front: whole,
    },
  ],
  [
    'an outage of the app for two days',
    {
      ...certainEvent('app-outage', on, { amazon: 0, tiktokShop: 0, weeks: 2 / 7 }),
      storefrontReach: certain(0),
    },
    { amazon: fromWeek3(5 / 7, 1), shop: fromWeek3(5 / 7, 1), front: fromWeek3(5 / 7, 1) },
  ],
  [
    'a commission change: Amazon halves its rates at once, TikTok Shop’s fifth less waits for the lock of 30 days',
    {
      ...certainEvent('commission-change', on, reach),
      amazonRate: certain(0.5),
      tiktokShopRate: certain(0.8),
    },
    {
      amazon: fromWeek3((3 + 2) / 7, 0.5),
      // 29 January + 30 days = Saturday 28 February, the sixth day of week 7.
      shop: fromWeek3(1, 1, 1, 1, (5 + 2 * 0.8) / 7, 0.8),
      front: whole,
    },
  ],
  [
    'a commission change upwards, which reaches TikTok Shop’s creators at once',
    {
      ...certainEvent('commission-change', on, reach),
      amazonRate: certain(1.5),
      tiktokShopRate: certain(1.25),
    },
    { amazon: fromWeek3((3 + 6) / 7, 1.5), shop: fromWeek3((3 + 5) / 7, 1.25), front: whole },
  ],
  [
    'the market’s closure',
    {
      ...certainEvent('market-closure', on, { amazon: 0, tiktokShop: 0 }),
      storefrontReach: certain(0),
    },
    { amazon: fromWeek3(3 / 7, 0), shop: fromWeek3(3 / 7, 0), front: fromWeek3(3 / 7, 0) },
  ],
];

const weekly = (cumulative: readonly number[]): number[] =>
  cumulative.map((value, week) => value - (cumulative[week - 1] ?? 0));

const programs = [
  ['amazon', 'Amazon links'],
  ['shop', 'TikTok Shop'],
  ['front', 'Storefront'],
  ['none', 'income on Amazon alone'],
] as const;

const booksOf = (comparison: Comparison, id: string): PaperBooks => {
  const strategy = comparison.strategies.find(each => each.id === id)!;
  for (const bands of [strategy.earned, strategy.paid])
    for (const level of bands.values) expect(level).toEqual(bands.mean);
  return { earned: weekly(strategy.earned.mean), paid: weekly(strategy.paid.mean) };
};

describe.each([['no event', null, { amazon: whole, shop: whole, front: whole }] as const, ...cases])(
  '26 weeks on paper, to the cent, with %s',
  (_, event, left) => {
    const scenario = scenarioWith(event ? [event] : []);
    const comparison = simulate(scenario, { cards: sampleCards, categoryNames: {} });
    const expected = onPaper(left);

    it('the scenario passes its check', () => expect(checkScenario(scenario, sampleCards, {})).toEqual([]));

    it.each(programs)('%s: %s', id => {
      const { earned, paid } = booksOf(comparison, id);
      expect(earned).toEqual(expected[id]!.earned);
      expect(paid).toEqual(expected[id]!.paid);
    });
  },
);

describe('the books on paper', () => {
  it('cover every kind of event', () => {
    const kinds: readonly PolicyEvent['kind'][] = [
      'external-link-ban',
      'storefront-end',
      'shop-suspended',
      'app-outage',
      'commission-change',
      'market-closure',
    ];
    expect(new Set(cases.map(([, event]) => event.kind))).toEqual(new Set(kinds));
  });

  it('differ from a program with an event a day late', () => {
    const late = certainEvent('external-link-ban', '2026-01-30', { amazon: 0.1, tiktokShop: 1.2 });
    const comparison = simulate(scenarioWith([late]), { cards: sampleCards, categoryNames: {} });
    const { earned, paid } = booksOf(comparison, 'amazon');
    const expected = onPaper(cases[0]![2])['amazon']!;
    expect(earned).not.toEqual(expected.earned);
    expect(paid).not.toEqual(expected.paid);
  });
});

describe('a commission change of one category', () => {
  const cut = {
    ...certainEvent('commission-change', '2026-02-02', { amazon: 1, tiktokShop: 1 }),
    amazonRate: certain(0.5),
    tiktokShopRate: certain(2),
  };
  const [pan] = base.products;
  const box = { ...pan!, id: 'box', amazon: { ...pan!.amazon!, category: 'Home' } };
  const earned = (policy: readonly PolicyEvent[]): number[][] =>
    simulate(
      { ...base, products: [pan!, box], policy: [...policy] },
      { cards: sampleCards, categoryNames: {} },
    ).strategies.map(({ products }) => products.map(each => Math.round(each.earned.mean)));

  it('leaves the products of other categories as they were', () => {
    const [before, after] = [earned([]), earned([{ ...cut, categories: ['Kitchen'] }])];
    before.forEach((products, strategy) => expect(after[strategy]![1]).toBe(products[1]));
  });

  it('changes its own as a change of all does', () => {
    const [all, one] = [earned([cut]), earned([{ ...cut, categories: ['Kitchen'] }])];
    all.forEach((products, strategy) => expect(one[strategy]![0]).toBe(products[0]));
    expect(all).toEqual(earned([{ ...cut, categories: ['Kitchen', 'Home'] }]));
    expect(all).not.toEqual(earned([]));
  });
});
