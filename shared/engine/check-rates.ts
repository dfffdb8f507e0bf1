import { addDays } from '../domain/day.ts';
import type { Scenario } from '../domain/scenario.ts';
import type { ScenarioProblem } from './check-scenario.ts';
import { rateOn, shippingLag, type Rates } from './rates.ts';

/** Categories without a rate on the first or the last shipping day. */
export const rateProblems = (scenario: Scenario, rates: Rates): ScenarioProblem[] => {
  const lag = shippingLag(scenario);
  const days = [lag, scenario.weeks * 7 - 1 + lag];
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
