import { splitRow } from './binomial.ts';
import { commissionRow } from './commission-row.ts';
import { countTable } from './count-table.ts';
import { countRow } from './count-sampler.ts';
import { bookedWeeks, returningWeeks, returnsReverse } from './delays.ts';
import { drawGamma } from './gamma-sampler.ts';
import { amazon, tiktokShop, type Plan } from './plan.ts';
import type { FunnelSlots } from './product-slots.ts';
import { sellRow } from './sell-row.ts';
import { fillDraws, openStream, purpose } from './random-stream.ts';
import { drawn, drawnOr, type CellSpace, type ProgramSpace, type Workspace } from './workspace.ts';

const poisson = countTable(0);

const funnelOf = (plan: Plan, program: number, p: number): FunnelSlots | null => {
  const slots = plan.at.products[p]!;
  if (program === amazon) return slots.amazon;
  return program === tiktokShop ? slots.tiktokShop : slots.storefront;
};

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
  const plain = isPlain(plan, work, program);
  for (let product = 0; product < plan.products.length; product++) {
    const funnel = funnelOf(plan, program, product);
    space.offered[product] = funnel ? 1 : 0;
    if (!funnel) continue;
    const cell = space.cells[product]!;
    commissionRow(plan, work, { program, product, out: cell.each });
    if (plain) {
      sellPlain(plan, work, { program, product, funnel });
      continue;
    }
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

const sellPlain = (plan: Plan, work: Workspace, { program, product, funnel }: Place): void => {
  const space = work.programs[program]!;
  const { state, draws, sold, rare, views } = work;
  fillDraws(state, draws, plan.weeks);
  const reach = work.reach[program]!;
  const { clicks, gross } = space;
  const { click, orders } = ratesOf(plan, work, program, funnel);
  const share = drawn(work, funnel.returned);
  const from = product * plan.weeks;
  sellRow(
    space.cells[product]!,
    { views, from, reach, clicks, gross, draws, rare },
    { click, orders, share, sold },
  );
  space.orders[product] = sold.orders;
  space.returns[product] = sold.returns;
  space.earned[product] = sold.earned;
};

/** What multiplies all orders of a program in the future at hand. */
export const orderFactor = (plan: Plan, work: Workspace, program: number): number => {
  const { terms, content, adoptionFactor } = plan.at;
  return (
    drawn(work, terms.programs[program]!.orderFactor) *
    drawn(work, content.marketFactor) *
    (program === tiktokShop ? drawn(work, adoptionFactor) : 1)
  );
};

/** Clicks per view, orders per click, and what the latter is multiplied by. */
const ratesOf = (plan: Plan, work: Workspace, program: number, funnel: FunnelSlots) => {
  const { content } = plan.at;
  const unpaid = program === amazon ? 1 - drawnOr(work, content.boosted, 0) : 1;
  // A quick answer applies the factors on all orders afterwards, in every outer future.
  const factor = plan.quick ? 1 : orderFactor(plan, work, program);
  return {
    click: drawn(work, funnel.click) * unpaid,
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
  const { clicks } = work.programs[program]!;
  const reach = work.reach[program]!;
  const from = product * plan.weeks;
  const { click, orders, factor } = ratesOf(plan, work, program, funnel);
  for (let week = 0; week < means.length; week++) {
    const clicked = views[from + week]! * click * reach[week]!;
    clicks[week] = clicks[week]! + clicked;
    means[week] = clicked * orders;
  }
  if (plan.channels && program === tiktokShop) addChannels(plan, work, product, factor);
  if (plan.byCategory) narrow(work, program, from);
};

const narrow = (work: Workspace, program: number, from: number): void => {
  const { means } = work;
  const reach = work.productReach[program]!;
  for (let week = 0; week < means.length; week++) means[week] = means[week]! * reach[from + week]!;
};

/** Adds the expected orders of LIVEs and of the showcase tab, and notes what each channel is expected to earn. */
const addChannels = (plan: Plan, work: Workspace, product: number, factor: number): void => {
  const { live, showcase } = plan.at.products[product]!.tiktokShop!;
  const { clicks, channels, cells } = work.programs[tiktokShop]!;
  const { means, liveViewers, viewsByWeek } = work;
  const { each } = cells[product]!;
  const reach = work.reach[tiktokShop]!;
  const liveClick = live && plan.at.content.lives ? drawn(work, live.click) : 0;
  const liveOrders = live ? drawn(work, live.conversion) * factor : 0;
  const tabClick = showcase ? drawn(work, showcase.click) : 0;
  const tabOrders = showcase ? drawn(work, showcase.conversion) * factor : 0;
  for (let week = 0; week < means.length; week++) {
    const inLive = liveViewers[week]! * liveClick * reach[week]!;
    const inTab = viewsByWeek[week]! * tabClick * reach[week]!;
    clicks[week] = clicks[week]! + inLive + inTab;
    const worth = each[week]!;
    channels[0] = channels[0]! + means[week]! * worth;
    channels[1] = channels[1]! + inLive * liveOrders * worth;
    channels[2] = channels[2]! + inTab * tabOrders * worth;
    means[week] = means[week]! + inLive * liveOrders + inTab * tabOrders;
  }
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
  for (let week = 0; week < means.length; week++) {
    const mean = means[week]!;
    const back = mean * share;
    returned[week] = back;
    kept[week] = mean - back;
  }
  if (!plan.counted) return;
  const extra = drawn(work, plan.at.overDispersion);
  const splits = plan.splits[program]!;
  if (extra > 0) countDispersed(plan, work, cell, { splits, share, extra });
  else countPoisson(work, cell, splits);
};

/** Kept and returned orders of a Poisson count are independent Poisson counts. */
const countPoisson = (work: Workspace, { kept, returned }: CellSpace, splits: boolean): void => {
  const { draws, rare, state } = work;
  const weeks = kept.length;
  fillDraws(state, draws, splits ? 2 * weeks : weeks);
  countRow(poisson, kept, kept, { draws, from: 0, rare });
  if (splits) countRow(poisson, returned, returned, { draws, from: weeks, rare });
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
  const { draws, rare, state, counts, means } = work;
  const { kept, returned } = cell;
  const weeks = kept.length;
  fillDraws(state, draws, weeks);
  if (plan.dispersed) countRow(plan.dispersed, means, counts, { draws, from: 0, rare });
  else {
    for (let week = 0; week < weeks; week++) {
      const mean = means[week]!;
      counts[week] = mean > 0 ? drawGamma(mean / how.extra, rare) * how.extra : 0;
    }
    countRow(poisson, counts, counts, { draws, from: 0, rare });
  }
  splitRow(counts, means, { p: how.share, state: rare });
  kept.set(counts);
  if (how.splits) returned.set(means);
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
  for (let week = 0; week < kept.length; week++) {
    const worth = each[week]!;
    const back = returned[week]!;
    const sold = worth * kept[week]!;
    orders += kept[week]!;
    returns += back;
    if (week < how.booked) earned += sold;
    gross[week] = gross[week]! + sold;
    if (!how.splits) continue;
    const later = worth * back;
    gross[week] = gross[week]! + later;
    if (how.reverses) reversed[week] = reversed[week]! + later;
    if (week < how.booked && week >= how.returning) earned += later;
  }
  space.orders[product] = orders + returns;
  space.returns[product] = returns;
  space.earned[product] = earned;
};
