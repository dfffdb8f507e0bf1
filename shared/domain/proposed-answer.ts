import type { ImportAnswer, ImportQuestion } from './import-question.ts';

/** The answer that agrees with what is proposed; null where nothing is, or where more than one click is needed to judge it. */
export const proposedAnswer = (question: ImportQuestion): ImportAnswer | null => {
  switch (question.kind) {
    case 'currency':
      return question.proposed && { kind: 'currency', currency: question.proposed };
    case 'window':
      return question.proposed && { kind: 'window', ...question.proposed };
    case 'time-zone':
      return { kind: 'time-zone', zone: question.proposed };
    case 'account':
    case 'day-order':
    case 'decimals':
    case 'columns':
      return null;
  }
};
