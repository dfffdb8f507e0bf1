import { describe, expect, it } from 'vitest';
import { parseQuantity, printQuantity } from '../../../../shared/domain/quantity-text.ts';
import type { Distribution } from '../../../../shared/domain/quantity.ts';

const interval = (low: number, high: number, share = false, level: 0.8 | 0.9 = 0.8): Distribution => ({
  kind: 'interval',
  low,
  high,
  level,
  share,
});

describe('a quantity as text', () => {
  it.each<readonly [string, Distribution]>([
    ['12', { kind: 'constant', value: 12 }],
    ['3%', { kind: 'constant', value: 0.03 }],
    ['-0.5', { kind: 'constant', value: -0.5 }],
    ['1,250.5', { kind: 'constant', value: 1250.5 }],
    ['5 to 50', interval(5, 50)],
    ['1.2k to 90k', interval(1200, 90_000)],
    ['3 to 8 %', interval(0.03, 0.08, true)],
    ['0.1% – 1.5%', interval(0.001, 0.015, true)],
    ['90%: 2m to 1bn', interval(2e6, 1e9, false, 0.9)],
    ['-5 to 5', interval(-5, 5)],
  ])('%s is understood', (text, value) => {
    expect(parseQuantity(text)).toEqual({ ok: true, value });
  });

  it.each([
    ['', 'nothing is written'],
    ['many', '"many" is not a number'],
    ['5 to', '"5 to" is not a number'],
    ['50 to 5', 'the low end 50 is above the high end 5'],
    ['0% to 5%', 'both ends of a share must lie between 0 % and 100 %, ends excluded'],
    ['1 to 2 to 3', 'write one number, or two with "to" between them'],
  ])('%j is refused with a reason', (text, reason) => {
    expect(parseQuantity(text)).toEqual({ ok: false, reason });
  });

  it('is read back as it was printed', () => {
    let seed = 7;
    let printed = 0;
    const random = (): number => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      return seed / 2 ** 32;
    };
    for (let i = 0; i < 2000; i++) {
      const size = 10 ** (12 * random() - 4);
      const low = Number((size * random()).toPrecision(1 + (i % 15)));
      const high = low + Number((size * random()).toPrecision(1 + (i % 7)));
      const share = i % 3 === 0;
      const value: Distribution = share
        ? interval(
            Math.ceil(4000 * random()) / 10_000,
            0.5 + Math.ceil(400 * random()) / 1000,
            true,
            i % 2 === 0 ? 0.8 : 0.9,
          )
        : i % 2 === 0
          ? { kind: 'constant', value: low }
          : interval(low, high);
      const text = printQuantity(value);
      if (text === null) continue;
      printed++;
      expect(parseQuantity(text)).toEqual({ ok: true, value });
    }
    expect(printed).toBeGreaterThan(1600);
  });

  it('has no short form for other distributions', () => {
    expect(printQuantity({ kind: 'uniform', low: 1, high: 2 })).toBeNull();
  });
});
