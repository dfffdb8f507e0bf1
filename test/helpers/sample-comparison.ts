import type { Comparison } from '../../shared/domain/comparison.ts';
import type { Scenario } from '../../shared/domain/scenario.ts';
import { simulate } from '../../shared/engine/simulate.ts';
import { sampleCards, sampleScenario } from './scenario.ts';

/** The engine's answer to the sample scenario, computed on this thread. */
export const sampleComparison = (change: Partial<Scenario> = {}): Comparison =>
  simulate(sampleScenario(change), { cards: sampleCards, categoryNames: {} });
