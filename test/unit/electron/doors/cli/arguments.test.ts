import { describe, expect, it } from 'vitest';
import {
  oneOf,
  percentage,
  readArguments,
  wholeNumber,
} from '../../../../../electron/doors/cli/arguments.ts';
import { alignColumns, UsageError } from '../../../../../electron/doors/cli/terminal.ts';

describe('a percentage', () => {
  it.each([
    ['12%', 120_000],
    ['12.5 %', 125_000],
    ['0%', 0],
    ['100%', 1_000_000],
    ['0.0001%', 1],
    ['4.5%', 45_000],
  ])('%s is %i parts per million', (text, parts) => expect(percentage('rate', text)).toBe(parts));

  it.each(['0.12', '12', '100.0001%', '101%', '-1%', '%', '1e1%', '12.00001%', ''])(
    'refuses %j, which is no percentage or not exactly one',
    text => expect(() => percentage('rate', text)).toThrow(UsageError),
  );
});

describe('options', () => {
  const known = { json: 'flag', seed: 'text' } as const;

  it('are read around words', () => {
    expect(readArguments(['a', '--json', '--seed', '7', 'b'], known)).toEqual({
      options: { json: true, seed: '7' },
      words: ['a', 'b'],
    });
  });

  it('that are unknown, or lack their value, are refused with a sentence', () => {
    expect(() => readArguments(['--sed', '7'], known)).toThrow(/--sed/);
    expect(() => readArguments(['--seed'], known)).toThrow(UsageError);
  });

  it('take whole numbers and words of a list, nothing else', () => {
    expect(wholeNumber('seed', '42')).toBe(42);
    expect(wholeNumber('seed', undefined)).toBeUndefined();
    for (const text of ['-1', '1.5', '1e3', 'x', '', '99999999999']) {
      expect(() => wholeNumber('seed', text)).toThrow(UsageError);
    }
    expect(oneOf('market', 'UK', ['US', 'UK'])).toBe('UK');
    expect(() => oneOf('market', 'XX', ['US', 'UK'])).toThrow('--market is one of US, UK, not "XX".');
  });
});

describe('a table', () => {
  it('aligns its first column to the left and the others to the right', () => {
    expect(
      alignColumns([
        ['Earned', 'mean'],
        ['A', '$1,000'],
      ]),
    ).toBe('Earned    mean\nA       $1,000');
  });
});
