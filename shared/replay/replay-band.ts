import { minor, type Minor } from '../domain/money.ts';
import type { Program } from '../domain/program.ts';
import type { Reference, ReplayRanges } from '../domain/reference.ts';
import type { ReplayBand, ReplayTerms } from '../domain/replay.ts';

const rangesOf = (program: Program, terms: ReplayTerms, reference: Reference): ReplayRanges => {
  const target = terms.kind === 'amazon-card' ? 'amazon' : 'tiktok-shop';
  if (program === target) return reference.replayRanges.sameProgram;
  return target === 'amazon'
    ? reference.replayRanges.tiktokShopToAmazon
    : reference.replayRanges.amazonToTiktokShop;
};

const half = ({ low, high }: { readonly low: number; readonly high: number }): number =>
  Math.log(high / low) / 2;

const times = (amount: Minor, factor: number): Minor => {
  const product = amount * factor;
  return minor(Math.sign(product) * Math.round(Math.abs(product)) + 0);
};

/** What the replayed money could have been if the same videos had sold under the other program; see `ReplayBand`. */
export const replayBand = (
  replayed: Minor,
  { program, terms, reference }: { program: Program; terms: ReplayTerms; reference: Reference },
): ReplayBand => {
  const ranges = rangesOf(program, terms, reference);
  const names = ['conversion', 'basket', 'availability'] as const;
  const drivers = names.map(name => ({ name, ...ranges[name] }));
  const centre = drivers.reduce((product, { low, high }) => product * Math.sqrt(low * high), 1);
  const spread = Math.hypot(...drivers.map(half));
  const ends = [times(replayed, centre * Math.exp(-spread)), times(replayed, centre * Math.exp(spread))];
  return {
    low: minor(Math.min(...ends)),
    high: minor(Math.max(...ends)),
    drivers: drivers
      .toSorted((a, b) => half(b) - half(a))
      .map(({ name, low, high, provenance }) => ({
        name,
        lowFactor: low,
        highFactor: high,
        low: times(replayed, low),
        high: times(replayed, high),
        provenance,
      })),
  };
};
