import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPool, type ComputePool } from '../../electron/compute/pool.ts';
import { loadReference } from '../../electron/reference.ts';
import { createImports } from '../../electron/services/imports.ts';
import { openDatabase } from '../../electron/storage/database.ts';
import type { Comparison, StrategyResult, StreamTotal } from '../../shared/domain/comparison.ts';
import type { StoredOrder } from '../../shared/domain/order.ts';
import type { Quantity } from '../../shared/domain/quantity.ts';
import type { Scenario } from '../../shared/domain/scenario.ts';
import { checkScenario } from '../../shared/engine/check-scenario.ts';
import { mean } from '../../shared/learn/expected-views.ts';
import { scenarioFromPriors } from '../../shared/learn/scenario-from-priors.ts';
import { scenarioFromOrders } from '../../shared/learn/scenario-from-orders.ts';

const resources = join(import.meta.dirname, '../../resources');
const reference = loadReference(resources);
const names = ['hearth-and-pan-Fee-Earnings.xlsx', 'hearth-and-pan-affiliate_orders.xlsx'];

const total = (rows: readonly StoredOrder[], of: (order: StoredOrder) => number | null): number =>
  rows.reduce((sum, order) => sum + (of(order) ?? 0), 0);

/** ASINs that Fee-Orders names as not linked more often than as linked. */
const besideOf = (orders: readonly StoredOrder[]): ReadonlySet<string> => {
  const balance = new Map<string, number>();
  for (const { measure, stream, productId, direct, items } of orders)
    if (measure === 'ordered' && stream === 'offsite')
      balance.set(productId, (balance.get(productId) ?? 0) + (direct ? items : -items));
  return new Set([...balance].filter(([, each]) => each < 0).map(([productId]) => productId));
};

/** Orders, items beside them and commission in the reports of one program: paid, and what pending rows may yet pay. */
const past = (orders: readonly StoredOrder[], program: string) => {
  const beside = besideOf(orders);
  const rows = orders.filter(
    order => order.program === program && order.measure === 'earned' && order.stream === 'offsite',
  );
  const sold = rows.filter(order => order.items > 0 && order.status !== 'ineligible');
  const pending = rows.filter(order => order.status === 'pending' || order.status === 'frozen');
  const others = sold.filter(order => beside.has(order.productId));
  return {
    orders: sold.length - others.length,
    beside: total(others, order => order.items),
    commission: total(rows, order => order.commission) + total(pending, order => order.estimatedCommission),
  };
};

const typical = (quantity: Quantity): number => mean(quantity.value);

