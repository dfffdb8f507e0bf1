import { parentPort } from 'node:worker_threads';
import { compile } from '../../shared/engine/compile.ts';
import { outcomeOn, type Outcome } from '../../shared/engine/outcome.ts';
import { blockCount, type Plan } from '../../shared/engine/plan.ts';
import { simulateBlock } from '../../shared/engine/simulate-block.ts';
import { summarise, summaryLayout } from '../../shared/engine/summary-rows.ts';
import { tellFuture } from '../../shared/engine/tell-future.ts';
import { workspaceFor } from '../../shared/engine/workspace.ts';
import { control, type EngineJob, type EngineReply, type EngineRequest } from './engine-messages.ts';

interface Running {
  readonly job: EngineJob;
  readonly plan: Plan;
  readonly outcome: Outcome;
  readonly words: Int32Array;
}

const port = parentPort!;
let running: Running | null = null;

/** Milliseconds: a message for every block would cost the main thread as much as some blocks. */
const progressEvery = 40;

const reply = (message: EngineReply): void => port.postMessage(message);

const simulate = (job: EngineJob): void => {
  const plan = compile(job.scenario, job, job.grade);
  const words = new Int32Array(job.control);
  const outcome = outcomeOn(plan, job.outcome);
  running = { job, plan, outcome, words };
  const work = workspaceFor(plan);
  const blocks = blockCount(plan);
  let next = 0;
  for (;;) {
    if (Atomics.load(words, control.cancelled) === 1) break;
    const block = Atomics.add(words, control.nextBlock, 1);
    if (block >= blocks) break;
    simulateBlock(plan, work, outcome, block);
    Atomics.add(words, control.blocksDone, 1);
    if (performance.now() < next) continue;
    next = performance.now() + progressEvery;
    reply({ kind: 'progress', id: job.id });
  }
  reply({ kind: 'simulated', id: job.id });
};

const summariseAll = ({ job, plan, outcome, words }: Running): void => {
  const out = new Float64Array(job.summaries);
  const { count } = summaryLayout(plan);
  for (;;) {
    if (Atomics.load(words, control.cancelled) === 1) break;
    const task = Atomics.add(words, control.nextSummary, 1);
    if (task >= count) break;
    summarise(plan, outcome, { task, out });
  }
  reply({ kind: 'summarised', id: job.id });
};

port.on('message', (request: EngineRequest) => {
  const id = request.kind === 'simulate' ? request.job.id : request.id;
  try {
    if (request.kind === 'simulate') simulate(request.job);
    else if (request.kind === 'tell')
      reply({ kind: 'told', id, story: tellFuture(request.scenario, request, request.future) });
    else if (running?.job.id === request.id) summariseAll(running);
  } catch (error) {
    reply({
      kind: 'failed',
      id,
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
});
