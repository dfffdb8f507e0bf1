import { describe, expect, it } from 'vitest';
import { FailureError } from '../../../../shared/contract/answer.ts';
import type { Comparison } from '../../../../shared/domain/comparison.ts';
import { createComparisonStore } from '../../../../electron/storage/comparison-store.ts';
import { openDatabase } from '../../../../electron/storage/database.ts';
import { createScenarioStore } from '../../../../electron/storage/scenario-store.ts';
import { createSettingStore } from '../../../../electron/storage/setting-store.ts';
import { scenario } from './scenario.ts';

const open = () => {
  let minute = 0;
  const now = () => new Date(Date.UTC(2026, 10, 21, 12, minute++));
  const database = openDatabase(':memory:', now);
  return { database, scenarios: createScenarioStore(database, now) };
};

describe('the scenario store', () => {
  it('gives back exactly what was saved, the latest change first', () => {
    const { scenarios } = open();
    const first = scenarios.save(null, scenario);
    const second = scenarios.save(null, { ...scenario, name: 'Other' });
    scenarios.save(first, { ...scenario, name: 'First again' });
    expect(scenarios.get(second)).toEqual({ ...scenario, name: 'Other' });
    expect(scenarios.list().map(({ name }) => name)).toEqual(['First again', 'Other']);
  });

  it('does not save over a scenario that is gone', () => {
    const { scenarios } = open();
    expect(() => scenarios.save(7, scenario)).toThrow(FailureError);
    expect([scenarios.get(7), scenarios.remove(7), scenarios.list()]).toEqual([undefined, false, []]);
  });
});

describe('the comparison store', () => {
  const comparison = { engine: '1', seed: 5, trials: 100 } as unknown as Comparison;
  const ranAt = '2026-11-21T12:00:00.000Z';

  it('keeps comparisons with their inputs, gives the latest of a scenario, and keeps them when it goes', () => {
    const { database, scenarios } = open();
    const store = createComparisonStore(database);
    const scenarioId = scenarios.save(null, scenario);
    store.save({ scenarioId, scenario, comparison, ranAt });
    const latest = store.save({ scenarioId, scenario, comparison: { ...comparison, seed: 6 }, ranAt });
    expect(store.latest(scenarioId)).toEqual(latest);
    scenarios.remove(scenarioId);
    expect(store.latest(scenarioId)).toBeUndefined();
    expect(store.get(latest.id)).toEqual({ ...latest, scenarioId: null });
  });

  it('keeps the answer of a scenario that was removed while it ran', () => {
    const { database } = open();
    const store = createComparisonStore(database);
    expect(store.save({ scenarioId: 99, scenario, comparison, ranAt }).scenarioId).toBeNull();
  });
});

describe('the setting store', () => {
  it('replaces values by key', () => {
    const store = createSettingStore(open().database);
    store.set('window', { colorScheme: 'dark' });
    store.set('window', { colorScheme: 'light' });
    expect([store.get('window'), store.get('other')]).toEqual([{ colorScheme: 'light' }, undefined]);
  });
});
