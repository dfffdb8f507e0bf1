import type { Strategy } from '../domain/strategy.ts';
import type { SeriesTone } from './chart-spec.ts';

const toneOfKind: Readonly<Record<Strategy['kind'], SeriesTone>> = {
  'all-amazon': 'amazon',
  'all-tiktok-shop': 'tiktok-shop',
  mix: 'mix',
  'switch-at-event': 'switch',
  'switch-on-day': 'switch',
  'all-storefront': 'neutral',
  plan: 'mix',
  'per-product': 'mix',
};

/** Colour role of every strategy of a scenario, by its id. */
export const strategyTones = (strategies: readonly Strategy[]): ReadonlyMap<string, SeriesTone> =>
  new Map(strategies.map(strategy => [strategy.id, toneOfKind[strategy.kind]]));
