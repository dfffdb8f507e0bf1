import { binomialTable, thinnedCount, type BinomialTable } from './binomial-table.ts';
import { bookedWeeks, returningWeeks, returnsReverse } from './delays.ts';
import { figures, figuresAt, type Outcome } from './outcome.ts';
import { amazon, type Plan } from './plan.ts';
import { openStream, purpose } from './random-stream.ts';
import { drawn, type ProgramSpace, type Workspace } from './workspace.ts';

/** One strategy in one future, and where its figures go. */
export interface StrategyRun {
  readonly strategy: number;
  readonly trial: number;
  readonly block: number;
}

/** One program of it. */
export interface ProgramRun extends StrategyRun {
  readonly program: number;
}

/**
 * Takes from what all videos would bring on a program what the strategy's videos bring: whole weeks, whole products, or a
 * binomial thinning of every count. Writes gross and later reversed commission by week, adds up products and counts.
 */
export const gather = (plan: Plan, work: Workspace, out: Outcome, run: ProgramRun): void => {
  const { program, strategy } = run;
  const { thins, productProgram } = plan.strategies[strategy]!;
  const reverses = returnsReverse(plan, work, program);
  const gross = work.gross[program]!.fill(0);
  const reversed = work.reversed[program]!.fill(0);
  if (thins) {
    const use = purpose.thinning + 8 * strategy + program;
    openStream(work.rare, plan.seed, run.trial, use);
    for (let p = 0; p < plan.products.length; p++)
      thinProduct(plan, work, out, { ...run, product: p, reverses });
    return;
  }
  const space = work.programs[program]!;
  const constant = plan.strategies[strategy]!.constant[program]!;
  if (constant === 0) return;
  const shares = work.shares[program]!;
  if (!productProgram)
    for (let week = 0; week < plan.weeks; week++) {
      gross[week] = shares[week]! * space.gross[week]!;
      reversed[week] = reverses ? shares[week]! * space.reversed[week]! : 0;
    }
  for (let p = 0; p < plan.products.length; p++)
    if (space.offered[p] === 1 && (!productProgram || productProgram[p] === program)) {
      const whole = constant === 1 && !productProgram;
      if (whole) note(plan, out, { ...run, product: p, reverses }, wholeOf(space, p));
      else pickProduct(plan, work, out, { ...run, product: p, reverses });
    }
};

interface ProductRun extends ProgramRun {
  readonly product: number;
  readonly reverses: boolean;
}

/** Adds one product's figures to the sums and to its total. */
const note = (
  plan: Plan,
  out: Outcome,
  run: ProductRun,
  figure: { readonly orders: number; readonly returns: number; readonly earned: number },
): void => {
  const { strategy, trial, product, block } = run;
  const place = (strategy * plan.products.length + product) * plan.trials + trial;
  const at = figuresAt(plan, block, strategy) + figures.products + 2 * product;
  out.productEarned[place] = out.productEarned[place]! + figure.earned;
  out.sums[at] = out.sums[at]! + figure.orders;
  out.sums[at + 1] = out.sums[at + 1]! + figure.returns;
};

const wholeOf = ({ orders, returns, earned }: ProgramSpace, p: number) => ({
  orders: orders[p]!,
  returns: returns[p]!,
  earned: earned[p]!,
});

