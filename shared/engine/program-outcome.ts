import { splitRow } from './binomial-table.ts';
import { commissionRow } from './commission-row.ts';
import { countTable } from './count-table.ts';
import { countRow } from './count-sampler.ts';
import { bookedWeeks, returningWeeks, returnsReverse } from './delays.ts';
import { orderFactor, unpaidFactor } from './funnel.ts';
import { drawGamma } from './gamma-sampler.ts';
import { tiktokShop, type Plan } from './plan.ts';
import type { FunnelSlots } from './product-slots.ts';
import { endProgram, keepRow, beginProgram, sellRow, type Funnel } from './sell-row.ts';
import { openStream, purpose } from './random-stream.ts';
import { drawn, type CellSpace, type ProgramSpace, type Workspace } from './workspace.ts';

const poisson = countTable(0);

/**
 * Computes what all videos on one program would bring: orders kept and returned by product and week (counts, over-dispersed,
 * split by the return share), the commission of both by week, clicks by week, and each product's totals.
 */
export const programOutcome = (plan: Plan, work: Workspace, program: number, trial: number): void => {
  const space = work.programs[program]!;
  space.gross.fill(0);
  space.reversed.fill(0);
  space.clicks.fill(0);
  space.channels.fill(0);
  openStream(work.state, plan.seed, trial, purpose.orders + program);
  openStream(work.rare, plan.seed, trial, purpose.orders + program + purpose.rare);
  const reverses = returnsReverse(plan, work, program);
  const booked = bookedWeeks(plan, program);
  const returning = returningWeeks(plan, work, program);
  if (isPlain(plan, work, program)) {
    sellPlain(plan, work, program);
    return;
  }
  for (let product = 0; product < plan.products.length; product++) {
    const funnel = plan.funnels[program]![product]!;
    space.offered[product] = funnel ? 1 : 0;
    if (!funnel) continue;
    const cell = space.cells[product]!;
    commissionRow(plan, work, program, product);
    expectOrders(plan, work, { program, product, funnel });
    countOrders(plan, work, program, { cell, funnel });
    const splits = plan.splits[program]!;
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

/** Clicks per view, orders per click, and what the latter is multiplied by. */
const ratesOf = (plan: Plan, work: Workspace, program: number, funnel: FunnelSlots) => {
  // A quick answer applies the factors on all orders afterwards, in every outer future.
  const factor = plan.quick ? 1 : orderFactor(plan, work, program);
  return {
    click: drawn(work, funnel.click) * unpaidFactor(plan, work, program),
    orders: drawn(work, funnel.conversion) * factor,
    factor,
  };
};

interface Place {
  readonly program: number;
  readonly product: number;
  readonly funnel: FunnelSlots;
}

/** Expected orders of each week, into `work.means`; clicks are added up by week. */
const expectOrders = (plan: Plan, work: Workspace, { program, product, funnel }: Place): void => {
  const { means, views } = work;
  const space = work.programs[program]!;
  const { clicks } = space;
  const reach = work.reach[program]!;
  const from = product * plan.weeks;
  const { click, orders, factor } = ratesOf(plan, work, program, funnel);
  const { weeks } = plan;
  const sold = click * orders;
  let all = 0;
  for (let week = 0; week < weeks; week++) {
    const seen = views[from + week]! * reach[week]!;
    clicks[week] = clicks[week]! + seen * click;
    means[week] = seen * sold;
    all += seen;
  }
  space.clicked[product] = all * click;
  if (plan.channels && program === tiktokShop) addChannels(plan, work, product, factor);
  if (plan.byCategory) narrow(work, program, from);
};

const narrow = (work: Workspace, program: number, from: number): void => {
  const { means } = work;
  const reach = work.productReach[program]!;
  const { length } = means;
  for (let week = 0; week < length; week++) means[week] = means[week]! * reach[from + week]!;
};

/** Adds the expected orders of LIVEs and of the showcase tab, and notes what each channel is expected to earn. */
const addChannels = (plan: Plan, work: Workspace, product: number, factor: number): void => {
  const { live, showcase } = plan.at.products[product]!.tiktokShop!;
  const { clicks, clicked, channels, cells } = work.programs[tiktokShop]!;
  const { means, liveViewers, viewsByWeek } = work;
  const { each } = cells[product]!;
  const reach = work.reach[tiktokShop]!;
  const liveClick = live && plan.at.content.lives ? drawn(work, live.click) : 0;
  const liveOrders = live ? drawn(work, live.conversion) * factor : 0;
  const tabClick = showcase ? drawn(work, showcase.click) : 0;
  const tabOrders = showcase ? drawn(work, showcase.conversion) * factor : 0;
  let beside = 0;
  const { weeks } = plan;
  for (let week = 0; week < weeks; week++) {
    const inLive = liveViewers[week]! * liveClick * reach[week]!;
    const inTab = viewsByWeek[week]! * tabClick * reach[week]!;
    clicks[week] = clicks[week]! + inLive + inTab;
    beside += inLive + inTab;
    const worth = each[week]!;
    channels[0] = channels[0]! + means[week]! * worth;
    channels[1] = channels[1]! + inLive * liveOrders * worth;
    channels[2] = channels[2]! + inTab * tabOrders * worth;
    means[week] = means[week]! + inLive * liveOrders + inTab * tabOrders;
  }
  clicked[product] = clicked[product]! + beside;
};

interface Counting {
  readonly cell: CellSpace;
  readonly funnel: FunnelSlots;
}

/** Turns expected orders into counts of kept and returned ones. */
const countOrders = (plan: Plan, work: Workspace, program: number, { cell, funnel }: Counting): void => {
  const share = drawn(work, funnel.returned);
  const { means } = work;
  const { kept, returned } = cell;
  const { weeks } = plan;
  const stays = 1 - share;
  for (let week = 0; week < weeks; week++) {
    const mean = means[week]!;
    returned[week] = mean * share;
    kept[week] = mean * stays;
  }
  if (!plan.counted) return;
  const extra = drawn(work, plan.at.overDispersion);
  const splits = plan.splits[program]!;
  if (extra > 0) countDispersed(plan, work, cell, { splits, share, extra });
  else countPoisson(work, cell, splits);
};

/** Kept and returned orders of a Poisson count are independent Poisson counts. */
const countPoisson = (work: Workspace, { kept, returned }: CellSpace, splits: boolean): void => {
  countRow(poisson, kept, work);
  if (splits) countRow(poisson, returned, work);
};

interface Dispersing {
  readonly splits: boolean;
  readonly share: number;
  readonly extra: number;
}

/**
 * Over-dispersed counts: variance mean × (1 + extra). Where the over-dispersion is certain, negative binomial tables; else a
 * gamma factor with mean 1 on each week's expectation and a Poisson count. Each order is returned with the same chance.
 */
const countDispersed = (plan: Plan, work: Workspace, cell: CellSpace, how: Dispersing): void => {
  const { rare, means } = work;
  const { kept, returned } = cell;
  const { weeks } = plan;
  if (!work.dispersed)
    for (let week = 0; week < weeks; week++) {
      const mean = means[week]!;
      means[week] = mean > 0 ? drawGamma(mean / how.extra, rare) * how.extra : 0;
    }
  countRow(work.dispersed ?? poisson, means, work);
  splitRow(means, kept, how.splits ? returned : null, { p: how.share, state: rare });
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
