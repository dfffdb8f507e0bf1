import { describe, expect, it } from 'vitest';
import { packBatch, unpackBatch } from '../../../../electron/services/packed-batch.ts';
import type { BatchColumn } from '../../../../electron/storage/row-batch.ts';
import { createRandom } from '../../../samples/random.ts';

const pieces = ['', 'a', '27" monitor', 'Größe', '😀', '\u0000', 'ends in half a pair \ud83d', ' blank '];

describe('a packed batch', () => {
  it('is the same batch after a thread has taken it over', () => {
    const random = createRandom(3);
    const pick = () => Math.floor(random.uniform() * (pieces.length + 1));
    for (let trial = 0; trial < 300; trial += 1) {
      const rows = 1 + Math.floor(random.uniform() * 40);
      const each = (value: () => unknown): BatchColumn => ({
        kind: 'each',
        values: Array.from({ length: rows }, value),
      });
      const batch = {
        keys: Uint8Array.from({ length: rows * 16 }, () => Math.floor(random.uniform() * 256)),
        lines: Array.from({ length: rows }, (_, row) => row + 2),
        columns: [
          each(() => pieces[pick()] ?? null),
          each(() => (random.chance(0.2) ? null : Math.floor((random.uniform() - 0.5) * 2e13))),
          each(() => null),
          { kind: 'same', value: null },
          { kind: 'same', value: 'USD' },
        ] as const,
      };
      expect(unpackBatch(structuredClone(packBatch(batch)))).toEqual(batch);
    }
  });
});
