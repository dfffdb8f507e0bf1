import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../../../shared/domain/scenario.ts';
import { simulate } from '../../../../shared/engine/simulate.ts';
import { sampleCards } from '../../../helpers/scenario.ts';
import { convergenceOnForms, fallsAsItShould } from '../../../trust/convergence.ts';

const run = (scenario: Scenario) => simulate(scenario, { cards: sampleCards, categoryNames: {} });

describe('the error', () => {
  it('falls as one over the root of the number of futures', { timeout: 60_000 }, () => {
    const found = convergenceOnForms(run, 6);
    // The band of ± 0.05 is three standard errors of the measurement wide.
    expect(found.error).toBeLessThan(0.017);
    expect(found).toSatisfy(fallsAsItShould);
  });

  it('is seen not to fall where futures repeat after the first 256', { timeout: 60_000 }, () => {
    const repeating = (scenario: Scenario) => run({ ...scenario, trials: Math.min(scenario.trials, 256) });
    expect(convergenceOnForms(repeating, 6).slope).toBeGreaterThan(-0.4);
  });
});
