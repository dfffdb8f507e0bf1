import { mostWeeks } from './calendar.ts';
import { clearChannels } from './channel-sums.ts';
import { commissionRow } from './commission-row.ts';
import { countRow } from './count-sampler.ts';
import { bookedWeeks, returningWeeks, returnsCost, returnsReverse } from './delays.ts';
import { besideRates, orderFactor, unpaidFactor } from './funnel.ts';
import { disperseRow } from './gamma-sampler.ts';
import { tiktokShop, type Plan } from './plan.ts';
import type { FunnelSlots } from './product-slots.ts';
import { endProgram, keepRow, beginProgram, sellRow, type Funnel } from './sell-row.ts';
import { openRows, openStream, purpose } from './random-stream.ts';
import { drawn, type CellSpace, type ProgramSpace, type Workspace } from './workspace.ts';

/**
 * Computes what all videos on one program would bring: orders kept and returned by product and week (counts, over-dispersed,
 * split by the return share), the commission of both by week, clicks by week, and each product's totals.
 */
export const programOutcome = (plan: Plan, work: Workspace, program: number, trial: number): void => {
  const space = work.programs[program]!;
  space.gross.fill(0);
  space.reversed.fill(0);
  space.clicks.fill(0);
  if (plan.channels) clearChannels(space);
  openRows(plan.seed, trial, purpose.orders + program);
  openStream(work.rare, plan.seed, trial, purpose.orders + program + purpose.rare);
  if (isPlain(plan, work, program)) {
    sellPlain(plan, work, program);
    return;
  }
  const splits = plan.splits[program]!;
  const reverses = returnsReverse(plan, work, program);
  const booked = bookedWeeks(plan, program);
  const returning = returningWeeks(plan, work, program);
  for (let product = 0; product < plan.products.length; product++) {
    const funnel = plan.funnels[program]![product]!;
    space.offered[product] = funnel ? 1 : 0;
    if (!funnel) continue;
    const cell = space.cells[product]!;
    commissionRow(plan, work, program, product);
    const share = drawn(work, funnel.returned);
    expectOrders(plan, work, { program, product, funnel });
    if (plan.channels && program === tiktokShop) {
      addChannels(plan, work, product, returnsCost({ splits, reverses }) ? 1 - share : 1);
    }
    countOrders(plan, work, cell, { share, splits });
    addCommission(space, product, { splits, reverses, booked, returning });
  }
};

/** Whether the fused loop of `sell-row.ts` covers all that can happen on the program in the future at hand. */
const isPlain = (plan: Plan, work: Workspace, program: number): boolean =>
  plan.counted &&
  !plan.splits[program] &&
  !plan.byCategory &&
  plan.bookingLags[program] === 0 &&
  (program !== tiktokShop || !plan.channels) &&
  drawn(work, plan.at.overDispersion) === 0;

const rates: Funnel = { click: 0, orders: 0, share: 0 };

/** All products of a program in a future that `sellRow` covers. */
const sellPlain = (plan: Plan, work: Workspace, program: number): void => {
  const space = work.programs[program]!;
  beginProgram(work, program);
  const boosted = unpaidFactor(plan, work, program);
  const factor = orderFactor(plan, work, program);
  for (let product = 0; product < plan.products.length; product++) {
    const funnel = plan.funnels[program]![product]!;
    space.offered[product] = funnel ? 1 : 0;
    if (!funnel) continue;
    commissionRow(plan, work, program, product);
    rates.click = drawn(work, funnel.click) * boosted;
    rates.orders = drawn(work, funnel.conversion) * factor;
    rates.share = drawn(work, funnel.returned);
    const row = { space, product };
    sellRow(work, row, rates);
    if (plan.keepsWeeks[program]) keepRow(work, row, rates);
  }
  endProgram(space);
};

interface Place {
  readonly program: number;
  readonly product: number;
  readonly funnel: FunnelSlots;
}

const reached = new Float64Array(mostWeeks);

/** Reach of one product's videos by week, into `reached`. */
const reachOf = (plan: Plan, work: Workspace, program: number, product: number): void => {
  const wide = work.reach[program]!;
  const own = work.productReach[program]!;
  const { weeks } = plan;
  for (let week = 0; week < weeks; week++) reached[week] = wide[week]!;
  if (!plan.byCategory) return;
  for (let week = 0; week < weeks; week++) reached[week] = reached[week]! * own[product * weeks + week]!;
};

