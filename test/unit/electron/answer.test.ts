import { describe, expect, it } from 'vitest';
import { answer, type Handlers } from '../../../electron/answer.ts';
import { FailureError } from '../../../shared/contract/answer.ts';

const reports: { reference: string; error: unknown }[] = [];
const hear = {
  explain: (error: unknown): unknown =>
    error instanceof RangeError ? new FailureError({ kind: 'plan-expired' }) : error,
  report: (reference: string, error: unknown): void => void reports.push({ reference, error }),
};

/** The two handlers these tests reach; any other would throw and show as a bug. */
const handlers = {
  'scenario.get': ({ id }: { id: number }) => {
    if (id === 404) throw new FailureError({ kind: 'not-found', what: 'scenario', id: '404' });
    if (id === 7) throw new RangeError('the person can do something');
    throw new TypeError('secret amount 123.45');
  },
  'settings.get': () => ({ colorScheme: 'dark' }),
} as unknown as Handlers;

describe('answer', () => {
  it('answers a valid request with its value', async () => {
    expect(await answer(handlers, { name: 'settings.get', input: {} }, hear)).toEqual({
      ok: true,
      value: { colorScheme: 'dark' },
    });
  });

  it.each(['no.such', '__proto__', 'constructor', 'toString'])(
    'refuses the unknown request %s',
    async name => {
      expect(await answer(handlers, { name, input: {} }, hear)).toEqual({
        ok: false,
        failure: { kind: 'not-found', what: 'request', id: name },
      });
    },
  );

  it('names the field of an invalid input and never reaches the handler', async () => {
    const said = await answer(handlers, { name: 'scenario.get', input: { id: -1, extra: 1 } }, hear);
    expect(said).toMatchObject({ ok: false, failure: { kind: 'invalid-input', request: 'scenario.get' } });
    expect(JSON.stringify(said)).toContain('"path":"id"');
    expect(reports).toEqual([]);
  });

  it('passes a failure on as data', async () => {
    expect(await answer(handlers, { name: 'scenario.get', input: { id: 404 } }, hear)).toEqual({
      ok: false,
      failure: { kind: 'not-found', what: 'scenario', id: '404' },
    });
  });

  it('explains what the person can act on', async () => {
    expect(await answer(handlers, { name: 'scenario.get', input: { id: 7 } }, hear)).toEqual({
      ok: false,
      failure: { kind: 'plan-expired' },
    });
    expect(reports).toEqual([]);
  });

  it('turns a bug into a reference number and tells no detail of it', async () => {
    const said = await answer(handlers, { name: 'scenario.get', input: { id: 1 } }, hear);
    expect(said).toMatchObject({ ok: false, failure: { kind: 'bug' } });
    expect(JSON.stringify(said)).not.toContain('123.45');
    expect(reports).toHaveLength(1);
    expect(JSON.stringify(said)).toContain(reports[0]!.reference);
  });
});
