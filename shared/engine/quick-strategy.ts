import { mostWeeks } from './calendar.ts';
import { bookedWeeks, returningWeeks } from './delays.ts';
import { gatherSideIncome } from './gather-side-income.ts';
import type { StrategyRun } from './gather.ts';
import { orderFactor } from './funnel.ts';
import { kernel, kernelDoubles } from './kernel.ts';
import { figures, figuresAt, type Outcome } from './outcome.ts';
import { amazon, type Plan, type StrategyPlan } from './plan.ts';
import { addCosts, settle, settleTotal } from './strategy-outcome.ts';
import { strategyShares } from './strategy-path.ts';
import type { OwnRows, Workspace } from './workspace.ts';

/** Figures of products and traffic are computed in every so many futures, the first of a block among them: kept ones. */
const figuresEvery = 32;

/** Whether a future stands for itself and the ones that follow in all figures of products and traffic. */
export const givesFigures = (trial: number): boolean => trial % figuresEvery === 0;

/** Computes a strategy's commission, cash and figures from the inner future's expectations and the outer one's factors. */
export const quickStrategy = (plan: Plan, work: Workspace, out: Outcome, run: StrategyRun): void => {
  strategyShares(plan, work, run.strategy);
  for (const program of plan.programs) takeShare(plan, work, program, run);
  gatherSideIncome(plan, work, out, run, addExpectedBounties);
  if (run.trial % plan.quick!.outer > 0) {
    settleTotal(plan, work, out, run);
    return;
  }
  if (givesFigures(run.trial)) figuresOf(plan, work, out, run);
  else repeatProducts(plan, out, run);
  settle(plan, work, out, run);
  if (plan.at.terms.costs) addCosts(plan, work, out, run);
};

interface Scaling {
  /** What the inner future expects, and where what the outer one makes of it goes. */
  readonly from: Pick<OwnRows, 'gross' | 'reversed' | 'noise'>;
  readonly gross: Float64Array;
  readonly reversed: Float64Array;
  /** Address of the share of the videos by week; 0: all. */
  readonly shares: number;
}

/** Commission of a program by week: its expectation × share × the outer future's factors × a deviation. */
const scale = (plan: Plan, work: Workspace, program: number, rows: Scaling): void => {
  const { from, gross, reversed, shares } = rows;
  kernel.scaleRow(
    from.gross.byteOffset,
    gross.byteOffset,
    plan.splits[program] ? from.reversed.byteOffset : 0,
    reversed.byteOffset,
    shares,
    work.reach[program]!.byteOffset,
    plan.ratesChange ? work.rateFactor[program]!.byteOffset : 0,
    from.noise.byteOffset,
    work.programs[program]!.scores.byteOffset,
    plan.weeks,
    orderFactor(plan, work, program),
  );
};

/** Whether a strategy puts all products' videos of a week on a program, or none: with others, the deviation is of fewer orders. */
const takesWeeks = ({ thins, productProgram, constant }: StrategyPlan, program: number): boolean =>
  !thins && !productProgram && constant[program] !== 0;

/** Programs of which some strategy takes whole weeks. */
export const wholePrograms = (plan: Plan): readonly number[] =>
  plan.programs.filter(program => plan.strategies.some(each => takesWeeks(each, program)));

/** Commission of all videos on each of these programs. */
export const scaleWholeWeeks = (plan: Plan, work: Workspace, programs: readonly number[]): void => {
  for (const program of programs) {
    const [gross, reversed] = [work.wholeGross[program]!, work.wholeReversed[program]!];
    scale(plan, work, program, { from: work.programs[program]!, gross, reversed, shares: 0 });
  }
};

/** A strategy's commission of a program by week. */
const takeShare = (plan: Plan, work: Workspace, program: number, { strategy }: StrategyRun): void => {
  const each = plan.strategies[strategy]!;
  if (each.constant[program] === 0) return;
  const [gross, reversed] = [work.gross[program]!, work.reversed[program]!];
  const shares = work.shares[program]!.byteOffset;
  if (takesWeeks(each, program)) {
    kernel.shareRow(work.wholeGross[program]!.byteOffset, shares, gross.byteOffset, plan.weeks);
    if (plan.splits[program])
      kernel.shareRow(work.wholeReversed[program]!.byteOffset, shares, reversed.byteOffset, plan.weeks);
    return;
  }
  const from = work.own[strategy]?.[program] ?? work.programs[program]!;
  scale(plan, work, program, { from, gross, reversed, shares });
};

