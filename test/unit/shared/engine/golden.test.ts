import { describe, expect, it } from 'vitest';
import { betaDensity, incompleteBeta } from '../../../../shared/engine/special/incomplete-beta.ts';
import { normalQuantile } from '../../../../shared/engine/special/normal.ts';
import { engineLaws, goldenFailures, goldenValues } from '../../../trust/golden/check-golden.ts';

describe('golden values', () => {
  it('are at least 200 and hold to 1e-12, in the far tails to 1e-9', () => {
    expect(goldenValues.length).toBeGreaterThanOrEqual(200);
    expect(goldenFailures(engineLaws)).toEqual([]);
  });

  it('notice a sigma that is one part in a million too large', () => {
    const wrong = {
      ...engineLaws,
      normalQuantile: (_: readonly number[], at: number) => normalQuantile(at) * 1.000_001,
    };
    expect(goldenFailures(wrong).length).toBeGreaterThan(8);
  });

  it('densities are the slopes of the distribution functions', () => {
    for (const x of [0.01, 0.2, 0.7]) {
      const h = 1e-6;
      const slope = (incompleteBeta(2, 5, x + h) - incompleteBeta(2, 5, x - h)) / (2 * h);
      expect(betaDensity(2, 5, x)).toBeCloseTo(slope, 7);
    }
  });
});
