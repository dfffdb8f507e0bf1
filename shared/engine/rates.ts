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

const dayRate = (card: RateCard, category: string, names: Rates['categoryNames']): DayRate | null => {
  const match = matchCategory(category, card, names);
  return match ? { direct: match.rate / 1_000_000, indirect: match.indirectRate / 1_000_000 } : null;
};

/** Commission of a category on one shipping day, in days from the start; null when no card is in force or it knows no such name. */
export const rateOn = (
  scenario: Scenario,
  category: string,
  { rates, shippingDay }: { readonly rates: Rates; readonly shippingDay: number },
): DayRate | null => {
  const card = cardInForce(rates.cards, scenario.market, addDays(scenario.start, shippingDay));
  return card && dayRate(card, category, rates.categoryNames);
};

const defaultLag = 1;

/** Days from order to shipping. */
export const shippingLag = (scenario: Scenario): number =>
  scenario.programs.amazon.shippingLagDays ?? defaultLag;

/** A market's rate cards over a scenario: for each week of orders, on how many of its seven shipping days each card is in force. */
export interface RateWeeks {
  readonly cards: readonly RateCard[];
  /** `[card][week]`, 0 to 7. */
  readonly days: readonly Uint8Array[];
  readonly names: Rates['categoryNames'];
}

export const rateWeeks = (scenario: Scenario, rates: Rates): RateWeeks => {
  const { market, start, weeks } = scenario;
  const lag = shippingLag(scenario);
  const cards = rates.cards.filter(card => card.market === market);
  const spans = cards.map(({ from, until }) => ({
    from: daysBetween(start, from),
    until: until === null ? Infinity : daysBetween(start, until),
  }));
  const days = cards.map(() => new Uint8Array(weeks));
  for (let day = 0; day < weeks * 7; day++) {
    const shipped = day + lag;
    const card = spans.findIndex(({ from, until }) => from <= shipped && shipped < until);
    const week = Math.floor(day / 7);
    if (card >= 0) days[card]![week] = days[card]![week]! + 1;
  }
  return { cards, days, names: rates.categoryNames };
};

/** Mean over the seven shipping days of each week's orders; days without a card pay nothing. */
const meanByWeek = (
  { cards, days }: RateWeeks,
  weeks: number,
  rateOf: (card: RateCard) => number,
): Float64Array => {
  const out = new Float64Array(weeks);
  cards.forEach((card, i) => {
    const inForce = days[i]!;
    if (!inForce.some(count => count > 0)) return;
    const rate = rateOf(card);
    for (let week = 0; week < weeks; week++)
      out[week] = inForce[week] === 7 ? rate : out[week]! + (inForce[week]! * rate) / 7;
  });
  return out;
};

/** Direct rate of a product by week of the order; ones where the product fixes its own rate. */
export const weeklyRates = (scenario: Scenario, product: Product, weeks: RateWeeks): Float64Array => {
  const { amazon } = product;
  if (!amazon) return new Float64Array(scenario.weeks);
  if (amazon.rate) return new Float64Array(scenario.weeks).fill(1);
  return meanByWeek(weeks, scenario.weeks, card => dayRate(card, amazon.category, weeks.names)?.direct ?? 0);
};

/** Mean indirect rate of the halo's categories by week of the order; null where the halo is like the product. */
export const haloRates = (scenario: Scenario, product: Product, weeks: RateWeeks): Float64Array | null => {
  const halo = product.amazon?.halo;
  if (!halo) return null;
  const total = halo.categories.reduce((sum, each) => sum + each.share, 0);
  return meanByWeek(weeks, scenario.weeks, card =>
    halo.categories.reduce(
      (sum, { category, share }) =>
        sum + (share / total) * (dayRate(card, category, weeks.names)?.indirect ?? 0),
      0,
    ),
  );
};
