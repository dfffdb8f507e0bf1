import { describe, expect, it } from 'vitest';
import {
  formatCompact,
  formatCount,
  formatNumber,
  formatPercent,
  formatPlain,
} from '../../../../shared/words/format-number.ts';

describe('formatNumber', () => {
  it('rounds the decimal a person sees, half away from zero', () => {
    expect(formatNumber(1.005, 2)).toBe('1.01');
    expect(formatNumber(-2.5)).toBe('−3');
    expect(formatNumber(1_234_567.891, 1)).toBe('1,234,567.9');
    expect(formatNumber(-0.04, 1)).toBe('0.0');
  });

  it('agrees with the platform’s own formatting where no rounding is needed', () => {
    for (let value = 0; value < 1e12; value = value * 3 + 1) {
      expect(formatNumber(value)).toBe(value.toLocaleString('en-US'));
    }
  });

  it('manages numbers that JavaScript writes with an exponent', () => {
    expect(formatNumber(1.5e-7, 6)).toBe('0.000000');
    expect(formatNumber(2.5e16)).toBe('25,000,000,000,000,000');
  });
});

describe('formatPlain and formatPercent', () => {
  it('keep three significant figures', () => {
    expect(formatPlain(0.012_345)).toBe('0.0123');
    expect(formatPlain(4.5)).toBe('4.5');
    expect(formatPlain(1_234.4)).toBe('1,234');
    expect(formatPercent(0.03)).toBe('3\u00a0%');
    expect(formatPercent(0.0045)).toBe('0.45\u00a0%');
    expect(formatPercent(0.7128, 1)).toBe('71.3\u00a0%');
    expect(formatPercent(0)).toBe('0\u00a0%');
  });
});

describe('formatCompact', () => {
  it('steps up when rounding reaches a thousand of a step', () => {
    expect(formatCompact(999)).toBe('999');
    expect(formatCompact(12_345)).toBe('12.3k');
    expect(formatCompact(999_400)).toBe('999k');
    expect(formatCompact(999_600)).toBe('1m');
    expect(formatCompact(-2_500_000_000)).toBe('−2.5bn');
  });
});

describe('formatCount', () => {
  it('knows one from many', () => {
    expect(formatCount(1, 'order')).toBe('1 order');
    expect(formatCount(1_200, 'order')).toBe('1,200 orders');
    expect(formatCount(0, 'copy', 'copies')).toBe('0 copies');
  });
});
