import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/domain/day.ts';
import type { PolicyEvent } from '../../../../shared/domain/policy.ts';
import { checkScenario } from '../../../../shared/engine/check-scenario.ts';
import { simulate } from '../../../../shared/engine/simulate.ts';
import { certain, quantity, sampleCards } from '../../../helpers/scenario.ts';
import { certainEvent, zeroSpreadScenario } from '../../../helpers/zero-spread-scenario.ts';

const base = certainEvent('external-link-ban', '2026-01-05', { amazon: 0.2, tiktokShop: 1 });
const window = { kind: 'window', from: day('2026-03-01'), to: day('2027-02-28') } as const;
const days = quantity({ kind: 'lognormal', median: 100, logSd: 0.8 });
const event = (id: string, change: Partial<PolicyEvent>): PolicyEvent => ({ ...base, id, ...change });

/** Events of every kind of date, alone, exclusive and nested, over 26 weeks. */
const policy: readonly PolicyEvent[] = [
  event('certain', { probability: certain(0.3) }),
  event('too late', { date: { kind: 'fixed', on: day('2026-07-06') } }),
  event('window', { probability: quantity({ kind: 'beta', mean: 0.4, weight: 10 }), date: window }),
  event('elicited', { date: { kind: 'elicited', within6: 0.3, within12: 0.35, within24: 0.6 } }),
  event('hazard', { date: { kind: 'hazard', perYear: 0.7 } }),
  event('after', { probability: certain(0.9), date: { kind: 'after-days', days } }),
  event('x', { group: 'g', probability: certain(0.2) }),
  event('y', { group: 'g', probability: certain(0.5), date: window }),
  event('inner', { within: 'window', probability: certain(0.5) }),
  event('within x', { within: 'x', group: 'g', probability: certain(0.1) }),
  event('middle', { within: 'x', probability: certain(0.8) }),
  event('within the middle of x', { within: 'middle', group: 'g', probability: certain(0.1) }),
  event('counted', { within: 'window', date: { kind: 'after-days', days } }),
];

describe('the chance that is assumed of an event', () => {
  const scenario = zeroSpreadScenario({ trials: 20_000, policy: [...policy], counts: 'expected' });
  const exact = [0.3, 0, (0.4 * 127) / 365, (0.3 * 182) / 182.625, 1 - Math.exp((-0.7 * 182) / 365.25)];

  it.each(['full', 'quick'] as const)('is what a %s simulation scatters around', grade => {
    expect(checkScenario(scenario, sampleCards, {})).toEqual([]);
    const { events } = simulate(scenario, { cards: sampleCards, categoryNames: {} }, grade);
    exact.forEach((chance, i) => expect(events[i]!.assumed, events[i]!.id).toBeCloseTo(chance, 9));
    // A block's share of a stratified draw is one of the two steps of 1/512 beside the chance: blocks may agree on the same one.
    const step = grade === 'quick' ? 1 / 512 : 0;
    for (const { id, share, error, assumed } of events) {
      if (assumed === null) continue;
      expect(Math.abs(share - assumed!), id).toBeLessThanOrEqual(4 * error! + step);
    }
    expect(events.filter(each => each.assumed === null).map(each => each.id)).toEqual([
      'within x',
      'within the middle of x',
      'counted',
    ]);
  });

  it('is that of 26 weeks, not of a year: a longer horizon has more', () => {
    const longer = simulate(
      { ...scenario, weeks: 60, trials: 100 },
      { cards: sampleCards, categoryNames: {} },
    );
    expect(longer.events[2]!.assumed).toBeCloseTo(0.4, 9);
    expect(longer.events[3]!.assumed).toBeCloseTo(0.35 + (0.25 * (420 - 365.25)) / 365.25, 9);
    expect(longer.events[1]!.assumed).toBe(1);
  });
});
