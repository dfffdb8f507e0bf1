import { daysBetween } from '../domain/day.ts';
import type { Product } from '../domain/product.ts';
import type { Scenario } from '../domain/scenario.ts';

/** Days a lowered open-plan rate waits for a creator who already promotes. */
export const rateLockDays = (scenario: Scenario): number => scenario.programs.tiktokShop.rateLockDays ?? 30;

/** Shares of each week's days, 0 to 1, in which another rate than the standard one holds. */
export interface ShopRateWeeks {
  readonly targeted: Float64Array;
  /** The changed rate's where it is not below the standard one, and where it is: a lowered one waits for the lock. */
  readonly raised: Float64Array;
  readonly lowered: Float64Array;
}

const daysBefore = (week: number, day: number): number => Math.min(7, Math.max(0, day - week * 7));

/** When a product's targeted rate, which goes first, and its changed one hold; null where it has neither. */
export const shopRateWeeks = (scenario: Scenario, { tiktokShop }: Product): ShopRateWeeks | null => {
  const { targeted, change } = tiktokShop ?? {};
  if (!targeted && !change) return null;
  const until = targeted ? daysBetween(scenario.start, targeted.until) : -Infinity;
  const on = change ? daysBetween(scenario.start, change.on) : Infinity;
  const shares = (daysIn: (week: number) => number): Float64Array =>
    Float64Array.from({ length: scenario.weeks }, (_, week) => daysIn(week) / 7);
  const from = (day: number) => shares(week => 7 - Math.max(daysBefore(week, until), daysBefore(week, day)));
  return {
    targeted: shares(week => daysBefore(week, until)),
    raised: from(on),
    lowered: from(on + rateLockDays(scenario)),
  };
};