/** Whole weeks of one product. */
const pickProduct = (plan: Plan, work: Workspace, out: Outcome, run: ProductRun): void => {
  const { program, product } = run;
  const { kept, returned, each } = work.programs[program]!;
  const { productProgram } = plan.strategies[run.strategy]!;
  const shares = work.shares[program]!;
  const [gross, reversed] = [work.gross[program]!, work.reversed[program]!];
  const splits = plan.splits[program]!;
  const returning = returningWeeks(plan, work, program);
  const booked = bookedWeeks(plan, program);
  const first = product * plan.weeks;
  let orders = 0;
  let returns = 0;
  let earned = 0;
  for (let week = 0; week < plan.weeks; week++) {
    if (shares[week] === 0) continue;
    const i = first + week;
    const worth = each[i]!;
    const back = returned[i]!;
    const stays = splits && week >= returning ? worth * back : 0;
    orders += kept[i]! + back;
    returns += back;
    if (week < booked) earned += worth * kept[i]! + stays;
    if (!productProgram) continue;
    const later = splits ? worth * back : 0;
    gross[week] = gross[week]! + worth * kept[i]! + later;
    if (run.reverses) reversed[week] = reversed[week]! + later;
  }
  note(plan, out, run, { orders, returns, earned });
};

/** A share of the videos of one product: every order is kept with the share's probability. */
const thinProduct = (plan: Plan, work: Workspace, out: Outcome, run: ProductRun): void => {
  const { program, product } = run;
  const space = work.programs[program]!;
  if (space.offered[product] === 0) return;
  const { kept, returned, each } = space;
  const shares = work.shares[program]!;
  const [gross, reversed] = [work.gross[program]!, work.reversed[program]!];
  const splits = plan.splits[program]!;
  const returning = returningWeeks(plan, work, program);
  const booked = bookedWeeks(plan, program);
  let table: BinomialTable | null = null;
  let orders = 0;
  let returns = 0;
  let earned = 0;
  for (let week = 0; week < plan.weeks; week++) {
    const share = shares[week]!;
    if (share === 0) continue;
    const i = product * plan.weeks + week;
    const even = !plan.counted || share === 1;
    if (!even && table?.share !== share) table = binomialTable(share);
    const took = even ? kept[i]! * share : thinnedCount(table!, kept[i]!, work.rare);
    const back = even || !splits ? returned[i]! * share : thinnedCount(table!, returned[i]!, work.rare);
    const worth = each[i]!;
    const later = splits ? worth * back : 0;
    orders += took + back;
    returns += back;
    gross[week] = gross[week]! + worth * took + later;
    if (run.reverses) reversed[week] = reversed[week]! + later;
    if (week < booked) earned += worth * took + (week >= returning ? later : 0);
  }
  note(plan, out, run, { orders, returns, earned });
};

/** Adds bounties (a share of all of them, thinned) and income on Amazon to Amazon's commission. */
export const gatherSideIncome = (plan: Plan, work: Workspace, out: Outcome, run: StrategyRun): void => {
  const { bounties, onAmazon } = plan.at.terms;
  if (!bounties && !onAmazon) return;
  const gross = work.gross[amazon]!;
  if (!plan.programs.includes(amazon)) {
    gross.fill(0);
    work.reversed[amazon]!.fill(0);
  }
  const shares = work.shares[amazon]!;
  const at = figuresAt(plan, run.block, run.strategy);
  const amount = bounties ? drawn(work, bounties.amount) * plan.minorPerMajor : 0;
  const linked = plan.strategies[run.strategy]!.productProgram?.includes(amazon) ?? true;
  openStream(work.rare, plan.seed, run.trial, purpose.thinning + 8 * run.strategy + 7);
  let fromBounties = 0;
  let onSite = 0;
  for (let week = 0; week + plan.bookingLags[amazon]! < plan.weeks; week++) {
    const share = linked ? shares[week]! : 0;
    const all = bounties ? work.bounties[week]! : 0;
    const whole = !plan.counted || share === 0 || share === 1;
    const got = amount * (whole ? all * share : thinnedCount(binomialTable(share), all, work.rare));
    const side = onAmazon ? work.onAmazon[week]! : 0;
    gross[week] = gross[week]! + got + side;
    fromBounties += got;
    onSite += side;
  }
  out.sums[at + figures.bounties] = out.sums[at + figures.bounties]! + fromBounties;
  out.sums[at + figures.onAmazon] = out.sums[at + figures.onAmazon]! + onSite;
};
