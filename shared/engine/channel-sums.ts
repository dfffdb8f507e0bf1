import { kernel, kernelDoubles } from './kernel.ts';
import { tiktokShop, type Plan } from './plan.ts';
import type { ProgramSpace, Workspace } from './workspace.ts';

/** What a strategy is expected to earn on TikTok Shop by channel; only their proportions count. */
export interface ChannelSums {
  readonly video: number;
  readonly live: number;
  readonly showcase: number;
}

/** Empties a program's rows by channel before its products are added. */
export const clearChannels = ({ channels }: ProgramSpace): void => {
  channels.video.fill(0);
  channels.live.fill(0);
  channels.showcase.fill(0);
};

/** Where the row of all products begins: behind their own ones, where strategies choose by product. */
const allProducts = (plan: Plan): number => (plan.perProduct ? plan.products.length * plan.weeks : 0);

/** Sums of the products' rows, once all are there. */
export const addUpChannels = (plan: Plan, { channels: { video, live, showcase } }: ProgramSpace): void => {
  const all = allProducts(plan);
  if (all === 0) return;
  const { weeks, products } = plan;
  kernel.addRows(video.byteOffset, video.byteOffset + 8 * all, weeks, products.length);
  kernel.addRows(live.byteOffset, live.byteOffset + 8 * all, weeks, products.length);
  kernel.addRows(showcase.byteOffset, showcase.byteOffset + 8 * all, weeks, products.length);
};

const sums = kernelDoubles(kernel.sums, 3);

/** Those of a strategy's weeks and products in the future at hand. */
export const channelSums = (plan: Plan, work: Workspace, strategy: number): ChannelSums => {
  const { productProgram } = plan.strategies[strategy]!;
  kernel.fillWith(sums.byteOffset, 3, 0);
  if (!productProgram) addChannelRow(plan, work, allProducts(plan));
  else
    for (let p = 0; p < plan.products.length; p++)
      if (productProgram[p] === tiktokShop) addChannelRow(plan, work, p * plan.weeks);
  return { video: sums[0]!, live: sums[1]!, showcase: sums[2]! };
};

const addChannelRow = (plan: Plan, work: Workspace, from: number): void => {
  const { video, live, showcase } = work.programs[tiktokShop]!.channels;
  kernel.channelRow(
    video.byteOffset + 8 * from,
    live.byteOffset + 8 * from,
    showcase.byteOffset + 8 * from,
    work.shares[tiktokShop]!.byteOffset,
    // In a quick answer the rows stand before what outer futures change.
    plan.quick ? work.reach[tiktokShop]!.byteOffset : 0,
    plan.quick && plan.ratesChange ? work.rateFactor[tiktokShop]!.byteOffset : 0,
    plan.weeks,
  );
};
