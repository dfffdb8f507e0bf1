import { log } from './special/elementary.ts';
import { countRow } from './count-sampler.ts';
import { fastExp } from './fast-exp.ts';
import { amazon, type Plan } from './plan.ts';
import { fillRow, openRows, openStream, purpose } from './random-stream.ts';
import { normalOf } from './standard-normal.ts';
import { drawn, type Workspace } from './workspace.ts';

/** Bounties that all Amazon clicks of a week would bring: Poisson counts. */
const drawBounties = (plan: Plan, work: Workspace, trial: number): void => {
  const slots = plan.at.terms.bounties;
  if (!slots) return;
  const { bounties, rare } = work;
  const perClick = drawn(work, slots.perClick);
  const { clicks } = work.programs[amazon]!;
  for (let week = 0; week < plan.weeks; week++) bounties[week] = clicks[week]! * perClick;
  if (!plan.counted) return;
  openRows(plan.seed, trial, purpose.bounties);
  openStream(rare, plan.seed, trial, purpose.bounties + purpose.rare);
  countRow(bounties);
};

/** Income on Amazon itself by week, minor units: lognormal around its median × season × growth, whatever the strategy. */
const drawOnAmazon = (plan: Plan, work: Workspace, trial: number): void => {
  const slots = plan.at.terms.onAmazon;
  if (!slots) return;
  const { onAmazon, draws } = work;
  openRows(plan.seed, trial, purpose.onAmazon);
  fillRow(draws, plan.weeks);
  const median = drawn(work, slots.perWeek) * plan.minorPerMajor;
  const sd = drawn(work, slots.logSd);
  const growth = log(1 + drawn(work, plan.at.content.growth)) * (7 / 365.25);
  for (let week = 0; week < plan.weeks; week++)
    onAmazon[week] = median * plan.season[week]! * fastExp(growth * week + sd * normalOf(draws[week]!));
};

/** Income that comes beside orders. */
export const drawSideIncome = (plan: Plan, work: Workspace, trial: number): void => {
  drawBounties(plan, work, trial);
  drawOnAmazon(plan, work, trial);
};
