import { describe, expect, it } from 'vitest';
import type { Comparison, StrategyResult } from '../../../../shared/domain/comparison.ts';
import { day } from '../../../../shared/domain/day.ts';
import type { Scenario } from '../../../../shared/domain/scenario.ts';
import { checkScenario } from '../../../../shared/engine/check-scenario.ts';
import { simulate } from '../../../../shared/engine/simulate.ts';
import { certain, sampleCards } from '../../../helpers/scenario.ts';
import { certainEvent, zeroSpreadScenario } from '../../../helpers/zero-spread-scenario.ts';

const base = zeroSpreadScenario();
const [pan] = base.products;
const grades = ['full', 'quick'] as const;

const run = (change: Partial<Scenario>, grade: Comparison['grade']): readonly StrategyResult[] => {
  const scenario = zeroSpreadScenario(change);
  expect(checkScenario(scenario, sampleCards, {})).toEqual([]);
  return simulate(scenario, { cards: sampleCards, categoryNames: {} }, grade).strategies;
};

describe.each(grades)('edges by hand: %s', grade => {
  it('an order that comes back in the week of the sale is never earned, however soon TikTok Shop settles', () => {
    const products = [{ ...pan!, tiktokShop: { ...pan!.tiktokShop!, returnShare: certain(0.5) } }];
    const delays = [
      certain(0),
      certain(0.4),
      {
        ...certain(0),
        value: {
          kind: 'discrete' as const,
          values: [
            { value: 0, weight: 1 },
            { value: 0.4, weight: 1 },
          ],
        },
      },
    ];
    for (const returnDelayWeeks of delays) {
      const tiktokShop = { ...base.programs.tiktokShop, settlementDelayDays: certain(0.3), returnDelayWeeks };
      const [, shop] = run({ products, programs: { ...base.programs, tiktokShop } }, grade);
      expect(shop!.weekly.earned[0]).toBe(2250);
    }
  });

  it('an event’s rates wait for the end of its stages, and a lowered one of TikTok Shop for the lock after it', () => {
    const cut = {
      ...certainEvent('commission-change', '2026-01-19', { amazon: 1, tiktokShop: 1 }),
      amazonRate: certain(0.5),
      tiktokShopRate: certain(0.5),
      stages: [
        { label: 'announced', weeks: certain(2), amazonReach: certain(1), tiktokShopReach: certain(1) },
      ],
    };
    const tiktokShop = { ...base.programs.tiktokShop, rateLockDays: 7 };
    const products = [
      {
        ...pan!,
        amazon: { ...pan!.amazon!, returnShare: certain(0) },
        tiktokShop: { ...pan!.tiktokShop!, returnShare: certain(0) },
      },
    ];
    const change = { policy: [cut], products, programs: { ...base.programs, tiktokShop } };
    const [amazon, shop] = run(change, grade);
    expect(amazon!.weekly.earned.slice(2, 6)).toEqual([2000, 2000, 1000, 1000]);
    expect(shop!.weekly.earned.slice(2, 7)).toEqual([4500, 4500, 4500, 2250, 2250]);
    const ended = { ...cut, durationWeeks: certain(1) };
    const [again] = run({ ...change, policy: [ended] }, grade);
    expect(again!.weekly.earned.slice(2, 6)).toEqual([2000, 2000, 2000, 2000]);
  });

  it('earning a goal or the floor to the cent is enough, though the amount is no whole number of cents as a double', () => {
    // 4 % of $805 a week are 32.20 from Amazon: 128.80 in February 2027, and 128.8 × 100 > 12,880.
    const products = [
      { ...pan!, price: certain(80.5), amazon: { ...pan!.amazon!, returnShare: certain(0) } },
    ];
    const [amazon] = run(
      {
        start: day('2027-02-01'),
        weeks: 4,
        products,
        monthlyFloor: 128.8,
        goals: [{ label: 'Exactly', amount: 128.8, of: 'earned' }],
      },
      grade,
    );
    expect(amazon!.totalEarned.mean).toBe(12_880);
    expect(amazon!.belowFloor).toBe(0);
    expect(amazon!.goals![0]!.probability).toBe(1);
  });

  it('a brand pays its fee for videos of products that the program sells', () => {
    const costs = {
      perVideo: certain(0),
      perWeek: certain(0),
      feePerVideo: { amazon: certain(1), tiktokShop: certain(1) },
    };
    const shopOnly = { ...pan!, id: 'shop-only', amazon: null };
    const fees = run({ costs, products: [pan!, shopOnly] }, grade).map(
      ({ net, totalEarned }) => net!.mean - totalEarned.mean,
    );
    // Half of 10 videos a week for 26 weeks on Amazon, all of them on TikTok Shop.
    expect(fees.slice(0, 2)).toEqual([26 * 500, 26 * 1000]);
  });
});
