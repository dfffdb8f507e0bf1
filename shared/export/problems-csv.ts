import type { Problem } from '../domain/report.ts';
import { explainProblem } from '../words/problem.ts';
import { csvText } from './csv-cell.ts';

/** The cells of a refused row, where they are known. */
export type CellsOf = (problem: Problem) => readonly string[];

/** The problems of an import as a CSV for a spreadsheet: where each is, what was found, what is wrong, what to do, and the row as it is in the file. */
export const problemsCsv = (problems: readonly Problem[], cellsOf: CellsOf = () => []): string =>
  csvText([
    ['File', 'Sheet', 'Line', 'Column', 'Found', 'Problem', 'Effect', 'What to do', 'The row as it is'],
    ...problems.map(problem => {
      const { what, effect, todo } = explainProblem(problem);
      const { file, sheet, line, column, text } = problem;
      return [file, sheet, line, column, text, what, effect, todo, ...cellsOf(problem)];
    }),
  ]);
