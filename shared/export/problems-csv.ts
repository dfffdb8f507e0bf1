import type { Problem } from '../domain/report.ts';
import { explainProblem } from '../words/problem.ts';
import { csvText } from './csv-cell.ts';

/** The problems of an import as a CSV for a spreadsheet: where each is, what was found, what is wrong, what to do. */
export const problemsCsv = (problems: readonly Problem[]): string =>
  csvText([
    ['File', 'Sheet', 'Line', 'Column', 'Found', 'Problem', 'Effect', 'What to do'],
    ...problems.map(problem => {
      const { what, effect, todo } = explainProblem(problem);
      return [problem.file, problem.sheet, problem.line, problem.column, problem.text, what, effect, todo];
    }),
  ]);
