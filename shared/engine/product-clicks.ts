import { amazon, tiktokShop, type Plan } from './plan.ts';
import { drawn, drawnOr, type Workspace } from './workspace.ts';

/** Clicks on one product over the horizon if all its videos are on a program: links or anchors, LIVEs and the showcase tab. */
export const productClicks = (plan: Plan, work: Workspace, program: number, product: number): number => {
  const { amazon: link, tiktokShop: shop, storefront } = plan.at.products[product]!;
  const funnel = program === amazon ? link : program === tiktokShop ? shop : storefront;
  if (!funnel) return 0;
  const reach = work.reach[program]!;
  const { lives } = plan.at.content;
  const perView =
    drawn(work, funnel.click) * (program === amazon ? 1 - drawnOr(work, plan.at.content.boosted, 0) : 1);
  const inLive = program === tiktokShop && lives ? drawnOr(work, shop?.live?.click ?? null, 0) : 0;
  const inTab = program === tiktokShop ? drawnOr(work, shop?.showcase?.click ?? null, 0) : 0;
  let clicks = 0;
  for (let week = 0; week < plan.weeks; week++)
    clicks +=
      reach[week]! *
      (work.views[product * plan.weeks + week]! * perView +
        work.liveViewers[week]! * inLive +
        work.viewsByWeek[week]! * inTab);
  return clicks;
};
