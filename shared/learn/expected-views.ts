import type { Distribution } from '../domain/quantity.ts';
import { lawOf } from '../engine/distribution/law-of.ts';
import { normalCdf } from '../engine/special/normal.ts';

/** The engine's own limits: a fat tail takes over at the 95th percentile, and no video exceeds 1,000 times the median. */
const tailStart = 1.6448536269514722;
const largestMultiple = 1000;

/** Mean views of a video over its median: lognormal body, Pareto tail beyond the 95th percentile (`tail` null = none), capped. */
export const meanOverMedian = (logSd: number, tail: number | null): number => {
  const whole = Math.exp((logSd * logSd) / 2);
  if (tail === null) return whole;
  const threshold = Math.exp(logSd * tailStart);
  const body = whole * normalCdf(tailStart - logSd);
  const cut = (largestMultiple / threshold) ** (1 - tail);
  return body + (0.05 * threshold * (tail - cut)) / (tail - 1);
};

/** Mean of a function of a random quantity by the midpoint rule over its quantiles. */
export const meanOf = (value: Distribution, of: (x: number) => number): number => {
  const law = lawOf(value);
  const points = 64;
  let sum = 0;
  for (let i = 0; i < points; i++) sum += of(law.quantile((i + 0.5) / points));
  return sum / points;
};

/** Mean of a quantity's own distribution. */
export const mean = (value: Distribution): number => lawOf(value).mean;

/** Mean over the horizon of the level that a random walk in log with growth gives, season apart; week 0 = 1. */
export const meanLevel = (drift: Distribution, growthPerYear: Distribution, weeks: number): number => {
  let sum = 0;
  for (let week = 0; week < weeks; week++) {
    const walk = meanOf(drift, sd => Math.exp((sd * sd * week) / 2));
    const growth = meanOf(growthPerYear, rate => (1 + rate) ** (week / (365.25 / 7)));
    sum += walk * growth;
  }
  return sum / weeks;
};
