import { describe, expect, it } from 'vitest';
import type { Failure } from '../../../../shared/contract/answer.ts';
import { day } from '../../../../shared/domain/day.ts';
import { explainFailure, failureSentence } from '../../../../shared/words/failure.ts';

const failures: readonly Failure[] = [
  { kind: 'invalid-input', request: 'report.preview', issues: [{ path: 'files', message: 'is empty' }] },
  { kind: 'invalid-scenario', issues: [{ path: 'weeks', message: 'is too large' }] },
  { kind: 'import-refused', problems: [] },
  { kind: 'plan-expired' },
  { kind: 'nothing-to-learn-from' },
  { kind: 'library-in-use' },
  { kind: 'unreachable' },
  { kind: 'not-found', what: 'scenario', id: '7' },
  { kind: 'cancelled' },
  { kind: 'no-printer', detail: 'No Chromium was found.' },
  { kind: 'storage', reason: 'disk-full', file: '/home/ann/forkcast.sqlite' },
  { kind: 'bug', reference: 'k3f9' },
  { kind: 'nothing-to-learn-from', rows: 433, needed: 10, until: day('2026-05-31') },
  { kind: 'nothing-to-learn-from', rows: 1, needed: 10 },
  { kind: 'market-does-not-fit', market: 'DE', currencies: ['USD'], markets: ['US'] },
  { kind: 'market-does-not-fit', market: 'US', currencies: ['EUR', 'GBP'], markets: ['DE', 'FR', 'UK'] },
  { kind: 'market-does-not-fit', market: 'US', currencies: ['EUR'], markets: [] },
  { kind: 'file-too-large', file: 'large.csv' },
  { kind: 'sum-too-large' },
  { kind: 'sample-in-library', importIds: [1] },
];

describe('explainFailure', () => {
  it('has full sentences with a way on for every failure', () => {
    for (const failure of failures) {
      const { title, what, todo } = explainFailure(failure);
      expect(title).toMatch(/^[A-Z].*[^.]$/);
      expect(what).toMatch(/[.]$/);
      expect(todo).toMatch(/^[A-Z].*\.$/);
      expect(failureSentence(failure)).not.toMatch(/undefined|null|\.\.|;\s*\./);
    }
  });

  it('names the file, the reference and the thing that is meant', () => {
    expect(failureSentence(failures[10]!)).toContain('/home/ann/forkcast.sqlite could not be written');
    expect(failureSentence(failures[11]!)).toContain('reference k3f9');
    expect(failureSentence(failures[7]!)).toContain('no scenario with the number 7');
  });

  it('says how many rows are there when they are too few to learn from', () => {
    expect(failureSentence(failures[12]!)).toMatch(
      /^433 rows are imported, but fewer than 10 orders of either program lie in the year up to 31 May 2026\./,
    );
    expect(failureSentence(failures[4]!)).toMatch(/^No orders are imported yet\./);
  });

  it('names the markets that fit the money of the reports', () => {
    expect(failureSentence(failures[15]!)).toContain('in EUR and GBP, but US pays in USD');
    expect(failureSentence(failures[15]!)).toContain('Choose DE, FR or UK,');
  });

  it('shows the first three issues of many and counts the rest', () => {
    const issues = ['a', 'b', 'c', 'd', 'e'].map(path => ({ path, message: 'must be positive.' }));
    expect(explainFailure({ kind: 'invalid-scenario', issues }).what).toBe(
      'a: must be positive; b: must be positive; c: must be positive; and 2 more problems.',
    );
  });

  it('tells the first problem of a refused import and counts the rest', () => {
    const problem = {
      file: 'a.csv',
      sheet: null,
      line: null,
      column: null,
      text: null,
      reason: 'empty-file',
      weight: 'refused',
    } as const;
    const text = failureSentence({ kind: 'import-refused', problems: [problem, problem] });
    expect(text).toContain('a.csv: the file is empty.');
    expect(text).toContain('And 1 more problem.');
  });
});
