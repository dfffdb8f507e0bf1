import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/domain/day.ts';
import { importAnswerSchema, type ImportQuestion } from '../../../../shared/domain/import-question.ts';
import { proposedAnswer } from '../../../../shared/domain/proposed-answer.ts';

const place = { id: 'q', file: 'a.csv', sheet: null } as const;

describe('agreeing with what is proposed', () => {
  it('is an answer that the contract takes, where something is proposed', () => {
    const questions: readonly ImportQuestion[] = [
      { ...place, kind: 'currency', proposed: 'GBP' },
      {
        ...place,
        kind: 'window',
        lastDay: null,
        proposed: { from: day('2026-08-01'), to: day('2026-08-31') },
      },
    ];
    const answers = questions.map(proposedAnswer);
    expect(answers).toEqual([
      { kind: 'currency', currency: 'GBP' },
      { kind: 'window', from: '2026-08-01', to: '2026-08-31' },
    ]);
    expect(answers.every(answer => importAnswerSchema.safeParse(answer).success)).toBe(true);
  });

  it('never guesses: days and amounts that can be read both ways, whose a report is, and what columns mean are the person’s to say', () => {
    const open: readonly ImportQuestion[] = [
      { ...place, kind: 'currency', proposed: null },
      { ...place, kind: 'window', lastDay: day('2026-08-31'), proposed: null },
      { ...place, kind: 'day-order', column: 'Date', examples: ['04/05/2026'] },
      { ...place, kind: 'decimals', column: 'Fee', examples: ['1.000'] },
      { ...place, kind: 'account', network: 'amazon', proposed: 'a', known: ['a', 'b'], hints: [] },
    ];
    expect(open.map(proposedAnswer)).toEqual(open.map(() => null));
  });
});
