import type { Distribution, Quantity } from '../domain/quantity.ts';
import { distributionProblem, type Range } from './distribution/distribution-problem.ts';
import { lawOf } from './distribution/law-of.ts';
import type { Law } from './distribution/law.ts';
import { quantileTable, type QuantileTable } from './quantile-table.ts';

/** How one uncertain quantity is drawn, once per future. */
export interface Slot {
  /** Where it stands in the scenario: `products.0.price`. */
  readonly path: string;
  readonly quantity: Quantity;
  readonly range: Range;
  readonly sampler: Sampler;
}

export type Sampler =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'table'; readonly table: QuantileTable }
  | { readonly kind: 'law'; readonly law: Law };

const grain = { octaves: 12, cellBits: 3 };
const remembered = new Map<string, Sampler>();
const rememberedMost = 4000;

const samplerOf = (value: Distribution): Sampler => {
  const law = lawOf(value);
  if (law.quantile(0.25) === law.quantile(0.75) && law.density === null && law.cdf(law.mean) === 1)
    return { kind: 'constant', value: law.quantile(0.5) };
  if (value.kind === 'mixture' || law.density === null) return { kind: 'law', law };
  if (value.kind === 'uniform' || value.kind === 'triangular') return { kind: 'law', law };
  return { kind: 'table', table: quantileTable(law, grain) };
};

/** The sampler of a distribution; tables are kept between runs, so that dragging one slider rebuilds one. */
export const rememberedSampler = (value: Distribution): Sampler => {
  if (value.kind === 'constant') return { kind: 'constant', value: value.value };
  const key = JSON.stringify(value);
  const known = remembered.get(key);
  if (known) return known;
  if (remembered.size >= rememberedMost) remembered.clear();
  const sampler = samplerOf(value);
  remembered.set(key, sampler);
  return sampler;
};

/** A slot's value at one point of the unit interval. */
export const valueOf = ({ sampler, range }: Slot, u: number): number => {
  if (sampler.kind === 'constant') return sampler.value;
  const law = sampler.kind === 'table' ? sampler.table.law : sampler.law;
  return Math.min(range.max, Math.max(range.min, law.quantile(u)));
};

/** Collects the quantities of a scenario in a fixed order; the place in the list is the place of its draw. */
export interface SlotList {
  add(path: string, quantity: Quantity, range: Range): number;
}

/** Problems found so far, and the path of every quantity. */
export interface ProblemList extends SlotList {
  readonly problems: readonly { readonly path: string; readonly message: string }[];
  readonly paths: readonly { readonly path: string }[];
}

/** A list that only checks: problems with the parameters, as sentences. */
export const problemList = (): ProblemList => {
  const problems: { path: string; message: string }[] = [];
  const paths: { path: string }[] = [];
  return {
    problems,
    paths,
    add: (path, quantity, range) => {
      const message = distributionProblem(quantity.value, range);
      if (message !== null) problems.push({ path, message });
      return paths.push({ path }) - 1;
    },
  };
};

/** A list that builds samplers. */
export const slotList = (): SlotList & { readonly slots: Slot[] } => {
  const slots: Slot[] = [];
  return {
    slots,
    add: (path, quantity, range) =>
      slots.push({ path, quantity, range, sampler: rememberedSampler(quantity.value) }) - 1,
  };
};
