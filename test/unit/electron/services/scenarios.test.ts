import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadReference } from '../../../../electron/reference.ts';
import { createScenarios } from '../../../../electron/services/scenarios.ts';
import { openDatabase, type Database } from '../../../../electron/storage/database.ts';
import { createScenarioStore } from '../../../../electron/storage/scenario-store.ts';
import { scenarioFromPriors } from '../../../../shared/learn/scenario-from-priors.ts';

const now = () => new Date('2026-11-21T12:00:00Z');
const reference = loadReference('resources');

let database: Database;
beforeEach(() => {
  database = openDatabase(':memory:', now);
});
afterEach(() => database.close());

it('a learned scenario waits for an import that began meanwhile before it is stored', async () => {
  const store = createScenarioStore(database, now);
  const [learned, written] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const steps: string[] = [];
  const scenarios = createScenarios({
    store,
    reference,
    now,
    reports: () => [],
    learn: async ({ market, name, today }) => {
      await learned.promise;
      steps.push('learned');
      return scenarioFromPriors(reference, { market, name, start: today });
    },
    ready: async () => {
      steps.push('waits');
      await written.promise;
    },
  });
  const made = scenarios.create({ from: 'reports', market: 'US', save: true });
  learned.resolve();
  await expect.poll(() => steps).toEqual(['learned', 'waits']);
  expect(store.list()).toEqual([]);
  written.resolve();
  expect(await made).toMatchObject({ id: 1 });
  expect(store.list()).toHaveLength(1);
});
