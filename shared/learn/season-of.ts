import type { EpochDay } from '../domain/day.ts';
import { fromEpochDay, toEpochDay } from '../domain/day.ts';
import type { Day } from '../domain/day.ts';
import type { Market } from '../domain/market.ts';
import type { Provenance } from '../domain/provenance.ts';
import type { Reference } from '../domain/reference.ts';

export interface SeasonFactors {
  readonly factors: number[];
  readonly provenance: Provenance;
}

/** The market's season profile; the US one stands in, as a stated guess, where there is none. */
export const seasonOf = (market: Market, reference: Reference): SeasonFactors => {
  const own = reference.seasons[market];
  if (own) return { factors: [...own.factors], provenance: own.provenance };
  const us = reference.seasons.US;
  if (us) {
    const note = `No profile of the shopping year is known for ${market}: the one of the US stands in`;
    return { factors: [...us.factors], provenance: { kind: 'guess', note } };
  }
  const note = `No profile of the shopping year is known for ${market}: every week counts the same`;
  return { factors: Array.from({ length: 53 }, () => 1), provenance: { kind: 'guess', note } };
};

/** Index 0–52 into a season profile: 0 = 1–7 January. */
export const weekOfYear = (epoch: EpochDay): number => {
  const on = fromEpochDay(epoch);
  return Math.min(52, Math.floor((epoch - toEpochDay(`${on.slice(0, 4)}-01-01` as Day)) / 7));
};

/** Season-weighted weeks from one day to another, both included: 7 days at factor 1 are one. */
export const seasonWeeks = (factors: readonly number[], from: EpochDay, to: EpochDay): number => {
  let sum = 0;
  for (let epoch = from; epoch <= to; epoch += 1) sum += factors[weekOfYear(epoch)]! / 7;
  return sum;
};
