import { describe, expect, it } from 'vitest';
import { normalCdf } from '../../../../shared/engine/special/normal.ts';
import { drawOf, normalOf } from '../../../../shared/engine/standard-normal.ts';

describe('draws and standard normal values', () => {
  it('gives every value the draw that its probability says, next to a whole number perhaps the one beside it', () => {
    for (let i = -20_000; i <= 20_000; i++) {
      const place = normalCdf(i / 2900) * 2 ** 32;
      const distance = (drawOf(i / 2900) >>> 0) + 0.5 - Math.min(2 ** 32 - 0.5, place);
      expect(Math.abs(distance)).toBeLessThanOrEqual(0.53);
    }
  });

  it('never falls as values rise, and ends at the least and the greatest draw', () => {
    const draws = Array.from({ length: 60_001 }, (_, i) => drawOf((i - 30_000) / 4000) >>> 0);
    expect(draws.every((draw, i) => i === 0 || draw >= draws[i - 1]!)).toBe(true);
    expect([draws[0], draws.at(-1)]).toEqual([0, 2 ** 32 - 1]);
    expect([drawOf(-Infinity), drawOf(Infinity)]).toEqual([0, -1]);
  });

  it('gives back the draw that a value came from, as near as the value is to it', () => {
    for (let draw = 1; draw < 2 ** 32; draw += 100_003)
      expect(Math.abs((drawOf(normalOf(draw | 0)) >>> 0) - draw)).toBeLessThan(172);
  });
});
