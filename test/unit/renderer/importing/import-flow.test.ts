import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Answer, FailureError } from '../../../../shared/contract/answer.ts';
import type { Bridge } from '../../../../shared/contract/bridge.ts';
import type { OfferedFile } from '../../../../shared/contract/contract.ts';

interface Asked {
  readonly name: string;
  readonly input: { readonly run?: string; readonly files?: readonly string[] };
  readonly answer: (answer: Answer<unknown>) => void;
}

const settle = (): Promise<void> => new Promise(resolve => setTimeout(resolve, 0));
const filesOf = (...names: readonly string[]): readonly OfferedFile[] =>
  names.map(name => ({ id: `id of ${name}`, name, bytes: 1 }));

/** The window's import over an app that answers when the test says so. */
const openFlow = async () => {
  const asked: Asked[] = [];
  const app = {
    door: 'browser',
    ask: (name: string, input: Asked['input']) => new Promise(answer => asked.push({ name, input, answer })),
    listen: () => () => undefined,
  };
  vi.stubGlobal('window', { forkcast: app as unknown as Bridge });
  vi.resetModules();
  const { useImportFlow } = await import('../../../../renderer/importing/import-flow.ts');
  return {
    flow: () => useImportFlow.getState(),
    namesAsked: () => asked.map(({ name }) => name),
    last: (name: string) => asked.findLast(each => each.name === name)!,
  };
};

/** Files on their way to the app, and the word that they have arrived. */
const upload = (...names: readonly string[]) => {
  let arrive = (): void => undefined;
  const offered = new Promise<readonly OfferedFile[]>(resolve => {
    arrive = () => resolve(filesOf(...names));
  });
  return { names, offer: () => offered, arrive };
};

/** A plan of one file, a.csv, that waits for the person. */
const openPlan = async (token: string) => {
  const opened = await openFlow();
  const { names, offer, arrive } = upload('a.csv');
  void opened.flow().read(names, offer);
  arrive();
  await settle();
  opened.last('report.preview').answer({ ok: true, value: { token } });
  await settle();
  return opened;
};

beforeEach(() => () => void vi.unstubAllGlobals());

describe('an import in the window', () => {
  it('that is cancelled while its files are still handed over reads nothing and gives them back', async () => {
    const { flow, namesAsked, last } = await openFlow();
    const { names, offer, arrive } = upload('a.csv');
    void flow().read(names, offer);
    flow().cancel();
    arrive();
    await settle();
    expect(namesAsked()).not.toContain('report.preview');
    expect(last('report.release').input.files).toEqual(['id of a.csv']);
    expect(flow().stage).toEqual({ kind: 'idle' });
    expect(flow().progress).toBeNull();
  });

  it('reads files once that are dropped while others are still handed over', async () => {
    const { flow, namesAsked, last } = await openFlow();
    const first = upload('a.csv');
    const second = upload('b.csv');
    void flow().read(first.names, first.offer);
    void flow().read(second.names, second.offer);
    expect(flow().stage).toEqual({ kind: 'reading', files: ['a.csv', 'b.csv'] });
    first.arrive();
    await settle();
    second.arrive();
    await settle();
    expect(namesAsked().filter(name => name !== 'report.cancel')).toEqual(['report.preview']);
    expect(last('report.preview').input.files).toEqual(['id of a.csv', 'id of b.csv']);
  });

  it('plans again what waits, with all that was answered, when an earlier import is undone', async () => {
    const { flow, namesAsked, last } = await openPlan('old');
    void flow().libraryChanged();
    expect(flow().stage.kind).toBe('asking');
    last('report.preview').answer({ ok: true, value: { token: 'new' } });
    await settle();
    expect(flow().stage).toMatchObject({ kind: 'plan', plan: { token: 'new' }, files: filesOf('a.csv') });
    expect(namesAsked()).not.toContain('report.release');
  });

  it('keeps the plan that waits when further files cannot be handed over', async () => {
    const { flow, namesAsked } = await openPlan('waiting');
    const tooLarge = new FailureError({ kind: 'file-too-large', file: 'b.csv' });
    await flow().read(['b.csv'], () => Promise.reject(tooLarge));
    expect(flow().stage).toMatchObject({ kind: 'plan', plan: { token: 'waiting' } });
    expect(namesAsked().filter(name => name !== 'report.cancel')).toEqual(['report.preview']);
  });

  it('gives the files back when reading is cancelled or fails, and not when the plan is there', async () => {
    const { flow, namesAsked, last } = await openFlow();
    const read = async (answer: Answer<unknown>): Promise<void> => {
      const { names, offer, arrive } = upload('a.csv');
      void flow().read(names, offer);
      arrive();
      await settle();
      last('report.preview').answer(answer);
      await settle();
    };
    await read({ ok: true, value: { token: 't' } });
    expect([flow().stage.kind, namesAsked().includes('report.release')]).toEqual(['plan', false]);
    flow().reset();
    for (const kind of ['cancelled', 'unreachable'] as const) {
      await read({ ok: false, failure: { kind } });
      expect(flow().stage.kind).toBe(kind === 'cancelled' ? 'idle' : 'failed');
    }
    expect(namesAsked().filter(name => name === 'report.release')).toHaveLength(3);
  });
});
