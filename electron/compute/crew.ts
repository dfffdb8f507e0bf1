import { Worker } from 'node:worker_threads';
import type { Comparison } from '../../shared/domain/comparison.ts';
import type { FutureStory } from '../../shared/domain/future-story.ts';
import type { RateCard } from '../../shared/domain/rate-card.ts';
import type { Scenario } from '../../shared/domain/scenario.ts';
import { FailureError } from '../../shared/contract/answer.ts';
import { assemble } from '../../shared/engine/assemble.ts';
import { compile } from '../../shared/engine/compile.ts';
import { clearSums, outcomeBytes, outcomeOn, type Outcome } from '../../shared/engine/outcome.ts';
import { blockCount, type Plan } from '../../shared/engine/plan.ts';
import { summaryLayout, summaryWidth } from '../../shared/engine/summary-rows.ts';
import { control, type EngineJob, type EngineReply, type EngineRequest } from './engine-messages.ts';

export interface SimulateOptions {
  readonly grade: 'quick' | 'full';
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** One question for a crew of workers. */
export interface Question {
  readonly scenario: Scenario;
  readonly cards: readonly RateCard[];
  readonly categoryNames: Readonly<Record<string, string>>;
  readonly options: SimulateOptions;
}

/** Workers that answer one question at a time together; further questions wait in line. */
export interface Crew {
  run(question: Question): Promise<Comparison>;
  /** One future of a full run, computed again; waits in line like a question. */
  tell(question: Omit<Question, 'options'>, future: number): Promise<FutureStory>;
  close(): Promise<void>;
}

const workerFile = new URL(
  import.meta.url.endsWith('.ts') ? './engine-worker.ts' : './engine-worker.js',
  import.meta.url,
);

const cancelled = (): FailureError => new FailureError({ kind: 'cancelled' });

/** Rejects as soon as the signal aborts, without waiting for the workers to notice. */
const rejection = (signal: AbortSignal | undefined): Promise<never> =>
  new Promise((_, reject) => {
    const refuse = (): void => reject(cancelled());
    if (signal?.aborted) refuse();
    else signal?.addEventListener('abort', refuse, { once: true });
  });

/** Waits until every worker has said `kind` for job `id`; rejects when one fails or dies. */
const gathered = (
  workers: readonly Worker[],
  {
    id,
    kind,
    onProgress,
    onStory,
  }: {
    readonly id: number;
    readonly kind: EngineReply['kind'];
    readonly onProgress?: () => void;
    readonly onStory?: (story: FutureStory) => void;
  },
): Promise<void> =>
  new Promise((resolve, reject) => {
    let left = workers.length;
    const leave: (() => void)[] = [];
    const finish = (act: () => void): void => {
      for (const off of leave) off();
      act();
    };
    for (const worker of workers) {
      const hear = (message: EngineReply): void => {
        if (message.id !== id) return;
        if (message.kind === 'told') onStory?.(message.story);
        if (message.kind === 'progress') onProgress?.();
        else if (message.kind === 'failed') finish(() => reject(new Error(message.message)));
        else if (message.kind === kind && --left === 0) finish(resolve);
      };
      const die = (error: Error): void => finish(() => reject(error));
      const exit = (): void => finish(() => reject(new Error('the engine’s worker stopped')));
      worker.on('message', hear).on('error', die).on('exit', exit);
      leave.push(() => worker.off('message', hear).off('error', die).off('exit', exit));
    }
  });

const tell = (workers: readonly Worker[], request: EngineRequest): void => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
  for (const worker of workers) worker.postMessage(request);
};

/** Up to here the memory of an answer is kept for the next one. */
const mostKept = 64 * 2 ** 20;

/** Shared memory for outcomes. The system hands out new pages one by one, which takes longer than filling them: the last is used again. */
const outcomeMemory = () => {
  let kept: SharedArrayBuffer | null = null;
  return {
    /** Memory for a plan's outcome, with its sums at zero. */
    take: (plan: Plan): { readonly memory: SharedArrayBuffer; readonly outcome: Outcome } => {
      const bytes = outcomeBytes(plan);
      const fits = kept !== null && kept.byteLength >= bytes;
      const memory = fits ? kept! : new SharedArrayBuffer(bytes);
      const outcome = outcomeOn(plan, memory);
      if (fits) clearSums(outcome);
      kept = null;
      return { memory, outcome };
    },
    /** Gives back memory that no worker writes to any more. */
    give: (memory: SharedArrayBuffer): void => {
      if (memory.byteLength <= mostKept) kept = memory;
    },
  };
};

