import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { betaLaw } from '../../../../shared/engine/distribution/beta-law.ts';
import { lawOf } from '../../../../shared/engine/distribution/law-of.ts';
import { betaDensity, incompleteBeta } from '../../../../shared/engine/special/incomplete-beta.ts';
import { logBeta, logGamma } from '../../../../shared/engine/special/log-gamma.ts';
import { normalCdf, normalQuantile } from '../../../../shared/engine/special/normal.ts';

interface Golden {
  readonly of: string;
  readonly parameters: readonly number[];
  readonly at: number;
  readonly value: string;
}

// Made by test/trust/golden/laws.py with mpmath at 60 digits.
const golden = JSON.parse(
  readFileSync(new URL('../../../trust/golden/laws.json', import.meta.url), 'utf8'),
) as readonly Golden[];

type Compute = (parameters: readonly number[], at: number) => number;
const compute: Readonly<Record<string, Compute>> = {
  logGamma: (_, at) => logGamma(at),
  logBeta: ([a, b]) => logBeta(a!, b!),
  normalCdf: (_, at) => normalCdf(at),
  normalQuantile: (_, at) => normalQuantile(at),
  betaQuantile: ([a, b], at) => betaLaw(a!, b!).quantile(at),
  betaCdf: ([a, b], at) => incompleteBeta(a!, b!, at),
  gammaQuantile: ([mean, shape], at) => lawOf({ kind: 'gamma', mean: mean!, shape: shape! }).quantile(at),
  pertQuantile: ([low, mode, high], at) =>
    lawOf({ kind: 'pert', low: low!, mode: mode!, high: high! }).quantile(at),
  intervalQuantile: ([low, high, level], at) =>
    lawOf({ kind: 'interval', low: low!, high: high!, level: level as 0.8, share: false }).quantile(at),
  truncatedQuantile: ([mean, sd, min, max], at) =>
    lawOf({ kind: 'normal', mean: mean!, sd: sd!, min: min!, max: max! }).quantile(at),
};

const isTail = ({ of, at }: Golden): boolean => of.endsWith('Quantile') && (at < 1e-4 || at > 1 - 1e-4);

/** Largest relative error allowed: 1e-12, in the far tails 1e-9. */
const failures = (laws: typeof compute): string[] =>
  golden.flatMap(each => {
    const value = laws[each.of]!(each.parameters, each.at);
    const expected = Number(each.value);
    const error = Math.abs(value - expected) / Math.max(Math.abs(expected), 1e-300);
    return error <= (isTail(each) ? 1e-9 : 1e-12) || Math.abs(value - expected) < 1e-15
      ? []
      : [`${each.of}(${each.parameters.join(', ')}) at ${each.at}: ${value}, not ${each.value} (${error})`];
  });

describe('golden values', () => {
  it('are at least 200 and hold to 1e-12, in the far tails to 1e-9', () => {
    expect(golden.length).toBeGreaterThanOrEqual(200);
    expect(failures(compute)).toEqual([]);
  });

  it('notice a sigma that is one part in a million too large', () => {
    const wrong = {
      ...compute,
      normalQuantile: (_: readonly number[], at: number) => normalQuantile(at) * 1.000_001,
    };
    expect(failures(wrong).length).toBeGreaterThan(8);
  });

  it('densities are the slopes of the distribution functions', () => {
    for (const x of [0.01, 0.2, 0.7]) {
      const h = 1e-6;
      const slope = (incompleteBeta(2, 5, x + h) - incompleteBeta(2, 5, x - h)) / (2 * h);
      expect(betaDensity(2, 5, x)).toBeCloseTo(slope, 7);
    }
  });
});
