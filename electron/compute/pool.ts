import type { Comparison } from '../../shared/domain/comparison.ts';
import type { FutureStory } from '../../shared/domain/future-story.ts';
import type { RateCard } from '../../shared/domain/rate-card.ts';
import type { Scenario } from '../../shared/domain/scenario.ts';
import { createCrew, type SimulateOptions } from './crew.ts';

export type { SimulateOptions } from './crew.ts';

/** Runs scenarios that `checkScenario` has passed, off the main thread. Cancelling rejects with a `cancelled` failure. */
export interface ComputePool {
  run(
    scenario: Scenario,
    cards: readonly RateCard[],
    categoryNames: Readonly<Record<string, string>>,
    options: SimulateOptions,
  ): Promise<Comparison>;
  /** One future of a full run, computed again and told. */
  tell(
    scenario: Scenario,
    cards: readonly RateCard[],
    categoryNames: Readonly<Record<string, string>>,
    future: number,
  ): Promise<FutureStory>;
  close(): Promise<void>;
}

/** A pool of `threads` workers for full answers and at most two others that are always free for quick ones. */
export const createPool = ({ threads }: { readonly threads: number }): ComputePool => {
  const full = createCrew(Math.max(1, threads));
  const quick = createCrew(Math.min(2, Math.max(1, threads)));
  return {
    run: (scenario, cards, categoryNames, options) =>
      (options.grade === 'quick' ? quick : full).run({ scenario, cards, categoryNames, options }),
    tell: (scenario, cards, categoryNames, future) => quick.tell({ scenario, cards, categoryNames }, future),
    close: async () => {
      await Promise.all([full.close(), quick.close()]);
    },
  };
};
