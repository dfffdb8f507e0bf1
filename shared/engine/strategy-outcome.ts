import { channelSums } from './channel-sums.ts';
import { bookedWeeks, paymentDays, returnDelay, returnsReverse } from './delays.ts';
import { gatherSideIncome } from './gather-side-income.ts';
import { gather, type StrategyRun } from './gather.ts';
import { kernel, kernelDoubles } from './kernel.ts';
import { book, netRow, netTotal, payMonthly, payTiktokShop, type Commission } from './ledger.ts';
import { figures, figuresAt, type Outcome } from './outcome.ts';
import { amazon, programCount, tiktokShop, type Plan } from './plan.ts';
import { strategyShares } from './strategy-path.ts';
import { drawn, tileFutures, type Workspace } from './workspace.ts';

/** Computes commission, cash and figures of one strategy from what the programs would bring. */
export const strategyOutcome = (plan: Plan, work: Workspace, out: Outcome, run: StrategyRun): void => {
  strategyShares(plan, work, run.strategy);
  for (const program of plan.programs) gather(plan, work, out, run, program);
  gatherSideIncome(plan, work, out, run);
  addTraffic(plan, work, out, run);
  settle(plan, work, out, run);
  if (plan.at.terms.costs) addCosts(plan, work, out, run);
};

const rowSums = kernelDoubles(kernel.sums, 1);

const add = (out: Outcome, at: number, amount: number): void => {
  out.sums[at] = out.sums[at]! + amount;
};

const addTraffic = (plan: Plan, work: Workspace, out: Outcome, { block, strategy }: StrategyRun): void => {
  const at = figuresAt(plan, block, strategy);
  let clicks = 0;
  for (const program of plan.programs) clicks += clicksOn(plan, work, program, strategy);
  add(out, at + figures.views, work.allViews);
  add(out, at + figures.clicks, clicks);
};

/** Clicks of a strategy's videos on one program over the horizon. */
const clicksOn = (plan: Plan, work: Workspace, program: number, strategy: number): number => {
  const { constant, productProgram } = plan.strategies[strategy]!;
  const { clicked, clicks } = work.programs[program]!;
  let sum = 0;
  if (constant[program] === 0) return 0;
  if (constant[program] === 1) {
    for (let p = 0; p < clicked.length; p++)
      if (!productProgram || productProgram[p] === program) sum += clicked[p]!;
    return sum;
  }
  return kernel.weighedSum(0, 1, work.shares[program]!.byteOffset, clicks.byteOffset, plan.weeks);
};

/** A program's weekly commission, as the ledger takes it. */
const commissionOf = (plan: Plan, work: Workspace, program: number): Commission => ({
  gross: work.gross[program]!,
  reversed: plan.splits[program] && returnsReverse(plan, work, program) ? work.reversed[program]! : null,
  delay: returnDelay(plan, work, program),
});

const pay = (plan: Plan, work: Workspace, commission: Commission, program: number): void => {
  const { paid, net } = work;
  const days = paymentDays(plan, work, program);
  const slots = plan.at.terms.programs[program]!;
  const threshold = Math.round(drawn(work, slots.threshold) * plan.minorPerMajor);
  if (program === tiktokShop) payTiktokShop(commission, paid, { days, threshold });
  else payMonthly(net, paid, { months: work.months[program]!, days, threshold });
};

/** Whether a strategy can earn anything on a program. */
const earnsOn = (plan: Plan, strategy: number, program: number): boolean =>
  (program === amazon && plan.at.terms.onAmazon !== null) ||
  (plan.strategies[strategy]!.constant[program] !== 0 && plan.programs.includes(program));

/** Rounds, pays and books what `work.gross` and `work.reversed` hold, and records the strategy's future. */
export const settle = (plan: Plan, work: Workspace, out: Outcome, run: StrategyRun): void => {
  const { strategy, kept, block } = run;
  const { earned, monthly, net, paid } = work;
  for (const row of [earned, monthly, paid]) kernel.fillWith(row.byteOffset, row.length, 0);
  const at = figuresAt(plan, block, strategy);
  for (let program = 0; program < programCount; program++) {
    if (!earnsOn(plan, strategy, program)) continue;
    const commission = commissionOf(plan, work, program);
    netRow(commission, net);
    pay(plan, work, commission, program);
    const books = { earned, monthly, months: work.months[program]!, lag: plan.bookingLags[program]! };
    addTotal(plan, work, out, { at, strategy, program, total: book(net, books) });
  }
  out.total[strategy * plan.trials + run.trial] = record(work, strategy);
  const place = strategy * plan.keptTrials + kept;
  out.cashGap[place] = rowSums[0]!;
  out.worstMonth[place] = lowestMonth(plan, monthly);
};

