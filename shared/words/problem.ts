import type { Problem, ProblemReason } from '../domain/report.ts';

/** What is wrong, and what a person can do about it. */
interface ProblemWords {
  readonly what: (text: string) => string;
  readonly todo: string;
}

const again = 'Download the report again and drop the fresh file.';
const unzip = 'Unpack it and drop the files that are in it.';

const words: Readonly<Record<ProblemReason, ProblemWords>> = {
  'empty-file': { what: () => 'the file is empty', todo: again },
  'unreadable-file': {
    what: () => 'the file cannot be read as text, a workbook or an archive',
    todo: again,
  },
  'damaged-archive': {
    what: () => 'the archive is damaged: its contents do not match their checksums',
    todo: again,
  },
  'archive-too-large': {
    what: () => 'the archive unpacks to far more than a report would',
    todo: unzip,
  },
  encrypted: {
    what: () => 'the file is locked with a password',
    todo: 'Save a copy without the password and drop that.',
  },
  'unknown-format': {
    what: () => 'this is not a CSV, Excel or ZIP file',
    todo: 'Drop the report as the platform delivers it.',
  },
  'unknown-report': {
    what: text => `its columns match no report that Forkcast knows${text ? `: ${text}` : ''}`,
    todo: 'Drop an order or earnings report as Amazon, TikTok Shop or another network delivers it, with its header row.',
  },
  'header-without-rows': {
    what: () => 'there is a header but no row below it',
    todo: 'Choose a period with sales and download the report again. No rows means no data, not zero income.',
  },
  truncated: { what: () => 'the file breaks off before its end', todo: again },
  'missing-column': {
    what: text => `the column ${text || 'it needs'} is missing`,
    todo: 'Download the report again with all its columns.',
  },
  'duplicate-column': {
    what: text => `two columns are both called ${text || 'the same'}`,
    todo: 'Take one of them out; it cannot be told which one counts.',
  },
  'missing-value': {
    what: () => 'a value that the row needs is missing',
    todo: 'Look the row up in the platform’s own report.',
  },
  'not-a-number': {
    what: text => `${text || 'the text'} is not a number`,
    todo: 'Correct the cell in the file, or leave the row out.',
  },
  'ambiguous-number': {
    what: text => `${text || 'the number'} can be read with thousands or with three decimals`,
    todo: 'Write the cell without thousands marks; Forkcast does not guess amounts.',
  },
  'amount-too-large': {
    what: text => `${text || 'the amount'} is too large for a row of a report`,
    todo: 'Correct the cell in the file, or leave the row out.',
  },
  'sum-too-large': {
    what: () => 'the amounts of this report add up to more than can be reckoned exactly',
    todo: 'Nothing of it was taken. Look for impossible amounts in the file, and drop it again.',
  },
  'not-a-day': {
    what: text => `${text || 'the text'} is not a date`,
    todo: 'Correct the cell in the file, or leave the row out.',
  },
  'ambiguous-day': {
    what: text => `${text || 'the date'} can be read as day-month or month-day`,
    todo: 'Save the column as year-month-day and drop the file again; Forkcast does not guess dates.',
  },
  'not-a-currency': {
    what: text => `${text || 'the text'} is not a currency that Forkcast knows`,
    todo: 'Check the currency column.',
  },
  'mixed-currency': {
    what: text => `its amounts are in more than one currency${text ? `: ${text}` : ''}`,
    todo: 'Download one report per currency.',
  },
  'id-destroyed-by-excel': {
    what: text => `the id ${text ? `${text} ` : ''}was shortened by a spreadsheet and cannot be recovered`,
    todo: 'Download the report again and drop it without opening and saving it in a spreadsheet first.',
  },
  'too-many-cells': {
    what: () => 'the row has more cells than the header',
    todo: 'Look for a stray separator or quotation mark in the row.',
  },
  'too-few-cells': {
    what: () => 'the row has fewer cells than the header',
    todo: 'Look for a line break inside the row.',
  },
  'contradicts-itself': {
    what: text => `the row’s own numbers do not add up${text ? `: ${text}` : ''}`,
    todo: 'Compare the row with the platform’s own report.',
  },
  'unknown-status': {
    what: text => `${text || 'the status'} is a status that Forkcast does not know`,
    todo: 'Please report the word, so that it can be added.',
  },
  'repaired-quotes': {
    what: () => 'quotation marks in a product’s name had broken the row; it was put together again',
    todo: 'Check that the name and the amounts look right.',
  },
};

const quoted = (text: string | null): string => {
  if (text === null || text.trim() === '') return '';
  const line = text.replace(/\s+/g, ' ').trim();
  return `“${line.length > 60 ? `${line.slice(0, 59)}…` : line}”`;
};

/** Where a problem is: `orders.xlsx, sheet “Sheet1”, row 14, column “Price”`. */
export const problemPlace = (problem: Problem): string =>
  [
    problem.file,
    problem.sheet === null ? '' : `sheet ${quoted(problem.sheet)}`,
    problem.line === null ? '' : `${problem.sheet === null ? 'line' : 'row'} ${problem.line}`,
    problem.column === null ? '' : `column ${quoted(problem.column)}`,
  ]
    .filter(part => part !== '')
    .join(', ');

export interface ProblemExplanation {
  readonly place: string;
  readonly what: string;
  /** What happened to the row or file because of it. */
  readonly effect: string;
  readonly todo: string;
}

const effectOf = (problem: Problem): string => {
  const part = problem.line === null ? (problem.sheet === null ? 'file' : 'sheet') : 'row';
  return problem.weight === 'refused'
    ? `The ${part} is not imported.`
    : `The ${part} is imported all the same.`;
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The parts of a problem's sentence, for lists that show the place in a column of its own. */
export const explainProblem = (problem: Problem): ProblemExplanation => {
  const entry = words[problem.reason];
  return {
    place: problemPlace(problem),
    what: `${capital(entry.what(quoted(problem.text)))}.`,
    effect: effectOf(problem),
    todo: entry.todo,
  };
};

/** One problem as text for a terminal or a message: place, what is wrong, its effect, what to do. */
export const problemSentence = (problem: Problem): string => {
  const { place, effect, todo } = explainProblem(problem);
  return `${place}: ${words[problem.reason].what(quoted(problem.text))}. ${effect} ${todo}`;
};
