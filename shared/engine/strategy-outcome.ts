import { drawBinomial } from './binomial.ts';
import { netOf, payAmazon, payTiktokShop, refundCancels, type Commission } from './ledger.ts';
import { figures, figuresPerStrategy, type Outcome } from './outcome.ts';
import { amazon, programCount, tiktokShop, type Plan } from './plan.ts';
import { returnDelay } from './program-outcome.ts';
import { openStream, purpose } from './random-stream.ts';
import { shopShares } from './strategy-path.ts';
import { valueAt, type Draws, type Workspace } from './workspace.ts';

/** One strategy in one future, and where its figures go. */
export interface StrategyRun {
  readonly strategy: number;
  readonly trial: number;
  readonly block: number;
  readonly draws: Draws;
}

/** Computes commission, cash and figures of one strategy from what both programs would bring. */
export const strategyOutcome = (plan: Plan, work: Workspace, out: Outcome, run: StrategyRun): void => {
  shopShares(plan, run.strategy, work);
  for (let program = 0; program < programCount; program++) gather(plan, work, out, { ...run, program });
  addClicks(plan, work, out, run);
  const commissions = [0, 1].map(program => commissionOf(plan, work, { ...run, program }));
  settle(plan, work, out, { ...run, commissions });
};

interface ProgramRun extends StrategyRun {
  readonly program: number;
}

const shareOf = (shares: Float64Array, program: number, week: number): number =>
  program === tiktokShop ? shares[week]! : 1 - shares[week]!;

/** Adds up the commission of the videos that the strategy puts on a program, by week and by product. */
const gather = (plan: Plan, work: Workspace, out: Outcome, run: ProgramRun): void => {
  const { program, strategy, trial } = run;
  const space = work.programs[program]!;
  const gross = work.gross[program]!.fill(0);
  const reversed = work.reversed[program]!.fill(0);
  const { shares } = work;
  const base = (run.block * plan.strategies.length + strategy) * figuresPerStrategy(plan);
  const delay = returnDelay(plan, program, run.draws);
  const cancels = program === amazon || refundCancels(delay, settlementDays(plan, run.draws));
  const lastReturning = cancels ? plan.weeks - delay : 0;
  openStream(work.rare, plan.seed, trial, purpose.thinning + strategy * programCount + program);
  plan.products.forEach((product, p) => {
    const unit = space.unit[p]!;
    let orders = 0;
    let returns = 0;
    let earned = 0;
    for (let week = 0; week < plan.weeks; week++) {
      const share = shareOf(shares, program, week);
      if (share === 0) continue;
      const i = p * plan.weeks + week;
      const kept = thinned(plan, space.kept[i]!, share, work.rare);
      const returned = thinned(plan, space.returned[i]!, share, work.rare);
      const each = program === amazon ? unit * product.cardRates[week]! : unit;
      orders += kept + returned;
      returns += returned;
      gross[week] = gross[week]! + each * (kept + returned);
      if (cancels) reversed[week] = reversed[week]! + each * returned;
      earned += each * (week < lastReturning ? kept : kept + returned);
    }
    const place = (strategy * plan.products.length + p) * plan.trials + trial;
    out.productEarned[place] = out.productEarned[place]! + earned;
    const figure = base + figures.products + 2 * p;
    out.sums[figure] = out.sums[figure]! + orders;
    out.sums[figure + 1] = out.sums[figure + 1]! + returns;
  });
};

const thinned = (plan: Plan, count: number, share: number, state: Int32Array): number => {
  if (share === 1) return count;
  return plan.expected ? count * share : drawBinomial(count, share, state);
};

const settlementDays = (plan: Plan, draws: Draws): number =>
  Math.round(valueAt(draws, plan.at.common.shopSettleDays));