/** Clicks of a strategy's videos and products on one program. */
const clicksOn = (plan: Plan, work: Workspace, program: number, strategy: number): number => {
  const { clicks } = work.programs[program]!;
  const [shares, reach] = [work.shares[program]!, work.reach[program]!];
  const own = work.own[strategy]?.[program]?.clickShares;
  let sum = 0;
  for (let week = 0; week < plan.weeks; week++)
    sum += shares[week]! * (own ? own[week]! : 1) * reach[week]! * clicks[week]!;
  return sum;
};

const took = kernelDoubles(kernel.took, mostWeeks);

/** Bounties come with clicks, which the factors on orders leave alone. */
const addExpectedBounties = (plan: Plan, work: Workspace, run: StrategyRun, amount: number): number => {
  const { byteOffset } = took;
  const own = work.own[run.strategy]?.[amazon];
  kernel.shareRow(work.reach[amazon]!.byteOffset, work.shares[amazon]!.byteOffset, byteOffset, plan.weeks);
  if (own) kernel.shareRow(own.clickShares.byteOffset, byteOffset, byteOffset, plan.weeks);
  const booked = bookedWeeks(plan, amazon);
  return kernel.addIncome(
    work.gross[amazon]!.byteOffset,
    work.bounties.byteOffset,
    byteOffset,
    booked,
    amount,
  );
};

const figuresOf = (plan: Plan, work: Workspace, out: Outcome, run: StrategyRun): void => {
  const at = figuresAt(plan, run.block, run.strategy);
  const add = (figure: number, amount: number): void => {
    out.sums[at + figure] = out.sums[at + figure]! + figuresEvery * amount;
  };
  let clicks = 0;
  for (const program of plan.programs) clicks += clicksOn(plan, work, program, run.strategy);
  add(figures.views, work.allViews);
  add(figures.clicks, clicks);
  for (let p = 0; p < plan.products.length; p++) productFigures(plan, work, out, { ...run, product: p, add });
};

const sums = kernelDoubles(kernel.sums, 3);

interface ProductFigures extends StrategyRun {
  readonly product: number;
  readonly add: (figure: number, amount: number) => void;
}

const productFigures = (plan: Plan, work: Workspace, out: Outcome, run: ProductFigures): void => {
  const { product, strategy, kept: place, add } = run;
  const { productProgram, constant } = plan.strategies[strategy]!;
  let earned = 0;
  let orders = 0;
  let returns = 0;
  for (const program of plan.programs) {
    const space = work.programs[program]!;
    if (
      constant[program] === 0 ||
      space.offered[product] === 0 ||
      (productProgram && productProgram[product] !== program)
    )
      continue;
    const { each, kept, returned } = space.cells[product]!;
    kernel.figureRow(
      kept.byteOffset,
      returned.byteOffset,
      each.byteOffset,
      work.shares[program]!.byteOffset,
      work.reach[program]!.byteOffset,
      plan.ratesChange ? work.rateFactor[program]!.byteOffset : 0,
      plan.weeks,
      orderFactor(plan, work, program),
      bookedWeeks(plan, program),
      plan.splits[program]! ? returningWeeks(plan, work, program) : plan.weeks,
    );
    orders += sums[0]!;
    returns += sums[1]!;
    earned += sums[2]!;
  }
  add(figures.products + 2 * product, orders);
  add(figures.products + 2 * product + 1, returns);
  out.productEarned[(strategy * plan.products.length + product) * plan.keptTrials + place] = earned;
};

const repeatProducts = (plan: Plan, out: Outcome, { strategy, kept }: StrategyRun): void => {
  const { productEarned } = out;
  for (let p = 0; p < plan.products.length; p++) {
    const at = (strategy * plan.products.length + p) * plan.keptTrials + kept;
    productEarned[at] = productEarned[at - 1]!;
  }
};
