import { tiktokShop, type Plan } from './plan.ts';
import type { ProgramSpace, Workspace } from './workspace.ts';

/** What a strategy is expected to earn on TikTok Shop by channel; only their proportions count. */
export interface ChannelSums {
  video: number;
  live: number;
  showcase: number;
}

/** Empties a program's rows by channel before its products are added. */
export const clearChannels = ({ channels }: ProgramSpace): void => {
  channels.video.fill(0);
  channels.live.fill(0);
  channels.showcase.fill(0);
};

const sums: ChannelSums = { video: 0, live: 0, showcase: 0 };

/** Those of a strategy's weeks and products in the future at hand; overwritten by the next. */
export const channelSums = (plan: Plan, work: Workspace, strategy: number): Readonly<ChannelSums> => {
  const { video, live, showcase } = work.programs[tiktokShop]!.channels;
  const { productProgram } = plan.strategies[strategy]!;
  const shares = work.shares[tiktokShop]!;
  const reach = work.reach[tiktokShop]!;
  const rates = work.rateFactor[tiktokShop]!;
  const { weeks } = plan;
  let fromVideo = 0;
  let fromLive = 0;
  let fromShowcase = 0;
  const rows = video.length / weeks;
  for (let p = 0; p < rows; p++) {
    if (productProgram && productProgram[p] !== tiktokShop) continue;
    for (let week = 0; week < weeks; week++) {
      // In a quick answer the rows stand before what outer futures change.
      const outer = plan.quick ? reach[week]! * (plan.ratesChange ? rates[week]! : 1) : 1;
      const times = shares[week]! * outer;
      const at = p * weeks + week;
      fromVideo += times * video[at]!;
      fromLive += times * live[at]!;
      fromShowcase += times * showcase[at]!;
    }
  }
  sums.video = fromVideo;
  sums.live = fromLive;
  sums.showcase = fromShowcase;
  return sums;
};
