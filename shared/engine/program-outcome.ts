import { mostWeeks } from './calendar.ts';
import { addUpChannels, clearChannels } from './channel-sums.ts';
import { commissionRow } from './commission-row.ts';
import { bookedWeeks, returningWeeks, returnsCost, returnsReverse } from './delays.ts';
import { besideRates, orderFactor, unpaidFactor } from './funnel.ts';
import { holdReach } from './hold-reach.ts';
import { tiktokShop, type Plan } from './plan.ts';
import { kernel, kernelDoubles, kernelWords } from './kernel.ts';
import type { FunnelSlots } from './product-slots.ts';
import { endProgram, keepRow, beginProgram, sellRow, type Funnel } from './sell-row.ts';
import { openRows, openStream, purpose } from './random-stream.ts';
import { drawn, type Workspace } from './workspace.ts';

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
  const terms = tellProgram(plan, work, program);
  const isBeside = plan.channels && program === tiktokShop;
  holdReach(work.reach[program]!);
  for (let product = 0; product < plan.products.length; product++) {
    const funnel = plan.funnels[program]![product]!;
    space.offered[product] = funnel ? 1 : 0;
    if (!funnel) continue;
    commissionRow(plan, work, program, product);
    if (plan.byCategory) holdProductReach(plan, work, program, product);
    tellProduct(work, funnel, terms);
    if (isBeside) tellChannels(plan, work, product, terms);
    space.clicked[product] = kernel.sellProduct(product);
    space.totals.set(sums, 3 * product);
  }
  if (isBeside) addUpChannels(plan, space);
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

const reached = kernelDoubles(kernel.reach, mostWeeks);
const sums = kernelDoubles(kernel.sums, 3);

/** Reach of one product's videos by week, where events touch only some. */
const holdProductReach = (plan: Plan, work: Workspace, program: number, product: number): void => {
  const own = work.productReach[program]!;
  const { weeks } = plan;
  holdReach(work.reach[program]!);
  for (let week = 0; week < weeks; week++) reached[week] = reached[week]! * own[product * weeks + week]!;
};

/** What the products of a program have in common in the future at hand. */
interface ProgramTerms {
  /** What multiplies clicks, and orders. */
  readonly paid: number;
  readonly factor: number;
  readonly extra: number;
  /** Whether returned orders cost their commission. */
  readonly cost: boolean;
}

const programTerms = kernelWords(kernel.programTerms, 20);
const productTerms = kernelDoubles(kernel.productTerms, 9);

/** Tells `sellProduct` of `shared/kernel/orders.ts` where a program's rows stand and how its orders are booked. */
const tellProgram = (plan: Plan, work: Workspace, program: number): ProgramTerms => {
  const space = work.programs[program]!;
  const { video, live, showcase } = space.channels;
  const splits = plan.splits[program]!;
  const reverses = returnsReverse(plan, work, program);
  const isBeside = plan.channels && program === tiktokShop;
  programTerms[0] = work.views.byteOffset;
  programTerms[1] = space.each.byteOffset;
  programTerms[2] = space.kept.byteOffset;
  programTerms[3] = space.returned.byteOffset;
  programTerms[4] = plan.perProduct ? space.productClicks.byteOffset : 0;
  programTerms[5] = space.clicks.byteOffset;
  programTerms[6] = space.gross.byteOffset;
  programTerms[7] = space.reversed.byteOffset;
  programTerms[8] = work.means.byteOffset;
  programTerms[9] = isBeside ? work.liveViewers.byteOffset : 0;
  programTerms[10] = work.viewsByWeek.byteOffset;
  programTerms[11] = video.byteOffset;
  programTerms[12] = live.byteOffset;
  programTerms[13] = showcase.byteOffset;
  programTerms[14] = plan.weeks;
  programTerms[15] = plan.counted ? 1 : 0;
  programTerms[16] = splits ? 1 : 0;
  programTerms[17] = splits && reverses ? 1 : 0;
  programTerms[18] = bookedWeeks(plan, program);
  programTerms[19] = returningWeeks(plan, work, program);
  return {
    paid: unpaidFactor(plan, work, program),
    factor: orderFactor(plan, work, program),
    extra: drawn(work, plan.at.overDispersion),
    cost: returnsCost({ splits, reverses }),
  };
};

/** Tells it of one product: independent Poisson counts of orders kept and returned, given the gamma factor of over-dispersed ones. */
const tellProduct = (work: Workspace, funnel: FunnelSlots, terms: ProgramTerms): void => {
  const { paid, factor, extra, cost } = terms;
  const click = drawn(work, funnel.click) * paid;
  const share = drawn(work, funnel.returned);
  productTerms[0] = click;
  productTerms[1] = click * drawn(work, funnel.conversion) * factor;
  productTerms[2] = share;
  productTerms[3] = extra;
  productTerms[8] = cost ? 1 - share : 1;
};

/** Tells it of the orders that LIVEs and the showcase tab bring, whose expected commission is noted by channel. */
const tellChannels = (plan: Plan, work: Workspace, product: number, { factor }: ProgramTerms): void => {
  const { liveClick, liveOrders, tabClick, tabOrders } = besideRates(plan, work, product);
  productTerms[4] = liveClick;
  productTerms[5] = liveClick * liveOrders * factor;
  productTerms[6] = tabClick;
  productTerms[7] = tabClick * tabOrders * factor;
};
