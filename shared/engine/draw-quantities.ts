import type { CorrelationPlan } from './correlation.ts';
import { kernel } from './kernel.ts';
import type { Plan } from './plan.ts';
import { tableValues, type Place } from './quantile-table.ts';
import { openRows, purpose, unitOf } from './random-stream.ts';
import type { Slot } from './slots.ts';
import { drawOf, normalOf } from './standard-normal.ts';
import type { Workspace } from './workspace.ts';

const { fillTo } = kernel;

/** Values of an uncertain slot for the given draws, kept inside its range. */
export const drawSlot = (slot: Slot, draws: Int32Array, out: Float64Array, place: Place): void => {
  const { sampler, range } = slot;
  if (sampler.kind === 'constant') return;
  if (sampler.kind === 'table') tableValues(sampler.table, draws, out, place);
  else
    for (let i = 0; i < place.count; i++)
      out[i] = sampler.law.quantile(unitOf(draws[place.from + i * place.stride]!));
  for (let i = 0; i < place.count; i++) {
    const value = out[i]!;
    out[i] = value < range.min ? range.min : value > range.max ? range.max : value;
  }
};

/** Normal scores of the future at hand. */
const scores: number[] = [];

/** Replaces the draws of correlated slots by draws of correlated ranks: Gaussian copula on normal scores. */
export const correlate = ({ slots, factor }: CorrelationPlan, draws: Int32Array, from: number): void => {
  for (let i = 0; i < slots.length; i++) scores[i] = normalOf(draws[from + slots[i]!]!);
  for (let i = 0; i < slots.length; i++) {
    const row = factor[i]!;
    let z = 0;
    for (let j = 0; j <= i; j++) z += row[j]! * scores[j]!;
    draws[from + slots[i]!] = drawOf(z);
  }
};

/**
 * Draws every quantity once for each of `count` futures from `first`, into `values[slot][future]`. Each future has its own
 * stream and each slot its own place in it, constants included: a changed quantity moves no other.
 */
export const drawQuantities = (plan: Plan, work: Workspace, first: number, count: number): void => {
  const { slots, blockTrials, correlation } = plan;
  for (let i = 0; i < count; i++) {
    openRows(plan.seed, first + i, purpose.quantities);
    fillTo(work.quantityDraws.byteOffset + 4 * i * slots.length, slots.length);
    if (correlation) correlate(correlation, work.quantityDraws, i * slots.length);
  }
  slots.forEach((slot, at) => {
    if (slot.sampler.kind === 'constant') return;
    const out = work.values.subarray(at * blockTrials, (at + 1) * blockTrials);
    drawSlot(slot, work.quantityDraws, out, { count, from: at, stride: slots.length });
  });
};
