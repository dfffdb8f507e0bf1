import { blockCount, type Plan } from './plan.ts';

/** What every future of a run leaves behind, column by column; in shared memory when several workers fill it. */
export interface Outcome {
  /** Cumulative commission and cash, `[strategy][week][future]`. */
  readonly earned: Float64Array;
  readonly paid: Float64Array;
  /** Commission of each product over the horizon, `[strategy][product][future]`. */
  readonly productEarned: Float64Array;
  /** Lowest full calendar month and longest run of weeks without cash, `[strategy][future]`. */
  readonly worstMonth: Float64Array;
  readonly cashGap: Float64Array;
  /** Day each event begins, `[event][future]`; Infinity = never. */
  readonly eventDay: Float64Array;
  /** Sums over the futures of each block, `[block][figure]`, added in block order whoever computed them. */
  readonly sums: Float64Array;
}

/** Places of a strategy's figures within a block's sums. */
export const figures = { amazon: 0, tiktokShop: 1, views: 2, clicks: 3, products: 4 } as const;

/** Figures per strategy: four, then orders and returned orders of each product. */
export const figuresPerStrategy = (plan: Plan): number => figures.products + 2 * plan.products.length;

const lengthsOf = (plan: Plan): Readonly<Record<keyof Outcome, number>> => {
  const strategies = plan.strategies.length;
  return {
    earned: strategies * plan.weeks * plan.trials,
    paid: strategies * plan.weeks * plan.trials,
    productEarned: strategies * plan.products.length * plan.trials,
    worstMonth: strategies * plan.trials,
    cashGap: strategies * plan.trials,
    eventDay: plan.events.length * plan.trials,
    sums: blockCount(plan) * strategies * figuresPerStrategy(plan),
  };
};

/** Bytes an outcome needs. */
export const outcomeBytes = (plan: Plan): number =>
  8 * Object.values(lengthsOf(plan)).reduce((sum, length) => sum + length, 0);

/** Lays an outcome over a buffer of `outcomeBytes`, which must be zero at the start of a run. */
export const outcomeOn = (plan: Plan, buffer: ArrayBuffer | SharedArrayBuffer): Outcome => {
  let offset = 0;
  const take = (length: number): Float64Array => {
    const part = new Float64Array(buffer, offset, length);
    offset += 8 * length;
    return part;
  };
  const lengths = lengthsOf(plan);
  return {
    earned: take(lengths.earned),
    paid: take(lengths.paid),
    productEarned: take(lengths.productEarned),
    worstMonth: take(lengths.worstMonth),
    cashGap: take(lengths.cashGap),
    eventDay: take(lengths.eventDay),
    sums: take(lengths.sums),
  };
};
