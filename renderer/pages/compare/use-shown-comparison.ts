import { useEffect, useMemo, useState } from 'react';
import type { FinishedComparison } from '../../../shared/contract/contract.ts';
import type { Comparison } from '../../../shared/domain/comparison.ts';
import type { Scenario } from '../../../shared/domain/scenario.ts';
import { ask } from '../../asking/ask.ts';
import { createLatestOnly } from '../../asking/latest-only.ts';

interface ShownState {
  /** The last good answer, quick or stored; kept on the screen while a newer one is computed. */
  readonly comparison: Comparison | null;
  readonly answers: Scenario | null;
  readonly error: unknown;
}

export interface ShownComparison extends ShownState {
  /** The picture shows older numbers than the sliders. */
  readonly stale: boolean;
  readonly retry: () => void;
}

/** The comparison on the screen: the stored full run of the scenario, else a quick answer, asked for whenever the scenario changes. */
export const useShownComparison = (
  scenario: Scenario,
  stored: FinishedComparison | null,
): ShownComparison => {
  const [state, setState] = useState<ShownState>({ comparison: null, answers: null, error: null });
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
  // A full answer stays on the screen until the first quick one of moved sliders is there, as quick ones do.
  if (stored && (state.comparison !== stored.comparison || state.answers !== scenario))
    setState({ comparison: stored.comparison, answers: scenario, error: null });
  useEffect(() => {
    if (!stored) queue.current.ask(scenario);
  }, [queue, scenario, stored]);
  return { ...state, stale: state.answers !== scenario, retry: () => queue.current.ask(scenario) };
};
