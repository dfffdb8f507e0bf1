import type { PolicyEvent } from '../domain/policy.ts';
import type { Quantity } from '../domain/quantity.ts';
import type { Range } from './distribution/distribution-problem.ts';
import type { SlotList } from './slots.ts';

export interface StageSlots {
  readonly weeks: number;
  /** Reach by program number. */
  readonly reach: readonly [number, number];
}

/** Places of the draws of one policy event; null where it has none. */
export interface EventSlots {
  readonly probability: number;
  readonly days: number | null;
  readonly duration: number | null;
  /** Reach by program number. */
  readonly reach: readonly [number, number, number | null];
  readonly amazonRate: number | null;
  readonly tiktokShopRate: number | null;
  readonly stages: readonly StageSlots[];
}

export const policySlots = (event: PolicyEvent, list: SlotList, path: string): EventSlots => {
  const notNegative: Range = { min: 0, max: Infinity };
  const add = (name: string, quantity: Quantity, range: Range): number =>
    list.add(`${path}.${name}`, quantity, range);
  const optional = (name: string, quantity: Quantity | null | undefined): number | null =>
    quantity ? add(name, quantity, notNegative) : null;
  const { date } = event;
  return {
    probability: add('probability', event.probability, { min: 0, max: 1 }),
    days: date.kind === 'after-days' ? add('date.days', date.days, { min: -Infinity, max: Infinity }) : null,
    duration: optional('durationWeeks', event.durationWeeks),
    reach: [
      add('amazonReach', event.amazonReach, notNegative),
      add('tiktokShopReach', event.tiktokShopReach, notNegative),
      optional('storefrontReach', event.storefrontReach),
    ],
    amazonRate: optional('amazonRate', event.amazonRate),
    tiktokShopRate: optional('tiktokShopRate', event.tiktokShopRate),
    stages: (event.stages ?? []).map((stage, i) => ({
      weeks: add(`stages.${i}.weeks`, stage.weeks, notNegative),
      reach: [
        add(`stages.${i}.amazonReach`, stage.amazonReach, notNegative),
        add(`stages.${i}.tiktokShopReach`, stage.tiktokShopReach, notNegative),
      ],
    })),
  };
};
