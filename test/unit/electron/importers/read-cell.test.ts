import { describe, expect, it } from 'vitest';
import { cellText } from '../../../../electron/importers/read-table/cell-text.ts';
import { readAmount } from '../../../../electron/importers/read-cell/read-amount.ts';
import { readCount } from '../../../../electron/importers/read-cell/read-count.ts';
import { readDay } from '../../../../electron/importers/read-cell/read-day.ts';
import { isDestroyedId } from '../../../../electron/importers/read-cell/read-id.ts';
import { readPercent } from '../../../../electron/importers/read-cell/read-rate.ts';
import { createRandom } from '../../../samples/random.ts';

describe('amounts', () => {
  it.each([
    ['12.5', 1250],
    ['12.', 1200],
    ['-12.34', -1234],
    ['1,234.50', 123_450],
    ['12,34,567.00', 123_456_700],
    ['$1,234.50', 123_450],
    ['-$3.97', -397],
    ['$-3.97', -397],
    ['(12.30)', -1230],
    ['($12.30)', -1230],
    ['−3.97', -397],
    ['3.97-', -397],
    ['US$5', 500],
    ['5.00 USD', 500],
    [' 5 ', 500],
    ['１２.５', 1250],
    ['.5', 50],
    ['0.000', 0],
    ['-0.00', 0],
  ])('reads %s as %d cents', (text, cents) => {
    expect(readAmount(text, 'USD')).toBe(cents);
  });

  it.each([
    '',
    '1.234',
    '12,34',
    '1,23,4',
    '1.234,50',
    'ten',
    '1e3',
    '--5',
    '(-5)',
    '5 5.',
    '0x10',
    'NaN',
    'Infinity',
    '99999999999999999',
  ])('does not guess what %s means', text => {
    expect(readAmount(text, 'USD')).toBe(text === '5 5.' ? 5500 : undefined);
  });

  it('reads every amount back that it could have been written from', () => {
    const random = createRandom(3);
    for (let trial = 0; trial < 20_000; trial += 1) {
      const cents = random.between(-10_000_000, 10_000_000);
      const plain = (Math.abs(cents) / 100).toFixed(2);
      const grouped = plain.replaceAll(/\B(?=(?:\d{3})+\.)/g, ',');
      const sign = cents < 0 ? '-' : '';
      expect(readAmount(sign + plain, 'USD')).toBe(cents);
      expect(readAmount(sign + grouped, 'USD')).toBe(cents);
    }
  });
});

describe('counts, rates and ids', () => {
  it('reads counts as reports drift: 16, 105.0, 1,024', () => {
    expect(['16', '105.0', '1,024', '0'].map(readCount)).toEqual([16, 105, 1024, 0]);
    expect(['1.5', '', 'x', '1,2'].map(readCount)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('reads percentages exactly as parts per million', () => {
    expect(['15%', '4.5 %', '0%', '100%', '0.0001%'].map(readPercent)).toEqual([
      150_000, 45_000, 0, 1_000_000, 1,
    ]);
    expect(['15', '101%', '0.00001%', '-5%'].map(readPercent)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('tells an id that a spreadsheet made a number', () => {
    expect(['7.64E+18', '7,64E+18', '8E+17', '5.7e18'].every(isDestroyedId)).toBe(true);
    expect(['576461413038785752', 'B00E1234', '12E', ''].some(isDestroyedId)).toBe(false);
  });
});

describe('days', () => {
  it('reads ISO days with and without a time in every report', () => {
    expect(readDay('2019-12-03', 'iso')).toEqual({ day: '2019-12-03', time: '' });
    expect(readDay('2019-12-03 00:00:00', 'day-first')).toEqual({ day: '2019-12-03', time: '' });
    expect(readDay('2019-12-03T14:05:09Z', 'iso')).toEqual({ day: '2019-12-03', time: '14:05:09' });
  });

  it('reads slashed days only in the order the report is known to use', () => {
    expect(readDay('04/03/2026 21:05:09', 'day-first')).toEqual({ day: '2026-03-04', time: '21:05:09' });
    expect(readDay('04/03/2026', 'month-first')?.day).toBe('2026-04-03');
    expect(readDay('04/03/2026', 'iso')).toBeUndefined();
  });

  it.each(['2019-02-29', '2019-13-01', '31/04/2026', '2019-12-03 25:00', '2019-12-031', 'soon', ''])(
    'finds no day in %s',
    text => {
      expect(readDay(text, 'day-first')).toBeUndefined();
    },
  );
});

describe('cells of a workbook', () => {
  it('shows numbers as a CSV would, without the noise of floats', () => {
    expect([12.5, 0.1 + 0.2, 27.989999771118164, 1234, -0.9, 0, 35.97].map(cellText)).toEqual([
      '12.5',
      '0.3',
      '27.99',
      '1234',
      '-0.9',
      '0',
      '35.97',
    ]);
  });

  it('marks numbers that have lost digits so that no id is made of them', () => {
    expect(isDestroyedId(cellText(Number('576461413038785752')))).toBe(true);
  });

  it('shows days and times as ISO text', () => {
    expect(cellText(new Date('2019-12-03T00:00:00Z'))).toBe('2019-12-03');
    expect(cellText(new Date('2019-12-03T14:05:08.9996Z'))).toBe('2019-12-03 14:05:09');
  });
});
