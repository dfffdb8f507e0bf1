import type { Distribution, Quantity } from '../../shared/domain/quantity.ts';
import type { Dice } from './random-dice.ts';
import { certain, quantity } from './scenario.ts';

/** Makes quantities around a value: positive ones, or shares between 0 and 1. */
export interface QuantityMaker {
  positive(middle: number): Quantity;
  share(middle: number): Quantity;
}

/** Every kind of law for positive numbers, the middle about `m`. */
const positiveLaws = (m: number): readonly (() => Distribution)[] => [
  () => ({ kind: 'interval', low: 0.6 * m, high: 1.6 * m, level: 0.8, share: false }),
  () => ({ kind: 'interval', low: 0.7 * m, high: 1.5 * m, level: 0.9, share: false }),
  () => ({ kind: 'uniform', low: 0.6 * m, high: 1.4 * m }),
  () => ({ kind: 'triangular', low: 0.5 * m, mode: m, high: 1.7 * m }),
  () => ({ kind: 'pert', low: 0.5 * m, mode: m, high: 1.8 * m }),
  () => ({ kind: 'normal', mean: m, sd: 0.3 * m, min: 0.1 * m }),
  () => ({ kind: 'lognormal', median: m, logSd: 0.3 }),
  () => ({ kind: 'gamma', mean: m, shape: 8 }),
  () => ({
    kind: 'discrete',
    values: [
      { value: 0.7 * m, weight: 2 },
      { value: 1.2 * m, weight: 1 },
    ],
  }),
  () => ({ kind: 'empirical', values: [0.6 * m, 0.9 * m, m, 1.3 * m] }),
  () => ({
    kind: 'mixture',
    parts: [
      { weight: 3, distribution: { kind: 'lognormal', median: m, logSd: 0.2 } },
      { weight: 1, distribution: { kind: 'uniform', low: 0.4 * m, high: 1.5 * m } },
    ],
  }),
];

const shareLaws = (middle: number): readonly (() => Distribution)[] => {
  const m = Math.min(0.9, middle);
  return [
    () => ({ kind: 'beta', mean: m, weight: 40 / Math.min(m, 1 - m) }),
    () => ({ kind: 'beta-counts', successes: 30, failures: (30 * (1 - m)) / m }),
    () => ({ kind: 'interval', low: 0.7 * m, high: Math.min(0.97, 1.3 * m), level: 0.8, share: true }),
    () => ({ kind: 'uniform', low: 0.7 * m, high: Math.min(1, 1.3 * m) }),
    () => ({ kind: 'triangular', low: 0.5 * m, mode: m, high: Math.min(1, 1.4 * m) }),
    () => ({ kind: 'empirical', values: [0.8 * m, m, Math.min(1, 1.2 * m)] }),
  ];
};

/** One of six values a decade: laws come again, and with them the engine's tables, which take longest to make. */
const coarse = (value: number): number =>
  Number((10 ** (Math.round(Math.log10(value) * 6) / 6)).toPrecision(3));

/** Quantities around a middle, of every kind of law; all certain where `uncertain` (their share) is 0. */
export const quantityMaker = (dice: Dice, uncertain: number): QuantityMaker => {
  const make = (middle: number, lawsOf: (middle: number) => readonly (() => Distribution)[]): Quantity =>
    middle > 0 && dice.chance(uncertain) ? quantity(dice.one(lawsOf(coarse(middle)))()) : certain(middle);
  return {
    positive: middle => make(middle, positiveLaws),
    share: middle => make(middle, shareLaws),
  };
};
