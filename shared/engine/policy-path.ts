import { log } from './special/elementary.ts';
import type { EventDate } from '../domain/policy.ts';
import { amazon, programCount, storefront, tiktokShop, type EventPlan, type Plan } from './plan.ts';
import { nextUnit, openStream, purpose } from './random-stream.ts';
import { rateLockDays } from './shop-rate-weeks.ts';
import { valueOf } from './slots.ts';
import { drawn, drawnOr, type Workspace } from './workspace.ts';

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

/** What decides the day of the event at hand; overwritten by the next. */
const chance = {
  /** It happens when `happens` lies in [above, above + probability). */
  above: 0,
  probability: 0,
  happens: 0,
  /** A uniform number for the date, and the days after the start. */
  when: 0,
  afterDays: 0,
};

/** Day the event at hand begins, in whole days from the start; Infinity = never. */
const dayOf = ({ event, from, to }: EventPlan): number => {
  const { date } = event;
  if (date.kind === 'elicited') return Math.floor(elicitedDay(date, chance.when));
  if (date.kind === 'hazard') return Math.floor((-log(1 - chance.when) / date.perYear) * daysPerYear);
  if (chance.happens < chance.above || chance.happens >= chance.above + chance.probability) return Infinity;
  if (date.kind === 'after-days') return Math.floor(chance.afterDays);
  return from + Math.floor(chance.when * (to - from + 1));
};

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Days of a week that lie in [from, to). */
const daysWithin = (week: number, { from, to }: Span): number =>
  Math.min(to, week * 7 + 7) - Math.max(from, week * 7);

interface Effect extends Span {
  readonly effect: number;
}

/** Adds to weeks of a row what an effect changes of them, for the share of each week's days that lie in [from, to). */
const addWhile = (row: Float64Array, during: Effect): void => {
  const { effect, from, to } = during;
  const { length } = row;
  for (let week = Math.max(0, Math.floor(from / 7)); week < length && week * 7 < to; week++) {
    const days = daysWithin(week, during);
    const share = days === 7 ? 1 : days / 7;
    if (days > 0) row[week] = row[week]! + share * (effect - 1);
  }
};

/** Multiplies a week of a row by an effect, for the share of its days that lie in [from, to). */
const multiplyWeek = (row: Float64Array, week: number, during: Effect): void => {
  row[week] = row[week]! * (1 + (daysWithin(week, during) / 7) * (during.effect - 1));
};

/** Multiplies the weeks of a row that overlap with [from, to) by an effect. */
const multiplyWhile = (row: Float64Array, during: Effect): void => {
  const { effect, from, to } = during;
  const first = Math.max(0, Math.floor(from / 7));
  const last = Math.min(row.length, Math.ceil(to / 7)) - 1;
  if (effect === 1 || last < first) return;
  multiplyWeek(row, first, during);
  for (let week = first + 1; week < last; week++) row[week] = row[week]! * effect;
  if (last > first) multiplyWeek(row, last, during);
};

/** Multiplies weeks of a row (which begins at `at`) by those of another, from the week that holds a day. */
const multiply = (
  row: Float64Array,
  by: Float64Array,
  { at, from }: { readonly at: number; readonly from: number },
): void => {
  const { length } = by;
  for (let week = Math.max(0, Math.floor(from / 7)); week < length; week++)
    row[at + week] = row[at + week]! * by[week]!;
};

/** Draws whether and when each event begins. Exclusive events share the first one's number and stand side by side in it. */
const drawDays = (plan: Plan, work: Workspace): void => {
  const { eventUnits, eventTaken, eventDay } = work;
  for (let i = 0; i < plan.events.length; i++) {
    const each = plan.events[i]!;
    const { groupStart } = each;
    const probability = drawn(work, plan.at.events[i]!.probability);
    const above = groupStart < i ? eventTaken[groupStart]! : 0;
    eventTaken[i] = probability;
    if (groupStart < i) eventTaken[groupStart] = above + probability;
    chance.above = above;
    chance.probability = probability;
    chance.happens = eventUnits[2 * groupStart]!;
    setTiming(plan, work, i);
    const day = dayOf(each);
    eventDay[i] = each.parent < 0 ? day : afterParent(each, eventDay[each.parent]!, day);
  }
};

/**
 * What decides the date once an event happens. A quick answer takes the place of the first number within its stretch instead of a
 * second number or of the drawn days: uniform as well, and so chance and date are stratified together. Days that are correlated
 * with something stay as drawn.
 */
const setTiming = (plan: Plan, work: Workspace, index: number): void => {
  const { kind } = plan.events[index]!.event.date;
  const { days } = plan.at.events[index]!;
  const place = (chance.happens - chance.above) / chance.probability;
  const asDrawn = kind === 'elicited' || kind === 'hazard' || plan.correlation?.slots.includes(days ?? -1);
  const joint = plan.quick !== null && !asDrawn && place > 0 && place < 1;
  chance.when = joint ? place : work.eventUnits[2 * index + 1]!;
  if (!joint) chance.afterDays = drawnOr(work, days, 0);
  else chance.afterDays = days === null ? 0 : valueOf(plan.slots[days]!, place);
};

const afterParent = (each: EventPlan, parentDay: number, day: number): number => {
  if (parentDay === Infinity) return Infinity;
  return each.event.date.kind === 'after-days' ? parentDay + day : Math.max(parentDay, day);
};

