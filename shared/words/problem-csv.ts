import type { Problem } from '../domain/report.ts';
import { explainProblem } from './problem.ts';

/** Numbers as they stand in reports: they stay numbers for a spreadsheet. */
const isNumber = (text: string): boolean => /^[+-]?\d[\d.,]*$/.test(text.trim());

/** Text whose first sign, or the first of any of its lines, makes a spreadsheet compute instead of show. */
const wouldCompute = (text: string): boolean =>
  /(?:^|[\r\n])[\s"'\p{Cc}\p{Cf}]*[=+\-@＝＋－＠|%]/u.test(text);

/** A CSV cell that no spreadsheet evaluates: an apostrophe stands before text that it would. */
export const csvCell = (text: string): string => {
  const safe = wouldCompute(text) && !isNumber(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
};

const header = ['File', 'Sheet', 'Line', 'Column', 'As found', 'What is wrong', 'Effect', 'What to do'];

/** Problems as a CSV file: one line each, readable by every spreadsheet, evaluated by none. */
export const problemsCsv = (problems: readonly Problem[]): string => {
  const lines = problems.map(problem => {
    const { what, effect, todo } = explainProblem(problem);
    const { file, sheet, line, column, text } = problem;
    return [
      file,
      sheet ?? '',
      line === null ? '' : String(line),
      column ?? '',
      text ?? '',
      what,
      effect,
      todo,
    ];
  });
  // The byte order mark tells Excel that the text is UTF-8.
  return `\u{feff}${[header, ...lines].map(cells => cells.map(csvCell).join(',')).join('\r\n')}\r\n`;
};