/** Expected orders of each week, into `work.means`; clicks are added up by week. */
const expectOrders = (plan: Plan, work: Workspace, { program, product, funnel }: Place): void => {
  const { means, views } = work;
  const { clicks, clicked, productClicks } = work.programs[program]!;
  const { weeks, perProduct } = plan;
  const from = product * weeks;
  const click = drawn(work, funnel.click) * unpaidFactor(plan, work, program);
  const sold = click * drawn(work, funnel.conversion) * orderFactor(plan, work, program);
  reachOf(plan, work, program, product);
  let all = 0;
  for (let week = 0; week < weeks; week++) {
    const seen = views[from + week]! * reached[week]!;
    clicks[week] = clicks[week]! + seen * click;
    means[week] = seen * sold;
    all += seen;
    if (perProduct) productClicks[from + week] = seen * click;
  }
  clicked[product] = all * click;
};

/** Adds the expected orders of LIVEs and of the showcase tab, and notes what each channel is expected to earn. */
const addChannels = (plan: Plan, work: Workspace, product: number, netted: number): void => {
  const { liveClick, liveOrders, tabClick, tabOrders } = besideRates(plan, work, product);
  const { clicks, clicked, productClicks, channels, cells } = work.programs[tiktokShop]!;
  const { means, liveViewers, viewsByWeek } = work;
  const { video, live, showcase } = channels;
  const { each } = cells[product]!;
  const { weeks, perProduct } = plan;
  const factor = orderFactor(plan, work, tiktokShop);
  const liveSold = liveClick * liveOrders * factor;
  const tabSold = tabClick * tabOrders * factor;
  const from = product * weeks;
  const row = perProduct ? from : 0;
  let all = 0;
  for (let week = 0; week < weeks; week++) {
    const viewers = liveViewers[week]! * reached[week]!;
    const visitors = viewsByWeek[week]! * reached[week]!;
    const beside = viewers * liveClick + visitors * tabClick;
    clicks[week] = clicks[week]! + beside;
    all += beside;
    if (perProduct) productClicks[from + week] = productClicks[from + week]! + beside;
    const worth = each[week]! * netted;
    const mean = means[week]!;
    const inLive = viewers * liveSold;
    const inTab = visitors * tabSold;
    const at = row + week;
    video[at] = video[at]! + mean * worth;
    live[at] = live[at]! + inLive * worth;
    showcase[at] = showcase[at]! + inTab * worth;
    means[week] = mean + inLive + inTab;
  }
  clicked[product] = clicked[product]! + all;
};

interface Returning {
  readonly share: number;
  readonly splits: boolean;
}

/**
 * Turns expected orders into counts of kept and returned ones: independent Poisson counts, given the gamma factor that
 * over-dispersed orders (variance mean × (1 + extra)) have in each week.
 */
const countOrders = (
  plan: Plan,
  work: Workspace,
  { kept, returned }: CellSpace,
  { share, splits }: Returning,
): void => {
  const { means } = work;
  const { weeks } = plan;
  const extra = drawn(work, plan.at.overDispersion);
  if (plan.counted && extra > 0) disperseRow(means, extra);
  const stays = 1 - share;
  for (let week = 0; week < weeks; week++) {
    const mean = means[week]!;
    returned[week] = mean * share;
    kept[week] = mean * stays;
  }
  if (!plan.counted) return;
  countRow(kept);
  if (splits) countRow(returned);
};

interface Booking {
  readonly splits: boolean;
  readonly reverses: boolean;
  readonly booked: number;
  readonly returning: number;
}

const addCommission = (space: ProgramSpace, product: number, how: Booking): void => {
  const { gross, reversed, cells } = space;
  const { kept, returned, each } = cells[product]!;
  let orders = 0;
  let returns = 0;
  let earned = 0;
  const { splits, reverses, booked, returning } = how;
  const weeks = kept.length;
  for (let week = 0; week < weeks; week++) {
    const worth = each[week]!;
    const back = returned[week]!;
    const sold = worth * kept[week]!;
    orders += kept[week]!;
    returns += back;
    if (week < booked) earned += sold;
    gross[week] = gross[week]! + sold;
    if (!splits) continue;
    const later = worth * back;
    gross[week] = gross[week]! + later;
    if (reverses) reversed[week] = reversed[week]! + later;
    if (week < booked && week >= returning) earned += later;
  }
  space.orders[product] = orders + returns;
  space.returns[product] = returns;
  space.earned[product] = earned;
};