const addClicks = (plan: Plan, work: Workspace, out: Outcome, run: StrategyRun): void => {
  const base = (run.block * plan.strategies.length + run.strategy) * figuresPerStrategy(plan);
  let views = 0;
  let clicks = 0;
  for (let week = 0; week < plan.weeks; week++) {
    const share = work.shares[week]!;
    views += work.viewsByWeek[week]!;
    clicks += (1 - share) * work.programs[amazon]!.clicks[week]!;
    clicks += share * work.programs[tiktokShop]!.clicks[week]!;
  }
  out.sums[base + figures.views] = out.sums[base + figures.views]! + views;
  out.sums[base + figures.clicks] = out.sums[base + figures.clicks]! + clicks;
};

/** Rounds a program's weekly commission to whole minor units: from here on every sum is exact. */
const commissionOf = (plan: Plan, work: Workspace, { program, draws }: ProgramRun): Commission => {
  const gross = work.gross[program]!;
  const reversed = work.reversed[program]!;
  for (let week = 0; week < plan.weeks; week++) {
    gross[week] = Math.round(gross[week]!);
    reversed[week] = Math.round(reversed[week]!);
  }
  return { gross, reversed, delay: returnDelay(plan, program, draws) };
};

interface Settling extends StrategyRun {
  readonly commissions: readonly Commission[];
}

const settle = (plan: Plan, work: Workspace, out: Outcome, run: Settling): void => {
  const { commissions, draws, strategy, trial } = run;
  const { common } = plan.at;
  const { paid, earned, statement } = work;
  paid.fill(0);
  const minor = (slot: number): number => Math.round(valueAt(draws, slot) * plan.minorPerMajor);
  payAmazon(
    commissions[amazon]!,
    { paid, statement },
    {
      months: plan.months[amazon],
      days: Math.round(valueAt(draws, common.amazonPayDays)),
      threshold: minor(common.amazonThreshold),
    },
  );
  payTiktokShop(commissions[tiktokShop]!, paid, {
    days: settlementDays(plan, draws),
    threshold: minor(common.shopThreshold),
  });
  earned.fill(0);
  work.monthly.fill(0);
  const base = (run.block * plan.strategies.length + strategy) * figuresPerStrategy(plan);
  for (let program = 0; program < programCount; program++) {
    const total = book(plan, work, commissions[program]!, program);
    out.sums[base + program] = out.sums[base + program]! + total;
  }
  record(plan, work, out, run);
  const at = strategy * plan.trials + trial;
  out.cashGap[at] = longestGap(paid);
  out.worstMonth[at] = lowestMonth(plan, work.monthly);
};

/** Adds a program's net commission to the weeks and months it is earned in; returns its total within the horizon. */
const book = (plan: Plan, work: Workspace, commission: Commission, program: number): number => {
  const { month, days } = plan.months[program]!;
  const lag = program === amazon ? plan.bookingLag : 0;
  const { earned, monthly } = work;
  let total = 0;
  for (let week = 0; week + lag < plan.weeks; week++) {
    const net = netOf(commission, week);
    earned[week + lag] = earned[week + lag]! + net;
    total += net;
    const first = (net * days[week]!) / 7;
    const m = month[week]!;
    monthly[m] = monthly[m]! + first;
    monthly[m + 1] = monthly[m + 1]! + (net - first);
  }
  return total;
};

const record = (plan: Plan, work: Workspace, out: Outcome, { strategy, trial }: StrategyRun): void => {
  let earned = 0;
  let paid = 0;
  for (let week = 0; week < plan.weeks; week++) {
    earned += work.earned[week]!;
    paid += work.paid[week]!;
    const at = (strategy * plan.weeks + week) * plan.trials + trial;
    out.earned[at] = earned;
    out.paid[at] = paid;
  }
};

const longestGap = (paid: Float64Array): number => {
  let longest = 0;
  let run = 0;
  for (let week = 0; week < paid.length; week++) {
    run = paid[week]! > 0 ? 0 : run + 1;
    if (run > longest) longest = run;
  }
  return longest;
};

const lowestMonth = (plan: Plan, monthly: Float64Array): number => {
  const [from, to] = plan.calendar.fullMonths;
  let lowest = Infinity;
  for (let m = from; m < to; m++) if (monthly[m]! < lowest) lowest = monthly[m]!;
  return lowest;
};
