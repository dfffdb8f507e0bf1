import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPool, type ComputePool } from '../../electron/compute/pool.ts';
import { loadReference } from '../../electron/reference.ts';
import { createImports } from '../../electron/services/imports.ts';
import { openDatabase } from '../../electron/storage/database.ts';
import type { Comparison } from '../../shared/domain/comparison.ts';
import type { StoredOrder } from '../../shared/domain/order.ts';
import type { Scenario } from '../../shared/domain/scenario.ts';
import { checkScenario } from '../../shared/engine/check-scenario.ts';
import { scenarioFromOrders } from '../../shared/learn/scenario-from-orders.ts';

const resources = join(import.meta.dirname, '../../resources');
const reference = loadReference(resources);
const names = ['hearth-and-pan-Fee-Earnings.xlsx', 'hearth-and-pan-affiliate_orders.xlsx'];

/** Commission in the reports of one program: paid, and what pending rows may yet pay. */
const past = (orders: readonly StoredOrder[], program: string): { orders: number; commission: number } => {
  const rows = orders.filter(
    order => order.program === program && order.measure === 'earned' && order.stream === 'offsite',
  );
  const sold = rows.filter(order => order.items > 0 && order.status !== 'ineligible');
  const pending = rows.filter(order => order.status === 'pending' || order.status === 'frozen');
  return {
    orders: sold.length,
    commission:
      rows.reduce((sum, order) => sum + (order.commission ?? 0), 0) +
      pending.reduce((sum, order) => sum + (order.estimatedCommission ?? 0), 0),
  };
};

describe('the sample creator, from reports to a simulated year', () => {
  const folder = mkdtempSync(join(tmpdir(), 'forkcast-learn-'));
  let orders: readonly StoredOrder[] = [];
  let pool: ComputePool;
  let scenario: Scenario;
  let calm: Comparison;

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
    const strategies = scenario.strategies.filter(strategy => strategy.kind !== 'switch-at-event');
    const quiet = { ...scenario, policy: [], strategies, trials: 8000 };
    calm = await pool.run(quiet, reference.cards, reference.categoryNames, { grade: 'full' });
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

  it('gives back the past year of both programs within 8 % when it goes on as before', () => {
    const half = calm.strategies.find(strategy => strategy.id === 'half')!;
    const amazon = past(orders, 'amazon');
    const tiktok = past(orders, 'tiktok-shop');
    expect(Math.abs(half.byProgram.amazon / amazon.commission - 1)).toBeLessThan(0.08);
    expect(Math.abs(half.byProgram.tiktokShop / tiktok.commission - 1)).toBeLessThan(0.08);
    expect(Math.abs(half.funnel.orders / (amazon.orders + tiktok.orders) - 1)).toBeLessThan(0.05);
  });

  it('holds the past year inside its 80 % band without being vague', () => {
    const { quantiles } = calm.strategies.find(strategy => strategy.id === 'half')!.totalEarned;
    const total = past(orders, 'amazon').commission + past(orders, 'tiktok-shop').commission;
    const [p10, p90] = [quantiles[1]!, quantiles[5]!];
    expect(p10).toBeLessThan(total);
    expect(p90).toBeGreaterThan(total);
    expect(p90 / p10).toBeGreaterThan(1.5);
    expect(p90 / p10).toBeLessThan(4);
  });
});
