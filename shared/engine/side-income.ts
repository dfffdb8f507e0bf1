import { log } from './special/elementary.ts';
import { countRow } from './count-sampler.ts';
import { expRow } from './fast-exp.ts';
import { amazon, type Plan } from './plan.ts';
import { fillRow, openRows, openStream, purpose } from './random-stream.ts';
import { normalRow } from './standard-normal.ts';
import { drawn, type Workspace } from './workspace.ts';

/** Bounties that all Amazon clicks of a week would bring: Poisson counts. */
const drawBounties = (plan: Plan, work: Workspace, trial: number): void => {
  const slots = plan.at.terms.bounties;
  if (!slots) return;
  const { bounties, rare } = work;
  const perClick = drawn(work, slots.perClick);
  const { clicks } = work.programs[amazon]!;
  const { weeks } = plan;
  for (let week = 0; week < weeks; week++) bounties[week] = clicks[week]! * perClick;
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
  const { season, weeks } = plan;
  openRows(plan.seed, trial, purpose.onAmazon);
  fillRow(draws, weeks);
  const median = drawn(work, slots.perWeek) * plan.minorPerMajor;
  const sd = drawn(work, slots.logSd);
  const growth = log(1 + drawn(work, plan.at.content.growth)) * (7 / 365.25);
  normalRow(draws, onAmazon, weeks, sd);
  for (let week = 0; week < weeks; week++) onAmazon[week] = growth * week + onAmazon[week]!;
  expRow(onAmazon);
  for (let week = 0; week < weeks; week++) onAmazon[week] = median * season[week]! * onAmazon[week]!;
};

/** Income that comes beside orders. */
export const drawSideIncome = (plan: Plan, work: Workspace, trial: number): void => {
  drawBounties(plan, work, trial);
  drawOnAmazon(plan, work, trial);
};
