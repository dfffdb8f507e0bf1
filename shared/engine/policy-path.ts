import type { EventDate } from '../domain/policy.ts';
import { amazon, tiktokShop, type EventPlan, type Plan } from './plan.ts';
import { nextUnit, openStream, purpose } from './random-stream.ts';
import { valueAt, type Draws, type Workspace } from './workspace.ts';

const daysPerYear = 365.25;

const elicitedDay = (date: Extract<EventDate, { kind: 'elicited' }>, u: number): number => {
  const ends = [0, date.within6, date.within12, date.within24];
  const days = [0, daysPerYear / 2, daysPerYear, 2 * daysPerYear];
  for (let i = 1; i < ends.length; i++) {
    if (u < ends[i]!)
      return days[i - 1]! + ((u - ends[i - 1]!) / (ends[i]! - ends[i - 1]!)) * (days[i]! - days[i - 1]!);
  }
  return Infinity;
};

/** Day an event begins, in whole days from the start, from two uniform numbers; Infinity = never. */
export const eventDay = (
  { event, from, to }: EventPlan,
  chance: { readonly probability: number; readonly happens: number; readonly when: number },
  afterDays: number,
): number => {
  const { date } = event;
  if (date.kind === 'elicited') return Math.floor(elicitedDay(date, chance.when));
  if (date.kind === 'hazard') return Math.floor((-Math.log(1 - chance.when) / date.perYear) * daysPerYear);
  if (chance.happens >= chance.probability) return Infinity;
  if (date.kind === 'after-days') return Math.floor(afterDays);
  return from + Math.floor(chance.when * (to - from + 1));
};

/** Multiplies a row of weeks by `effect` for the share of each week's days that lie in [from, to). */
export const applyWhile = (
  row: Float64Array,
  effect: number,
  { from, to }: { readonly from: number; readonly to: number },
): void => {
  const first = Math.max(0, Math.floor(from / 7));
  for (let week = first; week < row.length && week * 7 < to; week++) {
    const days = Math.min(to, week * 7 + 7) - Math.max(from, week * 7);
    row[week] = row[week]! * (1 + (days / 7) * (effect - 1));
  }
};

/** Draws the dates of all policy events and what they leave of each program's reach, week by week. */
export const drawPolicy = (plan: Plan, work: Workspace, trial: number, draws: Draws): void => {
  openStream(work.state, plan.seed, trial, purpose.events);
  work.reach[amazon]!.fill(1);
  work.reach[tiktokShop]!.fill(1);
  plan.events.forEach((each, i) => {
    const slots = plan.at.events[i]!;
    const happens = nextUnit(work.state);
    const when = nextUnit(work.state);
    const probability = valueAt(draws, slots.probability);
    const after = slots.days === null ? 0 : valueAt(draws, slots.days);
    const from = eventDay(each, { probability, happens, when }, after);
    work.eventDay[i] = from;
    const to = slots.duration === null ? Infinity : from + 7 * valueAt(draws, slots.duration);
    applyWhile(work.reach[amazon]!, valueAt(draws, slots.amazonReach), { from, to });
    applyWhile(work.reach[tiktokShop]!, valueAt(draws, slots.tiktokShopReach), { from, to });
  });
};
