import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Distribution } from '../../../shared/domain/quantity.ts';
import { betaLaw } from '../../../shared/engine/distribution/beta-law.ts';
import { lawOf } from '../../../shared/engine/distribution/law-of.ts';
import { incompleteBeta } from '../../../shared/engine/special/incomplete-beta.ts';
import { logBeta, logGamma } from '../../../shared/engine/special/log-gamma.ts';
import { normalCdf, normalQuantile } from '../../../shared/engine/special/normal.ts';

/** A value of a function or law, computed by mpmath. */
interface Golden {
  readonly of: string;
  readonly parameters: readonly number[];
  readonly at: number;
  readonly value: string;
}

type Compute = (parameters: readonly number[], at: number) => number;
/** The engine's functions by the names of the golden values. */
export type Laws = Readonly<Record<string, Compute>>;

const quantileOf =
  (lawFor: (parameters: readonly number[]) => Distribution): Compute =>
  (parameters, at) =>
    lawOf(lawFor(parameters)).quantile(at);

const interval =
  (share: boolean) =>
  ([low, high, level]: readonly number[]): Distribution => ({
    kind: 'interval',
    low: low!,
    high: high!,
    level: level as 0.8,
    share,
  });

const part = (weight: number, median: number, logSd: number) => ({
  weight,
  distribution: { kind: 'lognormal', median, logSd } as const,
});

export const engineLaws: Laws = {
  logGamma: (_, at) => logGamma(at),
  logBeta: ([a, b]) => logBeta(a!, b!),
  normalCdf: (_, at) => normalCdf(at),
  normalQuantile: (_, at) => normalQuantile(at),
  betaQuantile: ([a, b], at) => betaLaw(a!, b!).quantile(at),
  betaCdf: ([a, b], at) => incompleteBeta(a!, b!, at),
  gammaQuantile: quantileOf(([mean, shape]) => ({ kind: 'gamma', mean: mean!, shape: shape! })),
  pertQuantile: quantileOf(([low, mode, high]) => ({ kind: 'pert', low: low!, mode: mode!, high: high! })),
  intervalQuantile: quantileOf(interval(false)),
  shareQuantile: quantileOf(interval(true)),
  truncatedQuantile: quantileOf(([mean, sd, min, max]) => ({
    kind: 'normal',
    mean: mean!,
    sd: sd!,
    min: min!,
    max: max!,
  })),
  mixtureQuantile: quantileOf(([w, a, s, v, b, t]) => ({
    kind: 'mixture',
    parts: [part(w!, a!, s!), part(v!, b!, t!)],
  })),
};

/** Made by laws.py with mpmath at 60 digits. */
export const goldenValues = JSON.parse(
  readFileSync(new URL('laws.json', import.meta.url), 'utf8'),
) as readonly Golden[];

const isTail = ({ of, at }: Golden): boolean => of.endsWith('Quantile') && (at < 1e-4 || at > 1 - 1e-4);

/** Values that are off by more than a relative 1e-12, in the far tails 1e-9. */
export const goldenFailures = (laws: Laws): string[] =>
  goldenValues.flatMap(each => {
    const value = laws[each.of]!(each.parameters, each.at);
    const expected = Number(each.value);
    const error = Math.abs(value - expected) / Math.max(Math.abs(expected), 1e-300);
    return error <= (isTail(each) ? 1e-9 : 1e-12) || Math.abs(value - expected) < 1e-15
      ? []
      : [`${each.of}(${each.parameters.join(', ')}) at ${each.at}: ${value}, not ${each.value} (${error})`];
  });

/** Whether the generator still gives the values that are kept; null where there is no Python with mpmath. */
export const goldenAgain = (): boolean | null => {
  const script = new URL('laws.py', import.meta.url).pathname;
  try {
    execFileSync('python3', ['-c', 'import mpmath'], { stdio: 'ignore' });
  } catch {
    return null;
  }
  const made = JSON.parse(execFileSync('python3', [script], { encoding: 'utf8' })) as unknown;
  return JSON.stringify(made) === JSON.stringify(goldenValues);
};
