import type { Scenario } from '../domain/scenario.ts';
import { assumed } from './assumed.ts';
import { contentSlots, type ContentSlots } from './content-slots.ts';
import { policySlots, type EventSlots } from './policy-slots.ts';
import { productSlots, type ProductSlots } from './product-slots.ts';
import { termsSlots, type TermsSlots } from './terms-slots.ts';
import type { SlotList } from './slots.ts';

/** Places of the draws of every quantity of a scenario. */
export interface ScenarioSlots {
  readonly content: ContentSlots;
  readonly terms: TermsSlots;
  readonly overDispersion: number;
  readonly adoptionFactor: number;
  readonly adoptionMidpoint: number | null;
  readonly adoptionRise: number | null;
  readonly products: readonly ProductSlots[];
  readonly events: readonly EventSlots[];
}

/** Walks every quantity of a scenario in the order of its draws: content, terms, orders, products, policy events. */
export const scenarioSlots = (scenario: Scenario, list: SlotList): ScenarioSlots => {
  const notNegative = { min: 0, max: Infinity };
  const curve = scenario.adoptionCurve;
  return {
    content: contentSlots(scenario.content, list),
    terms: termsSlots(scenario, list),
    overDispersion: list.add('overDispersion', scenario.overDispersion, { min: 0, max: 1000 }),
    adoptionFactor: list.add('adoptionFactor', scenario.adoptionFactor ?? assumed(1), notNegative),
    adoptionMidpoint:
      curve === undefined
        ? null
        : list.add('adoptionCurve.midpointWeeks', curve.midpointWeeks, { min: -5000, max: 5000 }),
    adoptionRise:
      curve === undefined
        ? null
        : list.add('adoptionCurve.riseWeeks', curve.riseWeeks, { min: 1, max: 10_000 }),
    products: scenario.products.map((product, i) => productSlots(product, list, `products.${i}`)),
    events: scenario.policy.map((event, i) => policySlots(event, list, `policy.${i}`)),
  };
};
