import { returnsReverse } from './delays.ts';
import type { StrategyRun } from './gather.ts';
import { figures, figuresAt, type Outcome } from './outcome.ts';
import { amazon, type Plan } from './plan.ts';
import { addCosts, settle } from './strategy-outcome.ts';
import { strategyShares } from './strategy-path.ts';
import { drawn, type Workspace } from './workspace.ts';

/** A strategy in one outer future; `outer` counts from 0 within its inner one. */
export interface QuickRun extends StrategyRun {
  readonly outer: number;
}

/** Computes a strategy's commission, cash and figures from the inner future's expectations and the outer one's factors. */
export const quickStrategy = (plan: Plan, work: Workspace, out: Outcome, run: QuickRun): void => {
  strategyShares(plan, work, run.strategy);
  for (const program of plan.programs) scale(plan, work, program, run);
  sideIncome(plan, work, out, run);
  // Figures of products and traffic change little between outer futures: the first one stands for all.
  if (run.outer === 0) figuresOf(plan, work, out, run);
  else repeatProducts(plan, out, run);
  settle(plan, work, out, run);
  if (plan.at.terms.costs) addCosts(plan, work, out, run);
};

/** Commission of a program by week: mean × share × factors, times a gamma deviation whose variance falls as the mean grows. */
const scale = (plan: Plan, work: Workspace, program: number, { strategy }: QuickRun): void => {
  const space = work.programs[program]!;
  const { productProgram, constant } = plan.strategies[strategy]!;
  const gross = work.gross[program]!;
  const reversed = work.reversed[program]!;
  if (constant[program] === 0 && !productProgram) {
    gross.fill(0);
    reversed.fill(0);
    return;
  }
  const reverses = returnsReverse(plan, work, program) && plan.splits[program] === true;
  const shares = work.shares[program]!;
  const reach = work.reach[program]!;
  const rates = work.rateFactor[program]!;
  gross.set(space.gross);
  reversed.set(space.reversed);
  if (productProgram) addProducts(work, { program, productProgram, gross, reversed });
  for (let week = 0; week < plan.weeks; week++) {
    const size = shares[week]! * reach[week]!;
    // Wilson and Hilferty's gamma with mean 1 and the variance that this size has.
    const spread = size > 0 ? space.noise[week]! / size : 0;
    const root = 1 - spread / 9 + (space.scores[week]! * Math.sqrt(spread)) / 3;
    const noisy = root > 0 ? size * root * root * root : 0;
    const times = noisy * (plan.ratesChange ? rates[week]! : 1);
    gross[week] = gross[week]! * times;
    reversed[week] = reverses ? reversed[week]! * times : 0;
  }
};

/** Replaces a program's rows by those of the products that a strategy puts on it. */
const addProducts = (
  work: Workspace,
  rows: { program: number; productProgram: Int8Array; gross: Float64Array; reversed: Float64Array },
): void => {
  const { program, productProgram, gross, reversed } = rows;
  const { cells, offered } = work.programs[program]!;
  gross.fill(0);
  reversed.fill(0);
  cells.forEach(({ each, kept, returned }, p) => {
    if (offered[p] === 0 || productProgram[p] !== program) return;
    for (let week = 0; week < gross.length; week++) {
      gross[week] = gross[week]! + each[week]! * (kept[week]! + returned[week]!);
      reversed[week] = reversed[week]! + each[week]! * returned[week]!;
    }
  });
};

const sideIncome = (plan: Plan, work: Workspace, out: Outcome, run: QuickRun): void => {
  const { bounties, onAmazon } = plan.at.terms;
  if (!bounties && !onAmazon) return;
  const gross = work.gross[amazon]!;
  if (!plan.programs.includes(amazon)) {
    gross.fill(0);
    work.reversed[amazon]!.fill(0);
  }
  const linked = plan.strategies[run.strategy]!.productProgram?.includes(amazon) ?? true;
  const amount = bounties && linked ? drawn(work, bounties.amount) * plan.minorPerMajor : 0;
  const at = figuresAt(plan, run.block, run.strategy);
  for (let week = 0; week + plan.bookingLags[amazon]! < plan.weeks; week++) {
    const fromBounties =
      amount * work.bounties[week]! * work.shares[amazon]![week]! * work.reach[amazon]![week]!;
    const onSite = onAmazon ? work.onAmazon[week]! : 0;
    gross[week] = gross[week]! + fromBounties + onSite;
    out.sums[at + figures.bounties] = out.sums[at + figures.bounties]! + fromBounties;
    out.sums[at + figures.onAmazon] = out.sums[at + figures.onAmazon]! + onSite;
  }
};

const figuresOf = (plan: Plan, work: Workspace, out: Outcome, run: QuickRun): void => {
  const at = figuresAt(plan, run.block, run.strategy);
  const weight = plan.quick!.outer;
  const add = (figure: number, amount: number): void => {
    out.sums[at + figure] = out.sums[at + figure]! + weight * amount;
  };
  let views = 0;
  let clicks = 0;
  for (let week = 0; week < plan.weeks; week++) views += work.viewsByWeek[week]!;
  for (const program of plan.programs) {
    const row = work.programs[program]!.clicks;
    const [shares, reach] = [work.shares[program]!, work.reach[program]!];
    for (let week = 0; week < plan.weeks; week++) clicks += shares[week]! * reach[week]! * row[week]!;
  }
  add(figures.views, views);
  add(figures.clicks, clicks);
  for (let p = 0; p < plan.products.length; p++) productFigures(plan, work, out, { ...run, product: p, add });
};

interface ProductFigures extends QuickRun {
  readonly product: number;
  readonly add: (figure: number, amount: number) => void;
}

const productFigures = (plan: Plan, work: Workspace, out: Outcome, run: ProductFigures): void => {
  const { product, strategy, trial, add } = run;
  const { productProgram } = plan.strategies[strategy]!;
  let earned = 0;
  let orders = 0;
  let returns = 0;
  for (const program of plan.programs) {
    const space = work.programs[program]!;
    if (space.offered[product] === 0 || (productProgram && productProgram[product] !== program)) continue;
    const { each, kept, returned } = space.cells[product]!;
    const shares = work.shares[program]!;
    const reach = work.reach[program]!;
    const stays = returnsReverse(plan, work, program) ? 0 : 1;
    for (let week = 0; week < plan.weeks; week++) {
      const times = shares[week]! * reach[week]!;
      orders += times * (kept[week]! + returned[week]!);
      returns += times * returned[week]!;
      const rate = plan.ratesChange ? work.rateFactor[program]![week]! : 1;
      earned += times * rate * each[week]! * (kept[week]! + stays * returned[week]!);
    }
  }
  add(figures.products + 2 * product, orders);
  add(figures.products + 2 * product + 1, returns);
  out.productEarned[(strategy * plan.products.length + product) * plan.trials + trial] = earned;
};

const repeatProducts = (plan: Plan, out: Outcome, { strategy, trial, outer }: QuickRun): void => {
  for (let p = 0; p < plan.products.length; p++) {
    const at = (strategy * plan.products.length + p) * plan.trials + trial;
    out.productEarned[at] = out.productEarned[at - outer]!;
  }
};