const touches = (products: readonly number[] | null, product: number): boolean =>
  products === null || products.includes(product);

/** The effect at hand; overwritten by the next. */
const during = { effect: 1, from: 0, to: 0 };

/** Gives the effect at hand to `work.means`, which hold ones until the first that changes something; says whether they still do. */
const addEffect = (work: Workspace, isChanged: boolean): boolean => {
  if (during.effect === 1) return isChanged;
  addWhile(isChanged ? work.means : work.means.fill(1), during);
  return true;
};

interface Playing extends Span {
  readonly index: number;
  readonly program: number;
  /** Its reach alone; −1 = of all products, by the parts that touch them all. */
  readonly product: number;
}

/**
 * What an event leaves of a program's reach by week, into `work.means`: first its stages, then its own effects until its end.
 * They follow each other, so a week they share is the mean over its days. False where nothing changes: nothing is written then.
 */
const playEvent = (plan: Plan, work: Workspace, playing: Playing): boolean => {
  const { index, program, product, from: start, to: end } = playing;
  const slots = plan.at.events[index]!;
  const each = plan.events[index]!;
  let isChanged = false;
  during.to = start;
  for (let s = 0; s < slots.stages.length; s++) {
    const stage = slots.stages[s]!;
    during.from = during.to;
    during.to = Math.min(end, during.from + 7 * drawn(work, stage.weeks));
    if (program === storefront || !touches(each.stageProducts[s]!, product)) continue;
    during.effect = drawn(work, stage.reach[program]!);
    isChanged = addEffect(work, isChanged);
  }
  if (!touches(each.products, product)) return isChanged;
  during.effect = drawnOr(work, slots.reach[program]!, 1);
  during.from = during.to;
  during.to = end;
  return addEffect(work, isChanged);
};

const applyEvent = (plan: Plan, work: Workspace, index: number): void => {
  const slots = plan.at.events[index]!;
  const { isWide } = plan.events[index]!;
  const from = work.eventDay[index]!;
  if (from >= 7 * plan.weeks) return;
  const to = slots.duration === null ? Infinity : from + 7 * drawn(work, slots.duration);
  for (const program of plan.programs) {
    if (isWide && slots.stages.length === 0) {
      during.effect = drawnOr(work, slots.reach[program]!, 1);
      during.from = from;
      during.to = to;
      multiplyWhile(work.reach[program]!, during);
    } else if (isWide) {
      if (playEvent(plan, work, { index, program, product: -1, from, to }))
        multiply(work.reach[program]!, work.means, { at: 0, from });
    } else
      for (let product = 0; product < plan.products.length; product++)
        if (playEvent(plan, work, { index, program, product, from, to }))
          multiply(work.productReach[program]!, work.means, { at: product * plan.weeks, from });
  }
  if (plan.ratesChange) applyRates(plan, work, { index, from, to });
};

/** Day on which an event's stages are over and its own effects begin. */
const afterStages = (
  plan: Plan,
  work: Workspace,
  { index, from }: { readonly index: number; readonly from: number },
): number => {
  let day = from;
  for (const { weeks } of plan.at.events[index]!.stages) day += 7 * drawn(work, weeks);
  return day;
};

/** Commission rates from the end of an event's stages on, while it lasts; a lowered TikTok Shop rate waits for the lock. */
const applyRates = (plan: Plan, work: Workspace, event: Span & { index: number }): void => {
  const { index, to } = event;
  const slots = plan.at.events[index]!;
  const { products } = plan.events[index]!;
  const from = afterStages(plan, work, event);
  during.to = to;
  during.from = from;
  during.effect = drawnOr(work, slots.amazonRate, 1);
  applyRate(plan, work, { products, program: amazon, from });
  const shop = drawnOr(work, slots.tiktokShopRate, 1);
  const lock = rateLockDays(plan.scenario);
  during.from = shop < 1 ? from + lock : from;
  during.effect = shop;
  applyRate(plan, work, { products, program: tiktokShop, from });
};

/** The effect at hand on a program's commission rates, of all products or those it touches. */
const applyRate = (
  plan: Plan,
  work: Workspace,
  touched: { readonly products: readonly number[] | null; readonly program: number; readonly from: number },
): void => {
  const { products, program, from } = touched;
  if (!addEffect(work, false)) return;
  if (products === null) multiply(work.rateFactor[program]!, work.means, { at: 0, from });
  else
    for (const product of products)
      multiply(work.productRate[program]!, work.means, { at: product * plan.weeks, from });
};

/** Two uniform numbers per event, from the future's stream. */
export const drawEventUnits = (plan: Plan, work: Workspace, trial: number): void => {
  openStream(work.state, plan.seed, trial, purpose.events);
  for (let i = 0; i < work.eventUnits.length; i++) work.eventUnits[i] = nextUnit(work.state);
};

/** The dates of all policy events and what they leave of each program's reach (which begins at `base`) and rates. */
export const applyPolicy = (plan: Plan, work: Workspace, base: readonly Float64Array[]): void => {
  for (let program = 0; program < programCount; program++) {
    work.reach[program]!.set(base[program]!);
    if (plan.ratesChange) work.rateFactor[program]!.fill(1);
    if (!plan.byCategory) continue;
    work.productReach[program]!.fill(1);
    work.productRate[program]!.fill(1);
  }
  if (plan.events.length === 0) return;
  drawDays(plan, work);
  for (let i = 0; i < plan.events.length; i++) applyEvent(plan, work, i);
};