describe('the sample creator, from reports to a simulated year', () => {
  const folder = mkdtempSync(join(tmpdir(), 'forkcast-learn-'));
  let orders: readonly StoredOrder[] = [];
  let pool: ComputePool;
  let scenario: Scenario;
  let calm: Comparison;

  const run = (question: Scenario): Promise<Comparison> => {
    const strategies = question.strategies.filter(strategy => strategy.kind !== 'switch-at-event');
    const quiet = { ...question, policy: [], strategies, trials: 8000 };
    return pool.run(quiet, reference.cards, reference.categoryNames, { grade: 'full' });
  };
  const stream = (strategy: StrategyResult, name: StreamTotal['stream']): number =>
    strategy.streams!.find(each => each.stream === name)!.mean;

  beforeAll(async () => {
    const database = openDatabase(join(folder, 'forkcast.db'), () => new Date('2026-11-21'));
    const imports = createImports({ database, now: () => new Date('2026-11-21') });
    const plan = await imports.preview(names.map(name => ({ name, path: join(resources, 'samples', name) })));
    await imports.commit(plan.token);
    orders = [...imports.orders()];
    scenario = scenarioFromOrders(orders, reference, {
      market: 'US',
      name: 'Sample',
      reports: imports.list(),
    });
    pool = createPool({ threads: 2 });
    calm = await run(scenario);
  });
  afterAll(async () => {
    await pool.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('learns a scenario that the engine accepts', () => {
    expect(checkScenario(scenario, reference.cards, reference.categoryNames)).toEqual([]);
    expect(scenario.start).toBe('2026-11-01');
  });

  it('names the imported files as the source of what it learned', () => {
    const source = scenario.products[0]!.tiktokShop!.conversion.provenance;
    expect(source).toMatchObject({ kind: 'report', files: ['hearth-and-pan-affiliate_orders.xlsx'] });
  });

  it('gives back the past year of both programs within 5 % when it goes on as before', () => {
    const half = calm.strategies.find(strategy => strategy.id === 'half')!;
    const amazon = past(orders, 'amazon');
    const tiktok = past(orders, 'tiktok-shop');
    expect(Math.abs(stream(half, 'amazon-links') / amazon.commission - 1)).toBeLessThan(0.05);
    expect(Math.abs(half.byProgram.tiktokShop / tiktok.commission - 1)).toBeLessThan(0.05);
    expect(Math.abs(half.funnel.orders / (amazon.orders + tiktok.orders) - 1)).toBeLessThan(0.05);
  });

  it('gives back its bounties and its income on Amazon itself', () => {
    const half = calm.strategies.find(strategy => strategy.id === 'half')!;
    const bounties = orders.filter(order => order.measure === 'bounty');
    const onsite = orders.filter(order => order.measure === 'earned' && order.stream === 'onsite');
    const fees = total(bounties, order => order.commission);
    const onAmazon = total(onsite, order => order.commission);
    expect(Math.abs(stream(half, 'amazon-bounties') / fees - 1)).toBeLessThan(0.08);
    expect(Math.abs(stream(half, 'on-amazon') / onAmazon - 1)).toBeLessThan(0.08);
  });

  it('makes products only of what videos showed, at most ten by name', () => {
    const beside = besideOf(orders);
    expect(scenario.products.length).toBeLessThanOrEqual(12);
    expect(scenario.products.filter(({ id }) => beside.has(id))).toEqual([]);
    const linked = scenario.products.flatMap(({ amazon }) => (amazon ? [amazon] : []));
    const { orders: sold, beside: others } = past(orders, 'amazon');
    for (const { itemsPerOrder, halo } of linked) {
      expect(typical(itemsPerOrder)).toBeCloseTo(1 + others / sold, 6);
      expect(halo!.categories.length).toBeGreaterThan(5);
    }
  });

  it('holds the past year inside its 80 % band without being vague', () => {
    const { quantiles } = calm.strategies.find(strategy => strategy.id === 'half')!.totalEarned;
    const year = past(orders, 'amazon').commission + past(orders, 'tiktok-shop').commission;
    const [p10, p90] = [quantiles[1]!, quantiles[5]!];
    expect(p10).toBeLessThan(year);
    expect(p90).toBeGreaterThan(year);
    expect(p90 / p10).toBeGreaterThan(1.5);
    expect(p90 / p10).toBeLessThan(3.2);
  });

  it('is surer with one program’s reports than without any', async () => {
    const chanceOf = async (question: Scenario): Promise<number> => {
      const { pairs } = await pool.run(
        { ...question, trials: 4000 },
        reference.cards,
        reference.categoryNames,
        {
          grade: 'full',
        },
      );
      return pairs[0]!.probability;
    };
    const learned = (program: string) =>
      scenarioFromOrders(
        orders.filter(order => order.program === program),
        reference,
        { market: 'US', name: program },
      );
    const start = scenario.start;
    const none = await chanceOf(scenarioFromPriors(reference, { market: 'US', start, name: 'None' }));
    const one = await Promise.all(['amazon', 'tiktok-shop'].map(program => chanceOf(learned(program))));
    for (const chance of one) expect(Math.abs(none - 0.5)).toBeLessThan(Math.abs(chance - 0.5));
    expect(none).toBeGreaterThan(0.6);
    expect(none).toBeLessThan(0.9);
  });

  it('lets the unknown past split move the programs against each other, so that a mix is surer than either', async () => {
    const { correlations: _, ...loose } = scenario;
    const free = await run(loose);
    const widths = (comparison: Comparison) =>
      ['all-amazon', 'half'].map(id => {
        const { quantiles } = comparison.strategies.find(strategy => strategy.id === id)!.totalEarned;
        return Math.log(quantiles[5]! / quantiles[1]!);
      });
    const [alone, half] = widths(calm) as [number, number];
    const [freeAlone, freeHalf] = widths(free) as [number, number];
    expect(Math.abs(alone - freeAlone)).toBeLessThan(0.03);
    expect(half).toBeLessThan(freeHalf - 0.03);
    expect(half).toBeLessThan(alone);
  });
});
