import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../../shared/domain/report.ts';
import { csvCell, csvText } from '../../../../shared/export/csv-cell.ts';
import { problemsCsv } from '../../../../shared/export/problems-csv.ts';

const payloads = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  '=cmd|" /C calc"!A0',
  ' =1+1',
  '\t=1+1',
  '\n=1+1',
  'innocent\n=1+1',
  'innocent\r\n@x',
  '\u{feff}=1+1',
  '\u{a0}=1+1',
  '＝1+1',
  '|x',
  '%x',
];

describe('cells for spreadsheets', () => {
  it.each(payloads)('makes %j plain text', payload => {
    const [[read] = []] = Papa.parse<string[]>(csvCell(payload)).data;
    expect(read).toBe(`'${payload}`);
  });

  it('leaves numbers numbers, also negative ones and such that came as text', () => {
    expect([-12.34, '-12.34', 0, '1234', '12.'].map(csvCell)).toEqual([
      '-12.34',
      '-12.34',
      '0',
      '1234',
      '12.',
    ]);
  });

  it('reads back what was written when nothing is risky', () => {
    const rows = [
      ['a', 'b "quoted", c', 'two\nlines'],
      ['', 'ü', 'x;y'],
    ];
    expect(Papa.parse(csvText(rows).slice(1).trimEnd()).data).toEqual(rows);
  });
});

describe('the problems of an import as CSV', () => {
  it('names place, find and remedy, and defuses what was found', () => {
    const problem: Problem = {
      file: 'a.csv',
      sheet: null,
      line: 3,
      column: 'Ad Fees($)',
      text: '=HYPERLINK("x")',
      reason: 'not-a-number',
      weight: 'refused',
    };
    const [, row] = Papa.parse<string[]>(problemsCsv([problem]).slice(1).trimEnd()).data;
    expect(row?.slice(0, 5)).toEqual(['a.csv', '', '3', 'Ad Fees($)', `'=HYPERLINK("x")`]);
    expect(row?.slice(5).every(words => words.length > 5)).toBe(true);
  });
});
