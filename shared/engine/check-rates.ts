import { addDays, daysBetween } from '../domain/day.ts';
import type { Scenario } from '../domain/scenario.ts';
import type { ScenarioProblem } from './check-scenario.ts';
import { rateOn, shippingLag, type Rates } from './rates.ts';

/** The first shipping day, and those on which a card of the market begins or ends, in days from the start. */
const daysOfChange = (scenario: Scenario, { cards }: Rates): number[] => {
  const first = shippingLag(scenario);
  const end = scenario.weeks * 7 + first;
  const changes = cards
    .filter(({ market }) => market === scenario.market)
    .flatMap(({ from, until }) => (until === null ? [from] : [from, until]))
    .map(day => daysBetween(scenario.start, day));
  return [first, ...changes.filter(day => day > first && day < end).toSorted((a, b) => a - b)];
};

/** Categories without a rate on some shipping day. */
export const rateProblems = (scenario: Scenario, rates: Rates): ScenarioProblem[] => {
  const days = daysOfChange(scenario, rates);
  const missing = (category: string): string | null => {
    const day = days.find(each => rateOn(scenario, category, { rates, shippingDay: each }) === null);
    if (day === undefined) return null;
    const on = addDays(scenario.start, day);
    return `no Amazon rate for "${category}" in ${scenario.market} on ${on}: choose another category or set the rate`;
  };
  return scenario.products.flatMap(({ amazon }, i) => {
    if (!amazon) return [];
    const own = amazon.rate ? null : missing(amazon.category);
    const halo = (amazon.halo?.categories ?? []).map(each => missing(each.category));
    const path = `products.${i}.amazon`;
    return [
      ...(own === null ? [] : [{ path: `${path}.category`, message: own }]),
      ...halo.flatMap((message, at) =>
        message === null ? [] : [{ path: `${path}.halo.categories.${at}`, message }],
      ),
    ];
  });
};
