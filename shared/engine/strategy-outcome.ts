import { paymentDays, returnDelay } from './delays.ts';
import { gather, gatherSideIncome, type StrategyRun } from './gather.ts';
import { netOf, payMonthly, payTiktokShop, type Commission } from './ledger.ts';
import { figures, figuresAt, type Outcome } from './outcome.ts';
import { programCount, tiktokShop, type Plan } from './plan.ts';
import { productClicks } from './product-clicks.ts';
import { strategyShares } from './strategy-path.ts';
import { drawn, type Workspace } from './workspace.ts';

/** Computes commission, cash and figures of one strategy from what the programs would bring. */
export const strategyOutcome = (plan: Plan, work: Workspace, out: Outcome, run: StrategyRun): void => {
  strategyShares(plan, work, run.strategy);
  for (const program of plan.programs) gather(plan, work, out, { ...run, program });
  gatherSideIncome(plan, work, out, run);
  addTraffic(plan, work, out, run);
  settle(plan, work, out, run);
  if (plan.at.terms.costs) addCosts(plan, work, out, run);
};

const add = (out: Outcome, at: number, amount: number): void => {
  out.sums[at] = out.sums[at]! + amount;
};

const addTraffic = (plan: Plan, work: Workspace, out: Outcome, run: StrategyRun): void => {
  const at = figuresAt(plan, run.block, run.strategy);
  let views = 0;
  let clicks = 0;
  for (let week = 0; week < plan.weeks; week++) views += work.viewsByWeek[week]!;
  const { productProgram } = plan.strategies[run.strategy]!;
  for (const program of plan.programs) {
    const shares = work.shares[program]!;
    const row = work.programs[program]!.clicks;
    if (!productProgram) for (let week = 0; week < plan.weeks; week++) clicks += shares[week]! * row[week]!;
    else
      for (let product = 0; product < plan.products.length; product++)
        if (productProgram[product] === program) clicks += productClicks(plan, work, program, product);
  }
  add(out, at + figures.views, views);
  add(out, at + figures.clicks, clicks);
};

/** Rounds a program's weekly commission to whole minor units: from here on every sum is exact. */
const commissionOf = (plan: Plan, work: Workspace, program: number): Commission => {
  const gross = work.gross[program]!;
  const reversed = work.reversed[program]!;
  for (let week = 0; week < plan.weeks; week++) {
    gross[week] = Math.round(gross[week]!);
    reversed[week] = Math.round(reversed[week]!);
  }
  return { gross, reversed, delay: returnDelay(plan, work, program) };
};

const pay = (plan: Plan, work: Workspace, commission: Commission, program: number): void => {
  const { paid, statement } = work;
  const days = paymentDays(plan, work, program);
  const slots = plan.at.terms.programs[program]!;
  const threshold = Math.round(drawn(work, slots.threshold) * plan.minorPerMajor);
  if (program === tiktokShop) payTiktokShop(commission, paid, { days, threshold });
  else payMonthly(commission, { paid, statement }, { months: plan.months[program]!, days, threshold });
};

/** Rounds, pays and books what `work.gross` and `work.reversed` hold, and records the strategy's future. */
export const settle = (plan: Plan, work: Workspace, out: Outcome, run: StrategyRun): void => {
  const { strategy, trial, block } = run;
  work.paid.fill(0);
  work.earned.fill(0);
  work.monthly.fill(0);
  const at = figuresAt(plan, block, strategy);
  for (let program = 0; program < programCount; program++) {
    if (!plan.programs.includes(program) && !(program === 0 && plan.at.terms.onAmazon)) continue;
    const commission = commissionOf(plan, work, program);
    pay(plan, work, commission, program);
    const total = book(plan, work, commission, program);
    add(out, at + figures.program + program, total);
    if (program === tiktokShop) addChannels(work, out, at, total);
  }
  record(plan, work, out, run);
  const place = strategy * plan.trials + trial;
  out.cashGap[place] = longestGap(work.paid);
  out.worstMonth[place] = lowestMonth(plan, work.monthly);
};

