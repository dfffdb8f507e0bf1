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
