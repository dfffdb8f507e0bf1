import { blockCount, programCount, type Plan } from './plan.ts';

/** What every future of a run leaves behind, column by column; in shared memory when several workers fill it. */
export interface Outcome {
  /** Commission over the horizon, `[strategy][future]`. */
  readonly total: Float64Array;
  /** Cumulative commission and cash, `[strategy][week][kept future]`. */
  readonly earned: Float64Array;
  readonly paid: Float64Array;
  /** Commission of each product over the horizon, `[strategy][product][kept future]`. */
  readonly productEarned: Float64Array;
  /** Lowest full calendar month, longest run of weeks without cash, net of costs and fees: `[strategy][kept future]`. */
  readonly worstMonth: Float64Array;
  readonly cashGap: Float64Array;
  readonly net: Float64Array;
  /** Day each event begins, `[event][future]`; Infinity = never. */
  readonly eventDay: Float64Array;
  /** Sums over the futures of each block, `[block][strategy][figure]`, added in block order whoever computed them. */
  readonly sums: Float64Array;
}

/** Places of a strategy's figures within a block's sums: net commission by program, then the rest. */
export const figures = {
  program: 0,
  views: programCount,
  clicks: programCount + 1,
  bounties: programCount + 2,
  onAmazon: programCount + 3,
  live: programCount + 4,
  showcase: programCount + 5,
  products: programCount + 6,
} as const;

/** Figures per strategy: the named ones, then orders and returned orders of each product. */
export const figuresPerStrategy = (plan: Plan): number => figures.products + 2 * plan.products.length;

/** First place of a strategy's figures of a block. */
export const figuresAt = (plan: Plan, block: number, strategy: number): number =>
  (block * plan.strategies.length + strategy) * figuresPerStrategy(plan);

const lengthsOf = (plan: Plan): Readonly<Record<keyof Outcome, number>> => {
  const strategies = plan.strategies.length;
  const { keptTrials } = plan;
  return {
    total: strategies * plan.trials,
    earned: strategies * plan.weeks * keptTrials,
    paid: strategies * plan.weeks * keptTrials,
    productEarned: strategies * plan.products.length * keptTrials,
    worstMonth: strategies * keptTrials,
    cashGap: strategies * keptTrials,
    net: plan.at.terms.costs ? strategies * keptTrials : 0,
    eventDay: plan.events.length * plan.trials,
    sums: blockCount(plan) * strategies * figuresPerStrategy(plan),
  };
};

/** Bytes an outcome needs. */
export const outcomeBytes = (plan: Plan): number =>
  8 * Object.values(lengthsOf(plan)).reduce((sum, length) => sum + length, 0);

/** Lays an outcome over a buffer of at least `outcomeBytes`. */
export const outcomeOn = (plan: Plan, buffer: ArrayBuffer | SharedArrayBuffer): Outcome => {
  let offset = 0;
  const take = (length: number): Float64Array => {
    const part = new Float64Array(buffer, offset, length);
    offset += 8 * length;
    return part;
  };
  const lengths = lengthsOf(plan);
  return {
    total: take(lengths.total),
    earned: take(lengths.earned),
    paid: take(lengths.paid),
    productEarned: take(lengths.productEarned),
    worstMonth: take(lengths.worstMonth),
    cashGap: take(lengths.cashGap),
    net: take(lengths.net),
    eventDay: take(lengths.eventDay),
    sums: take(lengths.sums),
  };
};

/** Empties what futures add to; all else they overwrite. Needed where the memory held another outcome before. */
export const clearSums = ({ productEarned, sums }: Outcome): void => {
  productEarned.fill(0);
  sums.fill(0);
};
