import { describe, expect, it } from 'vitest';
import type { Problem, ProblemReason } from '../../../../shared/domain/report.ts';
import { explainProblem, problemSentence } from '../../../../shared/words/problem.ts';

const problem = (change: Partial<Problem>): Problem => ({
  file: 'orders.xlsx',
  sheet: 'Sheet1',
  line: 14,
  column: 'Price',
  text: 'abc',
  reason: 'not-a-number',
  weight: 'refused',
  ...change,
});

describe('problemSentence', () => {
  it('names file, sheet, row, column, text, effect and what to do', () => {
    expect(problemSentence(problem({}))).toBe(
      'orders.xlsx, sheet “Sheet1”, row 14, column “Price”: “abc” is not a number. The row is not imported. Correct the cell in the file, or leave the row out.',
    );
  });

  it('speaks of the file when no row is meant, and of a line where there is no sheet', () => {
    expect(
      problemSentence(problem({ sheet: null, line: null, column: null, text: null, reason: 'empty-file' })),
    ).toBe(
      'orders.xlsx: the file is empty. The file is not imported. Download the report again and drop the fresh file.',
    );
    expect(explainProblem(problem({ sheet: null })).place).toBe('orders.xlsx, line 14, column “Price”');
  });

  it('says so when the row is kept', () => {
    expect(explainProblem(problem({ weight: 'warning', reason: 'repaired-quotes' })).effect).toBe(
      'The row is imported all the same.',
    );
  });

  it('keeps a huge or many-lined cell to one short line', () => {
    const text = problemSentence(problem({ text: `a\nb${'x'.repeat(10_000)}` }));
    expect(text).not.toContain('\n');
    expect(text.length).toBeLessThan(260);
  });

  it('reads well without a text, for every reason', () => {
    const reasons: ProblemReason[] = [
      'unknown-report',
      'missing-column',
      'not-a-day',
      'id-destroyed-by-excel',
    ];
    for (const reason of reasons) {
      expect(problemSentence(problem({ reason, text: null }))).not.toMatch(/“”|null|undefined| {2}/);
    }
  });
});
