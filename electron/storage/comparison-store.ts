import type { StoredComparison } from '../../shared/contract/contract.ts';
import type { Comparison } from '../../shared/domain/comparison.ts';
import { scenarioSchema } from '../../shared/domain/scenario.ts';
import type { Database } from './database.ts';

export interface ComparisonStore {
  save(comparison: Omit<StoredComparison, 'id'>): StoredComparison;
  get(id: number): StoredComparison | undefined;
  /** The last one run for a scenario. */
  latest(scenarioId: number): StoredComparison | undefined;
}

interface Row {
  readonly id: number;
  readonly scenarioId: number | null;
  readonly scenario: string;
  readonly comparison: string;
  readonly ranAt: string;
}

const columns = 'id, scenario_id AS scenarioId, scenario, comparison, ran_at AS ranAt';

const read = (row: Row | undefined): StoredComparison | undefined =>
  row && {
    id: row.id,
    scenarioId: row.scenarioId,
    scenario: scenarioSchema.parse(JSON.parse(row.scenario)),
    comparison: JSON.parse(row.comparison) as Comparison,
    ranAt: row.ranAt,
  };

/** Comparisons with their inputs, seed and engine version, so that each can be computed again. */
export const createComparisonStore = ({ connection }: Database): ComparisonStore => {
  const insert = connection.prepare(
    'INSERT INTO comparisons (scenario_id, scenario, comparison, seed, engine, ran_at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const get = connection.prepare<[number], Row>(`SELECT ${columns} FROM comparisons WHERE id = ?`);
  const latest = connection.prepare<[number], Row>(
    `SELECT ${columns} FROM comparisons WHERE scenario_id = ? ORDER BY id DESC LIMIT 1`,
  );
  const known = connection.prepare<[number], number>('SELECT 1 FROM scenarios WHERE id = ?').pluck();
  return {
    save: stored => {
      const { scenario, comparison, ranAt } = stored;
      // The scenario may have been removed while it ran.
      const scenarioId =
        stored.scenarioId !== null && known.get(stored.scenarioId) === 1 ? stored.scenarioId : null;
      const { lastInsertRowid } = insert.run(
        scenarioId,
        JSON.stringify(scenario),
        JSON.stringify(comparison),
        comparison.seed,
        comparison.engine,
        ranAt,
      );
      return { id: Number(lastInsertRowid), scenarioId, scenario, comparison, ranAt };
    },
    get: id => read(get.get(id)),
    latest: scenarioId => read(latest.get(scenarioId)),
  };
};
