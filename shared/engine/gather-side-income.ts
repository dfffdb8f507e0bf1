import { mostWeeks } from './calendar.ts';
import { bookedWeeks } from './delays.ts';
import { clear, type StrategyRun } from './gather.ts';
import { kernel, kernelDoubles } from './kernel.ts';
import { figures, figuresAt, type Outcome } from './outcome.ts';
import { amazon, type Plan } from './plan.ts';
import { clickShares } from './product-clicks.ts';
import { openRows, purpose } from './random-stream.ts';
import { findStretches, takeShares } from './take-shares.ts';
import { drawn, type Workspace } from './workspace.ts';

const took = kernelDoubles(kernel.took, mostWeeks);

/** Amazon's row, for income that is added to it whatever the program of the videos; empty where the strategy has no links. */
const amazonRow = (plan: Plan, work: Workspace, strategy: number): Float64Array => {
  const hasLinks = plan.programs.includes(amazon) && plan.strategies[strategy]!.constant[amazon] !== 0;
  if (!hasLinks) clear(plan, work, amazon);
  return work.gross[amazon]!;
};

/** A strategy's part of each week's bounties, into `took`; shares that follow clicks, different in every future, have no tables. */
const takeBounties = (plan: Plan, work: Workspace, run: StrategyRun): void => {
  const { bounties } = work;
  const { productProgram } = plan.strategies[run.strategy]!;
  const shares = work.shares[amazon]!;
  const own = productProgram ? ownShares(plan, work, productProgram) : shares;
  if (!plan.counted) {
    kernel.shareRow(bounties.byteOffset, own.byteOffset, took.byteOffset, plan.weeks);
    return;
  }
  openRows(plan.seed, run.trial, purpose.thinning + 7);
  findStretches(productProgram ? null : work.thinnings, own);
  takeShares(bounties, own, took);
};

/** The share of each week's bounties that comes from a strategy's products; in `work.counts`. */
const ownShares = (plan: Plan, work: Workspace, productProgram: Int8Array): Float64Array => {
  const own = work.counts;
  const shares = work.shares[amazon]!;
  clickShares(plan, work, { program: amazon, productProgram }, own);
  for (let week = 0; week < plan.weeks; week++) own[week] = own[week]! * shares[week]!;
  return own;
};

/** Adds the commission of a strategy's bounties, `amount` each, to Amazon's row; returns its sum. */
type AddBounties = (plan: Plan, work: Workspace, run: StrategyRun, amount: number) => number;

/** Bounties are a share of all of them, thinned. */
const addTaken: AddBounties = (plan, work, run, amount) => {
  const { constant, thins, productProgram } = plan.strategies[run.strategy]!;
  if (constant[amazon] === 0) return 0;
  const takes = thins || productProgram !== null;
  if (takes) takeBounties(plan, work, run);
  return kernel.addIncome(
    work.gross[amazon]!.byteOffset,
    (takes ? took : work.bounties).byteOffset,
    takes ? 0 : work.shares[amazon]!.byteOffset,
    bookedWeeks(plan, amazon),
    amount,
  );
};

/** Adds a strategy's bounties and income on Amazon to Amazon's commission. */
export const gatherSideIncome = (
  plan: Plan,
  work: Workspace,
  out: Outcome,
  run: StrategyRun,
  addBounties: AddBounties = addTaken,
): void => {
  const { bounties, onAmazon } = plan.at.terms;
  if (!bounties && !onAmazon) return;
  const gross = amazonRow(plan, work, run.strategy).byteOffset;
  const at = figuresAt(plan, run.block, run.strategy);
  if (bounties) {
    const amount = drawn(work, bounties.amount) * plan.minorPerMajor;
    const got = addBounties(plan, work, run, amount);
    out.sums[at + figures.bounties] = out.sums[at + figures.bounties]! + got;
  }
  if (onAmazon) {
    const got = kernel.addIncome(gross, work.onAmazon.byteOffset, 0, bookedWeeks(plan, amazon), 1);
    out.sums[at + figures.onAmazon] = out.sums[at + figures.onAmazon]! + got;
  }
};
