import { addDays, daysBetween } from '../domain/day.ts';
import { cardInForce } from '../domain/card-in-force.ts';
import { matchCategory } from '../domain/match-category.ts';
import { minorPerMajor } from '../domain/money.ts';
import type { PolicyEvent } from '../domain/policy.ts';
import type { Product } from '../domain/product.ts';
import type { RateCard } from '../domain/rate-card.ts';
import type { Scenario } from '../domain/scenario.ts';
import { calendarOf, monthSplit } from './calendar.ts';
import type { EventPlan, Plan, ProductPlan } from './plan.ts';
import { scenarioSlots } from './scenario-slots.ts';
import { slotList } from './slots.ts';

/** The rate cards and the mapping of category names that a run is paid by. */
export interface Rates {
  readonly cards: readonly RateCard[];
  readonly categoryNames: Readonly<Record<string, string>>;
}

/** Commission share of a category on one shipping day; null when no card of the market is in force or the name is unknown. */
export const rateOn = (
  scenario: Scenario,
  category: string,
  { rates, shippingDay }: { readonly rates: Rates; readonly shippingDay: number },
): number | null => {
  const card = cardInForce(rates.cards, scenario.market, addDays(scenario.start, shippingDay));
  const match = card && matchCategory(category, card, rates.categoryNames);
  return match ? match.rate / 1_000_000 : null;
};

const defaultLag = 1;
export const shippingLag = (scenario: Scenario): number =>
  scenario.programs.amazon.shippingLagDays ?? defaultLag;

/** Mean rate over the seven shipping days of each week's orders. */
const weeklyRates = (scenario: Scenario, product: Product, rates: Rates): Float64Array => {
  const { amazon } = product;
  const out = new Float64Array(scenario.weeks);
  if (!amazon) return out;
  if (amazon.rate) return out.fill(1);
  const lag = shippingLag(scenario);
  for (let week = 0; week < scenario.weeks; week++) {
    const on = (day: number): number =>
      rateOn(scenario, amazon.category, { rates, shippingDay: week * 7 + day + lag }) ?? 0;
    const first = on(0);
    if (first === on(6)) out[week] = first;
    else out[week] = [0, 1, 2, 3, 4, 5, 6].reduce((sum, day) => sum + on(day), 0) / 7;
  }
  return out;
};

const productPlans = (scenario: Scenario, rates: Rates): ProductPlan[] => {
  const total = scenario.products.reduce((sum, product) => sum + product.videoShare, 0);
  return scenario.products.map(product => ({
    id: product.id,
    name: product.name,
    share: product.videoShare / total,
    reach: product.reach,
    cardRates: weeklyRates(scenario, product, rates),
  }));
};

/** Factor of the adoption curve in each week: linear between points, flat outside, 1 without points. */
export const adoptionCurve = (scenario: Scenario): Float64Array => {
  const points = scenario.adoption.toSorted((a, b) => a.week - b.week);
  return Float64Array.from({ length: scenario.weeks }, (_, week) => {
    const next = points.findIndex(point => point.week >= week);
    if (points.length === 0) return 1;
    if (next === 0) return points[0]!.factor;
    if (next === -1) return points.at(-1)!.factor;
    const [a, b] = [points[next - 1]!, points[next]!];
    return a.factor + ((b.factor - a.factor) * (week - a.week)) / (b.week - a.week);
  });
};

const eventPlan = (scenario: Scenario, event: PolicyEvent): EventPlan => {
  const { date } = event;
  const offset = (day: Parameters<typeof daysBetween>[1]): number => daysBetween(scenario.start, day);
  if (date.kind === 'fixed') return { event, from: offset(date.on), to: offset(date.on) };
  if (date.kind === 'window') return { event, from: offset(date.from), to: offset(date.to) };
  return { event, from: 0, to: 0 };
};

/** Futures per block: as many as keep a block near 10⁵ product-weeks, between 16 and 256, a power of two. */
export const blockTrialsFor = (cells: number): number =>
  2 ** Math.min(8, Math.max(4, Math.floor(Math.log2(131_072 / cells))));

/** Turns a checked scenario into a plan. Throws nothing on scenarios that `checkScenario` passes. */
export const compile = (scenario: Scenario, rates: Rates, grade: Plan['grade']): Plan => {
  const { slots, ...list } = slotList();
  const at = scenarioSlots(scenario, list);
  const { start, weeks } = scenario;
  const lag = shippingLag(scenario);
  const calendar = calendarOf(start, weeks);
  return {
    scenario,
    grade,
    trials: grade === 'quick' ? Math.min(scenario.trials, quickTrials) : scenario.trials,
    blockTrials: blockTrialsFor(weeks * scenario.products.length),
    seed: scenario.seed,
    currency: scenario.currency,
    minorPerMajor: minorPerMajor(scenario.currency),
    weeks,
    calendar,
    months: [monthSplit(start, weeks, lag), monthSplit(start, weeks, 0)],
    slots,
    at,
    expected: scenario.counts === 'expected',
    products: productPlans(scenario, rates),
    season: Float64Array.from(calendar.weekOfYear, week => scenario.content.season.factors[week]!),
    adoption: adoptionCurve(scenario),
    events: scenario.policy.map(event => eventPlan(scenario, event)),
    strategies: scenario.strategies,
    bookingLag: Math.floor((3 + lag) / 7),
  };
};

const quickTrials = 1024;
