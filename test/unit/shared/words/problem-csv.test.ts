import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../../shared/domain/report.ts';
import { csvCell, problemsCsv } from '../../../../shared/words/problem-csv.ts';

const payloads = [
  '=1+1',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1+1',
  ' =HYPERLINK("http://x")',
  '\n=1+1',
  'name\n=cmd|calc',
  '\u{200b}=1',
  '＝1+1',
  '"=1+1',
  '|cmd',
  '\r-1+1',
];

describe('csvCell', () => {
  it('neutralises whatever a spreadsheet would evaluate', () => {
    for (const text of payloads) expect(csvCell(text)).toMatch(/^"'/);
  });

  it('leaves numbers and plain words alone, and doubles quotation marks', () => {
    for (const text of ['-12.34', '+1,234.56', '12', '', 'a = b', 'A-1', 'l’été']) {
      expect(csvCell(text)).toBe(`"${text}"`);
    }
    expect(csvCell('19" shelf')).toBe('"19"" shelf"');
  });
});

describe('problemsCsv', () => {
  it('has one record for each problem, each with eight cells', () => {
    const problem: Problem = {
      file: 'a,b.csv',
      sheet: null,
      line: 4,
      column: 'Price',
      text: '=1+1\nand "more"',
      reason: 'not-a-number',
      weight: 'refused',
    };
    const csv = problemsCsv([problem, problem]);
    const records = csv.match(/(?:"(?:[^"]|"")*",?){8}\r\n/g)!;
    expect(csv.startsWith('\u{feff}"File"')).toBe(true);
    expect(records).toHaveLength(3);
    expect(`\u{feff}${records.join('')}`).toBe(csv);
    expect(csv).toContain('"\'=1+1\nand ""more"""');
  });
});
