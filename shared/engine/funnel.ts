import { amazon, tiktokShop, type Plan } from './plan.ts';
import type { FunnelSlots } from './product-slots.ts';
import { drawn, drawnOr, type Workspace } from './workspace.ts';

/** Places of a product's click, conversion and return rates on a program; null where it is not offered. */
export const funnelOf = (plan: Plan, program: number, p: number): FunnelSlots | null => {
  const slots = plan.at.products[p]!;
  if (program === amazon) return slots.amazon;
  return program === tiktokShop ? slots.tiktokShop : slots.storefront;
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

/** Amazon pays nothing for clicks from boosted views. */
export const unpaidFactor = (plan: Plan, work: Workspace, program: number): number =>
  program === amazon ? 1 - drawnOr(work, plan.at.content.boosted, 0) : 1;
