import { bookedWeeks, returningWeeks, returnsReverse } from './delays.ts';
import { figures, figuresAt, type Outcome } from './outcome.ts';
import { kernel } from './kernel.ts';
import type { Plan } from './plan.ts';
import { openRows, purpose } from './random-stream.ts';
import { findStretches } from './take-shares.ts';
import type { Workspace } from './workspace.ts';

/** One strategy in one future, and where its figures go. */
export interface StrategyRun {
  readonly strategy: number;
  readonly trial: number;
  /** Its place among the futures of which weeks are kept. */
  readonly kept: number;
  readonly block: number;
}

/**
 * Takes from what all videos would bring on a program what the strategy's videos bring: all of it, or of each product and week a
 * share (a binomial thinning of every count; whole weeks and whole products where shares are 0 and 1). Writes gross and later
 * reversed commission by week, adds up products and counts.
 */
export const gather = (
  plan: Plan,
  work: Workspace,
  out: Outcome,
  run: StrategyRun,
  program: number,
): void => {
  const { productProgram, constant } = plan.strategies[run.strategy]!;
  const always = constant[program]!;
  if (always === 0) return;
  if (always === 1 && !productProgram) gatherAll(plan, work, out, run, program);
  else gatherShares(plan, work, out, run, program);
};

/** The offered products that a strategy may put on a program. */
const choose = (work: Workspace, program: number, productProgram: Int8Array | null): Uint8Array => {
  const { chosen } = work;
  chosen.set(work.programs[program]!.offered);
  if (productProgram)
    for (let product = 0; product < chosen.length; product++)
      if (productProgram[product] !== program) chosen[product] = 0;
  return chosen;
};

/** Every order of the program. */
const gatherAll = (plan: Plan, work: Workspace, out: Outcome, run: StrategyRun, program: number): void => {
  const { gross, reversed, offered, totals } = work.programs[program]!;
  work.gross[program]!.set(gross);
  if (plan.splits[program]) work.reversed[program]!.set(reversed);
  note(plan, out, run, offered, totals);
};

/** Of each chosen product every week's share. */
const gatherShares = (plan: Plan, work: Workspace, out: Outcome, run: StrategyRun, program: number): void => {
  const { thins, productProgram } = plan.strategies[run.strategy]!;
  const { kept, returned, each } = work.programs[program]!;
  const shares = work.shares[program]!;
  const splits = plan.splits[program]!;
  const chosen = choose(work, program, productProgram);
  clear(plan, work, program);
  if (thins) {
    findStretches(work.thinnings, shares);
    openRows(plan.seed, run.trial, purpose.thinning + program);
  }
  kernel.takeProducts(
    chosen.length,
    chosen.byteOffset,
    kept.byteOffset,
    returned.byteOffset,
    each.byteOffset,
    shares.byteOffset,
    work.gross[program]!.byteOffset,
    work.reversed[program]!.byteOffset,
    plan.weeks,
    thins && plan.counted,
    splits,
    splits && returnsReverse(plan, work, program),
    bookedWeeks(plan, program),
    returningWeeks(plan, work, program),
    work.taken.byteOffset,
  );
  note(plan, out, run, chosen, work.taken);
};

/** Adds orders, returned ones and commission of some products (three totals each) to their figures. */
const note = (
  plan: Plan,
  { productEarned, sums }: Outcome,
  { strategy, kept, block }: StrategyRun,
  products: Uint8Array,
  totals: Float64Array,
): void => {
  const { keptTrials } = plan;
  let place = strategy * products.length * keptTrials + kept;
  let at = figuresAt(plan, block, strategy) + figures.products;
  for (let product = 0; product < products.length; product++) {
    if (products[product] === 1) {
      sums[at] = sums[at]! + totals[3 * product]!;
      sums[at + 1] = sums[at + 1]! + totals[3 * product + 1]!;
      productEarned[place] = productEarned[place]! + totals[3 * product + 2]!;
    }
    place += keptTrials;
    at += 2;
  }
};

/** Empties a strategy's commission on a program. */
export const clear = (plan: Plan, work: Workspace, program: number): void => {
  kernel.fillWith(work.gross[program]!.byteOffset, plan.weeks, 0);
  if (plan.splits[program]) kernel.fillWith(work.reversed[program]!.byteOffset, plan.weeks, 0);
};
