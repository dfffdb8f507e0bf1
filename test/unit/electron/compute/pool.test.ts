import { afterAll, describe, expect, it } from 'vitest';
import { createPool } from '../../../../electron/compute/pool.ts';
import { FailureError } from '../../../../shared/contract/answer.ts';
import { simulate } from '../../../../shared/engine/simulate.ts';
import { tellFuture } from '../../../../shared/engine/tell-future.ts';
import { sampleCards, sampleScenario } from '../../../helpers/scenario.ts';

const pools = [1, 2, 4].map(threads => createPool({ threads }));
afterAll(() => Promise.all(pools.map(pool => pool.close())));

const scenario = sampleScenario({ trials: 1100 });

describe('the worker pool', () => {
  it('gives the same JSON for 1, 2 and 4 workers and on the calling thread', {
    timeout: 60_000,
  }, async () => {
    const here = JSON.stringify(simulate(scenario, { cards: sampleCards, categoryNames: {} }));
    for (const pool of pools) {
      const there = await pool.run(scenario, sampleCards, {}, { grade: 'full' });
      expect(JSON.stringify(there)).toBe(here);
    }
  });

  it('tells a future as this thread does, between quick questions', async () => {
    const rates = { cards: sampleCards, categoryNames: {} };
    const quick = pools[1]!.run(scenario, sampleCards, {}, { grade: 'quick' });
    const stories = await Promise.all(
      [3, 700].map(future => pools[1]!.tell(scenario, sampleCards, {}, future)),
    );
    expect(stories).toEqual([3, 700].map(future => tellFuture(scenario, rates, future)));
    expect((await quick).grade).toBe('quick');
  });

  it('gives another answer for another seed', async () => {
    const [first, second] = await Promise.all(
      [1, 2].map(seed => pools[1]!.run({ ...scenario, seed }, sampleCards, {}, { grade: 'full' })),
    );
    expect(first!.strategies[0]!.totalEarned.mean).not.toBe(second!.strategies[0]!.totalEarned.mean);
  });

  it('tells progress up to the whole', async () => {
    const heard: (readonly [number, number])[] = [];
    const onProgress = (done: number, total: number): number => heard.push([done, total]);
    await pools[1]!.run(scenario, sampleCards, {}, { grade: 'full', onProgress });
    const [, total] = heard[0]!;
    expect(total).toBeGreaterThan(10);
    expect(heard.length).toBeGreaterThan(1);
    expect(heard.map(([done]) => done)).toEqual(heard.map(([done]) => done).toSorted((a, b) => a - b));
    expect(heard.every(([, each]) => each === total)).toBe(true);
    expect(heard.at(-1)![0]).toBe(total);
  });

  it('rejects within 50 ms of a cancel, and answers the next question', async () => {
    const stop = new AbortController();
    const long = sampleScenario({ trials: 40_000 });
    const { promise: begun, resolve: started } = Promise.withResolvers<void>();
    const run = pools[1]!.run(
      long,
      sampleCards,
      {},
      { grade: 'full', signal: stop.signal, onProgress: () => started() },
    );
    const failure = run.then(
      () => null,
      (error: unknown) => ({ error, at: performance.now() }),
    );
    await begun;
    const asked = performance.now();
    stop.abort();
    const caught = await failure;
    expect(caught?.error).toBeInstanceOf(FailureError);
    expect((caught!.error as FailureError).failure.kind).toBe('cancelled');
    expect(caught!.at - asked).toBeLessThan(50);
    const again = performance.now();
    await pools[1]!.run(sampleScenario({ trials: 100 }), sampleCards, {}, { grade: 'full' });
    expect(performance.now() - again).toBeLessThan(1000);
  });

  it('refuses at once when the signal is already aborted', async () => {
    const signal = AbortSignal.abort();
    await expect(pools[0]!.run(scenario, sampleCards, {}, { grade: 'full', signal })).rejects.toThrow(
      'cancelled',
    );
  });
});