/** Rounds what `work.gross` and `work.reversed` hold and records the strategy's total alone: the one `settle` would record. */
export const settleTotal = (plan: Plan, work: Workspace, out: Outcome, run: StrategyRun): void => {
  const { strategy, trial, block } = run;
  const at = figuresAt(plan, block, strategy);
  let all = 0;
  for (let program = 0; program < programCount; program++) {
    if (!earnsOn(plan, strategy, program)) continue;
    const total = netTotal(commissionOf(plan, work, program), bookedWeeks(plan, program));
    addTotal(plan, work, out, { at, strategy, program, total });
    all += total;
  }
  out.total[strategy * plan.trials + trial] = all;
};

interface ProgramTotal {
  /** Place of the strategy's figures in the block's sums. */
  readonly at: number;
  readonly strategy: number;
  readonly program: number;
  readonly total: number;
}

/** Adds a program's net commission to the sums; TikTok Shop's channels share it in proportion to what each was expected to earn. */
const addTotal = (plan: Plan, work: Workspace, out: Outcome, each: ProgramTotal): void => {
  const { at, strategy, program, total } = each;
  add(out, at + figures.program + program, total);
  if (program !== tiktokShop || !plan.channels) return;
  const { video, live, showcase } = channelSums(plan, work, strategy);
  const all = video + live + showcase;
  if (all <= 0) return;
  add(out, at + figures.live, (total * live) / all);
  add(out, at + figures.showcase, (total * showcase) / all);
};

/** Notes the cumulative weeks of commission and cash; returns all that is earned. The longest gap stands in `rowSums`. */
const record = ({ earned, paid, tiles, recorded }: Workspace, strategy: number): number => {
  const weeks = earned.length;
  const at = 2 * (strategy * tileFutures + recorded) * weeks;
  return kernel.recordRow(earned.byteOffset, paid.byteOffset, tiles.byteOffset + 8 * at, weeks);
};

/** Ends the future `kept`: moves what `settle` has recorded into the outcome, when that fills the tiles or ends a block. */
export const flushTiles = (
  plan: Plan,
  work: Workspace,
  out: Outcome,
  { kept, ends }: { readonly kept: number; readonly ends: boolean },
): void => {
  const count = ++work.recorded;
  if (count < tileFutures && !ends) return;
  work.recorded = 0;
  const { weeks, keptTrials, strategies } = plan;
  const { tiles } = work;
  const { earned, paid } = out;
  let to = kept + 1 - count;
  for (let strategy = 0; strategy < strategies.length; strategy++) {
    const first = 2 * strategy * tileFutures * weeks;
    for (let week = first; week < first + weeks; week++) {
      let from = week;
      for (let i = to; i < to + count; i++) {
        earned[i] = tiles[from]!;
        paid[i] = tiles[from + weeks]!;
        from += 2 * weeks;
      }
      to += keptTrials;
    }
  }
};

/** Lowest month wholly inside the horizon; without one, all that was earned. */
const lowestMonth = (plan: Plan, monthly: Float64Array): number => {
  const [from, to] = plan.calendar.fullMonths;
  if (from >= to) return monthly.reduce((sum, each) => sum + each, 0);
  let lowest = Infinity;
  for (let m = from; m < to; m++) lowest = Math.min(lowest, monthly[m]!);
  return lowest;
};

/** Videos by week whose products a strategy may put on a program that offers them; in `work.counts` where that is not all. */
const videosOn = (
  plan: Plan,
  work: Workspace,
  { program, productProgram }: { readonly program: number; readonly productProgram: Int8Array | null },
): Float64Array => {
  const offers = plan.funnels[program]!;
  if (!productProgram && !offers.includes(null)) return work.videosByWeek;
  const { weeks } = plan;
  const videos = work.counts.fill(0);
  for (let p = 0; p < plan.products.length; p++)
    if (offers[p] && (!productProgram || productProgram[p] === program))
      for (let week = 0; week < weeks; week++) videos[week] = videos[week]! + work.videos[p * weeks + week]!;
  return videos;
};

/** Commission plus brand fees less costs over the horizon, whole minor units; `settle` has left the commission in the outcome. */
export const addCosts = (
  plan: Plan,
  work: Workspace,
  out: Outcome,
  { strategy, trial, kept }: StrategyRun,
): void => {
  const costs = plan.at.terms.costs!;
  const { productProgram, constant } = plan.strategies[strategy]!;
  const { weeks } = plan;
  const always = drawn(work, costs.perWeek) * weeks;
  let spent = kernel.weighedSum(always, drawn(work, costs.perVideo), 0, work.videosByWeek.byteOffset, weeks);
  for (let program = 0; program < programCount; program++) {
    const fee = drawn(work, costs.fees[program]!);
    if (fee === 0 || constant[program] === 0) continue;
    const videos = videosOn(plan, work, { program, productProgram });
    const shares = work.shares[program]!;
    spent = kernel.weighedSum(spent, -fee, shares.byteOffset, videos.byteOffset, weeks);
  }
  const earned = out.total[strategy * plan.trials + trial]!;
  out.net[strategy * plan.keptTrials + kept] = earned - Math.round(spent * plan.minorPerMajor);
};
