import { programCount, type Plan } from './plan.ts';

/** Everything one future needs while it is computed, allocated once per worker and plan. Rows are `[product][week]`. */
export interface Workspace {
  /** Drawn quantities, `[slot][future of the block]`. */
  readonly values: Float64Array;
  readonly draws: Int32Array;
  readonly state: Int32Array;
  readonly rare: Int32Array;
  /** Creator's level × growth × season by week. */
  readonly level: Float64Array;
  /** Reach by program and week. */
  readonly reach: readonly Float64Array[];
  /** First day of each event, in days from the start; Infinity = never. */
  readonly eventDay: Float64Array;
  /** Videos per week and product. */
  readonly videos: Float64Array;
  readonly views: Float64Array;
  readonly means: Float64Array;
  readonly mixed: Float64Array;
  readonly programs: readonly ProgramSpace[];
  /** Commission of a strategy's orders, and of its later returned ones, by week of the order. */
  readonly gross: readonly Float64Array[];
  readonly reversed: readonly Float64Array[];
  readonly paid: Float64Array;
  readonly earned: Float64Array;
  readonly monthly: Float64Array;
  readonly statement: Float64Array;
  readonly viewsByWeek: Float64Array;
  /** Share of the videos on TikTok Shop by week, of the strategy at hand. */
  readonly shares: Float64Array;
}

/** The outcome of all videos on one program, in one future. */
export interface ProgramSpace {
  /** Orders kept and orders returned, `[product][week]`. */
  readonly kept: Float64Array;
  readonly returned: Float64Array;
  /** Commission of one kept order before its weekly rate, by product. */
  readonly unit: Float64Array;
  readonly gross: Float64Array;
  readonly reversed: Float64Array;
  readonly clicks: Float64Array;
}

const row = (length: number): Float64Array => new Float64Array(length);

export const workspaceFor = (plan: Plan): Workspace => {
  const { weeks } = plan;
  const cells = weeks * plan.products.length;
  const months = Math.max(plan.months[0].lastDay.length, plan.months[1].lastDay.length) + 1;
  const both = (length: number): Float64Array[] => Array.from({ length: programCount }, () => row(length));
  return {
    values: row(plan.slots.length * plan.blockTrials),
    draws: new Int32Array(Math.max(plan.slots.length * plan.blockTrials, 4 * cells, 4096)),
    state: new Int32Array(4),
    rare: new Int32Array(4),
    level: row(weeks),
    reach: both(weeks),
    eventDay: row(plan.events.length),
    videos: row(cells),
    views: row(cells),
    means: row(cells),
    mixed: row(2 * cells),
    programs: Array.from({ length: programCount }, () => ({
      kept: row(cells),
      returned: row(cells),
      unit: row(plan.products.length),
      gross: row(weeks),
      reversed: row(weeks),
      clicks: row(weeks),
    })),
    gross: both(weeks),
    reversed: both(weeks),
    paid: row(weeks),
    earned: row(weeks),
    monthly: row(months),
    statement: row(months),
    viewsByWeek: row(weeks),
    shares: row(weeks),
  };
};

/** Reads the value of a slot in one future of the block. */
export interface Draws {
  readonly values: Float64Array;
  readonly stride: number;
  readonly future: number;
}

export const valueAt = (draws: Draws, slot: number): number =>
  draws.values[slot * draws.stride + draws.future]!;
