import type { Day } from './day.ts';
import type { Currency } from './money.ts';

/** A quantity as one future drew it. */
export interface DrawnQuantity {
  /** Where it stands in the scenario: `products.0.price`. */
  readonly path: string;
  readonly value: number;
  /** Share of its law at or below the value, 0–1: 0.5 is typical. */
  readonly rank: number;
}

/** One strategy in one future; money in minor units. */
export interface StrategyStory {
  readonly id: string;
  readonly label: string;
  /** Commission earned (returns subtracted when they happen) and cash received within each week. */
  readonly earned: readonly number[];
  readonly paid: readonly number[];
  /** Earned and not yet paid at the end of each week; negative while returns are owed. */
  readonly waiting: readonly number[];
  readonly orders: number;
  readonly returned: number;
  readonly products: readonly {
    readonly productId: string;
    readonly name: string;
    readonly orders: number;
    readonly earned: number;
  }[];
}

/** What happened in one simulated future: everything that was drawn once, and every strategy's books week by week. */
export interface FutureStory {
  /** Counted from 0. */
  readonly future: number;
  readonly currency: Currency;
  readonly start: Day;
  readonly weekEnds: readonly Day[];
  /** Uncertain quantities, the most unusual draw first. */
  readonly draws: readonly DrawnQuantity[];
  /** Day each policy event began; null = not within the horizon. */
  readonly events: readonly { readonly id: string; readonly label: string; readonly on: Day | null }[];
  /** Views of all videos over the horizon. */
  readonly views: number;
  readonly strategies: readonly StrategyStory[];
}
