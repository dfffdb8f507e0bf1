import { describe, expect, it } from 'vitest';
import {
  addDays,
  day,
  daysBetween,
  fromEpochDay,
  isDay,
  monthEnd,
  monthOf,
  toEpochDay,
} from '../../../../shared/domain/day.ts';

describe('day', () => {
  it('accepts only days that exist', () => {
    expect(isDay('2024-02-29')).toBe(true);
    for (const text of [
      '2023-02-29',
      '2024-13-01',
      '2024-00-10',
      '2024-1-1',
      '01-02-2024',
      '2024-04-31',
      '2024-04-30T00:00',
    ]) {
      expect(isDay(text), text).toBe(false);
    }
    expect(() => day('2023-02-29')).toThrow('2023-02-29 is not a calendar day');
  });

  it('counts every day from 1970 to 2100 once, in order', () => {
    const last = toEpochDay(day('2100-12-31'));
    let previous = '';
    for (let epoch = 0; epoch <= last; epoch += 1) {
      const text = fromEpochDay(epoch);
      if (!(text > previous) || toEpochDay(text) !== epoch) throw new Error(`${text} after ${previous}`);
      previous = text;
    }
    expect(previous).toBe('2100-12-31');
  });

  it('adds days across months, leap days and years', () => {
    expect(addDays(day('2024-02-28'), 2)).toBe('2024-03-01');
    expect(addDays(day('2024-01-01'), -1)).toBe('2023-12-31');
    expect(daysBetween(day('2024-03-01'), day('2024-02-28'))).toBe(-2);
  });

  it('knows months and their ends', () => {
    expect(monthOf(day('2024-02-10'))).toBe('2024-02');
    expect(monthEnd(day('2024-02-10'))).toBe('2024-02-29');
    expect(monthEnd(day('2023-12-31'))).toBe('2023-12-31');
  });
});
