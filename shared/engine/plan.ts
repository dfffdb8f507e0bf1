import type { Currency } from '../domain/money.ts';
import type { PolicyEvent } from '../domain/policy.ts';
import type { Scenario } from '../domain/scenario.ts';
import type { Strategy } from '../domain/strategy.ts';
import type { Calendar, MonthSplit } from './calendar.ts';
import type { CorrelationPlan } from './correlation.ts';
import type { EvenTable } from './quantile-table.ts';
import type { ScenarioSlots } from './scenario-slots.ts';
import type { FunnelSlots } from './product-slots.ts';
import type { ShopRateWeeks } from './shop-rate-weeks.ts';
import type { Slot } from './slots.ts';

/** Programs as the engine counts them. */
export const amazon = 0;
export const tiktokShop = 1;
export const storefront = 2;
export const programCount = 3;

/** A scenario made ready to run: places instead of names, arrays instead of documents. Money is in minor units. */
export interface Plan {
  readonly scenario: Scenario;
  readonly grade: 'quick' | 'full';
  readonly trials: number;
  /** Futures of which weeks, cash and products are kept, not the total alone: all; in a quick answer the first outer one of each inner future. */
  readonly keptTrials: number;
  /** Futures per block: the unit of work, of progress and of summation. */
  readonly blockTrials: number;
  readonly seed: number;
  readonly currency: Currency;
  readonly minorPerMajor: number;
  readonly weeks: number;
  readonly calendar: Calendar;
  /** By program: months of shipping (Amazon) or of sale. */
  readonly months: readonly MonthSplit[];
  /** Programs that some strategy uses and some product is offered on. */
  readonly programs: readonly number[];
  readonly slots: readonly Slot[];
  readonly at: ScenarioSlots;
  readonly correlation: CorrelationPlan | null;
  /** Videos and orders replaced by their expectations. */
  readonly expected: boolean;
  /** Orders are drawn as counts; else they stay expectations. */
  readonly counted: boolean;
  /** How a quick answer is drawn; null = as a full one. */
  readonly quick: QuickPlan | null;
  readonly products: readonly ProductPlan[];
  /** By program and product: places of click, conversion and return rates; null where the product is not offered. */
  readonly funnels: readonly (readonly (FunnelSlots | null)[])[];
  /** By program and product: 1 where the commission of an order is the same in every future. */
  readonly certainCommission: readonly Uint8Array[];
  /** Certain factors on orders by program and week: season × dated peaks × adoption points. */
  readonly factors: readonly Float64Array[];
  /** Season alone, for income that no program's peaks touch. */
  readonly season: Float64Array;
  readonly events: readonly EventPlan[];
  /** Some event or stage touches only some categories. */
  readonly byCategory: boolean;
  /** Some strategy puts products on programs of their own. */
  readonly perProduct: boolean;
  /** Some event changes commission rates. */
  readonly ratesChange: boolean;
  readonly strategies: readonly StrategyPlan[];
  /** Shares strictly between 0 and 1 that orders are thinned by with tables: the first ones of the strategies, as many as have room. */
  readonly tabledShares: ReadonlySet<number>;
  /** Weeks from the start to the adoption curve's calibration day. */
  readonly calibratedWeek: number;
  /** TikTok Shop sells beside the video: LIVEs or the showcase tab. */
  readonly channels: boolean;
  /** Whole weeks between an order and the week its commission is booked in (by shipping day), by program. */
  readonly bookingLags: readonly number[];
  /** By program: whether returned orders need counts of their own because they are earned first and reversed later. */
  readonly splits: readonly boolean[];
  /** By program: whether some strategy takes only some weeks, products or orders of it, or bounties follow its clicks. */
  readonly keepsWeeks: readonly boolean[];
  /** Videos of each product in every week where that is certain and whole, else null. */
  readonly wholeVideos: Float64Array | null;
  /** Views of a video over the median, where their law is certain and videos are independent; else null. */
  readonly multiples: EvenTable | null;
}

/** A quick answer: every inner future (content, products) meets several outer ones (events, factors on all orders). */
export interface QuickPlan {
  /** Outer futures per inner one; a block holds `blockTrials / outer` inner ones. */
  readonly outer: number;
  /** Per slot: −1 = inner; else it is drawn anew in every outer future, along the ranks on this program (their number = all). */
  readonly outerSlots: Int8Array;
}

export interface ProductPlan {
  readonly id: string;
  readonly name: string;
  /** Share of the videos, adding to 1. */
  readonly share: number;
  readonly reach: number;
  /** Amazon commission rate by week of the order, or ones where the product fixes its own. */
  readonly cardRates: Float64Array;
  /** Mean rate of the halo's categories by week; null where the halo is like the product. */
  readonly haloRates: Float64Array | null;
  /** When other rates of TikTok Shop than the standard one hold; null where none does. */
  readonly shopRates: ShopRateWeeks | null;
}

export interface EventPlan {
  readonly event: PolicyEvent;
  /** Days from the start that bound a fixed date or a window. */
  readonly from: number;
  readonly to: number;
  /** Place of the event this one happens within, or −1. */
  readonly parent: number;
  /** Place of the first event of its group, or its own. */
  readonly groupStart: number;
  /** Products it touches, and each stage; null = all. */
  readonly products: readonly number[] | null;
  readonly stageProducts: readonly (readonly number[] | null)[];
  /** It and all its stages touch all products. */
  readonly isWide: boolean;
}

export interface StrategyPlan {
  readonly strategy: Strategy;
  /** Event of a switch, or −1. */
  readonly event: number;
  /** Shares by program and week that hold in every future; null when they depend on an event. */
  readonly shares: readonly Float64Array[] | null;
  /** Program of each product (−1 = none) where it decides; null = weeks decide. */
  readonly productProgram: Int8Array | null;
  /** By program: 1 or 0 where every week's share is, else −1. */
  readonly constant: Int8Array;
  /** Some share lies strictly between 0 and 1. */
  readonly thins: boolean;
}

/** Blocks of a run. */
export const blockCount = (plan: Plan): number => Math.ceil(plan.trials / plan.blockTrials);
