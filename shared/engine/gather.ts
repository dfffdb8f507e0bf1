import { drawBinomial } from './binomial.ts';
import { mostWeeks } from './calendar.ts';
import { bookedWeeks, returningWeeks, returnsReverse } from './delays.ts';
import { figures, figuresAt, type Outcome } from './outcome.ts';
import { kernel, kernelDoubles } from './kernel.ts';
import { amazon, type Plan } from './plan.ts';
import { clickShares } from './product-clicks.ts';
import { openRows, openStream, purpose } from './random-stream.ts';
import { findStretches, takeShares } from './take-shares.ts';
import { drawn, type Workspace } from './workspace.ts';

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
  clear(plan, work, program);
  const space = work.programs[program]!;
  const reverses = returnsReverse(plan, work, program);
  if (!productProgram && !thins) takeWeeks(plan, work, program, reverses);
  if (thins) {
    findStretches(work.shares[program]!);
    openRows(plan.seed, run.trial, purpose.thinning + program);
    openStream(work.rare, plan.seed, run.trial, purpose.thinning + program + purpose.rare);
  }
  const each = { ...run, program, product: 0, reverses };
  for (let product = 0; product < plan.products.length; product++) {
    if (space.offered[product] === 0 || (productProgram && productProgram[product] !== program)) continue;
    each.product = product;
    if (thins) thinProduct(plan, work, out, each);
    else pickProduct(plan, work, out, each);
  }
};

const clear = (plan: Plan, work: Workspace, program: number): void => {
  work.gross[program]!.fill(0);
  if (plan.splits[program]) work.reversed[program]!.fill(0);
};

/** Every order of every video on the program. */
const gatherAll = (plan: Plan, work: Workspace, out: Outcome, run: StrategyRun, program: number): void => {
  const space = work.programs[program]!;
  const { weeks, products, keptTrials } = plan;
  const [gross, all] = [work.gross[program]!, space.gross];
  for (let week = 0; week < weeks; week++) gross[week] = all[week]!;
  if (plan.splits[program]) {
    const [reversed, back] = [work.reversed[program]!, space.reversed];
    if (!returnsReverse(plan, work, program)) reversed.fill(0);
    else for (let week = 0; week < weeks; week++) reversed[week] = back[week]!;
  }
  const { productEarned, sums } = out;
  const { orders, returns, earned, offered } = space;
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
const takeWeeks = (plan: Plan, work: Workspace, program: number, reverses: boolean): void => {
  const space = work.programs[program]!;
  const shares = work.shares[program]!;
  const gross = work.gross[program]!;
  for (let week = 0; week < plan.weeks; week++) gross[week] = shares[week]! * space.gross[week]!;
  if (!plan.splits[program] || !reverses) return;
  const reversed = work.reversed[program]!;
  for (let week = 0; week < plan.weeks; week++) reversed[week] = shares[week]! * space.reversed[week]!;
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
  const { strategy, product, block } = run;
  const place = (strategy * plan.products.length + product) * plan.keptTrials + run.kept;
  const at = figuresAt(plan, block, strategy) + figures.products + 2 * product;
  out.productEarned[place] = out.productEarned[place]! + figure.earned;
  out.sums[at] = out.sums[at]! + figure.orders;
  out.sums[at + 1] = out.sums[at + 1]! + figure.returns;
};

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

const took = kernelDoubles(kernel.took, mostWeeks);
const back = kernelDoubles(kernel.back, mostWeeks);
const rowSums = kernelDoubles(kernel.sums, 3);

/** A share of the videos of one product: every order is kept with the share's probability. */
const thinProduct = (plan: Plan, work: Workspace, out: Outcome, run: ProductRun): void => {
  const { program, product } = run;
  const { kept, returned, each } = work.programs[program]!;
  const splits = plan.splits[program]!;
  const shares = work.shares[program]!;
  const from = product * plan.weeks;
  takeShares(plan, work, { counts: kept, from, shares, whole: true, taken: took });
  takeShares(plan, work, { counts: returned, from, shares, whole: splits, taken: back });
  kernel.bookRow(
    took.byteOffset,
    back.byteOffset,
    each.byteOffset + 8 * from,
    work.gross[program]!.byteOffset,
    work.reversed[program]!.byteOffset,
    plan.weeks,
    splits,
    splits && run.reverses,
    bookedWeeks(plan, program),
    returningWeeks(plan, work, program),
  );
  note(plan, out, run, { orders: rowSums[0]!, returns: rowSums[1]!, earned: rowSums[2]! });
};

/** Amazon's row, for income that is added to it whatever the program of the videos; empty where the strategy has no links. */
export const amazonRow = (plan: Plan, work: Workspace, strategy: number): Float64Array => {
  const hasLinks = plan.programs.includes(amazon) && plan.strategies[strategy]!.constant[amazon] !== 0;
  if (!hasLinks) clear(plan, work, amazon);
  return work.gross[amazon]!;
};

/** A strategy's part of each week's bounties, into `took`; shares that follow clicks, different in every future, have no tables. */
const takeBounties = (plan: Plan, work: Workspace, run: StrategyRun): void => {
  const { bounties } = work;
  const { productProgram } = plan.strategies[run.strategy]!;
  const shares = work.shares[amazon]!;
  openRows(plan.seed, run.trial, purpose.thinning + 7);
  openStream(work.rare, plan.seed, run.trial, purpose.thinning + 7 + purpose.rare);
  if (!productProgram) {
    findStretches(shares);
    takeShares(plan, work, { counts: bounties, from: 0, shares, whole: true, taken: took });
    return;
  }
  const clicked = clickShares(plan, work, amazon, productProgram);
  for (let week = 0; week < plan.weeks; week++) {
    const share = shares[week]! * clicked[week]!;
    const all = bounties[week]!;
    const isCertain = !plan.counted || share === 0 || share === 1;
    took[week] = isCertain ? all * share : drawBinomial(all, share, work.rare);
  }
};

/** Adds bounties (a share of all of them, thinned) and income on Amazon to Amazon's commission. */
export const gatherSideIncome = (plan: Plan, work: Workspace, out: Outcome, run: StrategyRun): void => {
  const { bounties, onAmazon } = plan.at.terms;
  if (!bounties && !onAmazon) return;
  const gross = amazonRow(plan, work, run.strategy);
  const at = figuresAt(plan, run.block, run.strategy);
  const booked = bookedWeeks(plan, amazon);
  if (bounties) {
    const amount = drawn(work, bounties.amount) * plan.minorPerMajor;
    let fromBounties = 0;
    takeBounties(plan, work, run);
    for (let week = 0; week < booked; week++) {
      const got = amount * took[week]!;
      gross[week] = gross[week]! + got;
      fromBounties += got;
    }
    out.sums[at + figures.bounties] = out.sums[at + figures.bounties]! + fromBounties;
  }
  if (onAmazon) {
    let onSite = 0;
    for (let week = 0; week < booked; week++) {
      gross[week] = gross[week]! + work.onAmazon[week]!;
      onSite += work.onAmazon[week]!;
    }
    out.sums[at + figures.onAmazon] = out.sums[at + figures.onAmazon]! + onSite;
  }
};
