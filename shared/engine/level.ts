import { log } from './special/elementary.ts';
import { expRow, fastExp } from './fast-exp.ts';
import { tiktokShop, type Plan } from './plan.ts';
import { fillRow, openRows, purpose } from './random-stream.ts';
import { normalRow } from './standard-normal.ts';
import { drawn, type Workspace } from './workspace.ts';

const weeksPerYear = 365.25 / 7;

/** Level of the creator in each week: random walk in log level and growth; week 0 begins at the level itself. */
export const drawLevel = (plan: Plan, work: Workspace, trial: number): void => {
  const { content } = plan.at;
  const drift = drawn(work, content.levelDrift);
  const growth = log(1 + drawn(work, content.growth)) / weeksPerYear;
  const { level, draws } = work;
  const { weeks } = plan;
  if (drift === 0 && growth === 0) {
    level.fill(1);
    return;
  }
  level.fill(0);
  if (drift > 0) {
    openRows(plan.seed, trial, purpose.level);
    fillRow(draws, weeks);
    normalRow(draws, level, weeks);
  }
  let walk = 0;
  for (let week = 0; week < weeks; week++) {
    if (week > 0) walk += drift * level[week]!;
    level[week] = walk + growth * week;
  }
  expRow(level);
};

/** ln 81: weeks from 10 % to 90 % of a logistic curve, times its slope. */
const rise = log(81);

/** Multiplies TikTok Shop's reach by the market's S-curve: logistic in weeks, 1 on the calibration day. */
export const applyAdoption = (plan: Plan, work: Workspace): void => {
  const { adoptionMidpoint, adoptionRise } = plan.at;
  if (adoptionMidpoint === null || adoptionRise === null) return;
  const middle = drawn(work, adoptionMidpoint);
  const slope = rise / drawn(work, adoptionRise);
  const calibrated = plan.calibratedWeek;
  const at = 1 + fastExp(-slope * (calibrated - middle));
  const reach = work.reach[tiktokShop]!;
  const { means } = work;
  const { weeks } = plan;
  for (let week = 0; week < weeks; week++) means[week] = -slope * (week + 0.5 - middle);
  expRow(means);
  for (let week = 0; week < weeks; week++) reach[week] = (reach[week]! * at) / (1 + means[week]!);
};
