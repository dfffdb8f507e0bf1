import { describe, expect, it } from 'vitest';
import { ContentDigest } from '../../../../electron/importers/content-digest.ts';
import { KeyTable } from '../../../../shared/domain/key-table.ts';
import { createRowKeys, rowKey } from '../../../../electron/importers/row-key.ts';
import { createRandom } from '../../../samples/random.ts';

describe('row keys', () => {
  it('tell equal rows of a report without order ids apart by their occurrence, the same in every report', () => {
    const first = createRowKeys('k', 'cells');
    const second = createRowKeys('k', 'cells');
    const keys = ['a', 'b', 'a', 'a'].map(identity => first(identity).toString('hex'));
    expect(new Set(keys).size).toBe(4);
    expect(['a', 'a', 'b', 'a'].map(identity => second(identity).toString('hex')).toSorted()).toEqual(
      keys.toSorted(),
    );
  });

  it('stay one key for an order line', () => {
    const keyOf = createRowKeys('k', 'order');
    expect(keyOf('1').equals(keyOf('1'))).toBe(true);
  });

  it('differ between kinds of report and grow with the day', () => {
    expect(rowKey('a', 'x').equals(rowKey('b', 'x'))).toBe(false);
    expect(Buffer.compare(rowKey('a', '2019-12-03 x'), rowKey('a', '2020-01-01 x'))).toBe(-1);
  });
});

describe('the key table', () => {
  it('counts as a Map does', () => {
    const random = createRandom(11);
    const table = new KeyTable(16);
    const expected = new Map<string, number>();
    for (let step = 0; step < 20_000; step += 1) {
      const key = rowKey('t', String(random.between(1, 7000)));
      const text = key.toString('hex');
      expected.set(text, (expected.get(text) ?? 0) + 1);
      expect(table.add(key)).toBe(expected.get(text));
    }
    expect(table.size).toBe(expected.size);
  });
});

const digestOf = (rows: readonly string[]): string => {
  const digest = new ContentDigest();
  for (const row of rows) digest.add(rowKey('k', row));
  return digest.end('k').toString('hex');
};

describe('the content digest', () => {
  it('does not depend on the order of rows and notices a row more, less or other', () => {
    const digest = digestOf(['a', 'b', 'c']);
    expect(digestOf(['c', 'a', 'b'])).toBe(digest);
    for (const other of [
      ['a', 'b'],
      ['a', 'b', 'c', 'c'],
      ['a', 'b', 'd'],
    ])
      expect(digestOf(other)).not.toBe(digest);
  });
});
