import { describe, expect, it } from 'vitest';
import type { ImportQuestion } from '../../../../../shared/domain/import-question.ts';
import {
  answersTo,
  questionSentence,
  readAnswers,
} from '../../../../../electron/doors/cli/import-answers.ts';

const doubtful: ImportQuestion = {
  id: 'q',
  file: 'orders.csv',
  sheet: null,
  kind: 'decimals',
  column: 'Price',
  examples: ['125.000', '18.750', '7.500'],
};

describe('amounts that can be read both ways, on the command line', () => {
  it.each([
    ['comma', ','],
    ['point', '.'],
  ])('are answered by --decimals %s', (decimals, decimal) => {
    expect(answersTo([doubtful], readAnswers({ decimals }))).toEqual([['q', { kind: 'decimals', decimal }]]);
  });

  it('are not answered by anything else', () => {
    expect(answersTo([doubtful], readAnswers({ currency: 'IDR', 'day-order': 'day-first' }))).toEqual([]);
    expect(() => readAnswers({ decimals: ',' })).toThrow(/point/u);
  });

  it('are asked about with the cells and what to say', () => {
    expect(questionSentence(doubtful)).toMatch(
      /^orders\.csv .*"Price" \(125\.000, 18\.750\).*--decimals comma.*--decimals point\. Nothing of it was imported\.$/u,
    );
  });
});
