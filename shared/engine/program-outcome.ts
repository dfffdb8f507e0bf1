import { mostWeeks } from './calendar.ts';
import { clearChannels } from './channel-sums.ts';
import { commissionRow } from './commission-row.ts';
import { countRow } from './count-sampler.ts';
import { bookedWeeks, returningWeeks, returnsCost, returnsReverse } from './delays.ts';
import { besideRates, orderFactor, unpaidFactor } from './funnel.ts';
import { holdReach } from './hold-reach.ts';
import { tiktokShop, type Plan } from './plan.ts';
import { kernel, kernelDoubles } from './kernel.ts';
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
  holdReach(work.reach[program]!);
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
    sellRow(work, space, product, rates);
    if (plan.keepsWeeks[program]) keepRow(work, space, product, rates);
  }
  endProgram(space);
};

interface Place {
  readonly program: number;
  readonly product: number;
  readonly funnel: FunnelSlots;
}

const reached = kernelDoubles(kernel.reach, mostWeeks);
const sums = kernelDoubles(kernel.sums, 3);

/** Reach of one product's videos by week, into `reached`; where it is that of all, it stands there. */
const reachOf = (plan: Plan, work: Workspace, program: number, product: number): void => {
  const wide = work.reach[program]!;
  const own = work.productReach[program]!;
  const { weeks } = plan;
  if (!plan.byCategory) return;
  holdReach(wide);
  for (let week = 0; week < weeks; week++) reached[week] = reached[week]! * own[product * weeks + week]!;
};

/** Expected orders of each week, into `work.means`; clicks are added up by week. */
const expectOrders = (plan: Plan, work: Workspace, { program, product, funnel }: Place): void => {
  const { means, views } = work;
  const { clicks, clicked, productClicks } = work.programs[program]!;
  const { weeks, perProduct } = plan;
  const from = 8 * product * weeks;
  const click = drawn(work, funnel.click) * unpaidFactor(plan, work, program);
  const sold = click * drawn(work, funnel.conversion) * orderFactor(plan, work, program);
  reachOf(plan, work, program, product);
  const own = perProduct ? productClicks.byteOffset + from : 0;
  const [seen, all] = [views.byteOffset + from, clicks.byteOffset];
  clicked[product] = click * kernel.expectOrders(seen, all, own, means.byteOffset, weeks, click, sold);
};

/** Adds the expected orders of LIVEs and of the showcase tab, and notes what each channel is expected to earn. */
const addChannels = (plan: Plan, work: Workspace, product: number, netted: number): void => {
  const { liveClick, liveOrders, tabClick, tabOrders } = besideRates(plan, work, product);
  const { clicks, clicked, productClicks, channels, each } = work.programs[tiktokShop]!;
  const { weeks, perProduct } = plan;
  const factor = orderFactor(plan, work, tiktokShop);
  const from = 8 * product * weeks;
  const row = perProduct ? from : 0;
  const beside = kernel.addChannels(
    work.liveViewers.byteOffset,
    work.viewsByWeek.byteOffset,
    clicks.byteOffset,
    perProduct ? productClicks.byteOffset + from : 0,
    work.means.byteOffset,
    each.byteOffset + from,
    channels.video.byteOffset + row,
    channels.live.byteOffset + row,
    channels.showcase.byteOffset + row,
    weeks,
    liveClick,
    liveClick * liveOrders * factor,
    tabClick,
    tabClick * tabOrders * factor,
    netted,
  );
  clicked[product] = clicked[product]! + beside;
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
  const extra = drawn(work, plan.at.overDispersion);
  if (plan.counted && extra > 0) kernel.disperseRow(means.byteOffset, plan.weeks, extra);
  kernel.splitRow(means.byteOffset, kept.byteOffset, returned.byteOffset, plan.weeks, share);
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
  const { splits, reverses, booked, returning } = how;
  kernel.bookRow(
    kept.byteOffset,
    returned.byteOffset,
    each.byteOffset,
    gross.byteOffset,
    reversed.byteOffset,
    kept.length,
    splits,
    splits && reverses,
    booked,
    returning,
  );
  space.orders[product] = sums[0]!;
  space.returns[product] = sums[1]!;
  space.earned[product] = sums[2]!;
};
