import type { Currency } from '../domain/money.ts';
import type { EventDate, PolicyEvent } from '../domain/policy.ts';
import type { Product } from '../domain/product.ts';
import type { Provenance } from '../domain/provenance.ts';
import type { Quantity } from '../domain/quantity.ts';
import type { Scenario } from '../domain/scenario.ts';
import { formatDayRange, formatDayShort } from '../words/format-day.ts';
import { formatPercent, formatPlain } from '../words/format-number.ts';
import { quantityWords, type Unit } from '../words/quantity.ts';
import { furtherQuantities } from './further-quantities.ts';
import { shareRows } from './shared-rows.ts';

/** One number of a scenario, ready to be shown. */
export interface Assumption {
  readonly label: string;
  readonly value: string;
  readonly range: string;
  readonly provenance: Provenance;
  /** The quantity shown, and its unit; absent for numbers that are none (a date, a season). */
  readonly quantity?: Quantity;
  readonly unit?: Unit;
}

export interface AssumptionGroup {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly Assumption[];
}

const share: Unit = { kind: 'share' };
const factor: Unit = { kind: 'factor' };
const plain: Unit = { kind: 'plain' };
const count = (noun: string): Unit => ({ kind: 'count', noun });

const row = (label: string, quantity: Quantity, unit: Unit): Assumption => {
  const { typical, range } = quantityWords(quantity.value, unit);
  return { label, value: typical, range, provenance: quantity.provenance, quantity, unit };
};

const optional = (label: string, quantity: Quantity | null | undefined, unit: Unit): readonly Assumption[] =>
  quantity ? [row(label, quantity, unit)] : [];

/** The curve's points carry no source of their own; the factor on the whole curve does. */
const curveGuess: Provenance = { kind: 'guess', note: 'The adoption curve as drawn in this scenario' };

const contentGroup = (scenario: Scenario): AssumptionGroup => {
  const { content, overDispersion, adoption, adoptionFactor } = scenario;
  const { factors, provenance } = content.season;
  const adoptionRows = adoption.map(point => ({
    label: `TikTok Shop adoption in week ${point.week + 1}`,
    value: `×${formatPlain(point.factor)}`,
    range: 'certain',
    provenance: adoptionFactor?.provenance ?? curveGuess,
  }));
  return {
    id: 'content',
    title: 'Videos and views',
    rows: [
      row(
        `Videos a week (${content.videoCount === 'fixed' ? 'the same every week' : 'on average'})`,
        content.videosPerWeek,
        count(''),
      ),
      row('Views of one video (median)', content.viewsPerVideo, count('')),
      row('Spread between videos (sd of log views)', content.viewsLogSd, plain),
      ...optional('Tail of viral videos (Pareto exponent)', content.viewsTail, plain),
      row('Correlation of successive weeks', content.viewsCorrelation, plain),
      row('Drift of the level a week (sd of log)', content.levelDrift, plain),
      row('Growth a year', content.growthPerYear, share),
      row('Market factor on all orders', content.marketFactor, factor),
      row('Over-dispersion of weekly orders', overDispersion, plain),
      {
        label: 'Season by week of the year',
        value: `mean ×${formatPlain(factors.reduce((sum, f) => sum + f, 0) / factors.length)}`,
        range: `×${formatPlain(Math.min(...factors))} to ×${formatPlain(Math.max(...factors))} over the year`,
        provenance,
      },
      ...adoptionRows,
      ...optional('Factor on the whole adoption curve', adoptionFactor, factor),
    ],
  };
};

/** The parts of a scenario that belong to no program, event or product. */
const contentParts = (scenario: Scenario): unknown => ({
  ...scenario,
  programs: null,
  policy: null,
  products: null,
});

const programGroup = ({ programs, currency }: Scenario): AssumptionGroup => ({
  id: 'programs',
  title: 'Program terms',
  rows: [
    row('Amazon: base as share of price', programs.amazon.baseShare, share),
    row('Amazon: payment after month end', programs.amazon.paymentDelayDays, count('days')),
    row('Amazon: smallest payment', programs.amazon.paymentThreshold, { kind: 'money', currency }),
    row('Amazon: weeks until a return', programs.amazon.returnDelayWeeks, count('weeks')),
    ...optional('Amazon: factor on all orders', programs.amazon.orderFactor, factor),
    row('TikTok Shop: days until settled', programs.tiktokShop.settlementDelayDays, count('days')),
    row('TikTok Shop: smallest payment', programs.tiktokShop.paymentThreshold, { kind: 'money', currency }),
    row('TikTok Shop: agency’s share', programs.tiktokShop.agencyShare, share),
    ...optional('TikTok Shop: factor on all orders', programs.tiktokShop.orderFactor, factor),
  ],
});

