import { minor, type Minor } from '../domain/money.ts';
import type { Program } from '../domain/program.ts';
import type { Provenance } from '../domain/provenance.ts';
import type { Quantity } from '../domain/quantity.ts';
import type { Reference } from '../domain/reference.ts';
import type { ReplayBand, ReplayTerms } from '../domain/replay.ts';
import { lawOf } from '../engine/distribution/law-of.ts';

interface Range {
  readonly low: number;
  readonly high: number;
  readonly provenance: Provenance;
}

export interface BandContext {
  readonly program: Program;
  readonly terms: ReplayTerms;
  readonly reference: Reference;
  /** Things bought beside linked products are known and left out: no basket is left to shrink. */
  readonly withoutHalo: boolean;
}

/** The middle 80 % of what a scenario believes, the other way round where the replay goes the other way. */
const beliefOf = ({ value, provenance }: Quantity, inverse: boolean): Range => {
  const law = lawOf(value);
  const [low, high] = [law.quantile(0.1), law.quantile(0.9)];
  return { low: inverse ? 1 / high : low, high: inverse ? 1 / low : high, provenance };
};

type Name = ReplayBand['drivers'][number]['name'];

/**
 * What moves when the same videos sell under the other program: the very beliefs from which scenarios compare the programs (`priors`).
 * Which products the other program sells is in the ratio of orders. Empty within one program.
 */
const rangesOf = ({
  program,
  terms,
  reference,
  withoutHalo,
}: BandContext): readonly (Range & { name: Name })[] => {
  const toAmazon = terms.kind === 'amazon-card';
  if (toAmazon === (program === 'amazon')) return [];
  const { tiktokOrdersPerAmazonOrder, amazonItemsPerOrder } = reference.priors;
  const conversion = beliefOf(tiktokOrdersPerAmazonOrder, toAmazon);
  const basket = beliefOf(amazonItemsPerOrder, !toAmazon);
  return [
    { name: 'conversion' as const, ...conversion },
    ...(withoutHalo ? [] : [{ name: 'basket' as const, ...basket }]),
  ];
};

const half = ({ low, high }: { readonly low: number; readonly high: number }): number =>
  Math.log(high / low) / 2;

const times = (amount: Minor, factor: number): Minor => {
  const product = amount * factor;
  return minor(Math.sign(product) * Math.round(Math.abs(product)) + 0);
};

/** What the replayed money could have been if the same videos had sold under the other program; see `ReplayBand`. */
export const replayBand = (replayed: Minor, context: BandContext): ReplayBand => {
  const drivers = rangesOf(context);
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
