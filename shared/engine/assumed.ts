import type { Quantity } from '../domain/quantity.ts';

/** A quantity the scenario leaves out. */
export const assumed = (value: number): Quantity => ({
  value: { kind: 'constant', value },
  provenance: { kind: 'guess', note: 'left out of the scenario' },
});
