import { FailureError } from '../../shared/contract/answer.ts';
import type { ScenarioEntry } from '../../shared/contract/contract.ts';
import { scenarioSchema, type Scenario } from '../../shared/domain/scenario.ts';
import type { Database } from './database.ts';

export interface ScenarioStore {
  /** Latest change first. */
  list(): readonly ScenarioEntry[];
  get(id: number): Scenario | undefined;
  /** Stores a new scenario (`id` null) or replaces one; throws `not-found` for an unknown id. */
  save(id: number | null, scenario: Scenario): number;
  remove(id: number): boolean;
}

export const createScenarioStore = ({ connection }: Database, now: () => Date): ScenarioStore => {
  const list = connection.prepare<[], ScenarioEntry>(
    'SELECT id, name, changed_at AS changedAt FROM scenarios ORDER BY changed_at DESC, id DESC',
  );
  const get = connection.prepare<[number], string>('SELECT document FROM scenarios WHERE id = ?').pluck();
  const insert = connection.prepare('INSERT INTO scenarios (name, document, changed_at) VALUES (?, ?, ?)');
  const update = connection.prepare(
    'UPDATE scenarios SET name = ?, document = ?, changed_at = ? WHERE id = ?',
  );
  const remove = connection.prepare('DELETE FROM scenarios WHERE id = ?');
  return {
    list: () => list.all(),
    get: id => {
      const document = get.get(id);
      return document === undefined ? undefined : scenarioSchema.parse(JSON.parse(document));
    },
    save: (id, scenario) => {
      const document = JSON.stringify(scenario);
      const changedAt = now().toISOString();
      if (id === null) return Number(insert.run(scenario.name, document, changedAt).lastInsertRowid);
      const { changes } = update.run(scenario.name, document, changedAt, id);
      if (changes === 0) throw new FailureError({ kind: 'not-found', what: 'scenario', id: String(id) });
      return id;
    },
    remove: id => remove.run(id).changes > 0,
  };
};
