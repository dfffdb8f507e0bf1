import { drawBinomial } from './binomial.ts';
import { commissionRow } from './commission-row.ts';
import { countTable } from './count-table.ts';
import { countRow } from './count-sampler.ts';
import { drawGamma } from './gamma-sampler.ts';
import { amazon, tiktokShop, type Plan } from './plan.ts';
import type { FunnelSlots } from './product-slots.ts';
import { fillDraws, openStream, purpose } from './random-stream.ts';
import { drawn, drawnOr, type ProgramSpace, type Workspace } from './workspace.ts';

const poisson = countTable(0);

const funnelOf = (plan: Plan, program: number, p: number): FunnelSlots | null => {
  const slots = plan.at.products[p]!;
  if (program === amazon) return slots.amazon;
  return program === tiktokShop ? slots.tiktokShop : slots.storefront;
};

/** One product on one program, in the future at hand. */
interface Cell {
  readonly program: number;
  readonly product: number;
  readonly funnel: FunnelSlots;
  /** Kept, returned and commission rows of this product. */
  readonly kept: Float64Array;
  readonly returned: Float64Array;
  readonly each: Float64Array;
}

/**
 * Computes what all videos on one program would bring: orders kept and returned by product and week (counts, over-dispersed,
 * split by the return share), the commission of both by week, clicks by week.
 */
export const programOutcome = (plan: Plan, work: Workspace, program: number, trial: number): void => {
  const space = work.programs[program]!;
  space.gross.fill(0);
  space.reversed.fill(0);
  space.clicks.fill(0);
  space.channels.fill(0);
  openStream(work.state, plan.seed, trial, purpose.orders + program);
  openStream(work.rare, plan.seed, trial, purpose.orders + program + purpose.rare);
  for (let product = 0; product < plan.products.length; product++) {
    const funnel = funnelOf(plan, program, product);
    space.offered[product] = funnel ? 1 : 0;
    if (!funnel) continue;
    const from = product * plan.weeks;
    const to = from + plan.weeks;
    const cell: Cell = {
      program,
      product,
      funnel,
      kept: space.kept.subarray(from, to),
      returned: space.returned.subarray(from, to),
      each: space.each.subarray(from, to),
    };
    commissionRow(plan, work, { program, product, out: cell.each });
    expectOrders(plan, work, cell);
    countOrders(plan, work, cell);
    addCommission(plan, space, cell);
  }
};

/** Expected orders of each week, into `work.means`; clicks are added up by week. */
const expectOrders = (plan: Plan, work: Workspace, { program, product, funnel }: Cell): void => {
  const { means, views } = work;
  const { clicks } = work.programs[program]!;
  const { terms, content, adoptionFactor } = plan.at;
  const reach = work.reach[program]!;
  const from = product * plan.weeks;
  const unpaid = program === amazon ? 1 - drawnOr(work, content.boosted, 0) : 1;
  const click = drawn(work, funnel.click) * unpaid;
  const factor =
    drawn(work, terms.programs[program]!.orderFactor) *
    drawn(work, content.marketFactor) *
    (program === tiktokShop ? drawn(work, adoptionFactor) : 1);
  const orders = drawn(work, funnel.conversion) * factor;
  for (let week = 0; week < means.length; week++) {
    const clicked = views[from + week]! * click * reach[week]!;
    clicks[week] = clicks[week]! + clicked;
    means[week] = clicked * orders;
  }
  if (program === tiktokShop) addChannels(plan, work, product, factor);
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
  if (!live && !showcase) return;
  const space = work.programs[tiktokShop]!;
  const { means, liveViewers, viewsByWeek } = work;
  const reach = work.reach[tiktokShop]!;
  const { clicks, channels, each } = space;
  const from = product * plan.weeks;
  const liveClick = live ? drawn(work, live.click) : 0;
  const liveOrders = live ? drawn(work, live.conversion) * factor : 0;
  const tabClick = showcase ? drawn(work, showcase.click) : 0;
  const tabOrders = showcase ? drawn(work, showcase.conversion) * factor : 0;
  for (let week = 0; week < means.length; week++) {
    const inLive = plan.at.content.lives ? liveViewers[week]! * liveClick * reach[week]! : 0;
    const inTab = viewsByWeek[week]! * tabClick * reach[week]!;
    clicks[week] = clicks[week]! + inLive + inTab;
    const worth = each[from + week]!;
    channels[0] = channels[0]! + means[week]! * worth;
    channels[1] = channels[1]! + inLive * liveOrders * worth;
    channels[2] = channels[2]! + inTab * tabOrders * worth;
    means[week] = means[week]! + inLive * liveOrders + inTab * tabOrders;
  }
};

/** Turns expected orders into counts of kept and returned ones. */
const countOrders = (plan: Plan, work: Workspace, cell: Cell): void => {
  const share = drawn(work, cell.funnel.returned);
  const { means } = work;
  const { kept, returned } = cell;
  for (let week = 0; week < means.length; week++) {
    returned[week] = means[week]! * share;
    kept[week] = means[week]! - returned[week]!;
  }
  if (plan.expected) return;
  const extra = drawn(work, plan.at.overDispersion);
  if (extra > 0) countDispersed(plan, work, cell, { share, extra });
  else countPoisson(plan, work, cell);
};

/** Kept and returned orders of a Poisson count are independent Poisson counts. */
const countPoisson = (plan: Plan, work: Workspace, { program, kept, returned }: Cell): void => {
  const { draws, rare, state } = work;
  const weeks = kept.length;
  const splits = plan.splits[program]!;
  fillDraws(state, draws, splits ? 4 * weeks : 2 * weeks);
  countRow(poisson, kept, kept, { draws, from: 0, rare });
  if (splits) countRow(poisson, returned, returned, { draws, from: 2 * weeks, rare });
};

/**
 * Over-dispersed counts: variance mean × (1 + extra). Where the over-dispersion is certain, negative binomial tables; else a
 * gamma factor with mean 1 on each week's expectation and a Poisson count. Each order is returned with the same chance.
 */
const countDispersed = (
  plan: Plan,
  work: Workspace,
  { program, kept, returned }: Cell,
  { share, extra }: { readonly share: number; readonly extra: number },
): void => {
  const { draws, rare, state, counts, means } = work;
  const weeks = kept.length;
  fillDraws(state, draws, 2 * weeks);
  if (plan.dispersed) countRow(plan.dispersed, means, counts, { draws, from: 0, rare });
  else {
    for (let week = 0; week < weeks; week++) {
      const mean = means[week]!;
      counts[week] = mean > 0 ? drawGamma(mean / extra, rare) * extra : 0;
    }
    countRow(poisson, counts, counts, { draws, from: 0, rare });
  }
  const splits = plan.splits[program]!;
  for (let week = 0; week < weeks; week++) {
    const back = drawBinomial(counts[week]!, share, rare);
    kept[week] = counts[week]! - back;
    if (splits) returned[week] = back;
  }
};

const addCommission = (plan: Plan, space: ProgramSpace, { program, kept, returned, each }: Cell): void => {
  const { gross, reversed } = space;
  const splits = plan.splits[program]!;
  for (let week = 0; week < kept.length; week++) {
    const worth = each[week]!;
    const back = splits ? worth * returned[week]! : 0;
    gross[week] = gross[week]! + worth * kept[week]! + back;
    reversed[week] = reversed[week]! + back;
  }
};
