import { log } from '../special/elementary.ts';
import { exp } from '../fast-exp.ts';
import type { Distribution } from '../../domain/quantity.ts';
import { normalQuantile } from '../special/normal.ts';
import { betaLaw, pertLaw } from './beta-law.ts';
import { gammaLaw } from './gamma-law.ts';
import { constantLaw, type Law } from './law.ts';
import { mixtureLaw } from './mixture-law.ts';
import { logitNormalLaw, lognormalLaw, normalLaw, truncatedNormalLaw } from './normal-law.ts';
import { discreteLaw, triangularLaw, uniformLaw } from './simple-law.ts';

type Kind<Name extends Distribution['kind']> = Extract<Distribution, { kind: Name }>;

const logit = (p: number): number => log(p / (1 - p));

const intervalLaw = ({ low, high, level, share }: Kind<'interval'>): Law => {
  if (low === high) return constantLaw(low);
  const z = normalQuantile(0.5 + level / 2);
  const fit = (a: number, b: number): readonly [number, number] => [(a + b) / 2, (b - a) / (2 * z)];
  if (share) return logitNormalLaw(...fit(logit(low), logit(high)));
  if (low <= 0) return normalLaw(...fit(low, high));
  const [centre, sd] = fit(log(low), log(high));
  return lognormalLaw(exp(centre), sd);
};

const normalOf = ({ mean, sd, min, max }: Kind<'normal'>): Law =>
  min === undefined && max === undefined
    ? normalLaw(mean, sd)
    : truncatedNormalLaw(mean, sd, [min ?? -Infinity, max ?? Infinity]);

const mixtureOf = ({ parts }: Kind<'mixture'>): Law => {
  const total = parts.reduce((sum, part) => sum + part.weight, 0);
  return mixtureLaw(parts.map(part => ({ share: part.weight / total, law: lawOf(part.distribution) })));
};

/** The probability law of a distribution whose parameters `distributionProblem` has passed. */
export const lawOf = (value: Distribution): Law => {
  switch (value.kind) {
    case 'constant':
      return constantLaw(value.value);
    case 'interval':
      return intervalLaw(value);
    case 'uniform':
      return value.low === value.high ? constantLaw(value.low) : uniformLaw(value.low, value.high);
    case 'triangular':
      return value.low === value.high
        ? constantLaw(value.low)
        : triangularLaw(value.low, value.mode, value.high);
    case 'pert':
      return value.low === value.high ? constantLaw(value.low) : pertLaw(value.low, value.mode, value.high);
    case 'normal':
      return normalOf(value);
    case 'lognormal':
      return lognormalLaw(value.median, value.logSd);
    case 'beta':
      return betaLaw(value.mean * value.weight, (1 - value.mean) * value.weight);
    case 'beta-counts':
      return betaLaw(value.successes, value.failures);
    case 'gamma':
      return gammaLaw(value.mean, value.shape);
    case 'discrete':
      return discreteLaw(value.values);
    case 'empirical':
      return discreteLaw(value.values.map(each => ({ value: each, weight: 1 })));
    case 'mixture':
      return mixtureOf(value);
  }
};
