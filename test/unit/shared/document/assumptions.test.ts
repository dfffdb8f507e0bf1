import { describe, expect, it } from 'vitest';
import type { Quantity } from '../../../../shared/domain/quantity.ts';
import { type Scenario, scenarioSchema } from '../../../../shared/domain/scenario.ts';
import { assumptions } from '../../../../shared/document/assumptions.ts';
import { cannedScenario } from '../../../helpers/canned-scenario.ts';

const guess = { kind: 'guess', note: 'test' } as const;
const quantity = (value: number): Quantity => ({ value: { kind: 'constant', value }, provenance: guess });

/** The scenario with every optional quantity present. */
const complete = (): Scenario => {
  const copy = structuredClone(cannedScenario);
  copy.programs.amazon.orderFactor = quantity(1);
  copy.programs.tiktokShop.orderFactor = quantity(1);
  copy.adoptionFactor = quantity(1);
  copy.products[0]!.amazon!.rate = quantity(0.04);
  copy.content.lives = {
    perWeek: quantity(1),
    count: 'fixed',
    viewers: quantity(300),
    viewersLogSd: quantity(1),
  };
  copy.costs = { perVideo: quantity(20), perWeek: quantity(5), feePerVideo: { amazon: quantity(50) } };
  copy.products[0]!.storefront = {
    platform: 'shopify',
    clickRate: quantity(0.02),
    conversion: quantity(0.03),
    returnShare: quantity(0.1),
    rate: quantity(0.08),
  };
  copy.products[1]!.tiktokShop!.live = { clickRate: quantity(0.1), conversion: quantity(0.1) };
  copy.policy[0]!.durationWeeks = quantity(20);
  copy.policy.push({
    ...structuredClone(copy.policy[0]!),
    id: 'outage',
    date: { kind: 'after-days', days: quantity(40) },
  });
  return scenarioSchema.parse(copy);
};

/** Gives every quantity in a scenario a value of its own, so that each can be found again, and returns those values. */
const mark = (node: unknown, marks: number[] = []): readonly number[] => {
  if (typeof node !== 'object' || node === null) return marks;
  if ('value' in node && 'provenance' in node) {
    const value = 1_001 + marks.length;
    node.value = { kind: 'constant', value };
    marks.push(value);
    return marks;
  }
  for (const child of Object.values(node)) mark(child, marks);
  return marks;
};

describe('assumptions', () => {
  it('list every quantity that a scenario holds, wherever it stands', () => {
    const scenario = complete();
    const marks = mark(scenario);
    expect(marks.length).toBeGreaterThan(70);
    const digits = assumptions(scenario)
      .flatMap(group => group.rows)
      .map(row => row.value.replace(/\D/g, ''));
    const missing = marks.filter(value => !digits.some(text => text === `${value}` || text === `${value}00`));
    expect(missing).toEqual([]);
  });

  it('put what has no row of its own under its product, in words', () => {
    const labels = assumptions(complete())
      .find(({ id }) => id === 'product-pan')!
      .rows.map(row => `${row.label} = ${row.value.replaceAll('\u00a0', ' ')}`);
    expect(labels).toContain('Storefront: clicks per view = 2 %');
    expect(labels).toContain('Storefront: share returned = 10 %');
  });

  it('give each number a value, a range and a source', () => {
    for (const { rows } of assumptions(complete())) {
      for (const row of rows) {
        expect(row.value).not.toMatch(/^$|NaN|undefined/);
        expect(row.range).not.toMatch(/^$|NaN|undefined/);
        expect(row.provenance.kind).toBeTruthy();
      }
    }
  });

  it('leave out the unused probability of an event whose date says how likely it is', () => {
    const copy = structuredClone(cannedScenario);
    copy.policy[0]!.date = { kind: 'elicited', within6: 0.1, within12: 0.2, within24: 0.4 };
    const group = assumptions(copy).find(({ id }) => id === 'event-ban')!;
    const labels = group.rows.map(row => row.label);
    expect(labels).not.toContain('Chance that it happens');
    expect(`${group.rows[0]!.value}: ${group.rows[0]!.range}`.replaceAll('\u00a0', ' ')).toBe(
      '20 % in a year: 10 % in 6 months, 40 % in 24, else never',
    );
  });
});
