import { amazon, tiktokShop, type Plan } from './plan.ts';
import { drawn, drawnOr, type Workspace } from './workspace.ts';

/** What multiplies all orders of a program in the future at hand. */
export const orderFactor = (plan: Plan, work: Workspace, program: number): number => {
  const { terms, content, adoptionFactor } = plan.at;
  return (
    drawn(work, terms.programs[program]!.orderFactor) *
    drawn(work, content.marketFactor) *
    (program === tiktokShop ? drawn(work, adoptionFactor) : 1)
  );
};

/** Amazon pays nothing for clicks from boosted views. */
export const unpaidFactor = (plan: Plan, work: Workspace, program: number): number =>
  program === amazon ? 1 - drawnOr(work, plan.at.content.boosted, 0) : 1;

/** Clicks per viewer and orders per click of what sells beside the video: LIVEs and the showcase tab. */
export interface BesideRates {
  liveClick: number;
  liveOrders: number;
  tabClick: number;
  tabOrders: number;
}

const rates: BesideRates = { liveClick: 0, liveOrders: 0, tabClick: 0, tabOrders: 0 };

/** Those of a product on TikTok Shop, before what multiplies all orders; overwritten by the next. */
export const besideRates = (plan: Plan, work: Workspace, product: number): Readonly<BesideRates> => {
  const { live, showcase } = plan.at.products[product]!.tiktokShop!;
  rates.liveClick = live && plan.at.content.lives ? drawn(work, live.click) : 0;
  rates.liveOrders = live ? drawn(work, live.conversion) : 0;
  rates.tabClick = showcase ? drawn(work, showcase.click) : 0;
  rates.tabOrders = showcase ? drawn(work, showcase.conversion) : 0;
  return rates;
};
