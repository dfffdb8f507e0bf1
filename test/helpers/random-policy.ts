import { addDays } from '../../shared/domain/day.ts';
import { type EventDate, type PolicyEvent, policyEventSchema } from '../../shared/domain/policy.ts';
import { categories } from './random-product.ts';
import type { Making } from './random-scenario.ts';
import { certain } from './scenario.ts';

const kinds = policyEventSchema.shape.kind.options;

const randomDay = ({ dice, start, weeks }: Making) => addDays(start, dice.whole(-20, weeks * 7 + 10));

/** A date without a chance in it, before, within or after the horizon. */
const evenDate = (making: Making): EventDate => {
  const { dice, weeks } = making;
  const on = randomDay(making);
  const dates: readonly EventDate[] = [
    { kind: 'fixed', on },
    { kind: 'window', from: on, to: on },
    { kind: 'after-days', days: certain(dice.between(-5, weeks * 7)) },
    { kind: 'elicited', within6: 0, within12: 0, within24: 0 },
  ];
  return dice.one(dates);
};

const anyDate = (making: Making, grouped: boolean): EventDate => {
  const { dice, make, weeks } = making;
  const from = randomDay(making);
  const dates: readonly (() => EventDate)[] = [
    () => ({ kind: 'fixed', on: from }),
    () => ({ kind: 'window', from, to: addDays(from, dice.whole(0, 200)) }),
    () => ({ kind: 'after-days', days: make.positive(dice.between(2, weeks * 7)) }),
    () => ({ kind: 'hazard', perYear: dice.around(0.1, 3) }),
    () => {
      const [within6, within12, within24] = [dice.unit(), dice.unit(), dice.unit()].toSorted((a, b) => a - b);
      return { kind: 'elicited', within6: within6!, within12: within12!, within24: within24! };
    },
  ];
  return dice.one(grouped ? dates.slice(0, 3) : dates)();
};

const randomEvent = (making: Making, index: number, most: number): PolicyEvent => {
  const { dice, make, even } = making;
  const grouped = dice.chance(0.3);
  const reach = (top: number) => (dice.chance(0.2) ? certain(1) : make.positive(dice.between(0, top)));
  const some = () => ({ categories: dice.chance(0.1) ? ['None of these'] : dice.some(categories) });
  const probability = (): number => dice.one([0, 0.25, 0.5, 1]) * (grouped ? most : 1);
  const stage = () => ({
    label: 'Stage',
    weeks: dice.chance(0.5) ? certain(dice.whole(1, 6)) : make.positive(dice.between(0.2, 8)),
    amazonReach: reach(1.2),
    tiktokShopReach: reach(1.4),
    ...dice.maybe(0.08, some),
  });
  return {
    id: `event${index}`,
    kind: dice.one(kinds),
    label: `Event ${index}`,
    probability: certain(even ? dice.one([0, 1, 1]) : probability()),
    date: even ? evenDate(making) : anyDate(making, grouped),
    durationWeeks: dice.chance(0.5) ? null : make.positive(dice.between(0.5, 20)),
    amazonReach: dice.chance(0.1) ? certain(0) : reach(1),
    tiktokShopReach: dice.chance(0.1) ? certain(0) : reach(1.5),
    ...dice.maybe(0.3, () => ({ storefrontReach: reach(1) })),
    ...dice.maybe(0.3, () => ({ amazonRate: make.positive(dice.between(0.3, 1.3)) })),
    ...dice.maybe(0.3, () => ({ tiktokShopRate: make.positive(dice.between(0.3, 1.3)) })),
    ...dice.maybe(0.12, some),
    ...dice.maybe(0.35, () => ({ stages: Array.from({ length: dice.whole(1, 3) }, stage) })),
    ...(grouped && !even && { group: 'exclusive' }),
    ...(index > 0 && dice.chance(0.3) && { within: `event${dice.whole(0, index - 1)}` }),
  };
};

/** One to four events; those of the exclusive group can have at most a quarter of the chances each. */
export const randomPolicy = (making: Making): PolicyEvent[] => {
  const count = making.dice.whole(1, 4);
  return Array.from({ length: count }, (_, i) => randomEvent(making, i, 1 / count));
};
