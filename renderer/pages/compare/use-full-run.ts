import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { FinishedComparison } from '../../../shared/contract/contract.ts';
import type { Scenario } from '../../../shared/domain/scenario.ts';
import { ask, failureOf } from '../../asking/ask.ts';
import { bridge } from '../../bridge/bridge.ts';

export interface FullRun {
  readonly running: boolean;
  /** Share of the futures that are done, 0–1. */
  readonly progress: number;
  readonly error: unknown;
  readonly start: (scenario: Scenario) => Promise<FinishedComparison | null>;
  readonly cancel: () => void;
  readonly forget: () => void;
}

/** A full run with its progress; cancelling it is no error. */
export const useFullRun = (scenarioId: number): FullRun => {
  const queries = useQueryClient();
  const [progress, setProgress] = useState(0);
  const run = useRef<string | null>(null);

  useEffect(
    () =>
      bridge().listen(event => {
        if (event.kind === 'progress' && event.run === run.current && event.total > 0) {
          setProgress(event.done / event.total);
        }
      }),
    [],
  );

  const full = useMutation({
    mutationFn: (scenario: Scenario) => {
      run.current = crypto.randomUUID();
      setProgress(0);
      return ask('comparison.run', { run: run.current, scenarioId, scenario });
    },
    onSuccess: stored => queries.setQueryData(['comparison.latest', { scenarioId }], stored),
  });
  const cancelled = full.isError && failureOf(full.error).kind === 'cancelled';

  return {
    running: full.isPending,
    progress,
    error: cancelled ? null : full.error,
    start: async scenario => {
      try {
        return await full.mutateAsync(scenario);
      } catch {
        // The mutation's own state carries the error to the page.
        return null;
      }
    },
    cancel: () => {
      if (run.current !== null) void ask('comparison.cancel', { run: run.current }).catch(() => undefined);
    },
    forget: full.reset,
  };
};
