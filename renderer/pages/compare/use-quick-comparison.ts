import { useEffect, useMemo, useState } from 'react';
import type { Comparison } from '../../../shared/domain/comparison.ts';
import type { Scenario } from '../../../shared/domain/scenario.ts';
import { ask } from '../../asking/ask.ts';
import { createLatestOnly } from '../../asking/latest-only.ts';

interface QuickState {
  /** The last good answer; kept on the screen while a newer one is computed. */
  readonly comparison: Comparison | null;
  readonly answers: Scenario | null;
  readonly error: unknown;
}

export interface QuickComparison extends QuickState {
  /** The picture shows older numbers than the sliders. */
  readonly stale: boolean;
  readonly retry: () => void;
}

/** Asks for a quick comparison of the scenario whenever it changes; null waits. */
export const useQuickComparison = (scenario: Scenario | null): QuickComparison => {
  const [state, setState] = useState<QuickState>({ comparison: null, answers: null, error: null });
  const queue = useMemo(
    () => ({
      current: createLatestOnly<Scenario, Comparison>({
        send: question => ask('comparison.quick', { scenario: question }),
        hear: (answers, comparison) => setState({ comparison, answers, error: null }),
        fail: (answers, error) => setState(known => ({ ...known, answers, error })),
      }),
    }),
    [],
  );
  useEffect(() => {
    if (scenario) queue.current.ask(scenario);
  }, [queue, scenario]);
  return {
    ...state,
    stale: scenario !== null && state.answers !== scenario,
    retry: () => {
      if (scenario) queue.current.ask(scenario);
    },
  };
};