const jobFor = (
  id: number,
  { scenario, cards, categoryNames, options }: Question,
  memories: ReturnType<typeof outcomeMemory>,
) => {
  const plan = compile(scenario, { cards, categoryNames }, options.grade);
  const bytes = summaryLayout(plan).count * summaryWidth * 8;
  const { memory, outcome } = memories.take(plan);
  const job: EngineJob = {
    id,
    scenario,
    cards,
    categoryNames,
    grade: options.grade,
    control: new SharedArrayBuffer(control.words * 4),
    outcome: memory,
    summaries: new SharedArrayBuffer(bytes),
  };
  return { plan, outcome, job };
};

/** Hires `threads` workers of a file; they start with the first question. */
export const createCrew = (threads: number, file: URL = workerFile): Crew => {
  let workers: readonly Worker[] = [];
  let nextId = 1;
  let line: Promise<unknown> = Promise.resolve();
  let closed = false;
  const memories = outcomeMemory();

  const hire = (): readonly Worker[] => {
    if (workers.length > 0) return workers;
    const hired = Array.from({ length: threads }, () => new Worker(file));
    workers = hired;
    // One that dies takes the others with it: they would work on for nobody. The next question hires anew.
    const dismiss = (): void => {
      if (workers === hired) workers = [];
      for (const worker of hired) void worker.terminate();
    };
    for (const worker of hired) {
      worker.unref();
      worker.on('error', dismiss).on('exit', dismiss);
    }
    return workers;
  };

  const answer = async (question: Question): Promise<Comparison> => {
    const { options } = question;
    const stopped = (): boolean => closed || options.signal?.aborted === true;
    if (stopped()) throw cancelled();
    const { plan, outcome, job } = jobFor(nextId++, question, memories);
    const words = new Int32Array(job.control);
    const stop = (): void => void Atomics.store(words, control.cancelled, 1);
    options.signal?.addEventListener('abort', stop, { once: true });
    try {
      const crew = hire();
      const total = blockCount(plan);
      const onProgress = (): void => options.onProgress?.(Atomics.load(words, control.blocksDone), total);
      const simulated = gathered(crew, { id: job.id, kind: 'simulated', onProgress });
      tell(crew, { kind: 'simulate', job });
      await simulated;
      if (stopped()) throw cancelled();
      onProgress();
      const summarised = gathered(crew, { id: job.id, kind: 'summarised' });
      tell(crew, { kind: 'summarise', id: job.id });
      await summarised;
      if (stopped()) throw cancelled();
      const comparison = assemble({ plan, outcome, summaries: new Float64Array(job.summaries) });
      memories.give(job.outcome);
      return comparison;
    } catch (error) {
      // The others may stop at their next block.
      stop();
      throw stopped() ? cancelled() : error;
    } finally {
      options.signal?.removeEventListener('abort', stop);
    }
  };

  const story = async ({ scenario, cards, categoryNames }: Omit<Question, 'options'>, future: number) => {
    if (closed) throw cancelled();
    const id = nextId++;
    const one = hire().slice(0, 1);
    let heard: FutureStory | undefined;
    const told = gathered(one, { id, kind: 'told', onStory: each => (heard = each) });
    tell(one, { kind: 'tell', id, scenario, cards, categoryNames, future });
    try {
      await told;
      return heard!;
    } catch (error) {
      throw closed ? cancelled() : error;
    }
  };

  return {
    tell: (question, future) => {
      const turn = line.then(() => story(question, future));
      line = turn.catch(() => undefined);
      return turn;
    },
    run: question => {
      const turn = line.then(() => answer(question));
      line = turn.catch(() => undefined);
      return Promise.race([turn, rejection(question.options.signal)]);
    },
    close: async () => {
      closed = true;
      await Promise.all(workers.map(worker => worker.terminate()));
      workers = [];
    },
  };
};
