import { cardInForce } from '../domain/card-in-force.ts';
import { addDays, daysBetween } from '../domain/day.ts';
import { matchCategory } from '../domain/match-category.ts';
import type { Product } from '../domain/product.ts';
import type { RateCard } from '../domain/rate-card.ts';
import type { Scenario } from '../domain/scenario.ts';

/** The rate cards and the mapping of category names that a run is paid by. */
export interface Rates {
  readonly cards: readonly RateCard[];
  readonly categoryNames: Readonly<Record<string, string>>;
}

/** Commission shares of a category on one day. */
export interface DayRate {
  readonly direct: number;
  readonly indirect: number;
}

/** Commission of a category on one shipping day, in days from the start; null when no card is in force or it knows no such name. */
export const rateOn = (
  scenario: Scenario,
  category: string,
  { rates, shippingDay }: { readonly rates: Rates; readonly shippingDay: number },
): DayRate | null => {
  const card = cardInForce(rates.cards, scenario.market, addDays(scenario.start, shippingDay));
  const match = card && matchCategory(category, card, rates.categoryNames);
  return match ? { direct: match.rate / 1_000_000, indirect: match.indirectRate / 1_000_000 } : null;
};

const defaultLag = 1;

/** Days from order to shipping. */
export const shippingLag = (scenario: Scenario): number =>
  scenario.programs.amazon.shippingLagDays ?? defaultLag;

/** Mean over the seven shipping days of each week's orders. */
const meanByWeek = (scenario: Scenario, rateOfDay: (shippingDay: number) => number): Float64Array => {
  const lag = shippingLag(scenario);
  const out = new Float64Array(scenario.weeks);
  for (let week = 0; week < scenario.weeks; week++) {
    const days = [0, 1, 2, 3, 4, 5, 6].map(day => rateOfDay(week * 7 + day + lag));
    const even = days.every(rate => rate === days[0]);
    out[week] = even ? days[0]! : days.reduce((sum, rate) => sum + rate, 0) / 7;
  }
  return out;
};

/** The category's rate on any shipping day, looked up once for each stretch of days between two changes of the market's card. */
const lookUp = (scenario: Scenario, category: string, rates: Rates): ((shippingDay: number) => DayRate) => {
  const changes = rates.cards
    .filter(card => card.market === scenario.market)
    .flatMap(card => (card.until === null ? [card.from] : [card.from, card.until]))
    .map(day => daysBetween(scenario.start, day));
  const known = new Map<number, DayRate>();
  return shippingDay => {
    let stretch = 0;
    for (const change of changes) if (change <= shippingDay) stretch++;
    const found = known.get(stretch);
    if (found) return found;
    const fresh = rateOn(scenario, category, { rates, shippingDay }) ?? { direct: 0, indirect: 0 };
    known.set(stretch, fresh);
    return fresh;
  };
};

/** Direct rate of a product by week of the order; ones where the product fixes its own rate. */
export const weeklyRates = (scenario: Scenario, product: Product, rates: Rates): Float64Array => {
  const { amazon } = product;
  if (!amazon) return new Float64Array(scenario.weeks);
  if (amazon.rate) return new Float64Array(scenario.weeks).fill(1);
  const rateOfDay = lookUp(scenario, amazon.category, rates);
  return meanByWeek(scenario, day => rateOfDay(day).direct);
};

/** Mean indirect rate of the halo's categories by week of the order; null where the halo is like the product. */
export const haloRates = (scenario: Scenario, product: Product, rates: Rates): Float64Array | null => {
  const halo = product.amazon?.halo;
  if (!halo) return null;
  const total = halo.categories.reduce((sum, each) => sum + each.share, 0);
  const parts = halo.categories.map(each => ({
    weight: each.share / total,
    rateOfDay: lookUp(scenario, each.category, rates),
  }));
  return meanByWeek(scenario, day =>
    parts.reduce((sum, part) => sum + part.weight * part.rateOfDay(day).indirect, 0),
  );
};
