import { binomialTable, thinned, thinnedCount, thinRow } from './binomial-table.ts';
import { drawBinomial } from './binomial.ts';
import { mostWeeks } from './calendar.ts';
import { bookedWeeks, returningWeeks, returnsReverse } from './delays.ts';
import { figures, figuresAt, type Outcome } from './outcome.ts';
import { amazon, type Plan } from './plan.ts';
import { clickShares } from './product-clicks.ts';
import { openRows, openStream, purpose } from './random-stream.ts';
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
    openRows(plan.seed, run.trial, purpose.thinning + program);
    openStream(work.rare, plan.seed, run.trial, purpose.thinning + program + purpose.rare);
  }
  for (let product = 0; product < plan.products.length; product++) {
    if (space.offered[product] === 0 || (productProgram && productProgram[product] !== program)) continue;
    const each = { ...run, program, product, reverses };
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

/** A share of the videos of one product: every order is kept with the share's probability. */
const thinProduct = (plan: Plan, work: Workspace, out: Outcome, run: ProductRun): void => {
  const { program, product } = run;
  const { kept, returned, each } = work.programs[program]!;
  const [gross, reversed] = [work.gross[program]!, work.reversed[program]!];
  const splits = plan.splits[program]!;
  const returning = returningWeeks(plan, work, program);
  const booked = bookedWeeks(plan, program);
  const { weeks } = plan;
  const from = product * weeks;
  takeShares(plan, work, { counts: kept, whole: true, taken: took, run });
  takeShares(plan, work, { counts: returned, whole: splits, taken: back, run });
  let orders = 0;
  let returns = 0;
  let earned = 0;
  for (let week = 0; week < weeks; week++) {
    const worth = each[from + week]!;
    const sold = worth * took[week]!;
    const later = splits ? worth * back[week]! : 0;
    orders += took[week]! + back[week]!;
    returns += back[week]!;
    gross[week] = gross[week]! + sold + later;
    if (run.reverses) reversed[week] = reversed[week]! + later;
    if (week < booked) earned += sold + (week >= returning ? later : 0);
  }
  note(plan, out, run, { orders, returns, earned });
};

const took = new Float64Array(mostWeeks);
const back = new Float64Array(mostWeeks);

/** The strategy's part of one product's orders by week: stretches of weeks with one share are thinned together. */
const takeShares = (
  plan: Plan,
  work: Workspace,
  {
    counts,
    whole,
    taken,
    run,
  }: { counts: Float64Array; whole: boolean; taken: Float64Array; run: ProductRun },
): void => {
  const shares = work.shares[run.program]!;
  const from = run.product * plan.weeks;
  let week = 0;
  while (week < plan.weeks) {
    const share = shares[week]!;
    let end = week + 1;
    while (end < plan.weeks && shares[end] === share) end++;
    if (whole && plan.counted && share > 0 && share < 1) {
      thinRow(binomialTable(share), counts, { from: from + week, count: end - week, state: work.rare });
      for (let i = week; i < end; i++) taken[i] = thinned[i - week]!;
    } else for (let i = week; i < end; i++) taken[i] = counts[from + i]! * share;
    week = end;
  }
};

/** Amazon's row, for income that is added to it whatever the program of the videos; empty where the strategy has no links. */
export const amazonRow = (plan: Plan, work: Workspace, strategy: number): Float64Array => {
  const hasLinks = plan.programs.includes(amazon) && plan.strategies[strategy]!.constant[amazon] !== 0;
  if (!hasLinks) clear(plan, work, amazon);
  return work.gross[amazon]!;
};

/** A strategy's part of a week's bounties; a share that is not fixed, but follows clicks, has no table. */
const thinnedBounties = (
  plan: Plan,
  work: Workspace,
  all: number,
  { share, isFixed }: { readonly share: number; readonly isFixed: boolean },
): number => {
  if (!plan.counted || share === 0 || share === 1) return all * share;
  return isFixed ? thinnedCount(binomialTable(share), all, work.rare) : drawBinomial(all, share, work.rare);
};

/** Adds bounties (a share of all of them, thinned) and income on Amazon to Amazon's commission. */
export const gatherSideIncome = (plan: Plan, work: Workspace, out: Outcome, run: StrategyRun): void => {
  const { bounties, onAmazon } = plan.at.terms;
  if (!bounties && !onAmazon) return;
  const gross = amazonRow(plan, work, run.strategy);
  const shares = work.shares[amazon]!;
  const at = figuresAt(plan, run.block, run.strategy);
  const amount = bounties ? drawn(work, bounties.amount) * plan.minorPerMajor : 0;
  const { productProgram } = plan.strategies[run.strategy]!;
  const clicked = clickShares(plan, work, amazon, productProgram);
  openStream(work.rare, plan.seed, run.trial, purpose.thinning + 7);
  let fromBounties = 0;
  let onSite = 0;
  for (let week = 0; week + plan.bookingLags[amazon]! < plan.weeks; week++) {
    const share = shares[week]! * clicked[week]!;
    const all = bounties ? work.bounties[week]! : 0;
    const got = amount * thinnedBounties(plan, work, all, { share, isFixed: !productProgram });
    const side = onAmazon ? work.onAmazon[week]! : 0;
    gross[week] = gross[week]! + got + side;
    fromBounties += got;
    onSite += side;
  }
  out.sums[at + figures.bounties] = out.sums[at + figures.bounties]! + fromBounties;
  out.sums[at + figures.onAmazon] = out.sums[at + figures.onAmazon]! + onSite;
};
