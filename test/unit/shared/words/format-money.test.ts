import { describe, expect, it } from 'vitest';
import { currencySchema, minor, minorDigits, parseMinor } from '../../../../shared/domain/money.ts';
import {
  formatDifference,
  formatEstimate,
  formatMoney,
  formatMoneyCompact,
} from '../../../../shared/words/format-money.ts';

describe('formatMoney', () => {
  it('shows the minor units of each currency', () => {
    expect(formatMoney(123_456, 'USD')).toBe('$1,234.56');
    expect(formatMoney(-397, 'USD')).toBe('−$3.97');
    expect(formatMoney(1_234_567, 'JPY')).toBe('¥1,234,567');
    expect(formatMoney(1_234, 'KWD')).toBe('KWD\u00a01.234');
    expect(formatMoney(951_000, 'IDR')).toBe('Rp\u00a09,510.00');
  });

  it('loses nothing: reading the text back gives the same amount, in every currency', () => {
    let seed = 7;
    const next = (): number => (seed = (seed * 48_271) % 2_147_483_647);
    for (const currency of currencySchema.options) {
      for (let round = 0; round < 200; round += 1) {
        const amount = minor((next() % 2 ? 1 : -1) * (next() % 10 ** (1 + (round % 10))) + 0);
        const plain = formatMoney(amount, currency)
          .replace('−', '-')
          .replace(/[^0-9.-]/g, '');
        expect(parseMinor(plain, currency)).toBe(amount);
      }
    }
  });

  it('never writes a negative zero', () => {
    for (const currency of currencySchema.options) {
      for (const format of [formatMoney, formatEstimate, formatDifference, formatMoneyCompact]) {
        expect(format(-0, currency)).not.toMatch(/[−+-]/);
        expect(format(-0.3, currency)).not.toMatch(/[−+-].*0(\.0+)?$/);
      }
    }
  });

  it('shows a dash where there is no number', () => {
    expect(formatMoney(Number.NaN, 'USD')).toBe('–');
    expect(formatEstimate(Number.POSITIVE_INFINITY, 'USD')).toBe('–');
  });
});

describe('formatEstimate', () => {
  it('drops the minor units from ten major units on', () => {
    expect(formatEstimate(64_049, 'USD')).toBe('$640');
    expect(formatEstimate(64_050, 'USD')).toBe('$641');
    expect(formatEstimate(999, 'USD')).toBe('$9.99');
    expect(formatEstimate(999.6, 'USD')).toBe('$10');
    expect(formatEstimate(-41_000, 'USD')).toBe('−$410');
    expect(formatEstimate(0.4, 'USD')).toBe('$0');
  });
});

describe('formatDifference', () => {
  it('always shows the sign, but not that of zero', () => {
    expect(formatDifference(64_000, 'USD')).toBe('+$640');
    expect(formatDifference(-64_000, 'USD')).toBe('−$640');
    expect(formatDifference(0.2, 'USD')).toBe('$0');
  });
});

describe('formatMoneyCompact', () => {
  it('fits an axis', () => {
    expect(formatMoneyCompact(0, 'USD')).toBe('$0');
    expect(formatMoneyCompact(95_000, 'USD')).toBe('$950');
    expect(formatMoneyCompact(1_234_500, 'USD')).toBe('$12.3k');
    expect(formatMoneyCompact(-120_000_000, 'USD')).toBe('−$1.2m');
    expect(formatMoneyCompact(99_999_999, 'USD')).toBe('$1m');
    for (const currency of currencySchema.options) {
      const text = formatMoneyCompact(4_567_890 * 10 ** minorDigits[currency], currency);
      expect(text).toMatch(/4\.6m$/);
    }
  });
});