/** Splits TikTok Shop's net commission over its channels in proportion to what each was expected to earn. */
const addChannels = (work: Workspace, out: Outcome, at: number, total: number): void => {
  const [video, live, showcase] = work.programs[tiktokShop]!.channels as unknown as [number, number, number];
  const all = video + live + showcase;
  if (all <= 0) return;
  add(out, at + figures.live, (total * live) / all);
  add(out, at + figures.showcase, (total * showcase) / all);
};

/** Adds a program's net commission to the weeks and months it is earned in; returns its total within the horizon. */
const book = (plan: Plan, work: Workspace, commission: Commission, program: number): number => {
  const { month, days } = plan.months[program]!;
  const lag = plan.bookingLags[program]!;
  const { earned, monthly } = work;
  let total = 0;
  for (let week = 0; week + lag < plan.weeks; week++) {
    const net = netOf(commission, week);
    earned[week + lag] = earned[week + lag]! + net;
    total += net;
    const m = month[week]!;
    if (days[week] === 7) {
      monthly[m] = monthly[m]! + net;
      continue;
    }
    const first = (net * days[week]!) / 7;
    monthly[m] = monthly[m]! + first;
    monthly[m + 1] = monthly[m + 1]! + (net - first);
  }
  return total;
};

const record = (plan: Plan, work: Workspace, out: Outcome, { strategy, trial }: StrategyRun): void => {
  let earned = 0;
  let paid = 0;
  let at = strategy * plan.weeks * plan.trials + trial;
  for (let week = 0; week < plan.weeks; week++) {
    earned += work.earned[week]!;
    paid += work.paid[week]!;
    out.earned[at] = earned;
    out.paid[at] = paid;
    at += plan.trials;
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

/** Lowest month wholly inside the horizon; without one, all that was earned. */
const lowestMonth = (plan: Plan, monthly: Float64Array): number => {
  const [from, to] = plan.calendar.fullMonths;
  if (from >= to) return monthly.reduce((sum, each) => sum + each, 0);
  let lowest = Infinity;
  for (let m = from; m < to; m++) if (monthly[m]! < lowest) lowest = monthly[m]!;
  return lowest;
};

/** Videos of a week whose products a strategy may put on a program. */
const videosOn = (
  plan: Plan,
  work: Workspace,
  week: number,
  { program, productProgram }: { readonly program: number; readonly productProgram: Int8Array | null },
): number => {
  if (!productProgram) return work.videosByWeek[week]!;
  let videos = 0;
  for (let p = 0; p < plan.products.length; p++)
    if (productProgram[p] === program) videos += work.videos[p * plan.weeks + week]!;
  return videos;
};

/** Commission plus brand fees less costs over the horizon, whole minor units. */
export const addCosts = (
  plan: Plan,
  work: Workspace,
  out: Outcome,
  { strategy, trial }: StrategyRun,
): void => {
  const costs = plan.at.terms.costs!;
  const { productProgram } = plan.strategies[strategy]!;
  const perVideo = drawn(work, costs.perVideo);
  let spent = drawn(work, costs.perWeek) * plan.weeks;
  for (let week = 0; week < plan.weeks; week++) spent += work.videosByWeek[week]! * perVideo;
  for (let program = 0; program < programCount; program++) {
    const fee = drawn(work, costs.fees[program]!);
    if (fee === 0) continue;
    const shares = work.shares[program]!;
    for (let week = 0; week < plan.weeks; week++)
      spent -= fee * shares[week]! * videosOn(plan, work, week, { program, productProgram });
  }
  const last = (strategy * plan.weeks + plan.weeks - 1) * plan.trials + trial;
  out.net[strategy * plan.trials + trial] = out.earned[last]! - Math.round(spent * plan.minorPerMajor);
};
