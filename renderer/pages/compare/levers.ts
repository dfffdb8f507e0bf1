import type { Day } from '../../../shared/domain/day.ts';
import type { PolicyEvent } from '../../../shared/domain/policy.ts';
import type { Product } from '../../../shared/domain/product.ts';
import type { Provenance } from '../../../shared/domain/provenance.ts';
import type { Quantity } from '../../../shared/domain/quantity.ts';
import { scaleDistribution } from '../../../shared/domain/scale-distribution.ts';
import type { Scenario } from '../../../shared/domain/scenario.ts';
import { typicalValue } from '../../../shared/domain/typical-value.ts';
import type { Unit } from '../../../shared/words/quantity.ts';
import { rounded, type SliderRange } from './slider-scale.ts';
import type { leverLabels } from '../../words/compare-words.ts';

/** One number of a scenario that a slider moves. */
export interface Lever extends SliderRange {
  readonly id: keyof typeof leverLabels;
  readonly unit: Unit;
  readonly value: number;
  /** Absent where the number is the creator's own choice. */
  readonly provenance: Provenance | null;
  readonly move: (value: number, today: Day) => Scenario;
}

const share: Unit = { kind: 'share' };
const factor: Unit = { kind: 'factor' };
const count: Unit = { kind: 'count', noun: '' };

/** The same quantity with its typical value moved, and marked as the user's. */
const moved = (quantity: Quantity, times: number, today: Day): Quantity => ({
  value: scaleDistribution(quantity.value, times),
  provenance: { kind: 'user', on: today, note: 'Moved with a slider; its relative spread is kept' },
});

const typical = (quantity: Quantity): number => typicalValue(quantity.value);

/** A quantity as it stands now, and as the stored scenario has it: moves start there, so that going to and fro loses nothing. */
interface Moving {
  readonly now: Quantity;
  readonly origin: Quantity;
  readonly put: (quantity: Quantity) => Scenario;
}

const quantityLever = (
  frame: Pick<Lever, 'id' | 'unit' | 'min' | 'max' | 'scale'>,
  { now, origin, put }: Moving,
): readonly Lever[] => {
  const [value, start] = [typical(now), typical(origin)];
  if (!(value > 0) || !(start > 0)) return [];
  return [
    {
      ...frame,
      max: Math.max(frame.max, start),
      min: Math.min(frame.min, start),
      value,
      provenance: now.provenance,
      move: (next, today) =>
        put(rounded(next) === rounded(start) ? origin : moved(origin, next / start, today)),
    },
  ];
};

const contentLevers = (scenario: Scenario, origin: Scenario): readonly Lever[] => {
  const moving = (name: 'videosPerWeek' | 'viewsPerVideo'): Moving => ({
    now: scenario.content[name],
    origin: origin.content[name],
    put: quantity => ({ ...scenario, content: { ...scenario.content, [name]: quantity } }),
  });
  return [
    ...quantityLever(
      { id: 'videos', unit: count, min: 0.5, max: 21, scale: 'linear' },
      moving('videosPerWeek'),
    ),
    ...quantityLever(
      { id: 'views', unit: count, min: 200, max: 1_000_000, scale: 'log' },
      moving('viewsPerVideo'),
    ),
  ];
};

type Shop = NonNullable<Product['tiktokShop']>;

/** Mean over the products on TikTok Shop, weighted by their share of the videos. */
const shopMean = (
  scenario: Scenario,
  read: (product: Product, shop: Shop) => number | null,
): number | null => {
  let sum = 0;
  let weight = 0;
  for (const product of scenario.products) {
    const value = product.tiktokShop ? read(product, product.tiktokShop) : null;
    if (value === null) continue;
    sum += product.videoShare * value;
    weight += product.videoShare;
  }
  return weight === 0 ? null : sum / weight;
};

const meanRate = (scenario: Scenario): number | null => shopMean(scenario, (_, offer) => typical(offer.rate));

/** Mean over products of TikTok Shop's orders per click, as a multiple of Amazon's. */
const meanRatio = (scenario: Scenario): number | null =>
  shopMean(scenario, ({ amazon }, offer) =>
    amazon && typical(amazon.conversion) > 0 ? typical(offer.conversion) / typical(amazon.conversion) : null,
  );

