import { describe, expect, it } from 'vitest';
import { createLatestOnly } from '../../../../renderer/asking/latest-only.ts';

const settle = (): Promise<void> => new Promise(resolve => setTimeout(resolve, 0));

/** A queue whose answers come when the test says so. */
const bench = () => {
  const sent: number[] = [];
  const heard: string[] = [];
  const pending: { resolve: (reply: string) => void; reject: (error: Error) => void }[] = [];
  const queue = createLatestOnly<number, string>({
    send: question => {
      sent.push(question);
      return new Promise((resolve, reject) => pending.push({ resolve, reject }));
    },
    hear: (question, reply) => heard.push(`${question}:${reply}`),
    fail: (question, error) => heard.push(`${question}!${(error as Error).message}`),
  });
  return { queue, sent, heard, pending };
};

describe('createLatestOnly', () => {
  it('sends one question at a time and skips those that were overtaken', async () => {
    const { queue, sent, heard, pending } = bench();
    for (const question of [1, 2, 3, 4]) queue.ask(question);
    expect(sent).toEqual([1]);
    pending[0]!.resolve('a');
    await settle();
    expect(sent).toEqual([1, 4]);
    pending[1]!.resolve('b');
    await settle();
    expect(heard).toEqual(['1:a', '4:b']);
  });

  it('goes on after a failure', async () => {
    const { queue, heard, pending } = bench();
    queue.ask(1);
    queue.ask(2);
    pending[0]!.reject(new Error('no'));
    await settle();
    pending[1]!.resolve('yes');
    await settle();
    expect(heard).toEqual(['1!no', '2:yes']);
  });

  it('says nothing after it was stopped', async () => {
    const { queue, sent, heard, pending } = bench();
    queue.ask(1);
    queue.ask(2);
    queue.stop();
    pending[0]!.resolve('late');
    await settle();
    expect([sent, heard]).toEqual([[1], []]);
  });
});
