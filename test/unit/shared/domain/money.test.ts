import { describe, expect, it } from 'vitest';
import {
  type Minor,
  type PartsPerMillion,
  currencySchema,
  fromMajor,
  minor,
  minorDigits,
  parseMinor,
  ppm,
  takeRate,
  toMajor,
} from '../../../../shared/domain/money.ts';
import { compareMoney } from '../../../trust/money-checks.ts';

describe('money', () => {
  it('is read, rated and written like big integers, with 0, 2 and 3 decimals', () => {
    expect(compareMoney(30_000)).toEqual([]);
  });

  it('is seen to be wrong where half a unit is rounded towards zero', () => {
    const halfDown = (amount: Minor, rate: PartsPerMillion): Minor =>
      minor(Math.sign(amount) * Math.ceil((Math.abs(amount) * rate) / 1_000_000 - 0.5) + 0);
    expect(compareMoney(30_000, halfDown).length).toBeGreaterThan(0);
  });
});

/** A small generator of its own, so that a failure can be repeated. */
const sequence = (seed: number) => () => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 2 ** 32;
};

const rateByBigInt = (amount: number, rate: number): number => {
  const product = BigInt(amount) * BigInt(rate);
  const size = product < 0n ? -product : product;
  const rounded = (2n * size + 1_000_000n) / 2_000_000n;
  return Number(product < 0n ? -rounded : rounded);
};

describe('takeRate', () => {
  it('rounds half a cent away from zero on both sides', () => {
    expect(takeRate(minor(1_000), ppm(45_500))).toBe(46);
    expect(takeRate(minor(-1_000), ppm(45_500))).toBe(-46);
    expect(takeRate(minor(1_000), ppm(45_499))).toBe(45);
  });

  it('equals exact BigInt arithmetic on 100,000 random amounts up to 2^53', () => {
    const next = sequence(7);
    let differences = 0;
    for (let i = 0; i < 100_000; i += 1) {
      const size = 10 ** (next() * 15.9);
      const amount = Math.trunc((next() - 0.5) * 2 * Math.min(size, Number.MAX_SAFE_INTEGER));
      const rate = Math.trunc(next() * 1_000_001);
      if (takeRate(minor(amount), ppm(rate)) !== rateByBigInt(amount, rate)) differences += 1;
    }
    expect(differences).toBe(0);
  });

  it('never gives minus zero', () => {
    expect(Object.is(takeRate(minor(-1), ppm(1)), 0)).toBe(true);
    expect(Object.is(fromMajor(-0.001, 'USD'), 0)).toBe(true);
  });
});

describe('parseMinor', () => {
  it('reads decimals exactly in currencies with 0, 2 and 3 decimals', () => {
    expect(parseMinor('1234.56', 'USD')).toBe(123_456);
    expect(parseMinor('-0.10', 'USD')).toBe(-10);
    expect(parseMinor('1234', 'JPY')).toBe(1_234);
    expect(parseMinor('1.234', 'KWD')).toBe(1_234);
    expect(parseMinor('12.3', 'KWD')).toBe(12_300);
    expect(parseMinor('12.500', 'USD')).toBe(1_250);
  });

  it('refuses what it would have to round, group or guess', () => {
    for (const text of ['', '-', '1,234.00', '1.005', '$5', '1e3', '0x10', ' 1', '٣', '99999999999999999']) {
      expect(parseMinor(text, 'USD'), text).toBeUndefined();
    }
    expect(parseMinor('1.5', 'JPY')).toBeUndefined();
  });

  it('is undone by toMajor for every currency', () => {
    for (const currency of currencySchema.options) {
      const text = (123_456 / 10 ** minorDigits[currency]).toFixed(minorDigits[currency]);
      const parsed = parseMinor(text, currency)!;
      expect(parsed).toBe(123_456);
      expect(fromMajor(toMajor(parsed, currency), currency)).toBe(123_456);
    }
  });
});

it('minor and ppm refuse fractions and unsafe integers', () => {
  expect(() => minor(0.5)).toThrow(RangeError);
  expect(() => minor(2 ** 53)).toThrow(RangeError);
  expect(() => ppm(1.5)).toThrow(RangeError);
});
