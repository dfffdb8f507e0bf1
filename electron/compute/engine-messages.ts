import type { FutureStory } from '../../shared/domain/future-story.ts';
import type { RateCard } from '../../shared/domain/rate-card.ts';
import type { Scenario } from '../../shared/domain/scenario.ts';

/** A run as every worker of a pool receives it: the question, and the memory the workers share. */
export interface EngineJob {
  readonly id: number;
  readonly scenario: Scenario;
  readonly cards: readonly RateCard[];
  readonly categoryNames: Readonly<Record<string, string>>;
  readonly grade: 'quick' | 'full';
  readonly control: SharedArrayBuffer;
  readonly outcome: SharedArrayBuffer;
  readonly summaries: SharedArrayBuffer;
}

/** Places in `control`: next block and next summary to take, blocks done, 1 when the run is cancelled. */
export const control = { nextBlock: 0, nextSummary: 1, blocksDone: 2, cancelled: 3, words: 4 } as const;

export type EngineRequest =
  | { readonly kind: 'simulate'; readonly job: EngineJob }
  /** Sent when all blocks of the job are done. */
  | { readonly kind: 'summarise'; readonly id: number }
  /** One future of a full run, told by one worker. */
  | {
      readonly kind: 'tell';
      readonly id: number;
      readonly scenario: Scenario;
      readonly cards: readonly RateCard[];
      readonly categoryNames: Readonly<Record<string, string>>;
      readonly future: number;
    };

export type EngineReply =
  /** Now and then while blocks are done: `control` knows how many. */
  | { readonly kind: 'progress'; readonly id: number }
  | { readonly kind: 'simulated'; readonly id: number }
  | { readonly kind: 'summarised'; readonly id: number }
  | { readonly kind: 'told'; readonly id: number; readonly story: FutureStory }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };
