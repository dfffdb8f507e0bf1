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

const sums = kernelDoubles(kernel.sums, 3);

/** Those of a strategy's weeks and products in the future at hand. */
export const channelSums = (plan: Plan, work: Workspace, strategy: number): ChannelSums => {
  const { video, live, showcase } = work.programs[tiktokShop]!.channels;
  const { productProgram } = plan.strategies[strategy]!;
  // In a quick answer the rows stand before what outer futures change.
  const reach = plan.quick ? work.reach[tiktokShop]!.byteOffset : 0;
  const rates = plan.quick && plan.ratesChange ? work.rateFactor[tiktokShop]!.byteOffset : 0;
  const { weeks } = plan;
  kernel.fillWith(sums.byteOffset, 3, 0);
  for (let from = 0; from < video.length; from += weeks) {
    if (productProgram && productProgram[from / weeks] !== tiktokShop) continue;
    kernel.channelRow(
      video.byteOffset + 8 * from,
      live.byteOffset + 8 * from,
      showcase.byteOffset + 8 * from,
      work.shares[tiktokShop]!.byteOffset,
      reach,
      rates,
      weeks,
    );
  }
  return { video: sums[0]!, live: sums[1]!, showcase: sums[2]! };
};
