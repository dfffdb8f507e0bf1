import { lawOf } from './distribution/law-of.ts';
import type { Plan } from './plan.ts';
import { exp } from './fast-exp.ts';

const daysPerYear = 365.25;

/** Chance by the scenario's own numbers that an event begins before `days` days have passed, had it no outer event. */
const aloneWithin = (plan: Plan, index: number, days: number): number => {
  const { event, from, to } = plan.events[index]!;
  const { date } = event;
  const happens = lawOf(event.probability.value).mean;
  switch (date.kind) {
    case 'fixed':
      return from < days ? happens : 0;
    case 'window':
      return happens * Math.min(1, Math.max(0, (days - from) / (to - from + 1)));
    case 'after-days':
      // Drawn days are rounded down, so those below count.
      return happens * lawOf(date.days.value).cdf(days - 1e-9);
    case 'hazard':
      return 1 - exp((-date.perYear * days) / daysPerYear);
    case 'elicited': {
      const half = daysPerYear / 2;
      const points = [0, date.within6, date.within12, date.within24];
      const ends = [0, half, 2 * half, 4 * half];
      const part = ends.findIndex(end => end >= days);
      if (part === -1) return date.within24;
      const [before, after] = [points[part - 1] ?? 0, points[part]!];
      const width = ends[part]! - (ends[part - 1] ?? 0);
      return before + ((after - before) * (days - (ends[part - 1] ?? 0))) / width;
    }
  }
};

/** Whether an event shares its first number with one that it happens within, however far out. */
const sharesNumber = ({ events }: Plan, index: number): boolean => {
  const { groupStart, parent } = events[index]!;
  for (let at = parent; at >= 0; at = events[at]!.parent)
    if (events[at]!.groupStart === groupStart) return true;
  return false;
};

/**
 * The chance that an event begins within the horizon as the scenario states it: what the simulated share scatters around. Null
 * where it takes more than a product: days counted from an outer event, or an outer event of the same exclusive group.
 */
export const assumedChance = (plan: Plan, index: number): number | null => {
  const { event, parent } = plan.events[index]!;
  const alone = aloneWithin(plan, index, plan.weeks * 7);
  if (parent < 0) return alone;
  const outer = assumedChance(plan, parent);
  const entangled = event.date.kind === 'after-days' || sharesNumber(plan, index);
  return outer === null || entangled ? null : outer * alone;
};