const dateWords = (date: EventDate): Pick<Assumption, 'value' | 'range'> => {
  switch (date.kind) {
    case 'fixed':
      return { value: formatDayShort(date.on), range: 'certain' };
    case 'window':
      return { value: 'any day', range: formatDayRange(date.from, date.to) };
    case 'after-days':
      return { value: 'after days', range: 'see the next line' };
    case 'elicited':
      return {
        value: `${formatPercent(date.within12)} in a year`,
        range: `${formatPercent(date.within6)} in 6 months, ${formatPercent(date.within24)} in 24, else never`,
      };
    case 'hazard':
      return {
        value: `${formatPercent(1 - Math.exp(-date.perYear))} in a year`,
        range: `at any time, ${formatPlain(date.perYear)} a year`,
      };
  }
};

const hasOwnChance = ({ date }: PolicyEvent): boolean => date.kind === 'elicited' || date.kind === 'hazard';

/** An event without the probability that its date replaces. */
const usedParts = (event: PolicyEvent): unknown =>
  hasOwnChance(event) ? { ...event, probability: null } : event;

const eventGroup = (event: PolicyEvent): AssumptionGroup => {
  const dated = hasOwnChance(event);
  return {
    id: `event-${event.id}`,
    title: event.label,
    rows: [
      ...(dated ? [] : [row('Chance that it happens', event.probability, share)]),
      {
        label: dated ? 'Chance and date' : 'Date, if it happens',
        ...dateWords(event.date),
        provenance: event.probability.provenance,
      },
      ...(event.date.kind === 'after-days' ? [row('Days after the start', event.date.days, plain)] : []),
      ...optional('Lasts', event.durationWeeks, count('weeks')),
      row('Amazon orders that remain (leakage)', event.amazonReach, share),
      row('TikTok Shop orders, times', event.tiktokShopReach, factor),
    ],
  };
};

const productGroup = (product: Product, currency: Currency): AssumptionGroup => {
  const { amazon, tiktokShop, price } = product;
  const amazonRows = amazon && [
    ...optional('Amazon: commission', amazon.rate, share),
    row('Amazon: clicks per view', amazon.clickRate, share),
    row('Amazon: orders per click', amazon.conversion, share),
    row('Amazon: items per order', amazon.itemsPerOrder, plain),
    row('Amazon: items returned', amazon.returnShare, share),
  ];
  const shopRows = tiktokShop && [
    row('TikTok Shop: commission', tiktokShop.rate, share),
    row('TikTok Shop: clicks per view', tiktokShop.clickRate, share),
    row('TikTok Shop: orders per click', tiktokShop.conversion, share),
    row('TikTok Shop: orders refunded', tiktokShop.returnShare, share),
    row('TikTok Shop: orders from ads', tiktokShop.adsShare, share),
    row('TikTok Shop: commission on those', tiktokShop.adsRate, share),
    row('TikTok Shop: base as share of price', tiktokShop.baseShare, share),
  ];
  return {
    id: `product-${product.id}`,
    title: product.name,
    rows: [row('Price', price, { kind: 'money', currency }), ...(amazonRows ?? []), ...(shopRows ?? [])],
  };
};

/** Adds a row for each quantity below `node` that the group's own rows did not name. */
const complete = (group: AssumptionGroup, node: unknown, currency: Currency): AssumptionGroup => {
  const seen = new Set<unknown>(group.rows.flatMap(({ quantity }) => (quantity ? [quantity] : [])));
  const further = furtherQuantities(node, seen, { currency });
  return {
    ...group,
    rows: [...group.rows, ...further.map(({ label, quantity, unit }) => row(label, quantity, unit))],
  };
};

const productGroups = (scenario: Scenario): readonly AssumptionGroup[] =>
  scenario.products.map(product =>
    complete(productGroup(product, scenario.currency), product, scenario.currency),
  );

/** Every uncertain number under the thing it belongs to, said anew for each product. */
export const ungroupedAssumptions = (scenario: Scenario): readonly AssumptionGroup[] => [
  complete(contentGroup(scenario), contentParts(scenario), scenario.currency),
  complete(programGroup(scenario), scenario.programs, scenario.currency),
  ...scenario.policy.map(event => complete(eventGroup(event), usedParts(event), scenario.currency)),
  ...productGroups(scenario),
];

const isProduct = ({ id }: AssumptionGroup): boolean => id.startsWith('product-');

/** Every uncertain number of a scenario with value, range and source, grouped; what all products share is said once, before them. */
export const assumptions = (scenario: Scenario): readonly AssumptionGroup[] => {
  const groups = ungroupedAssumptions(scenario);
  return [...groups.filter(group => !isProduct(group)), ...shareRows(groups.filter(isProduct))];
};
