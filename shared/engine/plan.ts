import type { Currency } from '../domain/money.ts';
import type { PolicyEvent } from '../domain/policy.ts';
import type { Scenario } from '../domain/scenario.ts';
import type { Strategy } from '../domain/strategy.ts';
import type { Calendar, MonthSplit } from './calendar.ts';
import type { ScenarioSlots } from './scenario-slots.ts';
import type { Slot } from './slots.ts';

/** Programs as the engine counts them. */
export const amazon = 0;
export const tiktokShop = 1;
export const programCount = 2;

/** A scenario made ready to run: places instead of names, arrays instead of documents. Money is in minor units. */
export interface Plan {
  readonly scenario: Scenario;
  readonly grade: 'quick' | 'full';
  readonly trials: number;
  /** Futures per block: the unit of work, of progress and of summation. */
  readonly blockTrials: number;
  readonly seed: number;
  readonly currency: Currency;
  readonly minorPerMajor: number;
  readonly weeks: number;
  readonly calendar: Calendar;
  /** Months of shipping (Amazon) and of sale (TikTok Shop). */
  readonly months: readonly [MonthSplit, MonthSplit];
  readonly slots: readonly Slot[];
  readonly at: ScenarioSlots;
  readonly expected: boolean;
  readonly products: readonly ProductPlan[];
  /** Season × adoption and other certain weekly factors. */
  readonly season: Float64Array;
  readonly adoption: Float64Array;
  readonly events: readonly EventPlan[];
  readonly strategies: readonly Strategy[];
  /** Whole weeks between an order and the week its commission is booked in (by shipping day). */
  readonly bookingLag: number;
}

export interface ProductPlan {
  readonly id: string;
  readonly name: string;
  /** Share of the videos, adding to 1. */
  readonly share: number;
  readonly reach: number;
  /** Amazon commission rate by week of the order, or ones where the product fixes its own. */
  readonly cardRates: Float64Array;
}

export interface EventPlan {
  readonly event: PolicyEvent;
  /** Days from the start that bound a fixed date or a window. */
  readonly from: number;
  readonly to: number;
}

/** Blocks of a run. */
export const blockCount = (plan: Plan): number => Math.ceil(plan.trials / plan.blockTrials);
