import { mostWeeks } from './calendar.ts';
import { commissionRow } from './commission-row.ts';
import { returnsReverse } from './delays.ts';
import { besideRates, unpaidFactor } from './funnel.ts';
import { tiktokShop, type Plan } from './plan.ts';
import type { FunnelSlots } from './product-slots.ts';
import { drawn, type Workspace } from './workspace.ts';

// Constants of this module, so that the compiler embeds them in the loop below: see `sell-row.ts`.
const reach = new Float64Array(mostWeeks);
const beside = new Float64Array(mostWeeks);
const clicks = new Float64Array(mostWeeks);
const gross = new Float64Array(mostWeeks);
const reversed = new Float64Array(mostWeeks);
const squares = new Float64Array(mostWeeks);

interface Place {
  readonly program: number;
  readonly product: number;
  readonly funnel: FunnelSlots;
}

/**
 * What all videos on one program would bring in an inner future of a quick answer, in expectation and before policy events and
 * the factors on all orders: commission, what of it comes back later, clicks, and the sum of squared commissions of single
 * orders (their variance, were they Poisson) by week. With `keeps` also the orders of each product.
 */
export const expectProgram = (plan: Plan, work: Workspace, program: number, keeps: boolean): void => {
  const space = work.programs[program]!;
  const { weeks } = plan;
  const rows = work.reach[program]!;
  for (let week = 0; week < weeks; week++) {
    reach[week] = rows[week]!;
    beside[week] = clicks[week] = gross[week] = reversed[week] = squares[week] = 0;
  }
  space.channels.fill(0);
  for (let product = 0; product < plan.products.length; product++) {
    const funnel = plan.funnels[program]![product]!;
    space.offered[product] = funnel ? 1 : 0;
    if (!funnel) continue;
    commissionRow(plan, work, program, product);
    if (plan.channels && program === tiktokShop) expectBeside(plan, work, product);
    expectRow(plan, work, { program, product, funnel });
    if (keeps) keepExpected(plan, work, { program, product, funnel });
  }
  const reverses = plan.splits[program] === true && returnsReverse(plan, work, program);
  for (let week = 0; week < weeks; week++) {
    space.clicks[week] = clicks[week]!;
    space.gross[week] = gross[week]!;
    space.reversed[week] = reverses ? reversed[week]! : 0;
    space.noise[week] = squares[week]!;
  }
};

const expectRow = (plan: Plan, work: Workspace, { program, product, funnel }: Place): void => {
  const space = work.programs[program]!;
  const { each } = space;
  const { views } = work;
  const { weeks } = plan;
  const from = product * weeks;
  const click = drawn(work, funnel.click) * unpaidFactor(plan, work, program);
  const orders = drawn(work, funnel.conversion);
  const share = drawn(work, funnel.returned);
  const stays = plan.splits[program] ? 1 : 1 - share;
  let expected = 0;
  for (let week = 0; week < weeks; week++) {
    const i = (from + week) | 0;
    const clicked = views[i]! * reach[week]! * click;
    const worth = each[i]!;
    const video = clicked * orders * worth;
    const all = video + beside[week]! * worth;
    clicks[week] = clicks[week]! + clicked;
    gross[week] = gross[week]! + all * stays;
    reversed[week] = reversed[week]! + all * share;
    squares[week] = squares[week]! + all * stays * worth;
    expected += video;
  }
  space.channels[0] = space.channels[0]! + expected;
};

/** Expected orders of a product from LIVEs and the showcase tab, into `beside`; their clicks and worth are added up. */
const expectBeside = (plan: Plan, work: Workspace, product: number): void => {
  const { liveClick, liveOrders, tabClick, tabOrders } = besideRates(plan, work, product);
  const { channels, each } = work.programs[tiktokShop]!;
  const { liveViewers, viewsByWeek } = work;
  const { weeks } = plan;
  const from = product * weeks;
  for (let week = 0; week < weeks; week++) {
    const inLive = liveViewers[week]! * liveClick * reach[week]!;
    const inTab = viewsByWeek[week]! * tabClick * reach[week]!;
    clicks[week] = clicks[week]! + inLive + inTab;
    beside[week] = inLive * liveOrders + inTab * tabOrders;
    channels[1] = channels[1]! + inLive * liveOrders * each[from + week]!;
    channels[2] = channels[2]! + inTab * tabOrders * each[from + week]!;
  }
};

const keepExpected = (plan: Plan, work: Workspace, { program, product, funnel }: Place): void => {
  const space = work.programs[program]!;
  const { kept, returned } = space;
  const { views } = work;
  const from = product * plan.weeks;
  let seen = 0;
  const click = drawn(work, funnel.click) * unpaidFactor(plan, work, program);
  const orders = drawn(work, funnel.conversion);
  const share = drawn(work, funnel.returned);
  for (let week = 0; week < plan.weeks; week++) {
    const watched = views[from + week]! * reach[week]!;
    const mean = watched * click * orders + beside[week]!;
    seen += watched;
    kept[from + week] = mean * (1 - share);
    returned[from + week] = mean * share;
  }
  space.clicked[product] = seen * click;
};
