import { expect, it } from 'vitest';
import { simulate } from '../../../../shared/engine/simulate.ts';
import { certain, sampleCards } from '../../../helpers/scenario.ts';
import { certainEvent, zeroSpreadScenario } from '../../../helpers/zero-spread-scenario.ts';

const rates = { cards: sampleCards, categoryNames: {} };

it('a quick answer counts clicks and bounties as the full one does: factors on orders leave them alone', () => {
  const base = zeroSpreadScenario();
  const { amazon } = base.programs;
  const bounties = { perClick: certain(0.05), amount: certain(3) };
  const lid = { ...base.products[0]!, id: 'lid', videoShare: 3 };
  const scenario = {
    ...base,
    content: { ...base.content, marketFactor: certain(2) },
    products: [base.products[0]!, lid],
    programs: { ...base.programs, amazon: { ...amazon, orderFactor: certain(1.7), bounties } },
    policy: [certainEvent('external-link-ban', '2026-02-12', { amazon: 0.2, tiktokShop: 1.1, weeks: 5 })],
    strategies: [
      ...base.strategies,
      {
        id: 'split',
        label: 'Split',
        kind: 'per-product' as const,
        programs: { pan: 'amazon' as const, lid: 'tiktok-shop' as const },
      },
    ],
  };
  const [quick, full] = (['quick', 'full'] as const).map(grade => simulate(scenario, rates, grade));
  quick!.strategies.forEach((strategy, s) => {
    const exact = full!.strategies[s]!;
    expect(strategy.funnel.clicks).toBeCloseTo(exact.funnel.clicks, 6);
    strategy.streams!.forEach(({ stream, mean }, i) => {
      expect(stream).toBe(exact.streams![i]!.stream);
      // Each week is rounded to whole cents after its streams are noted.
      expect(Math.abs(mean - exact.streams![i]!.mean)).toBeLessThan(26);
    });
  });
});

it.each([-0.9, 0.9])('a quick answer keeps the correlation of a price with a factor on orders: %d', rank => {
  const base = zeroSpreadScenario();
  const uncertain = (median: number) => ({
    ...certain(median),
    value: { kind: 'lognormal' as const, median, logSd: 0.4 },
  });
  const scenario = {
    ...base,
    products: [{ ...base.products[0]!, price: uncertain(40) }],
    programs: { ...base.programs, amazon: { ...base.programs.amazon, orderFactor: uncertain(1) } },
    correlations: [{ a: 'products.0.price', b: 'programs.amazon.orderFactor', rank }],
    trials: 5000,
  };
  const [quick, full] = (['quick', 'full'] as const).map(
    grade => simulate(scenario, rates, grade).strategies[0]!.totalEarned,
  );
  expect(quick!.sd / full!.sd).toBeGreaterThan(0.93);
  expect(quick!.sd / full!.sd).toBeLessThan(1.07);
});

it('in a quick answer the programs of a mix deviate independently, as in a full one', () => {
  const base = zeroSpreadScenario({ counts: 'random', trials: 5000 });
  const mix = { id: 'mix', label: 'Mix', kind: 'mix' as const, tiktokShopShare: 0.4 };
  const [quick, full] = (['quick', 'full'] as const).map(
    grade =>
      simulate({ ...base, strategies: [...base.strategies, mix] }, rates, grade).strategies[2]!.totalEarned,
  );
  // By one deviation for both it would be a quarter more.
  expect(Math.abs(quick!.sd / full!.sd - 1)).toBeLessThan(0.08);
});

it('the products of a quick answer follow factors on orders and changes of rates as those of a full one', () => {
  const base = zeroSpreadScenario();
  const change = {
    ...certainEvent('commission-change', '2026-03-02', { amazon: 1, tiktokShop: 1 }),
    amazonRate: certain(0.5),
    tiktokShopRate: certain(2),
  };
  const content = { ...base.content, marketFactor: certain(2) };
  const [quick, full] = (['quick', 'full'] as const).map(grade =>
    simulate({ ...base, content, policy: [change] }, rates, grade).strategies.map(each => each.products[0]!),
  );
  quick!.forEach((product, s) => {
    expect(product.orders).toBeCloseTo(full![s]!.orders, 6);
    expect(product.returned).toBeCloseTo(full![s]!.returned, 6);
    expect(product.earned.mean).toBeCloseTo(full![s]!.earned.mean, 3);
  });
});
