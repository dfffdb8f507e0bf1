import { bookedWeeks, returningWeeks, returnsReverse } from './delays.ts';
import { figures, figuresAt, type Outcome } from './outcome.ts';
import { kernel, kernelDoubles } from './kernel.ts';
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

/** One program of it. */
interface ProgramRun extends StrategyRun {
  readonly program: number;
  /** Whether its returned orders take their commission back. */
  readonly reverses: boolean;
}

/**
 * Takes from what all videos would bring on a program what the strategy's videos bring: whole weeks, whole products, or a
 * binomial thinning of every count. Writes gross and later reversed commission by week, adds up products and counts.
 */
export const gather = (
  plan: Plan,
  work: Workspace,
  out: Outcome,
  run: StrategyRun,
  program: number,
): void => {
  const { strategy } = run;
  const { thins, productProgram, constant } = plan.strategies[strategy]!;
  const always = constant[program]!;
  if (always === 0) return;
  if (always === 1 && !productProgram) {
    gatherAll(plan, work, out, run, program);
    return;
  }
  const each = { ...run, program, reverses: returnsReverse(plan, work, program) };
  if (thins || productProgram) clear(plan, work, program);
  else takeWeeks(plan, work, program);
  if (thins) thinProducts(plan, work, out, each);
  else pickProducts(plan, work, out, each);
};

/** A share of the videos of all products: every order is kept with the share's probability. */
const thinProducts = (plan: Plan, work: Workspace, out: Outcome, run: ProgramRun): void => {
  const { program, reverses } = run;
  const { weeks } = plan;
  const { kept, returned, each, offered } = work.programs[program]!;
  const shares = work.shares[program]!;
  const splits = plan.splits[program]!;
  findStretches(work.thinnings, shares);
  openRows(plan.seed, run.trial, purpose.thinning + program);
  kernel.takeProducts(
    offered.length,
    offered.byteOffset,
    kept.byteOffset,
    returned.byteOffset,
    each.byteOffset,
    shares.byteOffset,
    work.gross[program]!.byteOffset,
    work.reversed[program]!.byteOffset,
    weeks,
    plan.counted,
    splits,
    splits && reverses,
    bookedWeeks(plan, program),
    returningWeeks(plan, work, program),
    work.taken.byteOffset,
  );
  for (let product = 0; product < offered.length; product++)
    if (offered[product] === 1) note(plan, out, run, { product, from: work.taken, first: 3 * product });
};

/** Empties a strategy's commission on a program. */
export const clear = (plan: Plan, work: Workspace, program: number): void => {
  kernel.fillWith(work.gross[program]!.byteOffset, plan.weeks, 0);
  if (plan.splits[program]) kernel.fillWith(work.reversed[program]!.byteOffset, plan.weeks, 0);
};

/** Every order of every video on the program. */
const gatherAll = (plan: Plan, work: Workspace, out: Outcome, run: StrategyRun, program: number): void => {
  const { products, keptTrials } = plan;
  takeWeeks(plan, work, program);
  const { productEarned, sums } = out;
  const { orders, returns, earned, offered } = work.programs[program]!;
  let place = run.strategy * products.length * keptTrials + run.kept;
  let at = figuresAt(plan, run.block, run.strategy) + figures.products;
  for (let product = 0; product < products.length; product++) {
    if (offered[product] === 1) {
      productEarned[place] = productEarned[place]! + earned[product]!;
      sums[at] = sums[at]! + orders[product]!;
      sums[at + 1] = sums[at + 1]! + returns[product]!;
    }
    place += keptTrials;
    at += 2;
  }
};

/** Whole weeks of all products. */
const takeWeeks = (plan: Plan, work: Workspace, program: number): void => {
  const { gross, reversed } = work.programs[program]!;
  const shares = work.shares[program]!.byteOffset;
  kernel.shareRow(gross.byteOffset, shares, work.gross[program]!.byteOffset, plan.weeks);
  if (plan.splits[program])
    kernel.shareRow(reversed.byteOffset, shares, work.reversed[program]!.byteOffset, plan.weeks);
};

const rowSums = kernelDoubles(kernel.sums, 3);

/** Adds one product's orders, returned ones and commission, which a kernel has left in three places of `from`, to its figures. */
const note = (
  plan: Plan,
  out: Outcome,
  { strategy, kept, block }: StrategyRun,
  { product, from, first }: { readonly product: number; readonly from: Float64Array; readonly first: number },
): void => {
  const place = (strategy * plan.products.length + product) * plan.keptTrials + kept;
  const at = figuresAt(plan, block, strategy) + figures.products + 2 * product;
  out.sums[at] = out.sums[at]! + from[first]!;
  out.sums[at + 1] = out.sums[at + 1]! + from[first + 1]!;
  out.productEarned[place] = out.productEarned[place]! + from[first + 2]!;
};

/** Whole weeks of the products; their commission too, where products decide. */
const pickProducts = (plan: Plan, work: Workspace, out: Outcome, run: ProgramRun): void => {
  const { program, strategy, reverses } = run;
  const { kept, returned, each, offered } = work.programs[program]!;
  const { productProgram } = plan.strategies[strategy]!;
  const splits = plan.splits[program]!;
  const shares = work.shares[program]!;
  let [first, end] = [0, plan.weeks];
  while (first < end && shares[first] === 0) first++;
  while (first < end && shares[end - 1] === 0) end--;
  if (first === end) return;
  const gross = productProgram ? work.gross[program]!.byteOffset + 8 * first : 0;
  const reversed = productProgram && splits && reverses ? work.reversed[program]!.byteOffset + 8 * first : 0;
  const booked = bookedWeeks(plan, program) - first;
  const returning = returningWeeks(plan, work, program) - first;
  for (let product = 0; product < offered.length; product++) {
    if (offered[product] === 0 || (productProgram && productProgram[product] !== program)) continue;
    const from = 8 * (product * plan.weeks + first);
    kernel.pickRow(
      kept.byteOffset + from,
      returned.byteOffset + from,
      each.byteOffset + from,
      shares.byteOffset + 8 * first,
      gross,
      reversed,
      end - first,
      splits,
      booked,
      returning,
    );
    note(plan, out, run, { product, from: rowSums, first: 0 });
  }
};
