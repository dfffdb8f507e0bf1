import { mostWeeks } from './calendar.ts';
import { addUpChannels, clearChannels } from './channel-sums.ts';
import { commissionRow } from './commission-row.ts';
import { returnsCost, returnsReverse } from './delays.ts';
import { holdReach } from './hold-reach.ts';
import { kernel, kernelDoubles } from './kernel.ts';
import { besideRates, unpaidFactor } from './funnel.ts';
import { tiktokShop, type Plan } from './plan.ts';
import { noiseRow } from './quick-noise.ts';
import type { Funnel } from './sell-row.ts';
import { drawn, type Workspace } from './workspace.ts';

// Of the product or program at hand; whole groups of four beyond the horizon hold zeros or are not read.
const reach = kernelDoubles(kernel.reach, mostWeeks);
const beside = kernelDoubles(kernel.beside, mostWeeks + 4);
const besideClicks = kernelDoubles(kernel.besideClicks, mostWeeks + 4);
const clicks = kernelDoubles(kernel.clicks, mostWeeks);
const gross = kernelDoubles(kernel.expected, mostWeeks);
const reversed = kernelDoubles(kernel.returned, mostWeeks);
const squares = kernelDoubles(kernel.squares, mostWeeks);

const rates: Funnel = { click: 0, orders: 0, share: 0 };

/**
 * What all videos on one program would bring in an inner future of a quick answer, in expectation and before policy events and
 * the factors on all orders: commission, what of it comes back later, clicks, and the squared relative deviation that counts
 * would have by week. With `keeps` also the orders of each product.
 */
export const expectProgram = (plan: Plan, work: Workspace, program: number, keeps: boolean): void => {
  const space = work.programs[program]!;
  const { weeks } = plan;
  holdReach(work.reach[program]!);
  for (let week = 0; week < weeks; week++)
    beside[week] = besideClicks[week] = clicks[week] = gross[week] = reversed[week] = squares[week] = 0;
  for (let week = weeks; week < weeks + 4; week++) beside[week] = besideClicks[week] = 0;
  if (plan.channels) clearChannels(space);
  const isBeside = plan.channels && program === tiktokShop;
  const splits = plan.splits[program]!;
  const reverses = splits && returnsReverse(plan, work, program);
  const terms = { splits, reverses, extra: drawn(work, plan.at.overDispersion) };
  for (let product = 0; product < plan.products.length; product++) {
    const funnel = plan.funnels[program]![product]!;
    space.offered[product] = funnel ? 1 : 0;
    if (!funnel) continue;
    commissionRow(plan, work, program, product);
    rates.click = drawn(work, funnel.click) * unpaidFactor(plan, work, program);
    rates.orders = drawn(work, funnel.conversion);
    rates.share = drawn(work, funnel.returned);
    if (isBeside) expectBeside(plan, work, product, returnsCost(terms) ? 1 - rates.share : 1);
    expectRow(plan, work, program, product);
    if (keeps) keepExpected(plan, work, program, product);
  }
  if (isBeside) addUpChannels(plan, space);
  for (let week = 0; week < weeks; week++) {
    space.clicks[week] = clicks[week]!;
    space.gross[week] = gross[week]!;
    space.reversed[week] = reverses ? reversed[week]! : 0;
  }
  if (plan.expected) space.noise.fill(0);
  else noiseRow({ gross, returned: reversed, squares }, terms, space.noise);
};

const expectRow = (plan: Plan, work: Workspace, program: number, product: number): void => {
  const { each } = work.programs[program]!;
  const { click, orders, share } = rates;
  const from = 8 * product * plan.weeks;
  const stays = plan.splits[program] ? 1 : 1 - share;
  const [views, worth] = [work.views.byteOffset + from, each.byteOffset + from];
  kernel.expectRow(views, worth, plan.weeks, click, orders, stays, share);
};

/** Expected orders and clicks of a product from LIVEs and the showcase tab, into `beside`; what each channel earns is added up. */
const expectBeside = (plan: Plan, work: Workspace, product: number, netted: number): void => {
  const { liveClick, liveOrders, tabClick, tabOrders } = besideRates(plan, work, product);
  const { channels, each } = work.programs[tiktokShop]!;
  const { views, liveViewers, viewsByWeek } = work;
  const { video, live, showcase } = channels;
  const { weeks } = plan;
  const from = product * weeks;
  const row = plan.perProduct ? from : 0;
  const sold = rates.click * rates.orders;
  for (let week = 0; week < weeks; week++) {
    const inLive = liveViewers[week]! * liveClick * reach[week]!;
    const inTab = viewsByWeek[week]! * tabClick * reach[week]!;
    besideClicks[week] = inLive + inTab;
    clicks[week] = clicks[week]! + besideClicks[week]!;
    beside[week] = inLive * liveOrders + inTab * tabOrders;
    const worth = each[from + week]! * netted;
    const at = row + week;
    video[at] = video[at]! + views[from + week]! * reach[week]! * sold * worth;
    live[at] = live[at]! + inLive * liveOrders * worth;
    showcase[at] = showcase[at]! + inTab * tabOrders * worth;
  }
};

const keepExpected = (plan: Plan, work: Workspace, program: number, product: number): void => {
  const { kept, returned, productClicks } = work.programs[program]!;
  const { click, orders, share } = rates;
  const from = 8 * product * plan.weeks;
  const own = plan.perProduct ? productClicks.byteOffset + from : 0;
  const [views, stays, back] = [
    work.views.byteOffset + from,
    kept.byteOffset + from,
    returned.byteOffset + from,
  ];
  kernel.keepExpected(views, stays, back, own, plan.weeks, click, orders, share);
};
