import { addDays } from '../../shared/domain/day.ts';
import type { PolicyEvent } from '../../shared/domain/policy.ts';
import type { Product } from '../../shared/domain/product.ts';
import { programSchema } from '../../shared/domain/program.ts';
import type { Strategy } from '../../shared/domain/strategy.ts';
import type { Making } from './random-scenario.ts';

const randomStep = ({ dice, start, weeks }: Making) => {
  // Few different shares: each has tables of its own.
  const cuts = [dice.whole(0, 8) / 8, dice.whole(0, 8) / 8].toSorted((a, b) => a - b) as [number, number];
  const whole = dice.one([
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
    [0, 0, 0],
  ] as const);
  const [amazon, tiktokShop, storefront] = dice.chance(0.4)
    ? whole
    : [cuts[0], cuts[1] - cuts[0], dice.chance(0.5) ? 1 - cuts[1] : 0];
  return { from: addDays(start, dice.whole(-10, weeks * 7 + 5)), amazon, tiktokShop, storefront };
};

const randomStrategy = (
  making: Making,
  products: readonly Product[],
  { policy, id }: { readonly policy: readonly PolicyEvent[]; readonly id: string },
): Strategy => {
  const { dice, start, weeks } = making;
  const named = { id, label: id };
  const kinds: readonly (() => Strategy)[] = [
    () => ({ ...named, kind: 'all-amazon' }),
    () => ({ ...named, kind: 'all-tiktok-shop' }),
    () => ({ ...named, kind: 'all-storefront' }),
    () => ({ ...named, kind: 'mix', tiktokShopShare: dice.one([0, 0.1, 0.25, 0.5, 0.7, 1]) }),
    () => ({ ...named, kind: 'switch-on-day', on: addDays(start, dice.whole(-10, weeks * 7 + 10)) }),
    () => ({
      ...named,
      kind: 'plan',
      steps: Array.from({ length: dice.whole(1, 4) }, () => randomStep(making)),
    }),
    () => ({
      ...named,
      kind: 'per-product',
      programs: Object.fromEntries(
        products.filter(() => dice.chance(0.8)).map(product => [product.id, dice.one(programSchema.options)]),
      ),
    }),
    () =>
      policy.length === 0
        ? { ...named, kind: 'all-amazon' }
        : { ...named, kind: 'switch-at-event', event: dice.one(policy).id, reactionWeeks: dice.whole(0, 6) },
  ];
  return dice.one(kinds)();
};

/** Two to six strategies of any kind, any number of them alike. */
export const randomStrategies = (
  making: Making,
  products: readonly Product[],
  policy: readonly PolicyEvent[],
): Strategy[] =>
  Array.from({ length: making.dice.whole(2, 6) }, (_, i) =>
    randomStrategy(making, products, { policy, id: `s${i}` }),
  );