const shopLever = (
  frame: Pick<Lever, 'id' | 'unit' | 'min' | 'max' | 'scale'>,
  name: 'rate' | 'conversion',
  [scenario, origin]: readonly [Scenario, Scenario],
): readonly Lever[] => {
  const mean = name === 'rate' ? meanRate : meanRatio;
  const [value, start] = [mean(scenario), mean(origin)];
  const first = scenario.products.find(product => product.tiktokShop)?.tiktokShop;
  if (!first || value === null || start === null || !(start > 0)) return [];
  const stored = new Map(origin.products.map(({ id, tiktokShop }) => [id, tiktokShop]));
  const put = (change: (quantity: Quantity) => Quantity): Scenario => ({
    ...scenario,
    products: scenario.products.map(product => {
      const { tiktokShop } = product;
      const offer = stored.get(product.id) ?? tiktokShop;
      return tiktokShop && offer
        ? { ...product, tiktokShop: { ...tiktokShop, [name]: change(offer[name]) } }
        : product;
    }),
  });
  return [
    {
      ...frame,
      min: Math.min(frame.min, start),
      max: Math.max(frame.max, start),
      value,
      provenance: first[name].provenance,
      move: (next, today) =>
        put(quantity => (rounded(next) === rounded(start) ? quantity : moved(quantity, next / start, today))),
    },
  ];
};

const productLevers = (scenario: Scenario, origin: Scenario): readonly Lever[] => [
  ...shopLever({ id: 'rate', unit: share, min: 0.01, max: 0.4, scale: 'linear' }, 'rate', [scenario, origin]),
  ...shopLever({ id: 'conversion', unit: factor, min: 0.1, max: 5, scale: 'log' }, 'conversion', [
    scenario,
    origin,
  ]),
];

/** Chance that an event happens within a year, whichever way its date is given. */
const chanceOf = ({ date, probability }: PolicyEvent): number => {
  if (date.kind === 'elicited') return date.within12;
  if (date.kind === 'hazard') return 1 - Math.exp(-date.perYear);
  return typical(probability);
};

/** An event's chance set to another; an elicited date keeps the shape of its three chances. */
const withChance = (
  event: PolicyEvent,
  chance: number,
  today: Day,
): Pick<PolicyEvent, 'probability' | 'date'> => {
  const { date } = event;
  const probability: Quantity = {
    value: { kind: 'constant', value: chance },
    provenance: { kind: 'user', on: today, note: 'Set with a slider' },
  };
  if (date.kind === 'hazard') {
    const perYear = Math.max(1e-6, -Math.log(1 - Math.min(chance, 0.999)));
    return { probability, date: { kind: 'hazard', perYear } };
  }
  if (date.kind === 'elicited') {
    const times = date.within12 > 0 ? chance / date.within12 : 0;
    const within6 = date.within12 > 0 ? Math.min(chance, date.within6 * times) : chance / 2;
    const within24 = Math.max(chance, Math.min(1, date.within12 > 0 ? date.within24 * times : chance));
    return { probability, date: { kind: 'elicited', within6, within12: chance, within24 } };
  }
  return { probability, date };
};

const policyLevers = (scenario: Scenario, origin: Scenario): readonly Lever[] => {
  const ban = scenario.policy.find(event => event.kind === 'external-link-ban');
  if (!ban) return [];
  const stored = origin.policy.find(({ id }) => id === ban.id) ?? ban;
  const put = (change: Partial<PolicyEvent>): Scenario => ({
    ...scenario,
    policy: scenario.policy.map(event => (event.id === ban.id ? { ...event, ...change } : event)),
  });
  return [
    {
      id: 'ban',
      unit: share,
      min: 0,
      max: 1,
      scale: 'linear',
      value: chanceOf(ban),
      provenance: ban.probability.provenance,
      move: (value, today) =>
        put(
          rounded(value) === rounded(chanceOf(stored))
            ? { probability: stored.probability, date: stored.date }
            : withChance(stored, value, today),
        ),
    },
    ...quantityLever(
      { id: 'leakage', unit: share, min: 0.005, max: 0.6, scale: 'log' },
      { now: ban.amazonReach, origin: stored.amazonReach, put: amazonReach => put({ amazonReach }) },
    ),
    ...quantityLever(
      { id: 'recapture', unit: factor, min: 0.8, max: 2, scale: 'linear' },
      {
        now: ban.tiktokShopReach,
        origin: stored.tiktokShopReach,
        put: tiktokShopReach => put({ tiktokShopReach }),
      },
    ),
  ];
};

const mixLevers = (scenario: Scenario): readonly Lever[] => {
  const mix = scenario.strategies.find(strategy => strategy.kind === 'mix');
  if (!mix) return [];
  return [
    {
      id: 'mix',
      unit: share,
      min: 0,
      max: 1,
      scale: 'linear',
      value: mix.tiktokShopShare,
      provenance: null,
      move: value => ({
        ...scenario,
        strategies: scenario.strategies.map(strategy =>
          strategy.id === mix.id ? { ...mix, tiktokShopShare: value } : strategy,
        ),
      }),
    },
  ];
};

/** The few numbers of a scenario that are worth a slider, as far as it has them; `origin` is the scenario as stored. */
export const leversOf = (scenario: Scenario, origin: Scenario): readonly Lever[] => [
  ...contentLevers(scenario, origin),
  ...productLevers(scenario, origin),
  ...policyLevers(scenario, origin),
  ...mixLevers(scenario),
];
