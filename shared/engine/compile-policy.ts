import { daysBetween } from '../domain/day.ts';
import type { PolicyEvent } from '../domain/policy.ts';
import type { Scenario } from '../domain/scenario.ts';
import type { EventPlan, Plan } from './plan.ts';

const touched = (scenario: Scenario, categories: readonly string[] | undefined): number[] | null =>
  categories === undefined
    ? null
    : scenario.products.flatMap((product, p) =>
        product.amazon && categories.includes(product.amazon.category) ? [p] : [],
      );

const boundsOf = (scenario: Scenario, { date }: PolicyEvent): readonly [number, number] => {
  if (date.kind === 'fixed') {
    const on = daysBetween(scenario.start, date.on);
    return [on, on];
  }
  return date.kind === 'window'
    ? [daysBetween(scenario.start, date.from), daysBetween(scenario.start, date.to)]
    : [0, 0];
};

const eventPlan = (scenario: Scenario, event: PolicyEvent, index: number): EventPlan => {
  const [from, to] = boundsOf(scenario, event);
  const sameGroup = scenario.policy.findIndex(
    each => event.group !== undefined && each.group === event.group,
  );
  const products = touched(scenario, event.categories);
  const stageProducts = (event.stages ?? []).map(stage =>
    touched(scenario, stage.categories ?? event.categories),
  );
  return {
    event,
    from,
    to,
    parent: event.within === undefined ? -1 : scenario.policy.findIndex(each => each.id === event.within),
    groupStart: sameGroup === -1 ? index : sameGroup,
    products,
    stageProducts,
    isWide: [products, ...stageProducts].every(each => each === null),
  };
};

/** The policy events of a plan, and what they may touch. */
export const compilePolicy = (scenario: Scenario): Pick<Plan, 'events' | 'byCategory' | 'ratesChange'> => ({
  events: scenario.policy.map((event, i) => eventPlan(scenario, event, i)),
  byCategory: scenario.policy.some(
    event => event.categories !== undefined || event.stages?.some(stage => stage.categories !== undefined),
  ),
  ratesChange: scenario.policy.some(
    event => event.amazonRate !== undefined || event.tiktokShopRate !== undefined,
  ),
});
