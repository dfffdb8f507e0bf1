import { describe, expect, it } from 'vitest';
import { day } from '../../../../../shared/domain/day.ts';
import { type Scenario, scenarioSchema } from '../../../../../shared/domain/scenario.ts';
import { typicalValue } from '../../../../../shared/domain/typical-value.ts';
import { leversOf } from '../../../../../renderer/pages/compare/levers.ts';
import { positionOf, sliderSteps, valueAt } from '../../../../../renderer/pages/compare/slider-scale.ts';
import { sameJson } from '../../../../../renderer/pages/compare/same-json.ts';
import { cannedScenario } from '../../../../helpers/canned-scenario.ts';

const today = day('2026-12-01');
const leverOf = (id: string, scenario: Scenario = cannedScenario) =>
  leversOf(scenario, cannedScenario).find(lever => lever.id === id)!;

describe('leversOf', () => {
  it('moves every lever to any place, and the scenario stays valid and says so', () => {
    const levers = leversOf(cannedScenario, cannedScenario);
    expect(levers).toHaveLength(8);
    for (const { id } of levers) {
      for (const position of [0, 1, 57, sliderSteps]) {
        const wanted = valueAt(leverOf(id), position);
        const scenario = leverOf(id).move(wanted, today);
        expect(scenarioSchema.safeParse(scenario).success).toBe(true);
        const lever = leverOf(id, scenario);
        expect(Math.abs(lever.value - wanted)).toBeLessThan(wanted * 1e-9 + 1e-9);
        expect(lever.provenance?.kind ?? 'user').toBe('user');
      }
    }
  });

  it('brings the stored number and its source back when the slider returns, even from the far end', () => {
    for (const { id, value, max } of leversOf(cannedScenario, cannedScenario)) {
      const away = leverOf(id).move(max, today);
      expect(sameJson(away, cannedScenario)).toBe(false);
      expect(sameJson(leverOf(id, away).move(value, today), cannedScenario)).toBe(true);
    }
  });

  it('keeps the relative spread of what it moves', () => {
    const moved = leverOf('views').move(42_000, today).content.viewsPerVideo.value;
    expect(moved).toEqual({ kind: 'lognormal', median: 42_000, logSd: 0.25 });
  });

  it('scales all products’ rates so that their mean is what the slider says', () => {
    const rates = leverOf('rate')
      .move(0.2, today)
      .products.map(product => product.tiktokShop!.rate.value);
    expect(rates.map(rate => typicalValue(rate).toFixed(6))).toEqual(rates.map(() => '0.200000'));
  });

  it('moves an elicited chance at all three dates', () => {
    const scenario = structuredClone(cannedScenario);
    scenario.policy[0]!.date = { kind: 'elicited', within6: 0.1, within12: 0.2, within24: 0.3 };
    const lever = leversOf(scenario, scenario).find(({ id }) => id === 'ban')!;
    expect(lever.value).toBe(0.2);
    const { date } = lever.move(0.4, today).policy[0]!;
    expect(date).toEqual({ kind: 'elicited', within6: 0.2, within12: 0.4, within24: 0.6 });
    expect(scenarioSchema.safeParse(lever.move(1, today)).success).toBe(true);
  });

  it('offers no slider for what a scenario lacks', () => {
    const bare: Scenario = {
      ...cannedScenario,
      policy: [],
      strategies: cannedScenario.strategies.slice(0, 2),
      products: cannedScenario.products.map(product => ({ ...product, tiktokShop: null })),
    };
    expect(leversOf(bare, bare).map(({ id }) => id)).toEqual(['videos', 'views']);
  });
});

describe('positionOf', () => {
  it('is undone by valueAt to three significant figures', () => {
    for (const lever of leversOf(cannedScenario, cannedScenario)) {
      expect(valueAt(lever, positionOf(lever))).toBeCloseTo(lever.value, lever.value > 100 ? -3 : 2);
      expect(valueAt(lever, 0)).toBeGreaterThanOrEqual(lever.min);
      expect(valueAt(lever, sliderSteps)).toBeLessThanOrEqual(lever.max);
    }
  });
});

describe('sameJson', () => {
  it('looks through the order of keys and absent fields, but not through values', () => {
    expect(sameJson({ a: 1, b: [1, { c: 2 }] }, { b: [1, { c: 2 }], a: 1, d: undefined })).toBe(true);
    expect(sameJson({ a: [1, 2] }, { a: [2, 1] })).toBe(false);
    expect(sameJson({ a: null }, { a: {} })).toBe(false);
    expect(sameJson([], {})).toBe(false);
  });
});
