import { day, daysBetween } from '../domain/day.ts';
import type { Program } from '../domain/program.ts';
import type { Scenario } from '../domain/scenario.ts';
import type { Calendar } from './calendar.ts';
import { tiktokShop } from './plan.ts';

const names: readonly Program[] = ['amazon', 'tiktok-shop', 'storefront'];

/** When storefronts ended worldwide. */
export const storefrontsEnded = day('2023-09-12');

/** Season factor of each week's middle day. */
export const seasonOf = (scenario: Scenario, calendar: Calendar): Float64Array =>
  Float64Array.from(calendar.weekOfYear, week => scenario.content.season.factors[week]!);

/** Days of a week that lie in [from, to), in days from the start. */
const daysWithin = (week: number, from: number, to: number): number =>
  Math.max(0, Math.min(to, week * 7 + 7) - Math.max(from, week * 7));

/** Factor of the adoption points in each week: linear between points, flat outside, 1 without points. */
export const adoptionCurve = (scenario: Scenario): Float64Array => {
  const points = scenario.adoption.toSorted((a, b) => a.week - b.week);
  return Float64Array.from({ length: scenario.weeks }, (_, week) => {
    const next = points.findIndex(point => point.week >= week);
    if (points.length === 0) return 1;
    if (next === 0) return points[0]!.factor;
    if (next === -1) return points.at(-1)!.factor;
    const [a, b] = [points[next - 1]!, points[next]!];
    return a.factor + ((b.factor - a.factor) * (week - a.week)) / (b.week - a.week);
  });
};

const peaksOf = (scenario: Scenario, program: Program): Float64Array => {
  const row = new Float64Array(scenario.weeks).fill(1);
  for (const peak of scenario.content.peaks ?? []) {
    if (peak.programs && !peak.programs.includes(program)) continue;
    const from = daysBetween(scenario.start, peak.from);
    const to = daysBetween(scenario.start, peak.to) + 1;
    for (let week = 0; week < row.length; week++)
      row[week] = row[week]! * (1 + (daysWithin(week, from, to) / 7) * (peak.factor - 1));
  }
  return row;
};

const storefrontOpen = (scenario: Scenario): Float64Array => {
  const endsOn = scenario.programs.storefront?.endsOn;
  const end = endsOn === null ? Infinity : daysBetween(scenario.start, endsOn ?? storefrontsEnded);
  return Float64Array.from({ length: scenario.weeks }, (_, week) => daysWithin(week, -Infinity, end) / 7);
};

/** What multiplies a program's orders in each week of every future: season, dated peaks, adoption points, the storefront's end. */
export const orderFactors = (scenario: Scenario, calendar: Calendar): Float64Array[] => {
  const season = seasonOf(scenario, calendar);
  const adoption = adoptionCurve(scenario);
  const open = storefrontOpen(scenario);
  return names.map((name, program) => {
    const peaks = peaksOf(scenario, name);
    return season.map(
      (factor, week) =>
        factor *
        peaks[week]! *
        (program === tiktokShop ? adoption[week]! : 1) *
        (name === 'storefront' ? open[week]! : 1),
    );
  });
};
