import { refundCancels } from './ledger.ts';
import { tiktokShop, type Plan } from './plan.ts';
import { drawn, type Workspace } from './workspace.ts';

/** Weeks from sale to return in the future at hand. */
export const returnDelay = (plan: Plan, work: Workspace, program: number): number =>
  Math.round(drawn(work, plan.at.terms.programs[program]!.returnWeeks));

/** Days to payment in the future at hand. */
export const paymentDays = (plan: Plan, work: Workspace, program: number): number =>
  Math.round(drawn(work, plan.at.terms.programs[program]!.payDays));

/** Whether returns take the commission back: always, but for TikTok Shop's after settlement. */
export const returnsReverse = (plan: Plan, work: Workspace, program: number): boolean =>
  program !== tiktokShop || refundCancels(returnDelay(plan, work, program), paymentDays(plan, work, program));

/** Whether a returned order costs its commission: at once where returns are not booked apart, else where they reverse it. */
export const returnsCost = (returns: { readonly splits: boolean; readonly reverses: boolean }): boolean =>
  !returns.splits || returns.reverses;

/** Weeks whose orders are booked within the horizon: those before this one. */
export const bookedWeeks = (plan: Plan, program: number): number => plan.weeks - plan.bookingLags[program]!;

/** Weeks whose returns are booked within the horizon: those before this one. */
export const returningWeeks = (plan: Plan, work: Workspace, program: number): number =>
  returnsReverse(plan, work, program) ? bookedWeeks(plan, program) - returnDelay(plan, work, program) : 0;
