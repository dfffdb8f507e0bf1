import type { FinishedComparison, StoredComparison } from '../../shared/contract/contract.ts';
import { FailureError } from '../../shared/contract/answer.ts';
import type { Comparison } from '../../shared/domain/comparison.ts';
import type { FutureStory } from '../../shared/domain/future-story.ts';
import type { Reference } from '../../shared/domain/reference.ts';
import type { Scenario } from '../../shared/domain/scenario.ts';
import { checkScenario } from '../../shared/engine/check-scenario.ts';
import type { ComputePool } from '../compute/pool.ts';
import type { ComparisonStore } from '../storage/comparison-store.ts';

export interface ComparisonParts {
  readonly store: ComparisonStore;
  readonly pool: ComputePool;
  readonly reference: Reference;
  readonly now: () => Date;
  /** When the library can be written without waiting. */
  readonly ready: () => Promise<void>;
  /** Turns an error of storing that the person can act on into a failure. */
  readonly explain: (error: unknown) => unknown;
  readonly onProgress: (run: string, done: number, total: number) => void;
}

export interface RunRequest {
  readonly run: string;
  readonly scenarioId: number | null;
  readonly scenario: Scenario;
}

/** Answers scenarios: quickly for the eye, fully for the record. */
export const createComparisons = (parts: ComparisonParts) => {
  const { store, pool, reference, now, ready, explain, onProgress } = parts;
  const running = new Map<string, AbortController>();

  const refuseUnsound = (scenario: Scenario): void => {
    const issues = checkScenario(scenario, reference.cards, reference.categoryNames);
    if (issues.length > 0) throw new FailureError({ kind: 'invalid-scenario', issues });
  };

  /** What was computed is answered in any case: minutes of work must not be lost to a full disk. */
  const keep = (finished: Omit<StoredComparison, 'id'>): FinishedComparison => {
    try {
      return store.save(finished);
    } catch (thrown) {
      const error = explain(thrown);
      if (!(error instanceof FailureError)) throw thrown;
      return { id: null, ...finished, because: error.failure };
    }
  };

  return {
    quick: async (scenario: Scenario): Promise<Comparison> => {
      refuseUnsound(scenario);
      return pool.run(scenario, reference.cards, reference.categoryNames, { grade: 'quick' });
    },

    run: async ({ run, scenarioId, scenario }: RunRequest): Promise<FinishedComparison> => {
      refuseUnsound(scenario);
      const controller = new AbortController();
      running.get(run)?.abort();
      running.set(run, controller);
      try {
        const comparison = await pool.run(scenario, reference.cards, reference.categoryNames, {
          grade: 'full',
          signal: controller.signal,
          onProgress: (done, total) => onProgress(run, done, total),
        });
        await ready();
        return keep({ scenarioId, scenario, comparison, ranAt: now().toISOString() });
      } finally {
        if (running.get(run) === controller) running.delete(run);
      }
    },

    cancel: (run: string): { readonly cancelled: boolean } => {
      const controller = running.get(run);
      controller?.abort();
      return { cancelled: controller !== undefined };
    },

    get: (id: number): StoredComparison => {
      const stored = store.get(id);
      if (!stored) throw new FailureError({ kind: 'not-found', what: 'comparison', id: String(id) });
      return stored;
    },

    future: async (scenario: Scenario, future: number): Promise<FutureStory> => {
      refuseUnsound(scenario);
      if (future >= scenario.trials)
        throw new FailureError({ kind: 'not-found', what: 'future', id: String(future + 1) });
      return pool.tell(scenario, reference.cards, reference.categoryNames, future);
    },

    latest: (scenarioId: number): StoredComparison | null => store.latest(scenarioId) ?? null,
  };
};
