import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../../../shared/domain/comparison.ts';
import type { Scenario } from '../../../../shared/domain/scenario.ts';
import { simulate } from '../../../../shared/engine/simulate.ts';
import { referenceScenario } from '../../../bench/reference-scenario.ts';
import { certain, sampleCards, sampleScenario } from '../../../helpers/scenario.ts';
import { certainEvent, zeroSpreadScenario } from '../../../helpers/zero-spread-scenario.ts';

const rates = { cards: sampleCards, categoryNames: {} };
const both = (scenario: Scenario): readonly [Comparison, Comparison] => [
  simulate(scenario, rates, 'quick'),
  simulate(scenario, rates, 'full'),
];
const r1 = referenceScenario({ products: 10, weeks: 52, trials: 10_000 });

describe('a quick answer', () => {
  it('equals the full one where nothing is uncertain', () => {
    const policy = [
      certainEvent('external-link-ban', '2026-02-12', { amazon: 0.2, tiktokShop: 1.1, weeks: 5 }),
    ];
    const [quick, full] = both(zeroSpreadScenario({ policy }));
    quick.strategies.forEach((strategy, i) => {
      expect(strategy.earned).toEqual(full.strategies[i]!.earned);
      expect(strategy.paid).toEqual(full.strategies[i]!.paid);
      expect(strategy.funnel.orders).toBeCloseTo(full.strategies[i]!.funnel.orders, 6);
      expect(strategy.products[0]!.orders).toBeCloseTo(full.strategies[i]!.products[0]!.orders, 6);
    });
    expect(quick.events).toEqual(full.events);
  });

  const delays = [0, 1, 4] as const;
  it.each(delays)(
    'equals the full one for products on programs of their own, returns %i weeks later',
    weeks => {
      const base = zeroSpreadScenario();
      const returnDelayWeeks = certain(weeks);
      const one = { kind: 'per-product', label: 'One each', programs: {} } as const;
      const [quick, full] = both({
        ...base,
        programs: {
          amazon: { ...base.programs.amazon, returnDelayWeeks },
          tiktokShop: { ...base.programs.tiktokShop, returnDelayWeeks },
        },
        strategies: [
          { ...one, id: 'a', programs: { pan: 'amazon' } },
          { ...one, id: 'b', programs: { pan: 'tiktok-shop' } },
        ],
        headline: { a: 'a', b: 'b' },
      });
      quick.strategies.forEach((strategy, i) => {
        expect(strategy.earned).toEqual(full.strategies[i]!.earned);
        expect(strategy.paid).toEqual(full.strategies[i]!.paid);
      });
    },
  );

  it('takes no refund back where refunds come after the settlement, whatever the future before did', () => {
    const base = zeroSpreadScenario();
    const values = [1, 4];
    const returnDelayWeeks = { ...certain(1), value: { kind: 'empirical', values } } as const;
    const tiktokShop = { ...base.programs.tiktokShop, returnDelayWeeks };
    const quick = simulate({ ...base, programs: { ...base.programs, tiktokShop } }, rates, 'quick');
    // 26 weeks of $45.00; in half of the futures 25 of them lose $9.00.
    expect(quick.strategies[1]!.totalEarned.quantiles.at(-1)).toBe(26 * 4500);
    expect(quick.strategies[1]!.totalEarned.quantiles[0]).toBe(26 * 4500 - 25 * 900);
    expect(quick.strategies[1]!.totalEarned.mean).toBeCloseTo(26 * 4500 - (25 * 900) / 2, 6);
  });

  it('agrees with the full one on the reference model: P10, P50 and P90 of both programs', {
    timeout: 120_000,
  }, () => {
    const seeds = [1, 2, 3, 4, 5, 6];
    const quick = seeds.map(seed => simulate({ ...r1, seed }, rates, 'quick'));
    const full = [11, 12].map(seed => simulate({ ...r1, seed }, rates, 'full'));
    const at = (all: readonly Comparison[], strategy: number, level: number): number =>
      all.reduce((sum, each) => sum + each.strategies[strategy]!.totalEarned.quantiles[level]!, 0) /
      all.length;
    for (const strategy of [0, 1])
      for (const level of [1, 3, 5])
        expect(Math.abs(at(quick, strategy, level) / at(full, strategy, level) - 1)).toBeLessThan(0.04);
  });

  it('spreads like the full one where a product has many videos a week', { timeout: 60_000 }, () => {
    const content = { ...r1.content, videosPerWeek: certain(80) };
    const [quick, full] = both({ ...r1, weeks: 8, content });
    quick.strategies.forEach((strategy, i) => {
      const ratio = strategy.totalEarned.sd / full.strategies[i]!.totalEarned.sd;
      expect(Math.abs(ratio - 1)).toBeLessThan(0.06);
    });
  });

  it('tells an honest error: means of many seeds scatter as it says', { timeout: 60_000 }, () => {
    const runs = Array.from({ length: 24 }, (_, i) =>
      simulate({ ...r1, weeks: 8, seed: 50 + i }, rates, 'quick'),
    );
    const means = runs.map(each => each.strategies[1]!.totalEarned.mean);
    const middle = means.reduce((sum, each) => sum + each, 0) / means.length;
    const scatter = Math.sqrt(
      means.reduce((sum, each) => sum + (each - middle) ** 2, 0) / (means.length - 1),
    );
    const told = runs.reduce((sum, each) => sum + each.strategies[1]!.totalEarned.meanError, 0) / runs.length;
    expect(scatter / told).toBeGreaterThan(0.6);
    expect(scatter / told).toBeLessThan(1.6);
  });

  it('draws a quantity the same whatever becomes uncertain beside it', () => {
    const [first, ...others] = r1.products;
    const baseShare = { ...certain(0.9), value: { kind: 'uniform', low: 0.8, high: 1 } } as const;
    const spread = { ...first!, tiktokShop: { ...first!.tiktokShop!, baseShare } };
    const before = simulate(r1, rates, 'quick');
    const after = simulate({ ...r1, products: [spread, ...others] }, rates, 'quick');
    expect(after.strategies[0]!.totalEarned).toEqual(before.strategies[0]!.totalEarned);
    expect(after.strategies[1]!.totalEarned).not.toEqual(before.strategies[1]!.totalEarned);
  });

  it('keeps the correlation of an event’s days', () => {
    const base = zeroSpreadScenario({ trials: 2000 });
    const spread = (low: number, high: number) =>
      ({ ...certain(low), value: { kind: 'uniform', low, high } }) as const;
    const ban = {
      ...certainEvent('external-link-ban', '2026-01-05', { amazon: 0, tiktokShop: 1 }),
      date: { kind: 'after-days', days: spread(0, 182) },
    } as const;
    const days = 'policy.external-link-ban.date.days';
    const means = [-0.9, 0.9].map(rank =>
      both({
        ...base,
        policy: [ban],
        content: { ...base.content, marketFactor: spread(0.2, 1.8) },
        correlations: [{ a: days, b: 'content.marketFactor', rank }],
      }).map(each => each.strategies[0]!.totalEarned.mean),
    );
    // Early bans in good futures, late ones in good futures: $170 and $290 or so.
    for (const [quick, full] of means) expect(Math.abs(quick! / full! - 1)).toBeLessThan(0.05);
    expect(means[1]![0]! / means[0]![0]!).toBeGreaterThan(1.5);
  });

  it('moves little when one certain number moves little: common random numbers', () => {
    const { content } = sampleScenario();
    const probability = (views: number): number =>
      simulate(sampleScenario({ content: { ...content, viewsPerVideo: certain(views) } }), rates, 'quick')
        .pairs[0]!.difference.mean;
    const [low, high] = [probability(10_000), probability(10_100)];
    expect(high / low).toBeGreaterThan(1.005);
    expect(high / low).toBeLessThan(1.015);
  });
});

describe('the fused loop of the full answer', () => {
  it('gives the same numbers as the general passes', () => {
    const scenario = referenceScenario({ products: 3, weeks: 20, trials: 300 });
    const idle = {
      ...certainEvent('app-outage', '2023-03-01', { amazon: 0, tiktokShop: 0 }),
      categories: ['nothing here'],
    };
    const fused = simulate(scenario, rates);
    const general = simulate({ ...scenario, policy: [...scenario.policy, idle] }, rates);
    for (const [i, strategy] of general.strategies.entries()) {
      const twin = fused.strategies[i]!;
      expect(strategy.earned).toEqual(twin.earned);
      expect(strategy.paid).toEqual(twin.paid);
      // Sums over weeks in another order.
      expect(strategy.funnel.orders).toBeCloseTo(twin.funnel.orders, 8);
      for (const [p, product] of strategy.products.entries())
        expect(product.earned.mean / twin.products[p]!.earned.mean).toBeCloseTo(1, 12);
    }
  });
});
